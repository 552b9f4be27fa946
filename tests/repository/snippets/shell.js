/** Commands: those that end by themselves are run, and the project's own commands must exist. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import { ROOT, load, project } from "./place.js";
import { report } from "./node.js";

/** @import { TestContext } from "node:test" */
/** @import { Block } from "./blocks.js" */

const LANGUAGES = ["bash", "console", "jq", "sh", "shell"];
const DUMP = readFileSync(join(ROOT, "tests/core/known_issues/patch-day/dump.json"), "utf8");

/**
 * A stand-in for GitHub's command line, which handles `gh api` like its version 2.102: it refuses `--slurp` without
 * `--paginate` and with `--jq` or `--template`, and prints a list of pages.
 */
const GH = `#!/usr/bin/env bash
set -euo pipefail
words=" $* "
[[ $1 == api && $words == *" --paginate "* && $words == *" --slurp "* && $words != *--jq* && $words != *--template* ]] || exit 1
[[ $words == *" repos/o/r/issues?state=all&per_page=100 "* ]] || exit 2
cat "$PAGES"
`;

/** The expected effects of running a block, by its program. */
const PROGRAMS = { cargo, gh, jq };

/** @param {Block} block */
export const claims = ({ page, language, text }) => page !== "docs/verify.md" && LANGUAGES.includes(language) && programOf(text) !== undefined;

/**
 * @param {Block} block
 * @param {TestContext} t
 */
export async function check({ text }, t) {
  const program = programOf(text);
  if (program) await PROGRAMS[program](text, t);
}

/**
 * Fails if a command line is not a command of `cargo xtask`.
 *
 * @param {string} line
 */
export function known(line) {
  for (const command of line.split("&&")) {
    const [, word] = /^cargo xtask ([a-z]+)(?: |$)/.exec(command.trim()) ?? [];
    assert.ok(word && (word === "help" || usage().includes(`\n  ${word} `)), `${command}: see cargo xtask help`);
  }
}

/** @param {string} text */
function programOf(text) {
  const names = /** @type {(keyof typeof PROGRAMS)[]} */ (Object.keys(PROGRAMS));
  return names.find((name) => code(text).every((line, index) => line.startsWith(`${name} `) || (index > 0 && line.startsWith("  "))));
}

/** The lines without comments. @param {string} text */
const code = (text) => text.split("\n").map((line) => line.replace(/(^|\s+)#\s.*$/, "")).filter((line) => line !== "");

/** @type {string | undefined} */
let told;

/** The output of `cargo xtask help`. */
function usage() {
  const run = () => spawnSync("cargo", ["xtask", "help"], { cwd: ROOT, encoding: "utf8" }).stdout;
  return (told ??= run());
}

/** Checks the names of the commands. Other tests run them. @param {string} text */
function cargo(text) {
  code(text).forEach(known);
}

/**
 * @param {string} text
 * @param {TestContext} t
 */
async function gh(text, t) {
  const issues = listed();
  const pages = JSON.stringify([issues.slice(0, 2), issues.slice(2), []]);
  const folder = project(t, { gh: GH, "pages.json": pages, "flat.json": JSON.stringify(issues) });
  chmodSync(join(folder, "gh"), 0o755);
  const path = `${folder}${delimiter}${process.env["PATH"]}`;
  assert.equal(bash(folder, text, { PATH: path, PAGES: "pages.json" }), "");
  assert.equal(readFileSync(join(folder, "issues.json"), "utf8"), pages);
  const { Report } = await load("report/node.js");
  const reports = ["issues.json", "flat.json"].map((name) => {
    const made = new Report({});
    made.add(readFileSync(join(folder, name), "utf8"));
    return [made.finish().files, act(folder, name)];
  });
  assert.deepEqual(reports[0], reports[1]);
}

/** Issues as GitHub's REST API lists them. The URL of each contains its repository. */
function listed() {
  const { repositories } = JSON.parse(DUMP);
  return repositories.flatMap((/** @type {any} */ { name, issues }) =>
    issues.map((/** @type {any} */ issue) => ({ ...issue, html_url: `https://github.com/${name}/issues/${issue.number}` })));
}

/**
 * The shipped action's report on a dump.
 *
 * @param {string} folder
 * @param {string} issues the dump's path
 * @returns {string} known-issues.json
 */
function act(folder, issues) {
  const given = { GITHUB_WORKSPACE: folder, GITHUB_REPOSITORY: "o/r", GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  writeFileSync(given.GITHUB_OUTPUT, "");
  const env = { ...given, INPUT_ISSUES: issues, INPUT_OUTPUT: `report-of-${issues}`, INPUT_TOKEN: "" };
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "dist/report.cjs")], { cwd: folder, encoding: "utf8", env });
  assert.equal(status, 0, stdout);
  return readFileSync(join(folder, `report-of-${issues}`, "known-issues.json"), "utf8");
}

/**
 * @param {string} text
 * @param {TestContext} t
 */
async function jq(text, t) {
  if (!hasJq(t)) return;
  const json = await report(DUMP);
  const folder = project(t, { "known-issues.json": json });
  const branches = JSON.parse(json).repositories.flatMap((/** @type {any} */ one) => one.report.branches);
  const lines = branches.filter((/** @type {any} */ { next }) => next?.decision === "hold").map((/** @type {any} */ { next }) => {
    const holding = next.reasons.filter((/** @type {any} */ { holds }) => holds);
    return `${next.version}: ${holding.map((/** @type {any} */ { issue }) => `#${issue}`).join(" ")}\n`;
  });
  assert.ok(lines.length > 0);
  assert.equal(bash(folder, text, { PATH: process.env["PATH"] }), lines.join(""));
}

/**
 * Whether jq is installed. Without it the test is skipped, or fails in CI.
 *
 * @param {TestContext} t
 */
export function hasJq(t) {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.some((folder) => existsSync(join(folder, "jq")));
  assert.ok(found || !process.env["CI"], "CI must have jq");
  if (!found) t.skip("NOT TESTED: there is no jq on the path");
  return found;
}

/**
 * Runs a script, which must succeed without printing errors.
 *
 * @param {string} folder
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} its output
 */
export function bash(folder, script, env) {
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], { cwd: folder, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
  assert.deepEqual([status, stderr], [0, ""]);
  return stdout;
}
