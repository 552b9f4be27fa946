/** Strangers can write as many comments as they like: a run about the issue stays small, and ends as without them. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { LABELS, act, ours, requests } from "../fake-github/act.js";
import { start } from "../fake-github/caller.js";

/** @param {string} text @param {number} count */
async function among(text, count) {
  const world = start();
  world.issue.addLabels("author", LABELS);
  for (let index = 0; index < count; index += 1) world.issue.addComment("passer-by", text);
  const plan = await act(world);
  return { plan, world, body: ours(world.issue)[0]?.body };
}

for (const [what, text] of /** @type {const} */ ([
  ["large comments", "漢".repeat(65_000)],
  ["large comments with slashes", `a/b ${"漢".repeat(64_000)}`],
  ["small comments", "x"],
])) {
  test(`1,500 ${what} of a stranger change nothing`, { timeout: 120_000 }, async () => {
    const [alone, crowded] = [await among("", 0), await among(text, 1_500)];
    assert.deepEqual([crowded.plan.exitCode, crowded.plan.outputs, crowded.plan.log], [alone.plan.exitCode, alone.plan.outputs, alone.plan.log]);
    assert.equal(crowded.body, alone.body);
    assert.ok(requests(crowded.world).length <= 3 * 15 + requests(alone.world).length, `${requests(crowded.world)} requests`);
  });
}
