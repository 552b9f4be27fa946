/** `check`: its formats, its exit codes, and its inputs. */

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { test } from "node:test";

import { completeDescription } from "../core/complete-description.js";
import { CLI, folder, run, runInTerminal } from "./command.js";

const GOOD = completeDescription();
const BAD = GOOD.replace("introduced-in=v", "introduced-in=");
/** A description with a warning. */
const DEEP = GOOD.replace("## Impact", "### Impact");

/** @param {string} text */
const results = (text) => JSON.parse(text).results;

/** @param {string} text */
const rules = (text) => results(text).map((/** @type {any} */ one) => one.answer?.diagnostics?.map((/** @type {any} */ found) => found.rule));

test("the exit code is 0, 1 or 2", () => {
  const place = folder({ "good.md": GOOD, "bad.md": BAD, "deep.md": DEEP });
  assert.deepEqual(run(place, ["check", "good.md"]), { code: 0, stdout: "Found no mistakes in 1 input.\n", stderr: "" });
  assert.equal(run(place, ["check", "bad.md"]).code, 1);
  assert.equal(run(place, ["check", "deep.md"]).code, 0, "a warning");
  assert.equal(run(place, ["check", "--fail-on", "warning", "deep.md"]).code, 1);
  assert.equal(run(place, ["check", "--fail-on=never", "bad.md"]).code, 0);
  assert.equal(run(place, ["check", "none.md"]).code, 2);
});

test("every input is tried, and one that cannot be read makes the exit code 2", () => {
  const place = folder({ "bad.md": BAD, "latin.md": Buffer.from([0xe9]), "no.json": "{", "list.json": "[]", "sub/x": "" });
  const names = ["none.md", "latin.md", "sub", "no.json", "list.json", "bad.md"];
  const { code, stdout, stderr } = run(place, ["check", "--format", "json", ...names]);
  assert.equal(code, 2);
  assert.deepEqual(results(stdout).map((/** @type {any} */ { input }) => input), names);
  assert.deepEqual(results(stdout).map((/** @type {any} */ one) => "error" in one), [true, true, true, true, true, false]);
  assert.equal(stderr.trim().split("\n").length, 5);
  assert.match(stderr, /^patch-release-issues: none\.md: it cannot be read \(ENOENT\)$/m);
  assert.match(stderr, /latin\.md: it is not text in UTF-8/);
});

test("named inputs are in scope, and descriptions get no findings about labels without --label", () => {
  const place = folder({ "x.md": "Hello", "x.json": JSON.stringify({ number: 1, title: "x", body: GOOD }) });
  const [bare, labelled, issue] = [["x.md"], ["--label", "sig/cli", "x.md"], ["x.json"]].map(
    (words) => new Set(rules(run(place, ["check", "--format", "json", ...words]).stdout)[0]),
  );
  assert.ok(bare?.has("missing-template") && !bare.has("missing-priority"));
  assert.ok(labelled?.has("missing-priority") && !labelled.has("missing-sig"));
  assert.ok(issue?.has("missing-priority") && issue.has("missing-sig"));
});

test("standard input, its name, and --closed", () => {
  const place = folder();
  assert.equal(run(place, ["check", "-"], { input: GOOD }).code, 0);
  const { stdout } = run(place, ["check", "-", "--format=json", "--closed"], { input: GOOD.replace(/resolved-in=\S+\n/g, "") });
  assert.ok(rules(stdout)[0].includes("missing-resolved-in"), stdout);
  assert.equal(results(stdout)[0].input, "stdin.md");
  const policy = run(place, ["check", "-", "--stdin-filename", "x.yml"], { input: "maintaned: 3\n" });
  assert.equal(policy.code, 1);
  assert.match(policy.stdout, /^error\[invalid-policy\]: unknown key `maintaned`.*\n --> x\.yml:1:1\n {2}\|\n1 \| maintaned: 3\n {2}\| \^\n/);
});

test("a policy applies, and a mistake in it is an error", () => {
  const place = folder({ "x.md": DEEP, "good.yml": "rules: {heading-level: error}", "bad.yml": "rules: 1" });
  assert.equal(run(place, ["check", "--policy", "good.yml", "x.md"]).code, 1);
  const { code, stderr } = run(place, ["check", "--policy", "bad.yml", "x.md"]);
  assert.equal(code, 2);
  assert.match(stderr, /`bad\.yml` line 1, column 8/);
  assert.equal(run(place, ["check", "--policy", "none.yml", "x.md"]).code, 2);
});

