/** Overlapping runs, and people who act in between: in the end the issue is as a single run would leave it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, INCOMPLETE, LABELS, act, fresh, judged, mend, mended, names, ours } from "../fake-github/act.js";
import { ACTIONS } from "../fake-github/forge.js";

/** @import { World } from "../fake-github/act.js" */
/** @import { Boundary } from "../fake-github/github.js" */

/** @typedef {(world: World) => unknown} Deed something that a person does */

const BEGINNINGS = { fresh, judged, mended };

/** What people do during a run. */
const DEEDS = /** @type {Record<string, Deed>} */ ({
  nothing: () => {},
  mends: mend,
  breaks: ({ issue }) => issue.edit("author", { body: COMPLETE.replace("## Impact\n\nAll.", "") }),
  relabels: ({ issue }) => issue.addLabels("author", LABELS),
  "adds our label": ({ issue }) => issue.addLabels("author", [INCOMPLETE]),
  "removes our label": ({ issue }) => issue.hasLabel(INCOMPLETE) && issue.removeLabel("author", INCOMPLETE),
  "removes our comment": ({ issue }) => ours(issue).forEach(({ id }) => issue.deleteComment("author", id)),
  "takes it out of scope": ({ issue }) => {
    issue.edit("author", { body: "x" });
    issue.removeLabel("author", "patch-release");
  },
});

/** More boundaries than any run has. Pairs omit those before a request, which equal those after the previous one. */
const MOST = 40;

/** @type {Boundary[]} */
const BOUNDARIES = ["before", "after"];

/**
 * Lets something happen at a boundary of a run's requests.
 *
 * @param {World} world
 * @param {string} client the run's name in the journal
 * @param {number} at 0: before its first request; 1: after it
 * @param {() => void | Promise<void>} happens
 */
function meanwhile({ github }, client, at, happens) {
  const [boundary = "before", wanted] = [BOUNDARIES[at % 2], Math.floor(at / 2)];
  let count = 0;
  const remove = github.on(boundary, (exchange) => {
    count += exchange.client === client ? 1 : 0;
    if (exchange.client !== client || count <= wanted) {
      return undefined;
    }
    remove();
    return happens();
  });
}

/**
 * @param {World} world
 * @returns {unknown} without traces of how it was reached
 */
function state({ issue }) {
  const { comments, ...rest } = issue.snapshot();
  return { ...rest, comments: comments.map(({ author, body }) => [author, author === ACTIONS ? withoutHistory(body) : body]) };
}

/** @param {string} body */
function withoutHistory(body) {
  return body.replace(/ before=\S+/, "").replace(/\n\*\*Since last time:\*\*.*\n/, "");
}

/**
 * The state that a single run on the current issue leaves: a fresh state, or, if an earlier run had commented, one in
 * which that comment says that all is well.
 *
 * @param {World} world after a race
 * @param {string} when
 */
async function assertAsAlone(world, when) {
  const { github, issue } = world;
  const { strays, violations } = github.journal;
  assert.deepEqual({ strays, violations }, { strays: [], violations: [] }, when);
  assert.ok(ours(issue).length <= 1, when);
  const before = state(world);
  github.journal.clear();
  await act(world);
  assert.deepEqual(github.journal.changesBy(ACTIONS), [], when);
  assert.deepEqual(state(world), before, when);
  const alone = await judge(issue.body, names(issue).filter((name) => name !== INCOMPLETE));
  assert.deepEqual(names(issue), alone.labels, when);
  const ended = ours(issue).map(({ body }) => withoutHistory(body));
  assert.deepEqual(ended, alone.comments.length === 0 && ended[0]?.includes("\n✅ ") ? ended : alone.comments, when);
}

/** @type {Map<string, { labels: string[], comments: string[] }>} */
const known = new Map();

/**
 * The state after one run on such an issue that no run has seen before.
 *
 * @param {string | null} body
 * @param {string[]} labels
 */
async function judge(body, labels) {
  const key = JSON.stringify([body, labels]);
  const before = known.get(key);
  if (before) {
    return before;
  }
  const world = fresh();
  const { issue } = world;
  issue.edit("author", { body });
  issue.removeAllLabels("author");
  issue.addLabels("author", labels);
  await act(world);
  const result = { labels: names(issue), comments: ours(issue).map(({ body }) => withoutHistory(body)) };
  known.set(key, result);
  return result;
}

