/** The number of requests of a run, which writes nothing if nothing differs. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, INCOMPLETE, LABELS, act, fresh, judged, mend, mended, names, ours, requests } from "../fake-github/act.js";
import { NAME, start } from "../fake-github/caller.js";
import { ACTIONS } from "../fake-github/forge.js";
import { assertHarmless } from "../fake-github/trial.js";

/** @import { Act, World } from "../fake-github/act.js" */

const OFF = { comment: "false", labels: "false", facts: "false" };

/**
 * @param {World} world
 * @param {string[]} expected
 * @param {Act} [what]
 */
async function assertRequests(world, expected, what) {
  world.github.journal.clear();
  const plan = await assertHarmless(world, expected.join(), what);
  assert.deepEqual(requests(world), expected);
  return plan;
}

test("without a token, or with all requests turned off, there is no request", async () => {
  const world = fresh();
  const { exitCode } = await assertRequests(world, [], { token: "" });
  assert.equal(exitCode, 1);
  await assertRequests(world, [], { inputs: OFF });
  await assertRequests(world, [], { inputs: { ...OFF, comment: " FALSE " } });
});

test("each of comment, labels and facts alone causes one read, and only its own writes", async () => {
  await assertRequests(fresh(), ["graphql"], { inputs: { ...OFF, facts: "true" } });
  await assertRequests(fresh(), ["graphql", "create-comment", "graphql"], { inputs: { ...OFF, comment: "true" } });
  await assertRequests(fresh(), ["graphql", "create-label", "add-labels", "graphql"], { inputs: { ...OFF, labels: "true" } });
});

test("an unchanged issue is read once, whatever the event's name", async () => {
  const world = await judged();
  for (const name of ["issues", "issue_comment", "workflow_dispatch", "schedule"]) {
    await assertRequests(world, ["graphql"], { event: { name } });
  }
  assert.deepEqual(world.github.journal.changes, []);
});

test("runs started by our own comment or labels write nothing", async () => {
  const world = fresh();
  const before = { body: world.issue.body, labels: [...world.issue.labels] };
  await act(world);
  await assertRequests(world, ["graphql"], { event: { name: "issue_comment" }, was: before });
  await assertRequests(world, ["graphql"], { was: { labels: names(world.issue) } });
  mend(world);
  await act(world);
  await assertRequests(world, ["graphql"], { was: { labels: [...LABELS, INCOMPLETE] } });
});

test("changes are written, and the issue is read once more", async () => {
  const world = await judged();
  mend(world);
  await assertRequests(world, ["graphql", "remove-label", "update-comment", "graphql"]);
  world.issue.edit("author", { body: COMPLETE.replace("X drops Y.", "") });
  await assertRequests(world, ["graphql", "add-labels", "update-comment", "graphql"]);
  world.issue.edit("author", { body: COMPLETE.replace("X drops Y.", " ") });
  await assertRequests(world, ["graphql"]);
  world.issue.removeLabel("author", INCOMPLETE);
  await assertRequests(world, ["graphql", "add-labels", "graphql"]);
  ours(world.issue).forEach(({ id }) => world.issue.deleteComment("author", id));
  await assertRequests(world, ["graphql", "create-comment", "graphql"]);
});

test("a payload that is older than the issue costs one more read if the issue names more", async () => {
  const world = await mended();
  await act(world);
  await assertRequests(world, ["graphql", "graphql"], { was: { body: "an old text" } });
  await assertRequests(world, ["graphql"], { was: { body: `${COMPLETE}\n` } });
  await assertRequests(world, ["graphql"], { was: { body: COMPLETE.replace("All.", "Some.") } });
});

test("an old payload causes no writes: the current issue is judged", async () => {
  const world = await mended();
  await act(world);
  world.github.journal.clear();
  const { exitCode } = await act(world, { was: { body: "", labels: [] } });
  assert.deepEqual([exitCode, world.github.journal.changes], [0, []]);
});

