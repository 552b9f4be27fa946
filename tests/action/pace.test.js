/** GitHub asks for a second between two writes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act, fresh, mended } from "../fake-github/act.js";

/** @import { World } from "../fake-github/act.js" */

/** The times of the attempts to write, in milliseconds. @param {World} world */
function times({ github }) {
  /** @type {number[]} */
  const times = [];
  github.on("before", ({ operation }) => {
    if (operation !== "graphql") {
      times.push(github.clock.now());
    }
  });
  return times;
}

for (const [what, start] of /** @type {const} */ ([["a new issue", async () => fresh()], ["an issue that is mended", mended]])) {
  test(`the writes of a run are at least a second apart: ${what}`, async () => {
    const world = await start();
    const at = times(world);
    await act(world);
    assert.ok(at.length >= 3, `${at.length} writes`);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    assert.ok(pauses.every((pause) => pause >= 1_000), String(pauses));
  });
}

test("a run with one write does not wait", async () => {
  const world = await mended();
  world.issue.addLabels("author", []);
  const begin = world.github.clock.now();
  await act(world, { inputs: { comment: "false" } });
  assert.ok(world.github.clock.now() - begin < 2_000);
});
