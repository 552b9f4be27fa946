/** Start-up is what the action costs, and start-up is size. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const bundle = readFileSync(new URL("../dist/validate.cjs", import.meta.url), "utf8");

// The aim is 300,000; bench/README.md tells what the rest is made of.
test("the module is at most 390,000 bytes", () => {
  const { length } = readFileSync(new URL("../pkg/patch_release_issues_bg.wasm", import.meta.url));
  assert.ok(length <= 390_000, `${length} bytes`);
});

test("the bundle is at most 15,000 bytes", () => {
  assert.ok(Buffer.byteLength(bundle) <= 15_000, `${Buffer.byteLength(bundle)} bytes`);
});

test("the bundle loads node:fs and nothing else", () => {
  const loaded = [...bundle.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(loaded)], ['"node:fs"']);
  assert.doesNotMatch(bundle, /undici|import\(|node:crypto/);
});

test("dist/ holds the bundle alone", () => {
  assert.deepEqual(readdirSync(new URL("../dist", import.meta.url)), ["validate.cjs"]);
});
