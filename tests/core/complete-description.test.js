/** The description that other tests take for complete is. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { validate } from "../../pkg/node.js";
import { completeDescription } from "./complete-description.js";

const LABELS = ["patch-release", "priority/critical-urgent", "sig/cli"];

test("the complete description has nothing wrong in it", () => {
  const { inScope, diagnostics } = validate({ number: 1, title: "x", body: completeDescription(), labels: LABELS, state: "open" });
  assert.ok(inScope);
  const rules = diagnostics.map(({ rule }) => rule);
  assert.deepEqual(rules, [], "write into tests/core/complete-description.js what these rules ask for");
});
