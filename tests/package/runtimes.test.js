/** The packed package in Node, Deno and Bun, with `import` and with `require`. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { EXPECTED, MODULE, SCRIPT, packed, project, run, tool } from "./tarball.js";

const files = {
  "module.mjs": MODULE,
  "script.cjs": SCRIPT,
  "both.mjs": `
    import { createRequire } from "node:module";
    import init, * as core from "patch-release-issues";
    import * as report from "patch-release-issues/report";
    const require = createRequire(import.meta.url);
    const [required, reports] = [require("patch-release-issues"), require("patch-release-issues/report")];
    await init();
    await required.default();
    console.log(core.validate === required.validate && report.Report === reports.Report, Object.keys(core).sort().join());`,
};

/**
 * @param {string} program
 * @param {string[]} [options]
 */
function runAll(program, options = []) {
  const place = project(files);
  for (const script of ["module.mjs", "script.cjs"]) {
    assert.equal(run(place, program, [...options, script]), EXPECTED, script);
  }
  assert.equal(run(place, program, [...options, "both.mjs"]), "true affected,default,draft,fix,template,validate");
}

test("works in this Node", () => runAll(process.execPath));

test("works in Node 20.0", (t) => {
  const node = tool(t, "node-20/bin/node");
  if (node !== null) {
    assert.equal(run(".", node, ["--version"]), "v20.0.0");
    runAll(node);
  }
});

test("works in Deno", (t) => {
  const deno = tool(t, "@deno/linux-x64-glibc/deno");
  if (deno !== null) {
    runAll(deno, ["run", "--quiet", "--no-lock", "--node-modules-dir=manual", "--allow-read", "--allow-env"]);
  }
});

test("works in Bun", (t) => {
  const bun = tool(t, "@oven/bun-linux-x64/bin/bun");
  if (bun !== null) {
    runAll(bun, ["run"]);
  }
});

test("has a command, also in Node 20.0", (t) => {
  const place = project({ "x.md": "introduced-in=1.6.2" });
  const command = join(place, "node_modules/.bin/patch-release-issues");
  assert.match(run(place, command, ["--version"]), /^\d+\.\d+\.\d+$/);
  assert.match(run(place, command, ["check", "--fail-on", "never", "x.md"]), /^error\[unfenced-entry\]/);
  const node = tool(t, "node-20/bin/node");
  if (node !== null) {
    const script = join(place, "node_modules/patch-release-issues/cli.cjs");
    assert.match(run(place, node, [script, "check", "--fail-on", "never", "x.md"]), /^error\[unfenced-entry\]/);
    assert.match(run(place, node, [script, "new"]), /introduced-in=vX\.Y\.Z/);
  }
});

test("has at most 1,080,000 bytes, and each WebAssembly file once", () => {
  assert.ok(packed.size <= 1_080_000, `${packed.size} bytes`);
  const paths = packed.files.map(({ path }) => path).sort();
  assert.deepEqual(paths.filter((path) => path.endsWith(".wasm")), ["patch_release_issues_bg.wasm", "report/report_bg.wasm"]);
  for (const wanted of ["README.md", "LICENSE", "LICENSES.txt", "package.json"]) {
    assert.ok(paths.includes(wanted), wanted);
  }
  for (const { path, size } of packed.files) {
    assert.ok(path.endsWith(".wasm") || size < 100_000, `${path} has ${size} bytes`);
    assert.doesNotMatch(path, /(^|\/)(types|node|patch_release_issues|report)\.d\.ts$/, "types of the action");
  }
});

test("says what to copy when the WebAssembly file is not there", () => {
  const place = project({
    "run.cjs": `
      const { rmSync } = require("node:fs");
      for (const [name, path] of [["patch-release-issues", "patch_release_issues_bg.wasm"], ["patch-release-issues/report", "report/report_bg.wasm"]]) {
        rmSync("node_modules/patch-release-issues/" + path);
        try { require(name); } catch (error) { console.log(error.message); }
      }`,
  });
  const printed = run(place, process.execPath, ["run.cjs"]);
  for (const file of ["patch_release_issues_bg.wasm", "report/report_bg.wasm"]) {
    assert.ok(printed.includes(`copy node_modules/patch-release-issues/${file} beside the bundle`), printed);
  }
});
