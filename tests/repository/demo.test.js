/** `cargo xtask demo`, in a copy without npm packages, and without a network except the loopback interface. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
/** What the demo may read. Of the tests, that is the sample and the real history. */
const PARTS = ["package.json", "dist", "pkg", "xtask/demo.js", "xtask/demo", "tests/core/history", "tests/core/complete-description.js"];

for (const path of PARTS) {
  cpSync(join(ROOT, path), join(FOLDER, path), { recursive: true });
}
writeFileSync(join(FOLDER, "my.md"), "```release\nintroduced-in=v1.6.2\n```\n");
writeFileSync(join(FOLDER, "teams.yml"), "sigs:\n  prefix: team/\n");
writeFileSync(join(FOLDER, "mistake.yml"), "scope: all\nmaintaned: 3\n");
writeFileSync(join(FOLDER, "other.json"), "{}");
writeFileSync(join(FOLDER, "broken.json"), "{");

after(() => rmSync(FOLDER, { recursive: true }));

/** @param {string[]} words */
function demo(...words) {
  const env = { DEMO_FOLDER: FOLDER, http_proxy: "http://127.0.0.1:1", https_proxy: "http://127.0.0.1:1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(FOLDER, "xtask/demo.js"), ...words], { encoding: "utf8", env });
  const [, ...parts] = stdout.split(/^── (.*?) ─+\n/m);
  const sections = Object.fromEntries(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]?.trim() ?? ""]] : [])));
  return { status, stdout, stderr, sections };
}

test("shows the results for the sample, and makes a report", () => {
  const { status, stderr, sections } = demo();
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(sections["Log, with its annotations"] ?? "", /^Error: missing-sig: the issue has no `sig\/\*` label\n  help: /);
  assert.match(sections["Job summary (Markdown)"] ?? "", /^## Issue #43210: ❌ not complete yet/);
  assert.match(sections["Comment on the issue (Markdown)"] ?? "", /^<!-- .* issue=43210 .*\n### 6 things are left to do\n/);
  assert.equal(sections["Labels of the issue"]?.split("\n").at(-1), "patch-release/incomplete");
  assert.match(sections["Outputs for later steps"] ?? "", /^valid=false$/m);
  assert.match(sections["Known issues of Kubernetes, as of July 2018"] ?? "", /`v1\.11\.1` ⛔ \*\*hold\*\*/);
  const page = sections["The whole report as a page: open it in a browser"] ?? "";
  assert.match(readFileSync(page, "utf8"), /^<!doctype html>/i);
});

test("judges a description by its options", () => {
  const open = demo("my.md", "--label", "patch-release", "--label", "sig/cli", "--title", "A title \u001b[31m").sections;
  assert.match(open["The issue"] ?? "", /^A title ⟨U\+001B⟩\[31m\nfrom my\.md\n/);
  assert.match(open["Outputs for later steps"] ?? "", /^sigs=\["cli"\]$/m);
  assert.doesNotMatch(open["Log, with its annotations"] ?? "", /missing-resolved-in/);
  assert.match(demo("my.md", "--closed").sections["Log, with its annotations"] ?? "", /missing-resolved-in/);
});

test("uses the policy, and shows its mistakes", () => {
  const { status, sections } = demo("my.md", "--policy", "teams.yml");
  assert.equal(status, 0);
  assert.match(sections["Comment on the issue (Markdown)"] ?? "", /`team\/\*` label/);
  const mistaken = demo("my.md", "--policy", "mistake.yml");
  assert.equal(mistaken.status, 1);
  assert.match(mistaken.sections["Log, with its annotations"] ?? "", /^Error: `mistake\.yml` line 2, column 1: unknown key `maintaned`/);
});

test("an issue that is out of scope gets no comment", () => {
  writeFileSync(join(FOLDER, "note.md"), "It does not work.\n");
  assert.equal(demo("note.md", "--label", "kind/bug").sections["Comment on the issue (Markdown)"], "(none)");
});

test("prints its help", () => {
  for (const word of ["--help", "-h"]) {
    const { status, stdout } = demo(word);
    assert.deepEqual([status, stdout.split("\n")[0]], [0, "Usage: cargo xtask demo [PATH] [options]"]);
  }
});

test("says what is wrong with its arguments, where, and what to do", () => {
  for (const [words, error] of /** @type {[string[], RegExp][]} */ ([
    [["none.md"], /there is no file `none\.md`/],
    [["."], /`\.` is not a file/],
    [["other.json"], /`other\.json` is not an event of an issue/],
    [["broken.json"], /`broken\.json` is not JSON: /],
    [["my.md", "my.md"], /there are two paths/],
    [["--closed"], /--closed needs a description/],
    [["other.json", "--label", "x"], /--label needs a description/],
    [["my.md", "--unknown"], /'--unknown'/],
    [["my.md", "--policy"], /'--policy <value>'/],
    [["my.md", "--policy", "none.yml"], /there is no file `none\.yml`/],
  ])) {
    const { status, stdout, stderr } = demo(...words);
    assert.deepEqual([status, stdout], [1, ""], words.join(" "));
    assert.match(stderr, /^error: .+\nhelp: .+\n$/, words.join(" "));
    assert.match(stderr, error);
  }
});
