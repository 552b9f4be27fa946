/** The package by its name, in Node and as a browser would use it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const PKG = fileURLToPath(new URL("../pkg", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(PKG, join(folder, "node_modules/patch-release-issues"), "dir");
after(() => rmSync(folder, { recursive: true }));

/**
 * @param {string} script a module in a project that depends on the package
 * @returns {unknown} the JSON that it prints
 */
function run(script) {
  const options = { cwd: folder, encoding: /** @type {const} */ ("utf8") };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], options);
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

const ISSUE = '{ number: 1, title: "x", body: "introduced-in=v1.2.3", labels: ["patch-release"] }';

const IN_NODE = `
import { validate } from "patch-release-issues";
console.log(JSON.stringify(validate(${ISSUE})));`;

const LIKE_IN_A_BROWSER = `
import init, { validate } from "patch-release-issues";
await init();
console.log(JSON.stringify(validate(${ISSUE})));`;

/** What a browser runs: the same, but that it gets the module from a server. */
const IN_A_BROWSER = `
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import init, { validate } from ${JSON.stringify(`${PKG}/patch_release_issues.js`)};
const module = readFileSync(${JSON.stringify(`${PKG}/patch_release_issues_bg.wasm`)});
const server = createServer((_, response) => {
  response.setHeader("content-type", "application/wasm");
  response.end(module);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
await init({ module_or_path: "http://127.0.0.1:" + server.address().port });
server.closeAllConnections();
server.close();
console.log(JSON.stringify(validate(${ISSUE})));`;

test("one answer in Node and in a browser", () => {
  const answer = run(IN_NODE);
  assert.deepEqual(run(LIKE_IN_A_BROWSER), answer);
  assert.deepEqual(run(IN_A_BROWSER), answer);
});

test("an argument that is no issue is an error that says so", () => {
  const script = `
import { validate } from "patch-release-issues";
try { validate("x"); } catch (error) { console.log(JSON.stringify(String(error))); }`;
  assert.match(String(run(script)), /^Error: `issue` cannot be read/);
});

test("the licences of what the module contains go along", () => {
  const text = readFileSync(join(PKG, "LICENSES.txt"), "utf8");
  for (const name of ["pulldown-cmark", "serde", "wasm-bindgen"]) {
    assert.match(text, new RegExp(`^(.*, )?${name} \\d`, "m"));
  }
});
