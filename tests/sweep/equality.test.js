/** A sweep leaves what runs about every single issue leave. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act, ours, sweepOnce } from "../fake-github/act.js";
import { issuesOf, many, settled } from "../fake-github/many.js";

/** @import { World } from "../fake-github/act.js" */

const DISPATCH = { name: "workflow_dispatch", payload: { issue: null, repository: { default_branch: "main" } } };

/**
 * A run about each issue, as a person would start it.
 *
 * @param {World} world
 */
async function runEach(world) {
  const results = [];
  for (const { number } of issuesOf(world)) {
    const { outputs } = await act(world, { event: DISPATCH, inputs: { "issue-number": String(number), "fail-on": "never" } });
    const told = Object.fromEntries(outputs);
    if (told["in-scope"] === "true") {
      results.push({ number, valid: told.valid === "true", errors: Number(told.errors), warnings: Number(told.warnings) });
    }
  }
  return results;
}

/** @param {World} world */
function uncommented(world) {
  return new Set(issuesOf(world).filter((issue) => issue.state === "closed" && ours(issue).length === 0).map(({ number }) => number));
}

for (const [name, event] of Object.entries({ "a dispatch": DISPATCH, "a schedule": {} })) {
  test(`${name} leaves what single runs leave, in 40 repositories`, async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const [one, other] = [many(seed, 12), many(seed, 12)];
      const silent = uncommented(one);
      const results = await runEach(one);
      const plan = await sweepOnce(other, { event });
      assert.deepEqual([plan.exitCode, other.github.journal.violations], [0, []], `seed ${seed}`);
      assert.deepEqual(settled(other, silent), settled(one, silent), `seed ${seed}`);
      const told = Object.fromEntries(plan.outputs);
      assert.deepEqual(JSON.parse(told.results ?? ""), results, `seed ${seed}`);
      other.github.journal.clear();
      await sweepOnce(other, { event });
      assert.deepEqual(other.github.journal.changes, [], `seed ${seed}: another sweep writes nothing`);
      for (const issue of issuesOf(other).filter(({ number }) => !silent.has(number))) {
        await act(other, { event: DISPATCH, inputs: { "issue-number": String(issue.number) } });
      }
      assert.deepEqual(other.github.journal.changes, [], `seed ${seed}: single runs write nothing`);
    }
  });
}

test("a sweep after single runs writes nothing", async () => {
  for (let seed = 100; seed < 120; seed += 1) {
    const world = many(seed, 12);
    await runEach(world);
    world.github.journal.clear();
    const { outputs } = await sweepOnce(world);
    assert.deepEqual([world.github.journal.changes, Object.fromEntries(outputs).changed], [[], "0"], `seed ${seed}`);
  }
});
