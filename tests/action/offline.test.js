/** Without a token, or with requests turned off, the action needs only the payload. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { payload, runAction } from "../runner/harness.js";

const RUN = { payload: payload({ labels: [] }) };

/** A token, with all requests turned off. */
const QUIET = {
  payload: payload(),
  failOn: "never",
  env: { INPUT_TOKEN: "TOKEN", INPUT_COMMENT: "false", INPUT_LABELS: "false", INPUT_FACTS: "false", GITHUB_REPOSITORY: "o/r" },
};
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Commands that start a program without a network, the one that needs no privileges first. */
const WRAPPERS = [
  ["unshare", "--map-root-user", "--net"],
  ["sudo", "--non-interactive", "--preserve-env", "unshare", "--net"],
];

test("answers without a network", (t) => {
  const wrapper = WRAPPERS.find(([program = "", ...rest]) => spawnSync(program, [...rest, "true"]).status === 0);
  if (!wrapper) {
    assert.ok(!process.env.CI, "CI must be able to make a network namespace");
    t.skip("this system does not provide network namespaces");
    return;
  }
  const { code, outputs } = runAction({ ...RUN, wrapper, env: { PATH: process.env.PATH } });
  assert.equal(code, 0);
  assert.deepEqual(Object.keys(Object.fromEntries(outputs)), Object.keys(Object.fromEntries(runAction(RUN).outputs)));
});

test("reads the bundle, the module and the event, writes its two files, and starts nothing", () => {
  const temporary = realpathSync(tmpdir());
  const read = [join(ROOT, "dist"), join(ROOT, "pkg"), temporary].map((path) => `--allow-fs-read=${path}`);
  const { code, stderr } = runAction({ ...RUN, options: ["--permission", ...read, `--allow-fs-write=${temporary}`] });
  assert.deepEqual([code, stderr], [0, ""]);
});

test("loads no part of Node that could reach a network", () => {
  const list = join(tmpdir(), `modules-${process.pid}.json`);
  const probe = `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(list)}, JSON.stringify(process.moduleLoadList)))`;
  const script = join(tmpdir(), `probe-${process.pid}.cjs`);
  writeFileSync(script, probe);
  const reaching = /^NativeModule (net|http|https|http2|tls|dgram|dns|child_process|worker_threads|internal\/deps\/undici.*)$/;
  for (const run of [RUN, QUIET]) {
    assert.equal(runAction({ ...run, options: ["--require", script] }).code, 0);
    const loaded = /** @type {string[]} */ (JSON.parse(readFileSync(list, "utf8")));
    assert.deepEqual(loaded.filter((name) => reaching.test(name)), []);
  }
  [list, script].forEach((path) => rmSync(path));
});

test("does not load the bundle that makes requests", () => {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  cpSync(join(ROOT, "pkg"), join(folder, "pkg"), { recursive: true });
  cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  rmSync(join(folder, "dist/github.cjs"));
  const bundle = join(folder, "dist/validate.cjs");
  assert.equal(runAction({ ...RUN, bundle }).code, 0);
  assert.equal(runAction({ ...QUIET, bundle }).code, 0);
  const { code, stdout, stderr } = runAction({ ...QUIET, env: { ...QUIET.env, INPUT_FACTS: "true" }, bundle });
  assert.equal(code, 1);
  assert.match(stdout, /internal error/);
  assert.equal(stderr, "");
  rmSync(folder, { recursive: true });
});
