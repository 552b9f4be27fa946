/** Limits the sizes of the bundles, because start-up time dominates a run and depends on size. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const bundle = readFileSync(new URL("../../dist/validate.cjs", import.meta.url), "utf8");
const github = readFileSync(new URL("../../dist/github.cjs", import.meta.url), "utf8");

// bench/README.md tells what they are made of, and what the aims are.
test("each module is at most as large as it was", () => {
  const most = { "offline/offline": 590_000, "action/action": 955_000, "patch_release_issues": 670_000 };
  for (const [name, bytes] of Object.entries(most)) {
    const { length } = readFileSync(new URL(`../../pkg/${name}_bg.wasm`, import.meta.url));
    assert.ok(length <= bytes, `${name} has ${length} bytes`);
  }
});

test("the bundle is at most 11,000 bytes", () => {
  assert.ok(Buffer.byteLength(bundle) <= 11_000, `${Buffer.byteLength(bundle)} bytes`);
});

test("the bundle loads two modules of Node, and the bundle for runs that are not offline", () => {
  assert.deepEqual(loaded(bundle), ['"./run.cjs"', '"node:fs"', '"node:path"']);
  assert.doesNotMatch(bundle, /octokit|undici|import\(|node:crypto|action_bg/i);
});

test("the bundle for other runs loads one module of Node, and the bundle that makes requests", () => {
  const run = readFileSync(new URL("../../dist/run.cjs", import.meta.url), "utf8");
  assert.deepEqual(loaded(run), ['"./github.cjs"', '"node:fs"']);
  assert.doesNotMatch(run, /octokit|undici|import\(|node:crypto|offline_bg/i);
});

test("the bundle that makes requests is at most 50,000 bytes, and loads Node's own clients lazily", () => {
  assert.ok(Buffer.byteLength(github) <= 50_000, `${Buffer.byteLength(github)} bytes`);
  assert.deepEqual(loaded(github), []);
  assert.doesNotMatch(github, /undici|import\(|node:crypto/);
});

test("the report's bundle loads two modules of Node, requests lazily, and not the code for one issue", () => {
  const report = readFileSync(new URL("../../dist/report.cjs", import.meta.url), "utf8");
  assert.deepEqual(loaded(report), ['"./github.cjs"', '"node:fs"', '"node:path"']);
  assert.ok(Buffer.byteLength(report) <= 45_000, `${Buffer.byteLength(report)} bytes`);
  assert.doesNotMatch(report, /octokit|undici|import\(|node:crypto|patch_release_issues_bg/i);
});

test("dist/ contains the four bundles, the licences of their dependencies, and the bill of materials", () => {
  const names = ["LICENSES.txt", "github.cjs", "report.cjs", "run.cjs", "sbom.cdx.json", "validate.cjs"];
  assert.deepEqual(readdirSync(new URL("../../dist", import.meta.url)).sort(), names);
  const licences = readFileSync(new URL("../../dist/LICENSES.txt", import.meta.url), "utf8");
  for (const name of github.match(/(?<=octokit-)[a-z-]+(?=\.js\/)/g) ?? assert.fail()) {
    assert.ok(licences.includes(`@octokit/${name} `), name);
  }
});

/**
 * The modules that a script loads, each once.
 *
 * @param {string} script
 */
function loaded(script) {
  return [...new Set([...script.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name))].sort();
}
