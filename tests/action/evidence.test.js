/** What the history of a repository does to a claim: the action against a GitHub with commits, tags and backports. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { INCOMPLETE, LABELS, act, names, ours, requests } from "../fake-github/act.js";
import { start } from "../fake-github/caller.js";
import { FIELD_FAULTS } from "../fake-github/field-faults.js";
import { mergePullRequest, openPullRequest } from "../fake-github/pull-requests.js";
import { assertHarmless } from "../fake-github/trial.js";
import { completeDescription } from "../core/complete-description.js";

/** @import { Plan } from "../../pkg/types.js" */
/** @import { World } from "../fake-github/act.js" */

const AFFECTED = "affects/v1.9";

/** Faults that may pass. */
const PASSING = ["trouble", "unavailable", "limits"];

/**
 * A fix on the main branch, and a backport that is open.
 */
function backported() {
  const world = start();
  const { repository, issue } = world;
  const { git } = repository;
  git.commit("main", { date: "2026-01-01T00:00:00Z" });
  git.branch("release-1.9", "main");
  git.annotate("v1.9.0", "release-1.9", "2026-01-02T00:00:00Z");
  const fix = openPullRequest(repository, { title: "Keep the field", createdAt: "2026-01-02T01:00:00Z" });
  mergePullRequest(fix, { method: "squash", date: "2026-01-02T02:00:00Z" });
  const body = `Cherry pick of #${fix.number} on release-1.9.`;
  const backport = openPullRequest(repository, { base: "release-1.9", picks: [fix], body, title: "Keep it", createdAt: "2026-01-02T03:00:00Z" });
  issue.addLabels("author", LABELS);
  return { ...world, git, fix, backport };
}

/**
 * What the issue says.
 *
 * @param {World} world
 * @param {string[]} claims
 * @param {{ number: number }[]} listed
 */
function say({ issue }, claims, listed) {
  const releases = ["```release", "introduced-in=v1.9.0", ...claims.map((version) => `resolved-in=${version}`), "```"].join("\n");
  const pullRequests = listed.map(({ number }) => `- #${number}`).join("\n");
  issue.edit("author", { body: completeDescription({ releases, resolution: "The field is kept.", pullRequests }) });
}

/** v1.9.1 has the fix. */
function proven() {
  const world = backported();
  mergePullRequest(world.backport, { date: "2026-01-03T00:00:00Z" });
  world.git.annotate("v1.9.1", "release-1.9", "2026-01-04T00:00:00Z");
  say(world, ["v1.9.1"], [world.fix, world.backport]);
  world.github.journal.clear();
  return world;
}

/** v1.9.1 was made from a commit before the backport, and v1.9.2 has it. */
function refuted() {
  const world = backported();
  const before = world.git.at("release-1.9");
  mergePullRequest(world.backport, { date: "2026-01-03T00:00:00Z" });
  world.git.annotate("v1.9.1", before, "2026-01-04T00:00:00Z");
  world.git.annotate("v1.9.2", "release-1.9", "2026-01-05T00:00:00Z");
  say(world, ["v1.9.1"], [world.fix, world.backport]);
  world.github.journal.clear();
  return world;
}

/** @param {Plan} plan */
function rules({ outputs }) {
  const { diagnostics } = JSON.parse(Object.fromEntries(outputs).result ?? "null");
  return /** @type {{ rule: string }[]} */ (diagnostics).map(({ rule }) => rule);
}

/** @param {World} world */
function row(world) {
  return ours(world.issue)[0]?.body.split("\n").find((line) => line.startsWith("| `v1.9` ")) ?? "";
}

test("a release that contains the backport: the claim is verified, in one question more", async () => {
  const world = proven();
  const plan = await assertHarmless(world, "proven");
  assert.deepEqual([rules(plan), requests(world)], [[], ["graphql", "graphql"]]);
  world.issue.edit("author", { body: (world.issue.body ?? "").replace("X drops Y.", "") });
  await act(world);
  assert.equal(row(world), `| \`v1.9\` | \`v1.9.1\` fixed (● declared) | \`v1.9.1\` ✅ verified | \`#${world.backport.number}\` merged, in \`v1.9.1\` | – |`);
  assert.deepEqual(names(world.issue).includes(AFFECTED), false);
});

