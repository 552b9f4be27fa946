/** Comments and labels that look like ours: the action changes nothing that belongs to others. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, FORGED, INCOMPLETE, LABELS, act, fresh, judged, names, ours, requests } from "../fake-github/act.js";
import { ISSUE, start } from "../fake-github/caller.js";
import { ACTIONS } from "../fake-github/forge.js";
import { assertHarmless } from "../fake-github/trial.js";

const SAYS = `${FORGED}\n✅ This issue has everything that a patch release needs. Thank you!\n`;

/** Other authors who may write our marker. */
const STRANGERS = ["author", "github-actions", "GitHub-Actions[bot]", "dependabot[bot]", "ghost"];

/** Comments of our own token, from other steps, that are not comments of this action. */
const NEARLY = {
  "after a space": ` ${SAYS}`,
  "after a line": `\n${SAYS}`,
  "after a byte order mark": `\uFEFF${SAYS}`,
  quoted: `> ${SAYS}`,
  "in a list": `- ${SAYS}`,
  "in a fence": `\`\`\`\n${SAYS}\`\`\`\n`,
  "in HTML": `<div>${SAYS}</div>`,
  "after our words": `### One thing is left to do\n\n${SAYS}`,
  "of another issue": SAYS.replace("issue=7", "issue=8"),
  "of an issue whose number starts with ours": SAYS.replace("issue=7", "issue=77"),
  "with a zero before the number": SAYS.replace("issue=7", "issue=07"),
  "with a sign before the number": SAYS.replace("issue=7", "issue=+7"),
  "of another kind": SAYS.replace("kind=validation", "kind=report"),
  "of another schema": SAYS.replace("schema=1", "schema=2"),
  "of another action": SAYS.replace("patch-release-issues/action", "patch-release-issues/fork"),
  "with another case": SAYS.replace("kind=", "Kind="),
  "without an end": SAYS.replace(" -->", ""),
  "with another end": SAYS.replace(" -->", " --!>"),
  "with two ends": SAYS.replace(" -->", " --> -->"),
  "with more words": SAYS.replace(" -->", " x=y -->"),
  "with an extra space": SAYS.replace("issue=7", " issue=7"),
  "with a refusal for no reason": SAYS.replace(" -->", " refused=1.nonsense.never -->"),
  "with a refusal of an unknown rule": SAYS.replace(" -->", " refused=1.adds-nonsense.never -->"),
  "with a refusal of no comment": SAYS.replace(" -->", " refused=x.edited.never -->"),
  "with a refusal at no time": SAYS.replace(" -->", " refused=1.edited.2026-02-30T00:00:00Z -->"),
  "with two refusals": SAYS.replace(" -->", " refused=1.edited.never refused=1.edited.never -->"),
  "with another trigger": SAYS.replace(" -->", " trigger=none -->"),
  "with text after it": SAYS.replace(" -->", " --> hello"),
  "with no list": SAYS.replace("none", ""),
  "with an invalid rule": SAYS.replace("none", "Missing-Sig.00000000"),
  "with an invalid hash": SAYS.replace("none", "missing-sig.0000000g"),
  "with an end in its list": SAYS.replace("none", "a-->b.00000000"),
};

test("strangers' comments with our marker stay unchanged, and are not taken for ours", async () => {
  const world = start();
  for (const who of STRANGERS) {
    world.issue.addComment(who, SAYS);
  }
  const orphan = world.issue.addComment("gone", SAYS);
  orphan.author = null;
  world.github.journal.clear();
  await assertHarmless(world, "strangers");
  assert.equal(ours(world.issue).length, 1);
  assert.equal(world.issue.comments.length, STRANGERS.length + 2);
});

for (const [place, body] of Object.entries(NEARLY)) {
  test(`our token's comment with the marker ${place} belongs to another step`, async () => {
    const world = fresh();
    const other = world.issue.addComment(ACTIONS, body);
    world.github.journal.clear();
    await act(world);
    const changed = world.github.journal.changesBy(ACTIONS).filter(({ detail }) => detail === String(other.id));
    assert.deepEqual([changed, other.body], [[], body]);
    assert.equal(ours(world.issue).length, 2);
    await act(world);
    assert.equal(ours(world.issue).length, 2);
  });
}

