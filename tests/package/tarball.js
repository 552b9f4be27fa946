/** The packed package, installed in projects, and the tools that build projects with it. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import * as core from "../../pkg/node.js";
import { Report } from "../../pkg/report/node.js";

/** @import { TestContext } from "node:test" */

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where `cargo xtask test` installs what `tests/package/tools/package-lock.json` lists. */
const TOOLS = join(ROOT, process.env.CARGO_TARGET_DIR ?? "target", "package-tools");

const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @typedef {{ filename: string, size: number, files: { path: string, size: number }[] }} Packed */

/** @type {Packed} what `npm pack` says */
export const packed = JSON.parse(npm(["pack", join(ROOT, "pkg"), "--json", "--pack-destination", folder], folder))[0];

mkdirSync(join(folder, "installed"));
npm(["install", join(folder, packed.filename), "--offline", "--ignore-scripts", "--no-audit", "--no-fund"], join(folder, "installed"));

/** The names that the package exports, used once. The script assigns `answer`. */
export const USES = `
const issue = { number: 1, title: "x", body: "introduced-in=v1.2.3", labels: ["patch-release"] };
const report = new Report();
report.add({ repositories: [{ name: "o/r", issues: [issue] }] });
const answer = JSON.stringify([
  validate(issue).diagnostics.map(({ rule }) => rule), fix(issue), affected(issue, "1.2.4"), template(),
  report.finish().files.map(([path]) => path),
]);
`;

/** What \`USES\` makes, made by the module in this process. */
export const EXPECTED = new Function("{ validate, fix, affected, template, Report }", `${USES} return answer;`)({ ...core, Report });

export const IMPORTS = `
import init, { affected, fix, template, validate } from "patch-release-issues";
import initReport, { Report } from "patch-release-issues/report";
`;

/** A module for Node, Deno and Bun that prints the answer. */
export const MODULE = `${IMPORTS}${USES}console.log(answer);`;

/** The same as a CommonJS script. */
export const SCRIPT = `
const { affected, fix, template, validate } = require("patch-release-issues");
const { Report } = require("patch-release-issues/report");
${USES}console.log(answer);`;

/** A module for browsers, which loads the package first. */
export const PAGE_SCRIPT = `${IMPORTS}
await Promise.all([init(), initReport()]);
${USES}globalThis.answer = answer;`;

export const WASM = ["patch_release_issues_bg.wasm", "report/report_bg.wasm"];

/** @param {string[]} options @param {string} cwd */
function npm(options, cwd) {
  return execFileSync("npm", options, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/**
 * A project that has the package installed.
 *
 * @param {Record<string, string>} files
 * @param {string} [manifest] members of its `package.json`
 * @returns {string} its folder
 */
export function project(files, manifest = '"type": "module"') {
  const place = mkdtempSync(join(folder, "project-"));
  cpSync(join(folder, "installed/node_modules"), join(place, "node_modules"), { recursive: true });
  for (const [path, text] of Object.entries({ "package.json": `{ ${manifest} }`, ...files })) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

/**
 * Runs a program in a project.
 *
 * @param {string} cwd
 * @param {string} program
 * @param {string[]} options
 * @returns {string} what it prints, without the last line end
 */
export function run(cwd, program, options) {
  const { status, stdout, stderr, error } = spawnSync(program, options, { cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  assert.equal(status, 0, `${error ?? ""}${stdout}${stderr}`);
  return stdout.trimEnd();
}

/**
 * The path of a tool. Without it the test is skipped, or fails in CI.
 *
 * @param {TestContext} t
 * @param {string} path in `node_modules`
 * @returns {string | null} null if the test was skipped
 */
export function tool(t, path) {
  const file = join(TOOLS, "node_modules", path);
  if (existsSync(file)) {
    return file;
  }
  assert.ok(!process.env.CI, `CI must have ${path}: \`cargo xtask test\` installs it in ${TOOLS}`);
  t.skip(`NOT TESTED: ${path} is not installed: \`cargo xtask test\` installs it`);
  return null;
}

/**
 * Loads a tool that is a module.
 *
 * @param {TestContext} t
 * @param {string} name
 * @returns {Promise<any>} null if the test was skipped
 */
export async function load(t, name) {
  if (tool(t, join(name, "package.json")) === null) {
    return null;
  }
  const path = createRequire(join(TOOLS, "package.json")).resolve(name);
  return import(pathToFileURL(path).href);
}
