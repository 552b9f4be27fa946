/** Commands while people edit, other runs start, and requests fail: no text of a person is lost, and no command. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act } from "../fake-github/act.js";
import { AFTER, BEFORE, COMMAND, answer, assertAllowed, commanded, reactions } from "../fake-github/commanded.js";
import { FAULTS } from "../fake-github/faults.js";
import { ACTIONS } from "../fake-github/forge.js";
import { matches } from "../fake-github/trial.js";

/** @import { Commanded } from "../fake-github/commanded.js" */

const HERS = "Nobody may lose this.";

/** More requests than any run makes. */
const MOST = 20;

/**
 * Lets something happen at a boundary of the run's requests, and says what that request was.
 *
 * @param {Commanded} world
 * @param {"before" | "after"} boundary
 * @param {number} n
 * @param {() => unknown} happens
 */
function meanwhile({ github }, boundary, n, happens) {
  /** @type {{ operation: string }[]} */
  const hit = [];
  let count = 0;
  github.on(boundary, async (exchange) => {
    count += exchange.client === "first" ? 1 : 0;
    if (exchange.client === "first" && count === n) {
      hit.push(exchange);
      await github.clock.sleep(2_000);
      await happens();
    }
  });
  return hit;
}

/** @param {Commanded} world */
function writes({ issue }) {
  issue.edit("author", { body: (issue.body ?? "").replace(/(## Impact\r\n)/, `$1\r\n${HERS}\r\n`) });
}

for (const boundary of /** @type {const} */ (["before", "after"])) {
  test(`the description is edited ${boundary} each request`, async () => {
    for (let n = 1; n < MOST; n += 1) {
      const world = await commanded();
      const hit = meanwhile(world, boundary, n, () => writes(world));
      await answer(world, { client: "first" });
      const when = `${boundary} request ${n}, ${hit[0]?.operation}`;
      assertAllowed(world, when);
      if (!hit[0]) {
        assert.ok(n > 4, when);
        break;
      }
      // GitHub has no conditional write: only the round trip of the edit itself is open.
      const isOpen = (boundary === "before" && hit[0].operation === "issues/update") || (boundary === "after" && n === 1);
      assert.equal((world.issue.body ?? "").includes(HERS), !isOpen, when);
      assert.equal(reactions(world.comment).length, 1, when);
      const { body } = world.issue;
      world.github.journal.clear();
      await act(world);
      assert.deepEqual([world.issue.body, world.github.journal.changesBy(ACTIONS)], [body, []], when);
    }
  });
}

test("a second run starts at every boundary of the first, with a second command", async () => {
  for (const boundary of /** @type {const} */ (["before", "after"])) {
    for (let n = 1; n < MOST; n += 1) {
      const world = await commanded();
      let second = world.comment;
      const hit = meanwhile(world, boundary, n, async () => {
        second = world.issue.addComment("author", "/wont-fix v1.4");
        await answer({ ...world, comment: second }, { client: "second" });
      });
      await answer(world, { client: "first" });
      const when = `${boundary} request ${n}`;
      assertAllowed(world, when);
      if (!hit[0]) {
        break;
      }
      await act(world);
      if (boundary === "before" ? hit[0].operation === "issues/update" : n === 1) {
        // The one round trip that GitHub leaves open. The concurrency group of the workflow closes it for runs.
        continue;
      }
      const both = AFTER.replace("wont-fix=v1.5\r\n", "wont-fix=v1.5\r\nwont-fix=v1.4\r\n");
      assert.equal(world.issue.body, both, when);
      assert.deepEqual([reactions(world.comment), reactions(second)], [[`${ACTIONS} +1`], [`${ACTIONS} +1`]], when);
    }
  }
});

test("the command is edited or deleted before it is read", async () => {
  for (const change of ["edit", "delete"]) {
    const world = await commanded();
    const { issue, comment } = world;
    meanwhile(world, "before", 1, () =>
      change === "edit" ? issue.updateComment("author", comment.id, "Never mind.") : issue.deleteComment("author", comment.id),
    );
    await answer(world, { client: "first" });
    assert.deepEqual([issue.body, reactions(comment)], [BEFORE, []], change);
  }
});

for (const fault of FAULTS) {
  test(`${fault.name} at any request, once or always: the next run does the rest`, async () => {
    for (let n = 1; n <= 5; n += 1) {
      for (const times of [1, 1_000]) {
        const world = await commanded();
        const when = `${fault.name} at ${n}, ${times} times`;
        world.github.faults.when((exchange) => exchange.n >= n && matches(fault, exchange.operation), fault.name, times);
        await answer(world, { inputs: { "fail-on": "never" } });
        world.github.faults.clear();
        assertAllowed(world, when);
        assert.ok([BEFORE, AFTER].includes(world.issue.body ?? ""), when);
        await act(world);
        const refused = reactions(world.comment).includes(`${ACTIONS} confused`);
        assert.ok(!refused || ["invalid", "forbidden"].includes(fault.row), when);
        assert.equal(world.issue.body, refused ? BEFORE : AFTER, when);
        assert.equal(reactions(world.comment).length, 1, when);
        world.github.journal.clear();
        await act(world);
        assert.deepEqual(world.github.journal.changesBy(ACTIONS), [], when);
      }
    }
  });
}

test("a lost answer to the edit, and an edit by somebody else since: theirs stays", async () => {
  const world = await commanded();
  world.github.faults.when(({ operation }) => operation === "issues/update", "silence-after", 1);
  world.github.once("before", ({ operation, n }) => operation === "graphql" && n > 2, () => writes(world));
  await answer(world);
  assert.ok(world.issue.body?.includes(HERS) && world.issue.body.includes(COMMAND.slice(1).replace(" ", "=")));
  assert.equal(world.github.journal.exchanges.filter(({ operation }) => operation === "issues/update").length, 1);
});
