/** The inputs of a run, as the core receives them. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { UsageError } from "../../action/usage-error.js";
import { readEvent, readToken } from "../../action/validate/inputs.js";

const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
const workspace = join(folder, "workspace");
const eventPath = join(folder, "event.json");
mkdirSync(join(workspace, ".github"), { recursive: true });
writeFileSync(eventPath, '{"repository":{"default_branch":"ma\\ud800in","private":true}}');
writeFileSync(join(folder, "secret"), "SECRET");
after(() => rmSync(folder, { recursive: true }));

/** @param {NodeJS.ProcessEnv} env */
function read(env) {
  return readEvent({ GITHUB_EVENT_PATH: eventPath, GITHUB_WORKSPACE: workspace, ...env });
}

/**
 * @param {string} path
 * @param {string | Buffer} [content]
 */
function policy(path, content) {
  if (content !== undefined) {
    writeFileSync(join(workspace, path), content);
  }
  return read({ INPUT_POLICY: path }).policy;
}

test("an empty environment", () => {
  const inputs = { "fail-on": "", comment: "", labels: "", facts: "", "issue-number": "", policy: "", sweep: "", "dry-run": "" };
  const payload = { issue: null, comment: null, repository: { default_branch: "ma\uFFFDin" } };
  const [nothing, start] = [{ name: "", repository: "", ref: "", hasToken: false, policy: null }, { round: 0, done: [] }];
  const { now, ...event } = read({});
  assert.ok(Math.abs(Date.parse(now ?? "") - Date.now()) < 60_000);
  assert.deepEqual(event, { ...nothing, ...start, inputs, payload, answers: [], troubles: [] });
});

test("a complete environment", () => {
  const env = {
    GITHUB_EVENT_NAME: "issues",
    GITHUB_REPOSITORY: "o/r",
    GITHUB_REF: "refs/heads/main",
    "INPUT_FAIL-ON": "never",
    INPUT_COMMENT: "false",
    INPUT_LABELS: "true",
    INPUT_FACTS: " ",
    "INPUT_ISSUE-NUMBER": "12",
  };
  const { name, repository, ref, inputs } = read(env);
  assert.deepEqual([name, repository, ref], ["issues", "o/r", "refs/heads/main"]);
  assert.deepEqual(inputs, { "fail-on": "never", comment: "false", labels: "true", facts: " ", "issue-number": "12", policy: "", sweep: "", "dry-run": "" });
});

test("the event does not contain the token", () => {
  const env = { INPUT_TOKEN: " ghs_SECRET\n" };
  assert.equal(readToken(env), "ghs_SECRET");
  const event = read(env);
  assert.equal(event.hasToken, true);
  assert.doesNotMatch(JSON.stringify(event), /SECRET/);
  assert.equal(read({ INPUT_TOKEN: " " }).hasToken, false);
});

test("a payload's repository of the wrong type is ignored", () => {
  for (const repository of ["null", "[]", '"x"', '{"default_branch":1}', '{"default_branch":{}}', "{}"]) {
    writeFileSync(join(folder, "odd.json"), `{"repository":${repository}}`);
    assert.equal(read({ GITHUB_EVENT_PATH: join(folder, "odd.json") }).payload.repository, null, repository);
  }
});

test("a policy is passed on as text", () => {
  assert.equal(policy(".github/policy.yml", "schema: 1\n"), "schema: 1\n");
  assert.equal(policy(" .github/../.github//policy.yml "), "schema: 1\n");
  assert.equal(policy("empty.yml", ""), "");
  assert.equal(policy("bom.yml", "\uFEFFschema: 1\n"), "schema: 1\n");
  assert.equal(policy("broken.yml", Buffer.from([0x61, 0xff, 0xed, 0xa0, 0x80])), "a\uFFFD\uFFFD\uFFFD\uFFFD");
});

test("a policy that is too long is recognised", () => {
  assert.equal(policy("long.yml", "x".repeat(65_536))?.length, 65_536);
  assert.equal(policy("longer.yml", "x".repeat(100_000))?.length, 65_537);
  assert.equal(policy("longer-bom.yml", `\uFEFF${"x".repeat(100_000)}`)?.length, 65_537);
});

test("a missing policy", () => {
  assert.equal(policy(".github/none.yml"), null);
  assert.equal(policy("none/none.yml"), null);
  assert.equal(policy("empty.yml/none.yml"), null);
  assert.equal(read({ INPUT_POLICY: "empty.yml", GITHUB_WORKSPACE: undefined }).policy, null);
  assert.equal(read({ INPUT_POLICY: "empty.yml", GITHUB_WORKSPACE: join(folder, "nowhere") }).policy, null);
});

test("a policy outside the workspace is not read", () => {
  symlinkSync(join(folder, "secret"), join(workspace, "link.yml"));
  mkdirSync(join(folder, "workspace-2"));
  writeFileSync(join(folder, "workspace-2/secret"), "SECRET");
  for (const path of ["../secret", "link.yml", "../workspace-2/secret", "..", "."]) {
    assert.throws(() => policy(path), (error) => error instanceof UsageError && /the workspace/.test(error.message), path);
  }
  assert.equal(policy(join(folder, "secret")), null);
});

test("an unreadable policy is a usage error", () => {
  for (const path of [".github", "a\0b"]) {
    assert.throws(() => policy(path), UsageError, path);
  }
});
