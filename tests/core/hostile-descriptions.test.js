/** Text that is expensive to read gets an answer, up to the size that GitHub accepts. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as core from "../shipped-core.js";
import { event } from "../runner/harness.js";
import { FAMILIES, PLACES, labels } from "./hostile-descriptions.js";

/** @import { Plan } from "../../pkg/types.js" */

const SIZE = 16_384;
/** The longest description that GitHub accepts. */
const LONGEST = 65_536;
const KIB = 1024;

/**
 * @param {Record<string, unknown>} members
 * @returns {Plan}
 */
function planned(members) {
  return core.plan(event(members));
}

/** @param {Plan} plan */
function assertFits({ exitCode, log, outputs, summary }) {
  assert.ok(exitCode === 0 || exitCode === 1);
  const annotations = log.filter((line) => /^::(error|warning|notice)/.test(line));
  assert.ok(annotations.length <= 10, `${annotations.length} annotations`);
  for (const annotation of annotations) {
    assert.ok(annotation.replace(/^::.*?::/, "").length <= 4_096);
  }
  const { result = "" } = Object.fromEntries(outputs);
  assert.ok(Buffer.byteLength(result) <= 256 * KIB, `${Buffer.byteLength(result)} bytes of result`);
  assert.equal(JSON.parse(result).schema, 1);
  const bytes = outputs.reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 0);
  assert.ok(bytes <= KIB * KIB, `${bytes} bytes of outputs`);
  assert.ok(Buffer.byteLength(summary) <= 900 * KIB, `${Buffer.byteLength(summary)} bytes of summary`);
}

// The module's memory is limited to 256 MiB. Input that needs more would end in an error here.
for (const [name, family] of Object.entries(FAMILIES)) {
  test(name, () => {
    for (const put of Object.values(PLACES)) {
      assertFits(planned({ body: put(family(SIZE)) }));
    }
  });
}

for (const [name, family] of Object.entries(FAMILIES)) {
  test(`a draft of ${name}`, () => {
    const body = family(LONGEST);
    const { description, entries } = core.draft({ number: 1, title: "", body });
    assert.ok(description.includes(body.trimEnd()) && entries.length <= 100);
  });
}

test("thousands of labels", () => {
  assertFits(planned({ body: "", labels: labels(13_000) }));
});

test("the longest lists", () => {
  for (const name of ["pull requests", "bare numbers", "one line of binaries", "versions on one line"]) {
    for (const put of Object.values(PLACES)) {
      assertFits(planned({ body: put(FAMILIES[name]?.(LONGEST) ?? "") }));
    }
  }
});
