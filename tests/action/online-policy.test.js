/** A workflow's policy, read from the default branch on GitHub. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, INCOMPLETE, LABELS, act, fresh, mended, names, ours, requests, sweepOnce } from "../fake-github/act.js";
import { ACTIONS } from "../fake-github/forge.js";
import { assertHarmless } from "../fake-github/trial.js";
import { findCommands } from "../runner/commands.js";

/** @import { Act, World } from "../fake-github/act.js" */

const PATH = ".github/patch-release-issues.yml";
const NAMED = /** @type {Act} */ ({ inputs: { policy: PATH } });

/**
 * @param {string} text of the policy
 * @param {World} world
 */
function under(text, world = fresh()) {
  world.repository.addFile(PATH, text);
  world.repository.addFile(PATH, "scope: {labels: [nothing]}", { branch: "release-1.6" });
  world.repository.addTag("v1.6.2", "2026-01-01T00:00:00Z");
  world.repository.addTag("v1.5.9", "2025-12-01T00:00:00Z");
  return world;
}

/** @param {World} world */
async function complete(world) {
  world.issue.edit("author", { body: COMPLETE });
  world.issue.addLabels("author", LABELS);
  world.github.journal.clear();
  return world;
}

test("is read with the issue, and the facts that it needs with one more request", async () => {
  const world = await complete(under("rules: {missing-binaries: warning}\n"));
  await assertHarmless(world, "policy", NAMED);
  assert.deepEqual(requests(world), ["graphql", "graphql", "create-label", "add-labels", "graphql"]);
  assert.deepEqual(names(world.issue).filter((name) => name.startsWith("affects/")), ["affects/v1.6"]);
  world.github.journal.clear();
  await assertHarmless(world, "again", NAMED);
  assert.deepEqual(requests(world), ["graphql", "graphql"]);
});

test("names the labels", async () => {
  const policy = "labels: {incomplete: triage/incomplete, affects: null, introduced-in: 'since/{version}', resolved-in: 'fixed/{version}'}";
  const world = under(policy, await mended());
  world.issue.addLabels("maintainer", ["affects/v1.5", "since/v1.5.0", "fixed/none", INCOMPLETE]);
  await act(world, NAMED);
  assert.deepEqual(names(world.issue), ["Patch-Release", "affects/v1.5", "fixed/none", "patch-release/incomplete", "priority/critical-urgent", "sig/cli", "since/v1.6.2"]);
  world.issue.edit("author", { body: COMPLETE.replace("X drops Y.", "") });
  await act(world, NAMED);
  assert.ok(names(world.issue).includes("triage/incomplete"));
  world.repository.addTag("v1.6.3", "2026-02-01T00:00:00Z");
  world.issue.edit("author", { body: COMPLETE.replace("v1.6.2\n```", "v1.6.2\n```\n\n```release\nresolved-in=v1.6.3\n```") });
  await act(world, NAMED);
  assert.deepEqual(names(world.issue).filter((name) => /^(triage|since|fixed)/.test(name)), ["fixed/none", "fixed/v1.6.3", "since/v1.6.2", "triage/incomplete"]);
});

test("turns rules off", async () => {
  const body = COMPLETE.replace(/^```release[^]*?```/, "").replace("## Impact\n\nAll.", "");
  const rules = "rules: {missing-priority: off, missing-sig: off, missing-release-block: off, missing-section: off}";
  for (const [text, code] of /** @type {const} */ ([["maintained: 3", 1], [rules, 0]])) {
    const world = under(text);
    world.issue.edit("author", { body });
    const { exitCode } = await act(world, NAMED);
    assert.deepEqual([exitCode, ours(world.issue).length], [code, code]);
  }
});

test("sets the scope", async () => {
  const world = under("scope: {labels: [kind/patch]}");
  const { outputs } = await act(world, NAMED);
  assert.equal(Object.fromEntries(outputs)["in-scope"], "false");
  world.issue.addLabels("author", ["kind/patch"]);
  assert.equal(Object.fromEntries((await act(world, NAMED)).outputs)["in-scope"], "true");
});