test("all pages of comments are read, and ours is found on any page", async () => {
  for (const [before, after] of [[99, 0], [100, 0], [100, 100], [250, 90]]) {
    const world = start();
    await act(world);
    const [mine] = world.issue.comments.splice(0);
    const others = (/** @type {number} */ count) => Array.from({ length: count }, () => world.issue.addComment("author", "+1"));
    others(before ?? 0);
    world.issue.comments.push({ ...(mine ?? assert.fail()), id: world.github.forge.newId(), createdAt: "2026-01-05T09:00:00Z" });
    others(after ?? 0);
    const pages = Math.ceil(world.issue.comments.length / 100);
    await assertRequests(world, Array(pages).fill("graphql"));
  }
});

test("comments are not read if comments and commands are turned off", async () => {
  const world = await judged();
  Array.from({ length: 300 }, () => world.issue.addComment("author", "+1"));
  const inputs = { comment: "false", policy: "p.yml" };
  for (const [policy, count] of /** @type {const} */ ([["commands: off", 2], ["commands: on", 5]])) {
    world.repository.addFile("p.yml", policy);
    await assertRequests(world, Array(count).fill("graphql"), { inputs });
  }
});

test("an issue with very many names takes few requests", async () => {
  const world = await judged();
  const many = (/** @type {(index: number) => string} */ line) => Array.from({ length: 300 }, (_, index) => line(index)).join("\n");
  const versions = `\`\`\`release\n${many((index) => `introduced-in=v1.${index}.1`)}\n\`\`\`\n\n\`\`\`release\n${many((index) => `resolved-in=v1.${index}.9`)}\n\`\`\``;
  const requested = many((index) => `- #${index + 100}\n- other/repo#${index + 1}`);
  world.issue.edit("author", { body: COMPLETE.replace(/^```release[^]*?```/, versions).replace(/TBD$/, requested) });
  world.issue.addLabels("author", Array.from({ length: 98 }, (_, index) => `sig/${index}`));
  world.github.journal.clear();
  const { log } = await assertHarmless(world, "many");
  const [comment] = ours(world.issue);
  assert.ok((comment?.body ?? "").length <= 60_000);
  assert.deepEqual(requests(world), ["graphql", "add-labels", "update-comment", "graphql"].filter((name) => name !== "add-labels"));
  assert.deepEqual(log.filter((line) => line.includes("failed")), []);
  await assertRequests(world, ["graphql"]);
});

test("the payload of a pull request causes no request", async () => {
  const { exitCode } = await assertRequests(fresh(), [], { was: { pull_request: { url: "x" } } });
  assert.equal(exitCode, 0);
});

test("an issue-number of a pull request is read, and nothing is written", async () => {
  const world = fresh();
  world.repository.addIssue({ number: 8, body: COMPLETE, pullRequest: {} });
  const { exitCode, outputs, log } = await assertRequests(world, ["graphql"], { inputs: { "issue-number": "8" } });
  assert.deepEqual(log, ["::notice::#8 is not validated: it is a pull request"]);
  assert.deepEqual([exitCode, Object.fromEntries(outputs)["in-scope"]], [0, "false"]);
});

