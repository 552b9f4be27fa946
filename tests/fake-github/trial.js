/** What must hold after a run, whatever went wrong between it and GitHub. */

import assert from "node:assert/strict";

import { BUDGET } from "../../action/github/time-budget.js";
import { findCommands } from "../runner/commands.js";
import { declaredOutputs } from "../runner/harness.js";
import { act, names, ours } from "./act.js";
import { TOKEN } from "./caller.js";
import { ACTIONS } from "./forge.js";

/** @import { Plan } from "../../pkg/types.js" */
/** @import { Act, World } from "./act.js" */
/** @import { Fault } from "./faults.js" */

const OUTPUTS = declaredOutputs();

/** The action's labels under the default policy. */
const DERIVED = /^(patch-release\/incomplete|affects\/v\d+\.\d+)$/i;

/** The writes that the action may make, by their names in the journal. */
const DEEDS = ["create-label", "add-label", "remove-label", "post-comment", "update-comment", "delete-comment"];

/** @type {Partial<Record<Fault["row"], string[]>>} members of the state */
const LEFT_BEHIND = { forbidden: ["color", "description"], invalid: ["color", "description", "body"] };

/**
 * Runs the action, and checks what must hold despite any fault.
 *
 * @param {World} world
 * @param {string} when describes the run in messages
 * @param {Act} [what]
 * @returns {Promise<Plan>}
 */
export async function assertHarmless(world, when, what) {
  const { github, issue } = world;
  const [begin, before, people] = [github.clock.now(), ours(issue).length, theirs(world)];
  const plan = await act(world, what);
  assert.ok(github.clock.now() - begin <= BUDGET, `${when}: ${github.clock.now() - begin} ms`);
  assertTold(plan, when);
  const { strays, violations } = github.journal;
  assert.deepEqual({ strays, violations }, { strays: [], violations: [] }, when);
  assert.ok(ours(issue).length <= Math.max(1, before), `${when}: ${ours(issue).length} comments`);
  assert.deepEqual(theirs(world), people, when);
  const deeds = github.journal.changesBy(ACTIONS);
  assert.deepEqual(deeds.filter(({ what, whose }) => !DEEDS.includes(what) || (whose !== null && whose !== ACTIONS)), [], when);
  return plan;
}

/**
 * The outputs exist, and the log contains only our commands.
 *
 * @param {Plan} plan
 * @param {string} when
 */
function assertTold({ exitCode, log, outputs, summary }, when) {
  assert.ok(exitCode === 0 || exitCode === 1, when);
  assert.deepEqual(outputs.map(([name]) => name), OUTPUTS, when);
  assert.match(summary, /^## /, when);
  const printed = log.join("\n");
  assert.equal(`${printed}${summary}${JSON.stringify(outputs)}`.includes(TOKEN), false, when);
  assert.equal(findCommands(printed).length, log.filter((line) => line.startsWith("::")).length, when);
  assert.ok(findCommands(printed).every(({ name }) => /^(error|warning|notice)$/.test(name)), printed);
}

/**
 * What people made, which the action must not change.
 *
 * @param {World} world
 */
function theirs({ issue }) {
  const { title, body, state, locked, comments } = issue;
  const labels = names(issue).filter((name) => !DERIVED.test(name));
  return { title, body, state, locked, labels, comments: comments.filter((comment) => !ours(issue).includes(comment)) };
}

/**
 * The final state, without the effects of refusals: if a label could not be created, GitHub creates it when it is
 * added, in a default colour; if a comment was too long, its shorter text stays.
 *
 * @param {World} world
 * @param {Fault[]} faults
 */
function state({ github }, faults) {
  return without(github.forge.snapshot(), faults.flatMap(({ row }) => LEFT_BEHIND[row] ?? []));
}

/**
 * @param {unknown} value JSON
 * @param {string[]} left the names of the members to leave out
 * @returns {unknown}
 */
function without(value, left) {
  return JSON.parse(JSON.stringify(value, (name, member) => (left.includes(name) ? undefined : member)));
}

/**
 * The next run, without faults, reaches the state of runs without faults. If that state is already reached, the run
 * does nothing, as it would there.
 *
 * @param {World} world
 * @param {World} end the state after runs without faults
 * @param {Fault[]} faults
 * @param {string} when
 */
export async function assertMended(world, end, faults, when) {
  const wanted = JSON.stringify(state(end, faults));
  if (JSON.stringify(state(world, faults)) !== wanted) {
    world.github.faults.clear();
    await assertHarmless(world, when);
    assert.deepEqual(state(world, faults), state(end, faults), when);
  }
}

/**
 * Whether a fault can hit a request.
 *
 * @param {Fault} fault
 * @param {string} operation
 */
export function matches({ hits }, operation) {
  return hits === "any" || (hits === "graphql") === (operation === "graphql");
}