/** Policies with which no run can continue, and the messages about their mistakes. */
const BROKEN = /** @type {Record<string, { text: string, isBinary?: boolean, messages: RegExp[] }>} */ ({
  "an unknown key": { text: "scope: all\nlabel: {}\n", messages: [/patch-release-issues\.yml` line 2, column 1: unknown key `label`: did you mean `labels`/s] },
  "two mistakes": { text: "maintained: -1\nrules: {missing-sigs: off}\n", messages: [/line 1, column 13/, /line 2, column 9.*did you mean `missing-sig`/s] },
  "no YAML": { text: "scope: [", messages: [/line 1, column 9: this is not YAML/] },
  "an alias": { text: "scope: &a {labels: [x]}\nsigs: *a\n", messages: [/line 1, column 8/, /line 2, column 7/] },
  "a label that is a path": { text: "labels: {incomplete: ..}\n", messages: [/line 1, column 22/] },
  "a label with a comma": { text: "labels: {incomplete: 'a,b'}\n", messages: [/line 1, column 22/] },
  "too long a file": { text: `# ${"x".repeat(65_536)}\n`, messages: [/not a text file of at most 64 KiB/] },
  "no text": { text: "", isBinary: true, messages: [/not a text file of at most 64 KiB/] },
});

for (const [what, { text, isBinary = false, messages }] of Object.entries(BROKEN)) {
  test(`${what} ends the run with errors, and nothing is written`, async () => {
    const world = fresh();
    world.repository.addFile(PATH, text, { isBinary });
    world.github.journal.clear();
    const { exitCode, log, outputs } = await act(world, NAMED);
    assert.deepEqual([exitCode, outputs, requests(world)], [1, [], ["graphql"]]);
    const said = findCommands(log.join("\n"));
    assert.deepEqual(said.map(({ name }) => name), messages.map(() => "error"));
    messages.forEach((message, index) => assert.match(said[index]?.data ?? "", message));
    assert.deepEqual(world.github.journal.changesBy(ACTIONS), []);
  });
}

test("if the file is missing, the run ends and says what to do", async () => {
  const world = fresh();
  const { exitCode, log } = await act(world, NAMED);
  assert.deepEqual([exitCode, log.length, requests(world)], [1, 1, ["graphql"]]);
  assert.match(log[0] ?? "", /the policy `\.github\/patch-release-issues\.yml` cannot be found: commit it/);
});

for (const [fault, message] of /** @type {[string, RegExp][]} */ ([
  ["bad-credentials", /does not accept the token/],
  ["refused", /reading the issue failed: `ECONNREFUSED`/],
  ["not-accessible", /Add `issues: read`/],
  ["exhausted-far", /rate limit/],
])) {
  test(`if GitHub does not answer (${fault}), the run ends and says why`, async () => {
    const world = under("scope: all");
    world.github.faults.at(1, fault, 10);
    const { exitCode, log } = await act(world, NAMED);
    assert.deepEqual([exitCode, log.length], [1, 2]);
    assert.match(log[0] ?? "", /^::error::the policy `\.github\/patch-release-issues\.yml` cannot be read$/);
    assert.match(log[1] ?? "", message);
  });
}

test("the file in the workspace counts only when nothing is read from GitHub, whatever is checked out", async () => {
  const policy = "scope: all";
  for (const ref of ["refs/heads/release-1.6", "refs/heads/master", ""]) {
    const world = under("scope: {labels: [kind/patch]}");
    world.issue.edit("author", { body: "Nothing about releases." });
    const scope = async (/** @type {Act} */ more) => Object.fromEntries((await act(world, { ...NAMED, event: { policy, ref }, ...more })).outputs)["in-scope"];
    assert.equal(await scope({}), "false", ref);
    assert.equal(await scope({ token: "" }), "true", ref);
    assert.equal(await scope({ inputs: { policy: PATH, comment: "false", labels: "false", facts: "false" } }), "true", ref);
    assert.equal(Object.fromEntries((await sweepOnce(world, { ...NAMED, event: { policy, ref } })).outputs).swept, "0", ref);
  }
});

test("the file in the workspace does not stand in for one that cannot be read", async () => {
  const missing = await act(fresh(), { ...NAMED, event: { policy: "scope: all" } });
  assert.match(missing.log.join("\n"), /^::error::the policy `\.github\/patch-release-issues\.yml` cannot be found/);
  const world = under("scope: all");
  world.github.faults.at(1, "refused", 10);
  const unread = await act(world, { ...NAMED, event: { policy: "scope: all" } });
  assert.match(unread.log.join("\n"), /^::error::the policy `\.github\/patch-release-issues\.yml` cannot be read/);
});

test("a comment with one item for several findings counts the findings", async () => {
  const world = await complete(fresh());
  world.issue.edit("author", { body: COMPLETE.replace("introduced-in=v1.6.2", "introduced=1.6.2") });
  const { log } = await act(world, { inputs: { facts: "false" } });
  assert.match(log.join("\n"), /#7 has 2 errors\./);
  assert.match(ours(world.issue)[0]?.body ?? "", /^### 2 things are left to do$/m);
});

test("without permission to read contents, the run ends and says so", async () => {
  const world = fresh();
  world.repository.isPrivate = true;
  world.repository.addFile(PATH, "scope: all");
  world.github.forge.addToken("ghs_narrow", { repository: world.repository.name, permissions: { issues: "write" } });
  const { exitCode, log } = await act(world, { ...NAMED, token: "ghs_narrow" });
  assert.equal(exitCode, 1);
  assert.match(log.join("\n"), /^::error::/);
  assert.match(log.join("\n"), /contents: read/);
});
