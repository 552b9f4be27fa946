/** Payloads: GitHub's own examples, and events that the action does not handle. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { payload, runAction } from "../runner/harness.js";

const examples = /** @type {{ name: string, examples: Record<string, unknown>[] }[]} */ (
  JSON.parse(
    readFileSync(new URL("../../node_modules/@octokit/webhooks-examples/api.github.com/index.json", import.meta.url), "utf8"),
  )
);

for (const event of ["issues", "issue_comment"]) {
  test(`GitHub's examples of ${event} are out of scope`, () => {
    const payloads = examples.find(({ name }) => name === event)?.examples ?? [];
    assert.ok(payloads.length >= 9);
    for (const example of payloads) {
      const { code, outputs, commands } = runAction({ event, payload: example });
      assert.deepEqual([code, Object.fromEntries(outputs)["in-scope"]], [0, "false"], JSON.stringify(commands));
    }
  });
}

test("GitHub's examples of all other events end well or say why not", () => {
  for (const { name, examples: payloads } of examples.filter(({ name }) => !name.startsWith("issue"))) {
    const { code, commands, stderr } = runAction({ event: name, payload: payloads[0] });
    assert.ok(code === 0 || (code === 1 && commands[0]?.name === "error"), `${name}: ${JSON.stringify(commands)}`);
    assert.equal(stderr, "");
  }
});

for (const event of ["push", "workflow_dispatch", "schedule"]) {
  test(`${event} has no issue: an error names the event`, () => {
    const { code, commands } = runAction({ event, payload: { ref: "refs/heads/main" } });
    assert.equal(code, 1);
    assert.equal(commands.length, 1);
    assert.equal(commands[0]?.name, "error");
    assert.match(commands[0]?.data ?? "", new RegExp(event));
  });
}

test("a payload without an issue is an error", () => {
  for (const unusable of [{}, { issue: null }, { issue: 7 }, { issue: [] }, { issue: "x" }, [], "null", "42", '"x"']) {
    const { code, commands, stderr } = runAction({ payload: unusable });
    assert.deepEqual([code, commands.map(({ name }) => name), stderr], [1, ["error"], ""], JSON.stringify(unusable));
  }
});

test("a member of the wrong type is an error that names it", () => {
  for (const [member, value] of Object.entries({ number: "x", title: {}, body: ["x"], labels: {}, state: "ajar" })) {
    const { code, commands } = runAction({ payload: payload({ [member]: value }) });
    assert.deepEqual([code, commands.map(({ name }) => name)], [1, ["error"]], member);
  }
});

test("labels may have the names of JavaScript's built-in properties", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const text = JSON.stringify(payload({ labels: names.map((name) => ({ name })) }));
  const polluted = text.replace('"issue":{', '"__proto__":{"issue":{}},"issue":{"__proto__":{"body":"introduced-in=v1.2.3"},');
  const { code, outputs } = runAction({ payload: polluted });
  assert.deepEqual([code, Object.fromEntries(outputs)["in-scope"]], [0, "false"]);
});

test("a pull request is never in scope", () => {
  const { code, outputs } = runAction({
    event: "issue_comment",
    payload: payload({ pull_request: { url: "https://api.github.com/repos/o/r/pulls/1" } }),
  });
  assert.deepEqual([code, Object.fromEntries(outputs)["in-scope"]], [0, "false"]);
});

test("a byte order mark is not part of the payload", () => {
  const text = JSON.stringify(payload({ labels: [] }));
  assert.equal(runAction({ payload: `\ufeff${text}` }).code, 0);
});
