/** Commands in comments, against the fake GitHub. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, LABELS, act, ours, requests } from "../fake-github/act.js";
import { AFTER, BEFORE, COMMAND, answer, assertAllowed, commanded, reactions } from "../fake-github/commanded.js";
import { ACTIONS } from "../fake-github/forge.js";

const DONE = [`${ACTIONS} +1`];
const REFUSED = [`${ACTIONS} confused`];

test("a command takes a read, the edit, a read, the reaction, and a last read", async () => {
  const world = await commanded();
  const { exitCode, log } = await answer(world);
  assert.deepEqual([exitCode, world.issue.body, reactions(world.comment)], [0, AFTER, DONE]);
  assert.deepEqual(requests(world), ["graphql", "update", "graphql", "reactions/create-for-issue-comment", "graphql"]);
  assert.match(log.join("\n"), /^Edited the description, as a comment asks\.\nCarried out the commands of a comment\.$/m);
  assertAllowed(world, "done");
  world.github.journal.clear();
  await answer(world);
  assert.deepEqual(requests(world), ["graphql"]);
});

test("what the new description names is asked, and the issue is read once more before it is edited", async () => {
  const world = await commanded({ command: "/introduced-in v1.4.2" });
  world.repository.addTag("v1.6.2", "2026-01-01T00:00:00Z");
  await answer(world);
  assert.match(world.issue.body ?? "", /introduced-in=v1\.4\.2/);
  const asked = ["graphql", "graphql", "graphql", "update"];
  assert.deepEqual(requests(world).slice(0, asked.length), asked);
  assertAllowed(world, "named");
});

test("every run about the issue carries out what waits", async () => {
  for (const name of ["issues", "workflow_dispatch"]) {
    const world = await commanded();
    await act(world, { event: { name } });
    assert.deepEqual([world.issue.body, reactions(world.comment)], [AFTER, DONE], name);
  }
});

test("a comment without a command makes no request", async () => {
  for (const command of ["Thanks!", "this/that", "`/wont-fix v1.5`", "> /wont-fix v1.5", "/lgtm", "Please /wont-fix v1.5"]) {
    const world = await commanded({ command });
    const { exitCode, log, summary } = await answer(world);
    assert.deepEqual([exitCode, requests(world), summary], [0, [], ""], command);
    assert.deepEqual(log, ["The comment on #7 holds no command, so there is nothing to do."]);
  }
});

test("on pull requests and issues out of scope nothing is a command", async () => {
  const world = await commanded();
  const payload = { issue: { number: 7, title: "x", pull_request: {} }, comment: { body: COMMAND } };
  await act(world, { event: { name: "issue_comment", payload } });
  assert.deepEqual(requests(world), []);
  const outside = await commanded({ body: "A question", labels: [] });
  outside.issue.removeAllLabels("author");
  outside.github.journal.clear();
  await answer(outside);
  assert.deepEqual([requests(outside), reactions(outside.comment)], [["graphql"], []]);
  const other = await commanded();
  const request = other.repository.addIssue({ number: 8, body: BEFORE, pullRequest: {} });
  request.addComment("author", COMMAND);
  other.github.journal.clear();
  await act(other, { inputs: { "issue-number": "8" }, event: { name: "workflow_dispatch" } });
  assert.deepEqual([requests(other), request.body], [["graphql"], BEFORE]);
});

/** Who comments, what they are to the repository, and whether they may. */
const PEOPLE = /** @type {[who: string, is: string | null, may: boolean][]} */ ([
  ["author", null, true],
  ["maintainer", "MEMBER", true],
  ["maintainer", "OWNER", true],
  ["maintainer", "COLLABORATOR", true],
  ["private-member", "CONTRIBUTOR", false],
  ["stranger", null, false],
]);

for (const [who, association, may] of PEOPLE) {
  test(`${who}, ${association ?? "nothing"} to the repository, ${may ? "may" : "may not"}`, async () => {
    const world = await commanded({ who });
    world.repository.associations.set(who, association ?? "NONE");
    await answer(world);
    assert.deepEqual([world.issue.body, reactions(world.comment)], may ? [AFTER, DONE] : [BEFORE, REFUSED]);
    assert.equal(ours(world.issue).length, may ? 0 : 1);
    assert.equal(ours(world.issue)[0]?.body.includes("only the author of the issue"), may ? undefined : true);
    assertAllowed(world, who);
    const check = await commanded({ who, command: "/patch-release check" });
    await answer(check);
    assert.deepEqual([check.issue.body, reactions(check.comment)], [BEFORE, DONE]);
  });
}

