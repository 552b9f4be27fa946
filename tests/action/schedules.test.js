/** Several random faults in one run: the same invariants hold as for single faults. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act, fresh, mended } from "../fake-github/act.js";
import { FAULTS } from "../fake-github/faults.js";
import { assertHarmless, assertMended, matches } from "../fake-github/trial.js";

/** @import { World } from "../fake-github/act.js" */
/** @import { Fault } from "../fake-github/faults.js" */

/** The number of schedules for each initial state. */
const COUNT = 1_000;

const OPERATIONS = [
  "graphql",
  "issues/create-label",
  "issues/add-labels",
  "issues/remove-label",
  "issues/create-comment",
  "issues/update-comment",
  "issues/delete-comment",
];

/**
 * Marsaglia's xorshift generator.
 *
 * @param {number} seed not 0
 * @returns {(below: number) => number} integers of at least 0
 */
function dice(seed) {
  let state = Math.imul(seed, 0x9e37_79b1);
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * One to five faults, each for requests of one kind, or for all requests from some number on.
 *
 * @param {World} world
 * @param {number} seed
 * @returns {{ faults: Fault[], told: string }}
 */
function schedule({ github }, seed) {
  const roll = dice(seed);
  const faults = [];
  const told = [`seed ${seed}`];
  for (let count = 1 + roll(5); count > 0; count -= 1) {
    const fault = FAULTS[roll(FAULTS.length)] ?? assert.fail();
    const wanted = roll(3) === 0 ? null : OPERATIONS[roll(OPERATIONS.length)];
    const [from, times] = [1 + roll(8), 1 + roll(4)];
    github.faults.when(
      ({ n, operation }) => (wanted ? operation === wanted : n >= from) && matches(fault, operation),
      fault.name,
      times,
    );
    faults.push(fault);
    told.push(`${fault.name} ${times} times at ${wanted ?? `request ${from}`}`);
  }
  return { faults, told: told.join(", ") };
}

for (const [name, begin] of Object.entries({ fresh, mended })) {
  test(`${name}: ${COUNT} schedules of faults`, async () => {
    const end = await begin();
    await act(end);
    let hits = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const world = await begin();
      const { faults, told } = schedule(world, seed);
      await assertHarmless(world, told);
      hits += world.github.journal.exchanges.filter(({ fault }) => fault !== null).length;
      await assertMended(world, end, faults, told);
    }
    assert.ok(hits > 2 * COUNT, `${hits} faults`);
  });
}
