/** The description that other tests use as complete really is complete. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { validate } from "../../pkg/node.js";
import { completeDescription } from "./complete-description.js";

const LABELS = ["patch-release", "priority/critical-urgent", "sig/cli"];

test("the complete description is valid", () => {
  const { inScope, diagnostics } = validate({ number: 1, title: "x", body: completeDescription(), labels: LABELS, state: "open" });
  assert.ok(inScope);
  const rules = diagnostics.map(({ rule }) => rule);
  assert.deepEqual(rules, [], "add what these rules require to tests/core/complete-description.js");
});
