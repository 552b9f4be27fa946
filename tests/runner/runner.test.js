/** Tests of the ports themselves, with cases from the runner's own tests and documentation. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { BLANKS, COMMANDS, findCommands } from "./commands.js";
import { readFileCommands } from "./file-commands.js";

test("knows the runner's 16 commands and .NET's 25 white-space characters", () => {
  assert.equal(new Set(COMMANDS).size, 16);
  assert.equal(new Set(BLANKS).size, 25);
});

test("finds both syntaxes, in any letter case", () => {
  assert.deepEqual(findCommands("\u2003::Set-Output name=a%2Cb,x=1::v%250A"), [
    { name: "Set-Output", properties: { name: "a,b", x: "1" }, data: "v%0A" },
  ]);
  assert.deepEqual(findCommands("text ##[set-output name=a%3Bb;x=1]v"), [
    { name: "set-output", properties: { name: "a;b", x: "1" }, data: "v" },
  ]);
});

test("ends lines at CR, LF and CRLF", () => {
  assert.equal(findCommands("x\r::debug::a\n::debug::b\r\n::debug::c\u2028::debug::d").length, 3);
});

test("ignores text that is not a command", () => {
  assert.deepEqual(findCommands("x ::debug::a\n::unknown::a\n##[unknown]a\n::debug\n##[debug\n## [debug]"), []);
});

test("reads file commands", () => {
  assert.deepEqual(readFileCommands("a=b=<<c\n\nd<<END\nx\n\ny=1\nEND\ne<<END\nEND\n"), [
    ["a", "b=<<c"],
    ["d", "x\n\ny=1"],
    ["e", ""],
  ]);
});

test("fails where the runner fails the step", () => {
  for (const text of ["a<<END\nx\n", "<<END\nEND\n", "a<<\n\n", "a\n"]) {
    assert.throws(() => readFileCommands(text), Error, JSON.stringify(text));
  }
});
