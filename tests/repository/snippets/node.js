/** JavaScript for Node, run with the package and compiled against its types. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT, load, project } from "./place.js";

/** @import { TestContext } from "node:test" */
/** @import { Block } from "./blocks.js" */

const LANGUAGES = ["javascript", "js", "ts", "typescript"];

/** The code before a snippet, which defines names that it leaves open, and the code after it, which checks it. */
const CASES = [
  {
    has: "validate(",
    before: "",
    after: 'console.log(JSON.stringify({ valid, fixed: fixedDescription, rules: diagnostics.map((one) => one.rule) }));',
    /** @param {any} told */
    expect({ valid, fixed, rules }) {
      assert.equal(valid, false);
      assert.match(fixed, /introduced-in=v1\.6\.2/);
      assert.ok(rules.includes("invalid-version"));
    },
  },
  {
    has: "draft(",
    before: "",
    after: "console.log(JSON.stringify({ entries, description }));",
    /** @param {any} told */
    expect({ entries, description }) {
      assert.equal(entries[0].value, "v1.7.14");
      assert.match(description, /resolved-in=v1\.7\.14/);
    },
  },
  {
    has: "new Report(",
    before: `import { readFileSync } from "node:fs";
const [policy, dump] = ["maintained: 2", readFileSync("dump.json", "utf8")];
const lastTime = readFileSync("last.json", "utf8");
`,
    after: "console.log(JSON.stringify({ names: files.map(([name]) => name), summary, issueBody }));",
    /** @param {any} told */
    expect({ names, summary, issueBody }) {
      assert.deepEqual(names.slice(0, 4), ["known-issues.json", "known-issues.md", "index.html", "feed.xml"]);
      assert.match(summary, /# Known issues/);
      assert.match(issueBody, /# Known issues/);
    },
  },
];

/** @param {Block} block */
export const claims = ({ language, text }) => LANGUAGES.includes(language) && !text.includes("import init");

/**
 * @param {Block} block
 * @param {TestContext} t
 */
export async function check({ language, text }, t) {
  const found = CASES.filter(({ has }) => text.includes(has));
  assert.equal(found.length, 1, "tests/snippets/node.js does not know what this snippet is to do");
  for (const { before, after, expect } of found) {
    const name = language.startsWith("t") ? "snippet.mts" : "snippet.mjs";
    const dump = readFileSync(join(ROOT, "tests/core/known_issues/patch-day/dump.json"), "utf8");
    const folder = project(t, { [name]: `${before}${text}${after}\n`, "dump.json": dump, "last.json": await report(dump) });
    compile(folder, [name]);
    const { stdout, stderr, status } = spawnSync(process.execPath, [name], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    expect(JSON.parse(stdout));
  }
}

/**
 * Fails if TypeScript finds an error.
 *
 * @param {string} folder the project's folder
 * @param {string[]} files
 */
export function compile(folder, files) {
  const options = ["--noEmit", "--strict", "--allowJs", "--checkJs", "--module", "NodeNext", "--target", "ESNext", "--lib", "ESNext,DOM", "--types", "node"];
  const roots = ["--typeRoots", join(ROOT, "node_modules/@types")];
  const words = [join(ROOT, "node_modules/typescript/bin/tsc"), ...options, ...roots, ...files];
  const { stdout, status } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stdout);
}

/**
 * The `known-issues.json` of a dump.
 *
 * @param {string} dump
 * @returns {Promise<string>}
 */
export async function report(dump) {
  const { Report } = await load("report/node.js");
  const made = new Report({ policy: "maintained: 2" });
  made.add(dump);
  return new Map(made.finish().files).get("known-issues.json");
}