test("our comment is found whatever follows its marker", async () => {
  for (const rest of ["", "\n", "\r\n", "\nedited by a maintainer", `\n${SAYS}`]) {
    const world = fresh();
    const mine = world.issue.addComment(ACTIONS, FORGED + rest);
    await act(world);
    assert.deepEqual(ours(world.issue).map(({ id }) => id), [mine.id]);
    assert.match(mine.body, /3 things are left to do/);
  }
});

test("a reply that copies or quotes our comment is not ours", async () => {
  const world = await judged();
  const [mine] = ours(world.issue);
  world.issue.addComment("author", mine?.body ?? "");
  world.issue.addComment("author", `> ${mine?.body.replaceAll("\n", "\n> ")}\n\nWhat is this?`);
  world.github.journal.clear();
  await assertHarmless(world, "replies");
  assert.deepEqual(requests(world), ["graphql"]);
});

/** Labels that have caused bugs in other programs. */
const ODD = [".", "..", "...", "__proto__", "constructor", "toString", "a,b", "a/b", "100%", "%2e", "?", "#", "ä 😀", "patch-release/", "patch-release/incomplete2", "patch-release/incomplet", "Affects/", "affects/v1", "affects/v1.6.2", "affects/main", "affects/v1.06", "affects/x v1.6"];

test("people's labels stay, whatever their names", async () => {
  for (const body of ["x", COMPLETE]) {
    const world = start();
    world.repository.addTag("v1.6.2", "2026-01-01T00:00:00Z");
    world.issue.edit("author", { body });
    world.issue.addLabels("author", [...LABELS, ...ODD]);
    const before = names(world.issue);
    world.github.journal.clear();
    await assertHarmless(world, body);
    await assertHarmless(world, body);
    assert.deepEqual(names(world.issue).filter((name) => before.includes(name)), before);
    const removed = world.github.journal.exchanges.filter(({ method, path }) => method === "DELETE" && path.startsWith(`${ISSUE}/labels`));
    assert.deepEqual(removed, []);
  }
});

test("labels in another letter case count as present, and are removed in that case", async () => {
  const world = start();
  world.repository.addTag("v1.6.2", "2026-01-01T00:00:00Z");
  world.issue.edit("author", { body: COMPLETE });
  world.issue.addLabels("author", [...LABELS, "Affects/V1.6", "AFFECTS/V1.5", "Patch-Release/INCOMPLETE"]);
  world.github.journal.clear();
  await assertHarmless(world, "another case");
  assert.deepEqual(names(world.issue), ["Affects/V1.6", "Patch-Release", "priority/critical-urgent", "sig/cli"]);
  assert.deepEqual(requests(world), ["graphql", "remove-label", "remove-label", "graphql"]);
  world.github.journal.clear();
  await assertHarmless(world, "again");
  assert.deepEqual(requests(world), ["graphql"]);
});

test("a label of ours in another letter case is enough on an incomplete issue", async () => {
  const world = await judged();
  world.issue.removeLabel("author", INCOMPLETE);
  world.repository.deleteLabel("author", INCOMPLETE);
  world.issue.addLabels("author", [INCOMPLETE.toUpperCase()]);
  world.github.journal.clear();
  await act(world);
  assert.deepEqual(requests(world), ["graphql"]);
});

test("a label that another program renamed to ours is used unchanged", async () => {
  const world = fresh();
  world.repository.createLabel("maintainer", { name: "PATCH-release/Incomplete", color: "000000", description: "ours" });
  await act(world);
  assert.deepEqual(requests(world), ["graphql", "add-labels", "create-comment", "graphql"]);
  assert.ok(names(world.issue).includes("PATCH-release/Incomplete"));
  assert.equal(world.repository.label(INCOMPLETE)?.color, "000000");
});
