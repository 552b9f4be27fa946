/** Runs with a broken runner, a broken file or a bug of ours: one line, exit code 1, no raw error. */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { payload, runAction } from "../runner/harness.js";

const PKG = fileURLToPath(new URL("../../pkg", import.meta.url));
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/**
 * @param {import("../runner/harness.js").Run} run
 * @param {RegExp} message
 */
function assertFails(run, message) {
  const { code, commands, stdout, stderr, outputs } = runAction(run);
  assert.deepEqual([code, commands.map(({ name }) => name), stderr, outputs], [1, ["error"], "", []], stdout);
  assert.match(commands[0]?.data ?? "", message);
}

test("no event path", () => {
  assertFails({ env: { GITHUB_EVENT_PATH: undefined } }, /^GITHUB_EVENT_PATH is not set.*GitHub Actions workflow$/);
});

test("no event file", () => {
  assertFails({ env: { GITHUB_EVENT_PATH: "/nowhere/event.json" } }, /\/nowhere\/event\.json cannot be read \(ENOENT\)/);
});

test("a payload that is not JSON is not quoted", () => {
  for (const text of ["", "SECRET", '{"issue": SECRET}', "{\u0000"]) {
    assertFails({ payload: text }, /^the event payload at (?!.*SECRET).* is not JSON/);
  }
});

test("an output file that cannot be written", () => {
  const env = { GITHUB_OUTPUT: "/nowhere/output" };
  const { code, commands } = runAction({ payload: payload({ labels: [] }), env });
  assert.equal(code, 1);
  assert.match(commands.at(-1)?.data ?? "", /^the file that GITHUB_OUTPUT names cannot be written \(ENOENT\)/);
});

test("a runner that names no files for outputs and summary", () => {
  const env = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: "" };
  assert.equal(runAction({ payload: payload({ labels: [] }), env }).code, 0);
});

test("a broken package", () => {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  const bundle = join(folder, "dist/validate.cjs");
  cpSync(DIST, join(folder, "dist"), { recursive: true });
  assertFails({ payload: payload(), bundle }, /^internal error: please report it/);
  cpSync(PKG, join(folder, "pkg"), { recursive: true });
  assert.notEqual(runAction({ payload: payload(), bundle }).commands[0]?.data.startsWith("internal error"), true);
  writeFileSync(join(folder, "pkg/offline/offline_bg.wasm"), "SECRET");
  assertFails({ payload: payload(), bundle }, /^internal error: please report it/);
  rmSync(folder, { recursive: true });
});

test("a trap of the core", () => {
  // The text is in memory twice while it is read, which exceeds the memory limit.
  assertFails({ payload: payload({ title: `é${"x".repeat(140_000_000)}` }) }, /^internal error: please report it/);
});