test("a release that lacks the backport: the claim is refuted, and nothing is asked or written twice", async () => {
  const world = refuted();
  world.issue.addLabels("github-actions[bot]", [AFFECTED]);
  const plan = await assertHarmless(world, "refuted");
  assert.ok(rules(plan).includes("absent-fix"), String(rules(plan)));
  assert.deepEqual(requests(world), ["graphql", "graphql", "create-label", "add-labels", "create-comment", "graphql"]);
  const [, , newest, fixedIn, requested, missing] = row(world).split(" | ").map((cell) => cell.replace(/ \|$/, "")).toSpliced(0, 0, "");
  assert.deepEqual([newest, fixedIn], ["`v1.9.2` ○ unknown", "`v1.9.1` ❌ refuted: it does not have the fix"]);
  assert.deepEqual([requested, missing], [`\`#${world.backport.number}\` merged, in \`v1.9.2\``, "the entry `resolved-in=v1.9.2`"]);
  assert.ok(names(world.issue).includes(AFFECTED), "an unknown branch keeps its label");
  world.github.journal.clear();
  await act(world);
  assert.deepEqual([requests(world), world.github.journal.changes], [["graphql", "graphql"], []]);
});

test("a backport is found by what refers to the fix", async () => {
  const world = backported();
  say(world, [], [world.fix]);
  const plan = await assertHarmless(world, "found");
  assert.ok(rules(plan).includes("unlisted-pull-request"), String(rules(plan)));
  assert.match(row(world), new RegExp(`\`v1.9.0\` affected .*\`#${world.backport.number}\` open \\| the merge of \`#${world.backport.number}\``));
  mergePullRequest(world.backport);
  await act(world);
  assert.match(row(world), /merged, in no release yet \| the release of `v1.9.1`/);
  world.git.annotate("v1.9.1", "release-1.9");
  assert.ok(rules(await act(world)).includes("unlisted-resolution"));
  assert.match(row(world), /merged, in `v1.9.1` \| the entry `resolved-in=v1.9.1`/);
});

test("what cannot be compared is unknown, stands as declared, and is asked once a run", async () => {
  const world = refuted();
  world.git.unanswerable.add(world.backport.pullRequest?.mergeCommit?.oid ?? "");
  assert.deepEqual([rules(await assertHarmless(world, "null")), requests(world)], [[], ["graphql", "graphql"]]);
  world.issue.edit("author", { body: (world.issue.body ?? "").replace("X drops Y.", "") });
  world.github.journal.clear();
  await act(world);
  assert.deepEqual(requests(world), ["graphql", "graphql", "create-label", "add-labels", "create-comment", "graphql"]);
  assert.match(row(world), /`v1.9.1` not verified \| `#\d+` merged, in `v1.9.2` \| – \|$/);
});

test("an issue that was reopened after the release is asked about again", async () => {
  const world = proven();
  await world.github.clock.sleep(60_000);
  world.issue.setState("author", "closed");
  world.issue.setState("author", "open");
  assert.ok(rules(await act(world)).includes("outdated-resolution"));
  assert.match(row(world), /the issue was reopened since/);
  await world.github.clock.sleep(60_000);
  world.issue.edit("author", { body: `${world.issue.body}\n` });
  assert.deepEqual(rules(await act(world)), []);
});

test("without facts, and about a withheld issue, nothing more is asked", async () => {
  const world = proven();
  await act(world, { inputs: { facts: "false" } });
  assert.deepEqual(requests(world), ["graphql"]);
  const withheld = proven();
  say(withheld, [], [withheld.fix]);
  withheld.issue.addLabels("author", ["area/security"]);
  withheld.github.journal.clear();
  await act(withheld);
  assert.equal(requests(withheld).filter((operation) => operation === "graphql").length, 2, "before and after it is written");
  assert.equal(row(withheld), "");
});

