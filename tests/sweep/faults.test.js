/** Any failure between a sweep and GitHub: nothing wrong is written, and the next sweep repairs it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act, ours, sweepOnce } from "../fake-github/act.js";
import { FAULTS } from "../fake-github/faults.js";
import { ACTIONS } from "../fake-github/forge.js";
import { issuesOf } from "../fake-github/many.js";
import { people, varied } from "../fake-github/sweep-world.js";
import { SWEEP_BUDGET } from "../../action/github/time-budget.js";
import { matches } from "../fake-github/trial.js";
import { findCommands } from "../runner/commands.js";

/** @import { World } from "../fake-github/act.js" */
/** @import { Fault } from "../fake-github/faults.js" */

const ALWAYS = 1_000;
const DEEDS = ["create-label", "add-label", "remove-label", "post-comment", "update-comment", "delete-comment"];

const clean = (async () => {
  const world = await varied();
  const plan = await sweepOnce(world);
  const operations = world.github.journal.exchanges.map(({ operation }) => operation.replace("issues/", ""));
  return { world, plan, operations, firstWrite: operations.findIndex((name) => name !== "graphql") };
})();

/**
 * Sweeps, and checks what must hold despite any fault.
 *
 * @param {World} world
 * @param {string} when
 */
async function assertHarmless(world, when) {
  const { github } = world;
  const [begin, before, most] = [github.clock.now(), people(world), new Map(issuesOf(world).map((issue) => [issue.number, Math.max(1, ours(issue).length)]))];
  const plan = await sweepOnce(world);
  assert.ok(github.clock.now() - begin <= SWEEP_BUDGET, `${when}: ${github.clock.now() - begin} ms`);
  const { strays, violations } = github.journal;
  assert.deepEqual({ strays, violations }, { strays: [], violations: [] }, when);
  assert.deepEqual(people(world), before, when);
  assert.ok(issuesOf(world).every((issue) => ours(issue).length <= (most.get(issue.number) ?? 0)), when);
  const deeds = github.journal.changesBy(ACTIONS);
  assert.deepEqual(deeds.filter(({ what, whose }) => !DEEDS.includes(what) || (whose !== null && whose !== ACTIONS)), [], when);
  assert.ok(findCommands(plan.log.join("\n")).every(({ name }) => /^(error|warning|notice)$/.test(name)), when);
  return plan;
}

/**
 * @param {World} world
 * @param {Fault} fault after refusals, GitHub creates labels in its own colour, and a shorter comment stays
 */
function state({ github }, { row }) {
  const left = row === "forbidden" || row === "invalid" ? ["color", "description", "body"] : [];
  return JSON.parse(JSON.stringify(github.forge.snapshot(), (name, member) => (left.includes(name) ? undefined : member)));
}

test("a sweep without faults writes everything, and another one nothing", async () => {
  const { world, plan, operations } = await clean;
  assert.equal(plan.exitCode, 0);
  const kinds = ["create-label", "add-labels", "remove-label", "create-comment", "update-comment", "delete-comment"];
  assert.deepEqual(kinds.filter((kind) => !operations.includes(kind)), [], operations.join());
  world.github.journal.clear();
  await sweepOnce(world);
  assert.deepEqual(world.github.journal.changes, []);
});

for (const fault of FAULTS) {
  test(`${fault.name} at any request of a sweep, once or always`, async () => {
    const { world: end, operations, firstWrite } = await clean;
    for (const [index, operation] of operations.entries()) {
      for (const times of matches(fault, operation) ? [1, ALWAYS] : []) {
        const when = `${operation}, at ${index + 1}, ${times} times`;
        const hurt = await varied();
        hurt.github.faults.when(({ n, operation }) => n > index && matches(fault, operation), fault.name, times);
        const plan = await assertHarmless(hurt, when);
        // The last query before the first write reads again what was found.
        const isEarly = index < firstWrite - 1;
        if (plan.exitCode === 1 && fault.row !== "unauthorized") {
          assert.deepEqual([isEarly, hurt.github.journal.changes], [true, []], `${when}: ${plan.log.join("\n")}`);
        }
        assert.equal(fault.row === "unauthorized" ? plan.exitCode : 1, 1, when);
        assert.ok(!(isEarly && times === ALWAYS) || plan.exitCode === 1 || !matches(fault, "graphql"), `${when}: ${plan.log.join("\n")}`);
        hurt.github.faults.clear();
        hurt.github.journal.clear();
        await assertHarmless(hurt, `${when}, afterwards`);
        if (fault.row === "missing" && operation === "delete-comment") {
          // GitHub said that the comment was gone. No label tells the sweep that it is not: the next run about the issue does.
          await act({ ...hurt, issue: issuesOf(hurt).find(({ body, labels }) => body === "Nothing." && labels.size === 0) ?? hurt.issue });
        }
        assert.deepEqual(state(hurt, fault), state(end, fault), when);
      }
    }
  });
}
