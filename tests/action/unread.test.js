/** When GitHub does not return the issue as it is now, nothing of the event's copy is shown: it may be withheld by now. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, LABELS, act, fresh } from "../fake-github/act.js";

/** @import { Act } from "../fake-github/act.js" */

const CANARY = "canary";
const BODY = COMPLETE.replace("X drops Y.", `${CANARY} drops Y.`).replace("introduced-in=v1.6.2", "introduced-in=v1.6.77\nresolved-in=v1.6.78\nresolved=v1.6.79");

for (const inputs of /** @type {NonNullable<Act["inputs"]>[]} */ ([{}, { facts: "false" }, { comment: "false", labels: "false" }])) {
  for (const labels of [LABELS, [...LABELS, "area/security"]]) {
    test(`the payload's title and details: ${JSON.stringify(inputs)}, ${labels}`, async () => {
      const world = fresh();
      world.github.faults.at(1, "refused", 100);
      const was = { title: `A ${CANARY}`, body: BODY, labels: labels.map((name) => ({ name })), state: "closed", state_reason: "completed" };
      const { exitCode, log, summary, outputs } = await act(world, { was, inputs });
      const shown = JSON.stringify([log, summary, outputs]);
      assert.doesNotMatch(shown, new RegExp(`${CANARY}|v1\\.6\\.7`), shown);
      assert.match(summary, /GitHub did not return the issue as it is now/);
      const told = Object.fromEntries(outputs);
      assert.deepEqual([exitCode, told["in-scope"], told.withheld, told.valid], [1, "true", "true", "false"]);
    });
  }
}