test("however much an issue lists, a run asks twice more at most, and compares 50 times at most", async () => {
  const world = backported();
  const { repository, git, fix } = world;
  const backports = Array.from({ length: 20 }, () => openPullRequest(repository, { base: "release-1.9", title: "Keep it", body: `Cherry pick of #${fix.number}` }));
  backports.forEach((backport) => mergePullRequest(backport, { date: "2026-01-03T00:00:00Z" }));
  for (const patch of [1, 2, 3, 4]) {
    git.commit("release-1.9", { date: "2026-01-04T00:00:00Z" });
    git.annotate(`v1.9.${patch}`, "release-1.9", `2026-01-0${patch + 4}T00:00:00Z`);
  }
  say(world, ["v1.9.1", "v1.9.2", "v1.9.3", "v1.9.4"], backports);
  world.github.journal.clear();
  let compared = 0;
  world.github.on("after", ({ operation }, answer) => {
    const { data } = operation === "graphql" && answer ? JSON.parse(answer.body) : { data: null };
    compared += Object.keys(data?.repository ?? {}).filter((name) => /^c\d+$/.test(name)).length;
  });
  await assertHarmless(world, "many");
  assert.equal(compared, 50);
  assert.deepEqual(requests(world).filter((operation) => operation === "graphql").length, 3, "facts, comparisons, and once after the writes");
});

/** The fields that evidence asks for. GitHub's schema lets these be null … */
const NULLABLE = [
  "Issue.lastEditedAt", "Repository.defaultBranchRef", "Repository.refs", "Repository.ref", "Ref.target", "Tag.tagger", "Ref.compare",
  "PullRequest.mergedAt", "PullRequest.mergeCommit", "PullRequestTimelineItemsConnection.nodes",
];

/** … and these not: each takes along what it is in. */
const NEEDED = [
  "Issue.timelineItems", "Tag.target", "Commit.oid", "Commit.committedDate", "Comparison.status", "PullRequest.title", "PullRequest.body",
  "PullRequest.state", "PullRequest.baseRefName", "PullRequest.timelineItems", "CrossReferencedEvent.source", "PullRequest.repository",
];

/** A refuted claim that was judged, with a label that it keeps. */
async function judgedAsRefuted() {
  const world = refuted();
  world.issue.addLabels("github-actions[bot]", [AFFECTED]);
  await act(world);
  assert.deepEqual(names(world.issue).filter((name) => [AFFECTED, INCOMPLETE].includes(name)), [AFFECTED, INCOMPLETE]);
  world.github.journal.clear();
  return world;
}

/**
 * What a run leaves, without what tells the way there.
 *
 * @param {World} world
 * @param {(name: string) => boolean} isKept whether a label is to be told
 */
function left(world, isKept) {
  const comments = ours(world.issue).map(({ body }) => body.replace(/ before=\S+/, "").replace(/\n\*\*Since last time:\*\*.*\n/, ""));
  return { labels: names(world.issue).filter(isKept), comments };
}

for (const field of [...NULLABLE, ...NEEDED]) {
  test(`${field} that is not answered: unknown, and no label that is wrong`, async () => {
    const end = await judgedAsRefuted();
    const known = [...rules(await act(end))];
    for (const kind of FIELD_FAULTS.filter((kind) => kind !== "null" || NULLABLE.includes(field))) {
      for (const times of [1, 1_000]) {
        const when = `${kind}, ${times} times`;
        const world = await judgedAsRefuted();
        world.github.faults.fields.when(field, kind, { times });
        const plan = await assertHarmless(world, when, { inputs: { "fail-on": "never" } });
        assert.ok(world.github.faults.fields.hit.length > 0, when);
        assert.deepEqual(rules(plan).filter((rule) => !known.includes(rule)), [], when);
        if (PASSING.includes(kind)) {
          assert.deepEqual(names(world.issue), names(end.issue), when);
        }
        world.github.faults.fields.clear();
        await act(world);
        // A label of an unknown branch stays as it is; what cannot be told stands as declared, and that takes it away.
        const kept = (/** @type {string} */ name) => PASSING.includes(kind) || name !== AFFECTED;
        assert.deepEqual(left(world, kept), left(end, kept), when);
      }
    }
  });
}

test("an answer about comparisons without the repository changes no label", async () => {
  const world = await judgedAsRefuted();
  const before = names(world.issue);
  world.github.on("after", ({ operation }, answer) => {
    const body = operation === "graphql" && answer ? JSON.parse(answer.body) : null;
    if (body?.data.repository.c0 !== undefined && answer) {
      const error = { type: "SERVICE_UNAVAILABLE", path: ["repository"], message: "Something went wrong" };
      answer.body = JSON.stringify({ data: { repository: null }, errors: [error] });
    }
  });
  await act(world);
  assert.deepEqual(names(world.issue), before);
});