test("wrong options are exit code 2, with help", () => {
  const place = folder({ "x.md": GOOD });
  for (const words of [[], ["nonsense"], ["__proto__"], ["help", "constructor"], ["constructor", "--help"], ["check"], ["check", "--nonsense", "x.md"], ["check", "--format", "xml", "x.md"], ["check", "-", "-"], ["fix", "--write", "-"]]) {
    const { code, stdout, stderr } = run(place, words);
    assert.deepEqual([code, stdout], [2, ""], words.join(" "));
    assert.match(stderr, /^patch-release-issues: /);
  }
  for (const command of ["check", "fix", "affected", "new", "report", "setup"]) {
    const { code, stdout } = run(place, [command, "--help"]);
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`Usage: patch-release-issues ${command}`));
    assert.equal(run(place, ["--help"]).stdout.includes(`\n  ${command} `), true);
  }
  assert.match(run(place, ["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
});

test("workflow commands name a file only inside a checkout", () => {
  const place = folder({ "docs/a,b: c.md": BAD, "x.json": JSON.stringify({ number: 1, title: "x", body: BAD }) });
  const outside = run(place, ["check", "--format", "github", "docs/a,b: c.md"]).stdout;
  assert.match(outside, /^::error title=invalid-version::docs\/a,b: c\.md:\d+:\d+: /m);
  execFileSync("git", ["init", "--quiet", place]);
  const inside = run(`${place}/docs`, ["check", "--format", "github", "a,b: c.md", "../x.json"]).stdout;
  assert.match(inside, /^::error file=docs\/a%2Cb%3A c\.md,line=\d+,col=\d+,title=invalid-version::/m);
  assert.match(inside, /^::error file=x\.json,title=invalid-version::/m);
});

test("hostile text stays text", (t) => {
  const hostile = "\u001b]0;owned\u0007\u001b[2J::error::x\r\u202e ##[error]";
  const place = folder({ [`x${String.fromCharCode(27)}.md`]: `${BAD}\n## ${hostile}\n\nintroduced-in=${hostile}\n`, "x.json": JSON.stringify({ number: 1, title: hostile, body: `\u009b2J ${hostile}`, labels: [`sig/${hostile}`] }) });
  const names = [`x${String.fromCharCode(27)}.md`, "x.json", `none${String.fromCharCode(27)}[2J`];
  for (const format of ["text", "json", "sarif", "github"]) {
    const ended = runInTerminal(t, place, ["check", "--format", format, ...names], { env: { NO_COLOR: "1" } });
    if (ended === null) return;
    assert.doesNotMatch(ended.shown, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/, format);
  }
});

test("colours are for terminals, unless NO_COLOR is set", (t) => {
  const place = folder({ "bad.md": BAD });
  assert.ok(!run(place, ["check", "bad.md"]).stdout.includes("\u001b"));
  const colours = runInTerminal(t, place, ["check", "bad.md"]);
  if (colours === null) return;
  assert.ok(colours.shown.includes("\u001b[1;31merror[invalid-version]\u001b[0m"), colours.shown);
  assert.equal(colours.code, 1);
  const plain = run(place, ["check", "bad.md"]).stdout;
  assert.equal(runInTerminal(t, place, ["check", "bad.md"], { env: { NO_COLOR: "1" } })?.shown, plain);
  assert.equal(colours.shown.replaceAll(/\u001b\[[\d;]*m/g, ""), plain);
});

test("a reader that has gone is no error", async () => {
  const place = folder({ "bad.md": `${BAD}\n${"introduced-in=1.2\n".repeat(400)}` });
  const child = spawn(process.execPath, [CLI, "check", ...Array(40).fill("bad.md")], { cwd: place, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([code, stderr.replace("check: working …\n", "")], [1, ""]);
});

test("huge inputs and devices end", () => {
  const place = folder({ "huge.md": Buffer.alloc(20 * 1024 * 1024, "x"), "long.md": "x".repeat(300_000) });
  const { code, stderr } = run(place, ["check", "huge.md", "/dev/zero"]);
  assert.equal(code, 2);
  assert.equal(stderr.match(/it is larger than 16 MiB/g)?.length, 2);
  assert.deepEqual(rules(run(place, ["check", "--format", "json", "long.md"]).stdout), [["unreadable-description"]]);
});