test("bots, deleted accounts, edited comments and copies of our comment command nothing", async () => {
  const bot = await commanded({ who: "author[bot]" });
  bot.repository.associations.set("author[bot]", "MEMBER");
  const own = await commanded({ who: ACTIONS });
  own.repository.associations.set(ACTIONS, "MEMBER");
  const ghost = await commanded();
  ghost.comment.author = null;
  const edited = await commanded({ command: "/wont-fix v1.4" });
  edited.issue.updateComment("author", edited.comment.id, COMMAND);
  const copy = await commanded({ command: `<!-- patch-release-issues/action kind=validation schema=1 issue=7 now=none -->\n\n${COMMAND}` });
  const orphan = await commanded({ who: "somebody" });
  orphan.issue.author = null;
  for (const [name, world] of Object.entries({ bot, own, ghost, edited, copy })) {
    world.github.journal.clear();
    await answer(world);
    assert.deepEqual([world.issue.body, reactions(world.comment), requests(world)], [BEFORE, [], ["graphql"]], name);
  }
  await answer(orphan);
  assert.deepEqual([orphan.issue.body, reactions(orphan.comment)], [BEFORE, REFUSED]);
});

test("other people's reactions answer nothing", async () => {
  const world = await commanded();
  world.issue.react("somebody", world.comment, "+1");
  world.issue.react("somebody", world.comment, "confused");
  await answer(world);
  assert.deepEqual([world.issue.body, reactions(world.comment).at(-1)], [AFTER, DONE[0]]);
});

test("the corrected description is written", async () => {
  const world = await commanded({ body: BEFORE.replace("introduced-in=v", "introduced-in="), command: "/patch-release fix" });
  await answer(world);
  assert.deepEqual([world.issue.body, reactions(world.comment)], [BEFORE, DONE]);
});

test("a locked issue is edited, and what cannot be written is a warning", async () => {
  const world = await commanded();
  world.issue.locked = true;
  const { log } = await answer(world);
  assert.equal(world.issue.body, AFTER);
  assert.deepEqual(reactions(world.comment), []);
  assert.match(log.join("\n"), /^::warning::reacting to a comment is not possible \(403\).*locked/m);
  world.github.journal.clear();
  await answer(world);
  assert.equal(requests(world).includes("update"), false);
});

test("a token that may not write: the commands stay, and a warning says so", async () => {
  const world = await commanded();
  world.github.forge.addToken("ghs_read", { repository: "kubernetes/kubernetes", permissions: { issues: "read" } });
  const { log } = await answer(world, { token: "ghs_read" });
  assert.deepEqual([world.issue.body, reactions(world.comment)], [BEFORE, []]);
  assert.match(log.join("\n"), /editing the description is not allowed \(403\).*issues: write/);
  await answer(world);
  assert.deepEqual([world.issue.body, reactions(world.comment)], [AFTER, DONE]);
});

test("nothing of a withheld issue is written or told", async () => {
  const world = await commanded({ body: "The product security team works on SECRET.", labels: [...LABELS, "area/security"] });
  const { log, summary, outputs } = await answer(world);
  assert.deepEqual(reactions(world.comment), REFUSED);
  const told = `${log}${summary}${JSON.stringify(outputs)}${ours(world.issue)[0]?.body}`;
  assert.ok(told.includes("is not changed") && !/SECRET|wont-fix v1\.5/.test(told), told);
});

test("with comment: false, comments are read, and the run says what was refused", async () => {
  const world = await commanded({ command: "/wont-fix" });
  const { log, summary } = await answer(world, { inputs: { comment: "false" } });
  assert.deepEqual([reactions(world.comment), ours(world.issue)], [REFUSED, []]);
  assert.match(log.join("\n"), /^::notice::😕 `\/wont-fix` was not carried out: name what to set/m);
  assert.match(summary, /😕 \*\*`\/wont-fix` was not carried out:\*\*/);
});

test("commands on any page of comments are found", async () => {
  const world = await commanded();
  for (let count = 0; count < 150; count += 1) {
    world.issue.addComment("somebody", "+1");
  }
  const last = world.issue.addComment("author", "/wont-fix v1.4");
  await answer(world);
  assert.deepEqual([reactions(world.comment), reactions(last)], [DONE, DONE]);
  assert.equal(world.issue.body, AFTER.replace("wont-fix=v1.5\r\n", "wont-fix=v1.5\r\nwont-fix=v1.4\r\n"));
});

test("commands: off turns them off, and COMPLETE stays complete", async () => {
  const world = await commanded();
  world.repository.files.set("main:p.yml", { text: "commands: off\n", isBinary: false });
  await answer(world, { inputs: { policy: "p.yml" } });
  assert.deepEqual([world.issue.body, reactions(world.comment)], [BEFORE, []]);
  assert.equal(BEFORE.replaceAll("\r\n", "\n"), COMPLETE);
});
