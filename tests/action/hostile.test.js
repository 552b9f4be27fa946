/** Text that is known to break programs: CommonMark's examples and the Big List of Naughty Strings. */

import assert from "node:assert/strict";
import { test } from "node:test";

import naughty from "big-list-of-naughty-strings" with { type: "json" };
import spec from "commonmark-spec";

import * as core from "../shipped-core.js";
import { findCommands } from "../runner/commands.js";
import { event, payload, runAction } from "../runner/harness.js";

/** @import { Issue } from "../../pkg/types.js" */

const BLOCK = "```release\nintroduced-in=v1.6.2\n```\n\n";
const strings = /** @type {string[]} */ (naughty).map((text) => text.toWellFormed());
const examples = spec.tests.map(({ markdown }) => markdown.replaceAll("→", "\t"));

/** @param {Record<string, unknown>} members */
function assertAnswers(members) {
  const issue = /** @type {Issue} */ (/** @type {unknown} */ (payload(members).issue));
  const { exitCode, log, outputs } = core.plan(event(members));
  const message = JSON.stringify(members);
  assert.ok(exitCode === 0 || exitCode === 1, message);
  assert.equal(findCommands(log.join("\n")).length, log.filter((line) => line.startsWith("::")).length, message);
  const answer = core.validate(issue);
  assert.deepEqual(JSON.parse(Object.fromEntries(outputs).result ?? "null"), answer, message);
  // A fixed description needs no second fix.
  const body = answer.fixedDescription;
  assert.ok(body === null || core.validate({ ...issue, body }).fixedDescription === null, message);
}

test("CommonMark's examples", () => {
  assert.ok(examples.length > 600);
  for (const body of examples) {
    assertAnswers({ body });
    assertAnswers({ body: body + BLOCK });
    assertAnswers({ body: `${BLOCK}## Symptoms\n\n${body}\n\n## Impact\n\n${body}` });
  }
});

test("naughty strings in title, description and labels", () => {
  assert.ok(strings.length > 400);
  for (const text of strings) {
    assertAnswers({ title: text, body: text, labels: ["patch-release", text, `sig/${text}`, `priority/${text}`] });
    assertAnswers({ body: `\`\`\`release\nintroduced-in=${text}\n${text}=v1.2.3\n\`\`\`\n\n## ${text}\n\n${text}\n` });
  }
});

test("all of them at once, through the bundle", () => {
  for (const texts of [examples, strings]) {
    const body = texts.join("\n\n").slice(0, 65_536);
    const labels = ["patch-release", ...texts.slice(0, 100)];
    const { code, stderr } = runAction({ payload: payload({ title: texts.join(" ").slice(0, 256), body, labels }) });
    assert.ok(code === 0 || code === 1);
    assert.equal(stderr, "");
  }
});