/**
 * Two runs: the second begins at a boundary of the first.
 *
 * @param {World} world
 * @param {number} at
 * @param {Deed} deed what happens before the second run
 * @returns {Promise<boolean>} whether the first run reached the boundary
 */
async function race(world, at, deed) {
  let second;
  meanwhile(world, "first", at, async () => {
    deed(world);
    second = act(world, { client: "second" });
    await second;
  });
  await act(world, { client: "first" });
  return second !== undefined;
}

for (const [name, begin] of Object.entries(BEGINNINGS)) {
  for (const [deed, does] of Object.entries(DEEDS)) {
    test(`${name}: a person ${deed} and a second run starts, at every boundary of the first`, async () => {
      for (let at = 0; at < MOST; at += 1) {
        const world = await begin();
        if (!(await race(world, at, does))) {
          assert.ok(at >= 2, "the first run makes requests");
          break;
        }
        await assertAsAlone(world, `${name}, ${deed}, ${at}`);
      }
    });
  }
}

/**
 * Three runs: at a boundary of the first the second begins; at a boundary of the second the third does, and ends; then
 * the first goes on to its end, and the second after it.
 *
 * @param {World} world
 * @param {[number, number]} boundaries
 * @param {[Deed, Deed]} deeds what happens before the second and before the third run
 * @returns {Promise<[boolean, boolean]>} whether the first and the second run reached the boundaries
 */
async function raceOfThree(world, [at, then], [deed, next]) {
  const [paused, ended] = [Promise.withResolvers(), Promise.withResolvers()];
  let [second, third] = /** @type {(Promise<unknown> | undefined)[]} */ ([]);
  meanwhile(world, "second", then, async () => {
    next(world);
    third = act(world, { client: "third" });
    await third;
    paused.resolve(undefined);
    await ended.promise;
  });
  meanwhile(world, "first", at, async () => {
    deed(world);
    second = act(world, { client: "second" });
    await Promise.race([paused.promise, second]);
  });
  await act(world, { client: "first" });
  ended.resolve(undefined);
  await second;
  return [second !== undefined, third !== undefined];
}

/** @type {Deed} */
const unmends = ({ issue }) => issue.edit("author", { body: "A body" });

/** @type {Record<string, [Deed, Deed]>} */
const TURNS = {
  "mends it and takes that back": [mend, unmends],
  "breaks it, or breaks it otherwise, and mends it": [DEEDS.breaks ?? assert.fail(), mend],
  "takes it out of scope and back": [
    ({ issue }) => issue.hasLabel("patch-release") && issue.removeLabel("author", "patch-release"),
    ({ issue }) => issue.addLabels("author", ["patch-release"]),
  ],
};

for (const [name, begin] of Object.entries(BEGINNINGS)) {
  for (const [told, deeds] of Object.entries(TURNS)) {
    test(`${name}: a person ${told} and a second and a third run start, at every pair of boundaries`, async () => {
      let races = 0;
      for (let at = 1, isThere = true; isThere && at < MOST; at += 2) {
        for (let then = 1, isNextThere = true; isThere && isNextThere && then < MOST; then += 2) {
          const world = await begin();
          [isThere, isNextThere] = await raceOfThree(world, [at, then], deeds);
          await assertAsAlone(world, `${name}, ${told}, ${at}, ${then}`);
          races += 1;
        }
      }
      assert.ok(races >= 1, `${races} races`);
    });
  }
}

/**
 * A long run, with an action of a person at two of its boundaries, and then a short run.
 *
 * @param {World} world
 * @param {number[]} boundaries
 * @param {Deed[]} deeds
 * @returns {Promise<boolean>} whether the long run reached the boundaries
 */
async function raceOfShortRuns(world, boundaries, deeds) {
  let count = 0;
  for (const [index, at] of boundaries.entries()) {
    meanwhile(world, "long", at, async () => {
      deeds[index]?.(world);
      count += 1;
      await act(world, { client: `short ${index}` });
    });
  }
  await act(world, { client: "long" });
  return count === boundaries.length;
}

for (const [name, begin] of Object.entries(BEGINNINGS)) {
  for (const [told, deeds] of Object.entries(TURNS)) {
    test(`${name}: a person ${told} during one run, at every pair of its boundaries`, async () => {
      for (let from = 1; from < MOST; from += 2) {
        for (let to = from; to < MOST; to += 2) {
          const world = await begin();
          if (!(await raceOfShortRuns(world, [from, to], deeds))) {
            break;
          }
          await assertAsAlone(world, `${name}, ${told}, ${from}, ${to}`);
        }
      }
    });
  }
}
