/** Random edits, faults and further commands during a run: no text of a person is lost, and no command stays undone. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act } from "../fake-github/act.js";
import { answer, assertAllowed, commanded } from "../fake-github/commanded.js";
import { FAULTS } from "../fake-github/faults.js";
import { ACTIONS } from "../fake-github/forge.js";
import { matches } from "../fake-github/trial.js";

/** @import { Commanded } from "../fake-github/commanded.js" */

const COUNT = 400;

const COMMANDS = ["/wont-fix v1.5", "/resolved-in v1.6.9", "/wont-fix v1.4\n/introduced-in v1.7.0", "/patch-release check", "/resolved-in v1.x", "/wont-fix - v1.5"];

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
 * People write at up to four boundaries. What they write between the last read and the edit cannot be kept: GitHub has
 * no conditional write.
 *
 * @param {Commanded} world
 * @param {(below: number) => number} roll
 * @returns {{ kept: string[], comments: import("../fake-github/comment.js").Comment[] }}
 */
function people({ github, issue, comment }, roll) {
  /** @type {string[]} */
  const kept = [];
  const comments = [comment];
  /** @type {string[]} */
  const open = [];
  for (let count = roll(4); count > 0; count -= 1) {
    const boundary = /** @type {const} */ (["before", "after"])[roll(2)] ?? "before";
    const [n, words, isComment] = [1 + roll(9), `Words ${count}.`, roll(3) === 0];
    github.once(boundary, (exchange) => exchange.n === n && exchange.client === "racing", async ({ operation }) => {
      await github.clock.sleep(1_000 * roll(3));
      if (isComment) {
        comments.push(issue.addComment("author", COMMANDS[roll(COMMANDS.length)] ?? ""));
        return;
      }
      issue.edit("author", { body: (issue.body ?? "").replace("## Impact", `${words}\r\n\r\n## Impact`) });
      const isOpen = operation === "graphql" ? boundary === "after" : operation === "issues/update" && boundary === "before";
      (isOpen ? open : kept).push(words);
    });
  }
  github.on("before", ({ operation }) => {
    // What was written before a read is seen by it; what was written before the edit is lost.
    const seen = operation === "graphql" || operation === "issues/update" ? open.splice(0) : [];
    kept.push(...(operation === "graphql" ? seen : []));
  });
  return { kept, comments };
}

test(`${COUNT} schedules of edits, commands and faults`, async () => {
  let edits = 0;
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const roll = dice(seed);
    const world = await commanded({ command: COMMANDS[roll(COMMANDS.length)] ?? "" });
    const { kept, comments } = people(world, roll);
    const fault = FAULTS[roll(FAULTS.length)] ?? assert.fail();
    const [from, times] = [1 + roll(12), roll(3)];
    world.github.faults.when(({ n, operation }) => n >= from && matches(fault, operation), fault.name, times);
    const when = `seed ${seed}, ${fault.name}, ${times} from ${from}`;
    await answer(world, { inputs: { "fail-on": "never" }, client: "racing" });
    world.github.faults.clear();
    assertAllowed(world, when);
    const body = world.issue.body ?? "";
    assert.deepEqual(kept.filter((words) => !body.includes(words)), [], `${when}\n${body}`);
    assert.doesNotMatch(body.replaceAll("\r\n", ""), /[\r\n]/, when);
    edits += Number(body.includes("wont-fix"));
    await act(world, { inputs: { "fail-on": "never" } });
    await act(world, { inputs: { "fail-on": "never" } });
    assert.deepEqual(comments.filter(({ reactions }) => reactions.length !== 1).map(({ body }) => body), [], when);
    world.github.journal.clear();
    await act(world, { inputs: { "fail-on": "never" } });
    assert.deepEqual(world.github.journal.changesBy(ACTIONS), [], when);
  }
  assert.ok(edits > COUNT / 8, `${edits} edits`);
});
