/** `fix`: on standard output, in place, and as a diff. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { fix } from "../../pkg/node.js";
import { completeDescription } from "../core/complete-description.js";
import { folder, run, runInTerminal } from "./command.js";

const GOOD = completeDescription();
const BAD = GOOD.replace("introduced-in=v", "introduced-in=");
const OPEN = `${BAD.replace(/## Impact[^#]*/, "## Impact\n\n")}`;

test("prints the exact corrected description", () => {
  const crlf = BAD.replaceAll("\n", "\r\n").trimEnd();
  const place = folder({ "bad.md": BAD, "good.md": GOOD, "crlf.md": crlf, "open.md": OPEN });
  assert.deepEqual(run(place, ["fix", "bad.md"]), { code: 0, stdout: GOOD, stderr: "" });
  assert.deepEqual(run(place, ["fix", "good.md"]), { code: 0, stdout: GOOD, stderr: "" });
  assert.equal(run(place, ["fix", "crlf.md"]).stdout, GOOD.replaceAll("\n", "\r\n").trimEnd());
  assert.equal(run(place, ["fix", "-"], { input: BAD }).stdout, GOOD);
  const { code, stdout, stderr } = run(place, ["fix", "open.md"]);
  assert.equal(code, 1);
  assert.notEqual(stdout, OPEN);
  assert.match(stderr, /^open\.md: 1 error remains: /);
  const issue = { number: 1, title: "x", body: BAD };
  assert.equal(run(place, ["fix", "-", "--stdin-filename", "x.json"], { input: JSON.stringify(issue) }).stdout, fix(issue));
});

test("several files need --write or --diff", () => {
  const place = folder({ "a.md": BAD, "b.md": BAD });
  assert.equal(run(place, ["fix", "a.md", "b.md"]).code, 2);
  assert.equal(readFileSync(join(place, "a.md"), "utf8"), BAD);
  assert.equal(run(place, ["fix", "--write", "a.md", "b.md", "none.md"]).code, 2);
  assert.equal(readFileSync(join(place, "a.md"), "utf8"), GOOD);
  assert.equal(readFileSync(join(place, "b.md"), "utf8"), GOOD);
});

test("--write replaces a file as a whole, and keeps its mode, its mark and links to it", () => {
  const place = folder({ "a.md": `\uFEFF${BAD}`, "good.md": GOOD, "x.json": JSON.stringify({ number: 1, title: "", body: BAD }) });
  chmodSync(join(place, "a.md"), 0o640);
  symlinkSync("a.md", join(place, "link.md"));
  const before = statSync(join(place, "good.md")).mtimeMs;
  const { code, stdout, stderr } = run(place, ["fix", "--write", "link.md", "good.md"]);
  assert.deepEqual([code, stdout, stderr], [0, "", ""]);
  assert.equal(readFileSync(join(place, "a.md"), "utf8"), `\uFEFF${GOOD}`);
  assert.equal(statSync(join(place, "a.md")).mode & 0o777, 0o640);
  assert.ok(lstatSync(join(place, "link.md")).isSymbolicLink());
  assert.equal(statSync(join(place, "good.md")).mtimeMs, before);
  assert.deepEqual(readdirSync(place).sort(), ["a.md", "good.md", "link.md", "x.json"]);
  assert.equal(run(place, ["fix", "--write", "x.json"]).code, 2);
});

test("--diff can be applied", () => {
  const place = folder({ "a.md": BAD, "b.md": OPEN.trimEnd() });
  const { stdout, code } = run(place, ["fix", "--diff", "a.md", "b.md"]);
  assert.equal(code, 1);
  assert.equal(readFileSync(join(place, "a.md"), "utf8"), BAD);
  const corrected = run(place, ["fix", "b.md"]).stdout;
  execFileSync("git", ["apply", "-"], { cwd: place, input: stdout });
  assert.equal(readFileSync(join(place, "a.md"), "utf8"), GOOD);
  assert.equal(readFileSync(join(place, "b.md"), "utf8"), corrected);
  assert.equal(run(place, ["fix", "--diff", "a.md"]).stdout, "");
});

test("a terminal gets no control characters, a pipe gets the exact bytes", (t) => {
  const hostile = `${BAD}\nx\u001b[2J\u0007\r\u202e\n`;
  const place = folder({ "a.md": hostile });
  assert.ok(run(place, ["fix", "a.md"]).stdout.endsWith("\nx\u001b[2J\u0007\r\u202e\n"));
  for (const words of [["fix", "a.md"], ["fix", "--diff", "a.md"]]) {
    const ended = runInTerminal(t, place, words);
    assert.ok(ended === null || !/\u001b\[2J|\u0007|\r|\u202e/.test(ended.shown), ended?.shown);
  }
});
