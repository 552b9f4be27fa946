/** Policies that extend a file of another repository, in a terminal: read with the token, or the command says why not. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { systemClock } from "../fake-github/clock.js";
import { serve } from "../fake-github/server.js";
import { TOKEN, start } from "../report/world.js";
import { folder, run, runBeside, runInTerminal } from "./command.js";

/** @import { TestContext } from "node:test" */

const SHARED = "example/release:policies/shared.yml@main";
const OWN = `extends: ${SHARED}\nmaintained: ["1.6"]\n`;
const TEXT = "extends: minimal\ntags: '{version}'\nsections: [{name: What happens, prompt: What users see}]\n";
const DUMP = JSON.stringify({
  repositories: [{ name: "o/r", tags: [{ name: "1.6.2", date: "2026-01-01" }], issues: [{ number: 1, title: "x", labels: ["patch-release"], state: "open", body: "```release\nintroduced-in=1.6.2\n```\n\n## What happens\n\nIt stops.\n" }] }],
});

/** @param {TestContext} t @param {string | null} text */
async function served(t, text = TEXT) {
  const { github } = start({ issues: 0, tags: 0 }, systemClock);
  const repository = github.forge.addRepository("example/release");
  if (text !== null) {
    repository.addFile("policies/shared.yml", text, { branch: "main" });
  }
  const { env, close } = await serve(github);
  t.after(close);
  return { ...env, GITHUB_TOKEN: TOKEN };
}

test("every command reads the file that a policy extends", async (t) => {
  const env = await served(t);
  const place = folder({ "own.yml": OWN, "issue.md": "introduced-in=v1.6.2\n", "dump.json": DUMP });
  const started = await runBeside(place, ["new", "--policy", "own.yml", "--introduced-in", "v1.6.2"], env);
  assert.equal(started.stdout, "```release\nintroduced-in=1.6.2\n```\n\n## What happens\n\nWhat users see\n", started.stderr);
  const elsewhere = await runBeside(place, ["new", "--policy", SHARED], env);
  assert.match(elsewhere.stdout, /=X\.Y\.Z\n[^]*## What happens/);
  const checked = await runBeside(place, ["check", "--policy", "own.yml", "issue.md"], env);
  assert.match(checked.stdout, /write `introduced-in=1\.6\.2`[^]*`What happens`/);
  assert.deepEqual(await runBeside(place, ["check", "own.yml"], env), { code: 0, stdout: "Found no mistakes in 1 input.\n", stderr: "" });
  const reported = await runBeside(place, ["report", "dump.json", "--policy", "own.yml"], env);
  assert.equal(reported.code, 0, reported.stderr);
  assert.match(readFileSync(join(place, "known-issues/known-issues.md"), "utf8"), /`1\.6\.2`/);
});

test("a file that is missing or wrong is named, and its mistakes are not shown as those of the own file", async (t) => {
  const place = folder({ "own.yml": OWN, "dump.json": DUMP });
  for (const [text, message] of /** @type {const} */ ([
    [null, /own\.yml: the policy `example\/release:policies\/shared\.yml@main` cannot be found/],
    ["sig: {}\n", /`example\/release:policies\/shared\.yml@main` line 1, column 1: unknown key `sig`/],
  ])) {
    const env = await served(t, text);
    for (const words of [["new", "--policy", "own.yml"], ["check", "own.yml"], ["report", "dump.json", "--policy", "own.yml"]]) {
      const { code, stdout, stderr } = await runBeside(place, words, env);
      assert.deepEqual([code, stdout.replace("Found no mistakes in 1 input, and could not read 1.\n", "")], [2, ""], words.join(" "));
      assert.match(stderr, message);
      assert.ok(!stderr.includes(TOKEN));
    }
  }
});

test("without a token the command says how to get one", () => {
  const place = folder({ "own.yml": OWN, "dump.json": DUMP });
  for (const words of [["new", "--policy", "own.yml"], ["new", "--policy", SHARED], ["check", "own.yml"], ["report", "dump.json", "--policy", "own.yml"]]) {
    const { code, stderr } = run(place, words, { env: { PATH: folder() } });
    assert.equal(code, 2, words.join(" "));
    assert.match(stderr, /needs a token: run `gh auth login`, or put one .* into GITHUB_TOKEN/);
  }
});

test("`new` asks about the project's versions", (t) => {
  const place = folder({ "own.yml": "tags: engine-v{version}\n" });
  const ended = runInTerminal(t, place, ["new", "--policy", "own.yml"], { typed: "1.6.2\n\n1.8\n" });
  if (ended === null) return;
  assert.match(ended.shown, /such as engine-v1\.6\.2 \(empty if unknown\): [^]*such as engine-v1\.8 \(empty for none\): /);
  assert.doesNotMatch(ended.shown, /as v1/);
  assert.match(ended.shown, /introduced-in=engine-v1\.6\.2\n[^]*not-affected=engine-v1\.8\n/);
});

test("`setup` makes the templates of the policy that is there", async (t) => {
  const env = await served(t);
  const place = folder({ ".github/patch-release-issues.yml": `${OWN}scope: {labels: [known issue]}\n` });
  execFileSync("git", ["init", "--quiet"], { cwd: place });
  const { code, stdout, stderr } = await runBeside(place, ["setup", "--offline"], env);
  assert.equal(code, 1, stderr);
  const text = (/** @type {string} */ path) => readFileSync(join(place, ".github", path), "utf8");
  assert.match(text("ISSUE_TEMPLATE/patch-release.md"), /labels: "known issue"[^]*introduced-in=X\.Y\.Z\n[^]*## What happens\n/);
  assert.match(text("ISSUE_TEMPLATE/patch-release.yml"), /id: section-1\n {4}attributes:\n {6}label: "What happens"\n/);
  assert.match(text("workflows/patch-release-issues.yml"), /tags: \["\[0-9\]\*"\]/);
  assert.match(text("workflows/patch-release-issues.yml"), /with:\n {10}policy: \.github\/patch-release-issues\.yml\n {10}dry-run: /);
  assert.match(stdout, /^ {2}known issue {2}/m);
  assert.match(text("patch-release-issues.yml"), /^extends: /);
});
