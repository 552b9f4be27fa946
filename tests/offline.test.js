/** The action needs the payload and nothing else. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { payload, runAction } from "./harness.js";

const RUN = { payload: payload({ labels: [] }) };
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Programs that start another without any network, the one without privileges first. */
const WRAPPERS = [
  ["unshare", "--map-root-user", "--net"],
  ["sudo", "--non-interactive", "--preserve-env", "unshare", "--net"],
];

test("answers without a network", (t) => {
  const wrapper = WRAPPERS.find(([program = "", ...rest]) => spawnSync(program, [...rest, "true"]).status === 0);
  if (!wrapper) {
    assert.ok(!process.env.CI, "CI must be able to make a network namespace");
    t.skip("this system gives no network namespace");
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
  assert.equal(runAction({ ...RUN, options: ["--require", script] }).code, 0);
  const loaded = /** @type {string[]} */ (JSON.parse(readFileSync(list, "utf8")));
  const reaching = /^NativeModule (net|http|https|http2|tls|dgram|dns|child_process|worker_threads|internal\/deps\/undici.*)$/;
  assert.deepEqual(loaded.filter((name) => reaching.test(name)), []);
  [list, script].forEach((path) => rmSync(path));
});
