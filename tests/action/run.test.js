/** The turns of a run, with a scripted core. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "../../action/validate/run.js";
import { event } from "../runner/harness.js";

/** @import { GitHub } from "../../action/validate/run.js" */
/** @import { Event, Plan, Trouble, Write } from "../../pkg/types.js" */

const END = { sweep: false, query: null, number: 7, writes: [], exitCode: 0, log: ["end"], outputs: [], summary: "" };
const QUERY = { text: "query", variables: { number: 7 }, delay: 0 };
const TROUBLE = /** @type {Trouble} */ ({ doing: "read", kind: "limited", status: 403, detail: "" });
const POST = /** @type {Write} */ ({ kind: "post-comment", body: "long", shorter: "short" });
const LABEL = /** @type {Write} */ ({ kind: "add-labels", names: ["a"] });
const REMOVE = /** @type {Write} */ ({ kind: "remove-label", name: "b" });

/**
 * Runs a script.
 *
 * @param {Partial<Plan>[]} plans in order; the end follows them
 * @param {unknown[]} replies of GitHub, in order
 */
async function acted(plans, replies) {
  /** @type {Event[]} */
  const seen = [];
  /** @type {unknown[]} */
  const calls = [];
  let connections = 0;
  const call = (/** @type {unknown[]} */ ...words) => {
    calls.push(words);
    return Promise.resolve(replies[calls.length - 1]);
  };
  const github = /** @type {GitHub} */ (/** @type {unknown} */ ({ ask: call, write: call }));
  const plan = (/** @type {Event} */ given) => {
    seen.push(structuredClone(given));
    return { ...END, ...plans[seen.length - 1] };
  };
  const end = await run(event(), plan, () => {
    connections += 1;
    return github;
  });
  return { end, seen, calls, connections, last: seen.at(-1) ?? assert.fail() };
}

test("a plan without query and writes ends the run without a connection", async () => {
  const { end, seen, connections } = await acted([], []);
  assert.deepEqual([end, seen, connections], [END, [event()], 0]);
});

test("answers and failures of queries are passed on, and the rest of the plan is ignored", async () => {
  const body = { data: {} };
  const plans = [{ query: QUERY, writes: [POST], exitCode: 1 }, { query: { ...QUERY, variables: { number: 8 } } }];
  const { end, last, calls, connections } = await acted(plans, [{ body }, { trouble: TROUBLE }]);
  assert.deepEqual([end, connections], [END, 1]);
  assert.deepEqual(calls, [[QUERY], [{ ...QUERY, variables: { number: 8 } }]]);
  const answers = [{ round: 0, variables: { number: 7 }, body }];
  assert.deepEqual(last, { ...event(), answers, troubles: [TROUBLE] });
});

test("writes are carried out in order, as one round", async () => {
  const plans = [{ writes: [LABEL, POST, REMOVE], number: 9 }, { query: QUERY }];
  const { last, calls } = await acted(plans, [{ id: null }, { id: "12" }, { id: null }, { body: {} }]);
  const done = [{ write: LABEL, id: null }, { write: POST, id: "12" }, { write: REMOVE, id: null }];
  assert.deepEqual(calls, [[9, LABEL], [9, POST], [9, REMOVE], [QUERY]]);
  assert.deepEqual([last.round, last.done, last.troubles], [1, done, []]);
  assert.deepEqual(last.answers, [{ round: 1, variables: QUERY.variables, body: {} }]);
});

test("a failed write ends its round, and the earlier writes are passed on", async () => {
  const trouble = /** @type {Trouble} */ ({ doing: "remove-label", kind: "forbidden", status: 403, detail: "no" });
  const plans = [{ query: QUERY }, { writes: [POST, REMOVE, LABEL] }, { writes: [LABEL] }];
  const replies = [{ trouble: TROUBLE }, { id: "12" }, { trouble }, { id: null }];
  const { last, calls } = await acted(plans, replies);
  const done = [{ write: POST, id: "12" }, { write: LABEL, id: null }];
  assert.deepEqual(calls.slice(1), [[7, POST], [7, REMOVE], [7, LABEL]]);
  assert.deepEqual([last.round, last.done, last.troubles], [2, done, [TROUBLE, trouble]]);
});

test("a core that does not finish is stopped", async () => {
  let turns = 0;
  const plan = () => ({ ...END, query: ((turns += 1), QUERY) });
  const github = { ask: async () => ({ body: {} }), write: () => assert.fail() };
  await assert.rejects(run(event(), plan, () => github));
  assert.equal(turns, 4_000);
});
