/** The results of a step: outputs, summary and exit code. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as core from "../shipped-core.js";
import { completeDescription } from "../core/complete-description.js";
import { declaredOutputs, payload, runAction } from "../runner/harness.js";

/** @import { Issue } from "../../pkg/types.js" */

const GOOD = completeDescription({
  releases: "```release\nintroduced-in=v1.6.2\n```\n\n```release\nresolved-in=v1.6.5\nresolved-in=v1.7.1\n```",
  resolution: "The diff uses the last applied configuration.",
  pullRequests: "- #48123",
});
/** One error. */
const BAD = GOOD.replace("v1.6.2", "1.6.2");
/** One warning and no error. */
const DUBIOUS = GOOD.replace("resolved-in=v1.6.5\n", "resolved-in=v1.6.5\nresolved-in=v1.6.5\n");

/** @param {string} body */
function outputs(body) {
  return Object.fromEntries(runAction({ payload: payload({ body }) }).outputs);
}

test("outputs are those that action.yml declares, in its order", () => {
  const names = runAction({ payload: payload({ body: GOOD }) }).outputs.map(([name]) => name);
  assert.deepEqual(names, declaredOutputs());
});

test("a valid description", () => {
  const { result, ...plain } = outputs(GOOD);
  assert.deepEqual(plain, {
    "in-scope": "true",
    valid: "true",
    withheld: "false",
    errors: "0",
    warnings: "0",
    "introduced-in": '["v1.6.2"]',
    "resolved-in": '["v1.6.5","v1.7.1"]',
    sigs: '["cli"]',
    priority: "critical-urgent",
    binaries: '["kubectl"]',
    "pull-requests": '[{"owner":null,"repo":null,"number":48123}]',
    swept: "1",
    changed: "0",
    invalid: "0",
    results: '[{"number":43210,"valid":true,"errors":0,"warnings":0}]',
  });
  assert.equal(JSON.parse(result ?? "").schema, 1);
});

test("the result is the package's answer", () => {
  for (const body of [GOOD, BAD, DUBIOUS, "", "\ud800 lone \udc00 surrogates\n\nintroduced-in=v1.2.3"]) {
    const issue = /** @type {Issue} */ (/** @type {unknown} */ (payload({ body: body.toWellFormed() }).issue));
    const answer = core.validate(issue);
    assert.deepEqual(JSON.parse(outputs(body).result ?? ""), answer);
  }
});

test("the exit code follows fail-on", () => {
  const codes = [GOOD, DUBIOUS, BAD].map((body) =>
    ["", "error", "warning", "never"].map((failOn) => runAction({ payload: payload({ body }), failOn }).code),
  );
  assert.deepEqual(codes, [
    [0, 0, 0, 0],
    [0, 0, 1, 0],
    [1, 1, 1, 0],
  ]);
});

test("an unknown fail-on fails and lists the known values", () => {
  const { code, commands } = runAction({ payload: payload({ body: GOOD }), failOn: "sometimes" });
  assert.equal(code, 1);
  assert.equal(commands[0]?.name, "error");
  assert.match(commands[0]?.data ?? "", /fail-on.*`?error`?.*`?warning`?.*`?never`?/);
});

test("a finding is an annotation, and the summary shows it", () => {
  const { commands, summary } = runAction({ payload: payload({ body: BAD }) });
  assert.ok(commands.some(({ name }) => name === "error"));
  assert.match(summary, /invalid-version/);
});

test("at most ten annotations of a kind, however many findings", () => {
  const body = `\`\`\`release\n${"introduced-in=never\n".repeat(100)}\`\`\`\n`;
  const { commands, summary } = runAction({ payload: payload({ body }) });
  for (const kind of ["error", "warning", "notice"]) {
    assert.ok(commands.filter(({ name }) => name === kind).length <= 10);
  }
  assert.ok(commands.every(({ data }) => data.length <= 4096));
  assert.ok(Buffer.byteLength(summary) <= 900 * 1024);
});

test("an issue that is out of scope passes, and none of its text is printed", () => {
  const issue = { title: "SECRET-TITLE", body: "SECRET-BODY", labels: [{ name: "bug" }] };
  const result = runAction({ payload: payload(issue) });
  const { "in-scope": inScope, valid } = Object.fromEntries(result.outputs);
  assert.deepEqual([result.code, inScope, valid], [0, "false", "true"]);
  assert.deepEqual(result.commands.map(({ name }) => name), ["notice"]);
  assert.doesNotMatch(JSON.stringify(result), /SECRET/);
});

test("no text of a withheld issue is printed", () => {
  const labels = [{ name: "patch-release" }, { name: "area/security" }];
  const body = "```release\nintroduced-in=SECRET\n```\n\n## Symptoms\n\nSECRET\n";
  const result = runAction({ payload: payload({ title: "SECRET", body, labels }) });
  assert.equal(Object.fromEntries(result.outputs).withheld, "true");
  assert.doesNotMatch(JSON.stringify(result), /SECRET/);
});