test("workflow_dispatch judges the named issue, and writes only to it", async () => {
  const world = fresh();
  const other = world.repository.addIssue({ number: 8, body: COMPLETE, labels: [...LABELS, INCOMPLETE] });
  const what = { inputs: { "issue-number": "#8" }, event: { name: "workflow_dispatch", payload: { issue: null, repository: { default_branch: "main" } } } };
  const { exitCode } = await assertRequests(world, ["graphql", "graphql", "remove-label", "graphql"], what);
  assert.equal(exitCode, 0);
  assert.deepEqual(names(other), ["Patch-Release", "priority/critical-urgent", "sig/cli"]);
  assert.deepEqual(names(world.issue), ["Patch-Release"]);
  const silent = await act(world, { ...what, token: "" });
  assert.deepEqual([silent.exitCode, silent.log.length], [1, 1]);
  assert.match(silent.log[0] ?? "", /issue #8 cannot be read.*`token`/);
});

test("an issue that leaves the scope loses our comment and labels", async () => {
  const world = start();
  world.issue.removeLabel("author", "patch-release");
  await assertRequests(world, ["graphql"]);
  const left = await judged();
  left.issue.removeLabel("author", "patch-release");
  await assertRequests(left, ["graphql", "remove-label", "delete-comment", "graphql"]);
  await assertRequests(left, ["graphql"]);
});

test("a closed issue is judged as an open one", async () => {
  const world = fresh();
  world.issue.setState("author", "closed");
  await assertRequests(world, ["graphql", "create-label", "add-labels", "create-comment", "graphql"]);
  assert.match(ours(world.issue)[0]?.body ?? "", /left to do/);
});

test("a locked issue gets its labels, and a warning instead of the comment", async () => {
  const world = fresh();
  world.issue.locked = true;
  const { log } = await assertRequests(world, ["graphql", "create-label", "add-labels", "create-comment", "graphql"]);
  assert.match(log.join("\n"), /^::warning::commenting is not possible \(403\).*locked/m);
  assert.deepEqual([names(world.issue), ours(world.issue)], [["Patch-Release", INCOMPLETE], []]);
});

test("an issue with the maximum number of labels gets the comment", async () => {
  const world = fresh();
  world.issue.addLabels("author", Array.from({ length: 99 }, (_, index) => `kind/${index}`));
  const { log } = await assertRequests(world, ["graphql", "create-label", "add-labels", "graphql", "create-comment", "graphql"]);
  assert.match(log.join("\n"), /^::warning::adding labels was refused \(422\)/m);
  assert.equal(ours(world.issue).length, 1);
});

/** What may happen to an issue between the event and the run. */
const LEAVES = /** @type {Record<string, (world: World) => unknown>} */ ({
  deleted: ({ issue }) => issue.delete("maintainer"),
  transferred: ({ github, issue }) => issue.transfer("maintainer", github.forge.addRepository("kubernetes/other")),
});

for (const [what, leave] of Object.entries(LEAVES)) {
  test(`an issue that was ${what}: three reads, a warning, the payload's verdict`, async () => {
    const world = await judged();
    leave(world);
    world.github.journal.clear();
    const { exitCode, log, outputs } = await act(world);
    assert.deepEqual(requests(world), ["graphql", "graphql", "graphql"]);
    assert.deepEqual([exitCode, world.github.journal.changes], [1, []]);
    assert.match(log.join("\n"), /^::warning::issue #7 is gone/m);
    assert.equal(Object.fromEntries(outputs).valid, "false");
  });
}

test("an issue that is moved during a run: a warning, and nothing is written elsewhere", async () => {
  for (const leave of Object.values(LEAVES)) {
    for (const at of ["create-label", "add-labels", "create-comment"]) {
      const world = fresh();
      world.github.once("before", ({ operation }) => operation === `issues/${at}`, () => void leave(world));
      const { exitCode, log } = await act(world);
      assert.equal(exitCode, 1);
      assert.match(log.join("\n"), /^::warning::.*(gone|moved)/m);
      assert.deepEqual(ours(world.issue), []);
      assert.deepEqual(world.github.journal.violations, []);
    }
  }
});

test("a renamed repository is read under its former name, and not written to", async () => {
  const world = fresh();
  world.github.forge.rename(world.repository, "kubernetes/renamed");
  const { log } = await assertHarmless(world, "renamed");
  assert.match(log.join("\n"), /^::warning::.*was sent elsewhere \(30\d\)/m);
  assert.deepEqual(world.github.journal.changesBy(ACTIONS), []);
  assert.equal(world.github.forge.repository(NAME), world.repository);
});
