/** Patterns in `issues` and `merge`, which must work in Node 20, too. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { filesLike } from "../../action/report/patterns.js";
import { Workspace } from "./world.js";

const FILES = ["a.json", "b.json", "c.txt", ".hidden.json", "dump/1.json", "dump/2.json", "dump/deep/3.json", "dump/[x].json", ".git/4.json", "x+y/5.json", "a,b.json"];

const CASES = /** @type {[string, string[]][]} */ ([
  ["*.json", ["a,b.json", "a.json", "b.json"]],
  ["dump/*.json", ["dump/1.json", "dump/2.json", "dump/[x].json"]],
  ["dump/?.json", ["dump/1.json", "dump/2.json"]],
  ["dump/[12].json", ["dump/1.json", "dump/2.json"]],
  ["dump/[0-9].json", ["dump/1.json", "dump/2.json"]],
  ["dump/[!1].json", ["dump/2.json"]],
  ["{a,b}.json", ["a.json", "b.json"]],
  ["**/*.json", ["a,b.json", "a.json", "b.json", "dump/1.json", "dump/2.json", "dump/[x].json", "dump/deep/3.json", "x+y/5.json"]],
  ["dump/**/3.json", ["dump/deep/3.json"]],
  ["*/*.json", ["dump/1.json", "dump/2.json", "dump/[x].json", "x+y/5.json"]],
  ["x+?/*.json", ["x+y/5.json"]],
  [".*.json", [".hidden.json"]],
  ["*", ["a,b.json", "a.json", "b.json", "c.txt"]],
  ["absent/*.json", []],
  ["a.json/*", []],
  ["plain.json", []],
  ["[.json", []],
  ["{a.json", []],
]);

test("finds what a pattern names", () => {
  const workspace = new Workspace();
  FILES.forEach((path) => workspace.write(path, "[]"));
  for (const [pattern, found] of CASES) {
    assert.deepEqual(filesLike(pattern, workspace.folder), found, pattern);
    const absolute = `${workspace.folder}/${pattern}`;
    assert.deepEqual(filesLike(absolute, "/"), found.map((name) => join(workspace.folder, name)), absolute);
  }
  const [begin, hostile] = [Date.now(), `${"*a".repeat(40)}.json`];
  workspace.write("a".repeat(60), "[]");
  filesLike(hostile, workspace.folder);
  assert.ok(Date.now() - begin < 2_000, "a pattern with many stars is slow");
  workspace.remove();
});

test("no script uses a function that Node 20 lacks", () => {
  const folders = ["action", "cli", "npm"];
  const root = new URL("../../", import.meta.url);
  const scripts = folders.flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`));
  for (const script of scripts.filter((name) => /\.c?js$/.test(name))) {
    assert.doesNotMatch(readFileSync(new URL(script, root), "utf8"), /\b(globSync|matchesGlob|withResolvers|fromAsync)\b/, script);
  }
});
