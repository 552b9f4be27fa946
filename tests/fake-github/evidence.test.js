/** The fake GitHub's answers about commits, pull requests and their events. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { ISSUE, NAME, ask, rest, start } from "./caller.js";
import { START, timestamp } from "./clock.js";
import { FIELD_FAULTS } from "./field-faults.js";
import { mergePullRequest, openPullRequest } from "./pull-requests.js";

/** @import { GitHub } from "./github.js" */
/** @import { Method } from "./pull-requests.js" */

const REQUEST = `__typename number title body state merged mergedAt mergeCommit{oid} baseRefName author{login} labels(first:9){nodes{name}} updatedAt`;

/** A query for all evidence. */
const QUERY = `query($owner:String!,$name:String!,$tag:String!,$head:String!,$issue:Int!,$request:Int!){repository(owner:$owner,name:$name){
  ref(qualifiedName:$tag){name target{oid ...on Tag{tagger{date} target{oid}}} compare(headRef:$head){status aheadBy behindBy}}
  issue(number:$issue){title createdAt lastEditedAt author{login} assignees(first:9){nodes{login}} milestone{title}
    comments(last:1){nodes{author{login}}} timelineItems(itemTypes:[REOPENED_EVENT],last:1){nodes{...on ReopenedEvent{createdAt}}}}
  pullRequest(number:$request){${REQUEST} timelineItems(itemTypes:[CROSS_REFERENCED_EVENT],first:50){nodes{...on CrossReferencedEvent{source{...on PullRequest{${REQUEST}}}}}}}
}}`;

/** The ten lines of README.md, with two more people. */
function release() {
  const { github, repository, issue } = start();
  const { git } = repository;
  git.commit("main");
  git.branch("release-1.9", "main");
  git.annotate("v1.9.0", "release-1.9", "2026-01-04T00:00:00Z");
  const fix = openPullRequest(repository, { title: "Keep the field", body: "Fixes #7", labels: ["kind/bug"] });
  mergePullRequest(fix, { method: "squash" });
  const backport = openPullRequest(repository, { base: "release-1.9", picks: [fix], body: `Cherry pick of #${fix.number} on release-1.9.` });
  mergePullRequest(backport);
  git.annotate("v1.9.1", "release-1.9");
  issue.assign("maintainer", ["jane"]);
  issue.plan("maintainer", "v1.9");
  issue.addComment("jane", "It is fixed");
  return { github, repository, git, issue, fix, backport };
}

/**
 * @param {ReturnType<typeof release>} world
 * @param {Record<string, unknown>} [variables]
 */
function askAll({ github, fix, backport }, variables = {}) {
  const head = backport.pullRequest?.mergeCommit?.oid;
  return ask(github, QUERY, { owner: "kubernetes", name: "kubernetes", tag: "refs/tags/v1.9.1", head, issue: 7, request: fix.number, ...variables });
}

test("the parts of the evidence", async () => {
  const world = release();
  const { git, fix, backport, github, issue } = world;
  await github.clock.sleep(60_000);
  issue.setState("reporter", "open");
  const { data: { repository }, errors } = await askAll(world);
  const now = timestamp(START);
  assert.equal(errors, undefined);
  assert.deepEqual(repository.ref, {
    name: "v1.9.1",
    target: { oid: git.refs.get("refs/tags/v1.9.1")?.oid, tagger: { date: now }, target: { oid: git.at("release-1.9").oid } },
    compare: { status: "IDENTICAL", aheadBy: 0, behindBy: 0 },
  });
  assert.deepEqual(repository.issue, {
    title: "A title", createdAt: now, lastEditedAt: null, author: { login: "reporter" }, assignees: { nodes: [{ login: "jane" }] },
    milestone: { title: "v1.9" }, comments: { nodes: [{ author: { login: "jane" } }] }, timelineItems: { nodes: [{ createdAt: timestamp(START + 60_000) }] },
  });
  const source = {
    __typename: "PullRequest", number: backport.number, title: backport.title, body: `Cherry pick of #${fix.number} on release-1.9.`,
    state: "MERGED", merged: true, mergedAt: now, mergeCommit: { oid: git.at("release-1.9").oid }, baseRefName: "release-1.9",
    author: { login: "developer" }, labels: { nodes: [] }, updatedAt: now,
  };
  const { timelineItems, ...request } = repository.pullRequest;
  assert.deepEqual(timelineItems, { nodes: [{ source }] });
  assert.deepEqual(request, { ...source, number: fix.number, title: "Keep the field", body: "Fixes #7", mergeCommit: { oid: git.at("main").oid }, baseRefName: "main", labels: { nodes: [{ name: "kind/bug" }] } });
  assert.deepEqual(github.journal.violations, []);
});

test("a tag does not contain what was merged elsewhere, or after it", async () => {
  const world = release();
  const { repository, fix, backport } = world;
  const status = async (/** @type {string} */ tag, /** @type {string | undefined} */ head) => (await askAll(world, { tag: `refs/tags/${tag}`, head })).data.repository.ref.compare?.status;
  const [main, picked] = [fix, backport].map(({ pullRequest }) => pullRequest?.mergeCommit?.oid);
  assert.deepEqual([await status("v1.9.1", main), await status("v1.9.0", main), await status("v1.9.0", picked)], ["DIVERGED", "AHEAD", "AHEAD"]);
  repository.git.commit("release-1.9");
  repository.git.tag("v1.9.2", "release-1.9");
  assert.deepEqual([await status("v1.9.2", picked), await status("v1.9.2", "f".repeat(40))], ["BEHIND", undefined]);
  repository.git.unanswerable.add(picked ?? "");
  assert.equal(await status("v1.9.2", picked), undefined);
});

test("each button makes its kind of commit", () => {
  const { repository } = release();
  const { git } = repository;
  for (const [method, parents] of /** @type {[Method, number][]} */ ([["merge", 2], ["squash", 1], ["rebase", 1]])) {
    const before = git.at("main");
    const request = openPullRequest(repository, { files: [`by-${method}`] });
    const commit = mergePullRequest(request, { method, date: "2026-02-01T00:00:00Z" });
    assert.deepEqual([git.at("main"), commit.parents[0], commit.parents.length, commit.date], [commit, before, parents, "2026-02-01T00:00:00Z"]);
    assert.equal(git.compare("main", `refs/pull/${request.number}/head`)?.status, method === "merge" ? "BEHIND" : "DIVERGED");
    assert.ok(git.has("main", `by-${method}`));
    assert.throws(() => mergePullRequest(request), /is closed/);
    const backport = openPullRequest(repository, { base: "release-1.9", picks: [request] });
    assert.deepEqual([git.has("release-1.9", `by-${method}`), mergePullRequest(backport) && git.has("release-1.9", `by-${method}`)], [false, true]);
  }
});

test("GitHub closes what a description fixes, once that is merged into the default branch", () => {
  const { repository, issue } = start();
  repository.git.commit("main");
  repository.git.branch("release-1.9", "main");
  const [second, third] = [repository.addIssue(), repository.addIssue()];
  const body = `Fixes #7, resolves: ${NAME}#${second.number}, and \`closes #${third.number}\``;
  mergePullRequest(openPullRequest(repository, { base: "release-1.9", body }));
  assert.equal(issue.state, "open");
  mergePullRequest(openPullRequest(repository, { body }));
  assert.deepEqual([issue, second, third].map(({ state, stateReason }) => [state, stateReason]), [["closed", "completed"], ["closed", "completed"], ["open", null]]);
});

/**
 * @param {GitHub} github
 * @param {number} number
 * @param {string} [args]
 */
async function sources(github, number, args = "first:9") {
  const event = "createdAt isCrossRepository source{__typename ...on PullRequest{number} ...on Issue{number}}";
  const { data } = await ask(github, `{repository(owner:"kubernetes",name:"kubernetes"){issueOrPullRequest(number:${number}){
    ...on Issue{timelineItems(itemTypes:[CROSS_REFERENCED_EVENT],${args}){nodes{...on CrossReferencedEvent{${event}}}}}
    ...on PullRequest{timelineItems(itemTypes:[CROSS_REFERENCED_EVENT],${args}){nodes{...on CrossReferencedEvent{${event}}}}}}}}`);
  return data.repository.issueOrPullRequest.timelineItems.nodes;
}

test("texts refer only to what they name", async () => {
  const { github, repository, issue } = start();
  const elsewhere = github.forge.addRepository("kubernetes/kubectl");
  const hidden = github.forge.addRepository("kubernetes/secret", { isPrivate: true });
  const request = (/** @type {string | null} */ body, title = "A change") => repository.addIssue({ title, body, pullRequest: {} }).number;
  const naming = [
    request("Cherry pick of #7 on release-1.9."), request(null, "[release-1.9] Keep it (#7)"), request(`see https://github.com/${NAME}/pull/7.`),
    request("Kubernetes/Kubernetes#7"), request("GH-7"), repository.addIssue({ body: "(#7, #7)" }).number,
  ];
  ["#70", "#71", "kubernetes/kubectl#7", "`#7`", "```\n#7\n", "<!-- #7 -->", "x#7", "/pull/7", "&#7;", `https://github.com/${NAME}/pull/7-x`].forEach((body) => request(body));
  const there = elsewhere.addIssue({ body: `${NAME}#7`, pullRequest: {} });
  elsewhere.addIssue({ body: "#7", number: 99 });
  hidden.addIssue({ body: `${NAME}#7`, pullRequest: {} });
  issue.edit("reporter", { body: "I am #7" });
  const found = await sources(github, 7);
  assert.deepEqual(found.map((/** @type {any} */ { source }) => source.number), [...naming, there.number]);
  assert.deepEqual(found.map((/** @type {any} */ { isCrossRepository }) => isCrossRepository), [...naming.map(() => false), true]);
});

test("edits and comments add references, which stay when the text is removed", async () => {
  const { github, repository } = start();
  const request = repository.addIssue({ body: "#7", pullRequest: {} });
  await github.clock.sleep(60_000);
  request.edit("developer", { body: "nothing" });
  repository.addIssue({ number: 50, pullRequest: {} }).addComment("developer", "as in #7");
  const numbers = async (/** @type {string} */ args) => (await sources(github, 7, args)).map((/** @type {any} */ { source }) => source.number);
  assert.deepEqual([await numbers("first:9"), await numbers("last:1"), await numbers(`first:9,since:"${timestamp(START + 1_000)}"`)], [[request.number, 50], [50], [50]]);
  request.delete("developer");
  assert.deepEqual(await numbers("first:9"), [50]);
  await assert.rejects(ask(github, `{repository(owner:"kubernetes",name:"kubernetes"){issue(number:7){timelineItems(first:1){nodes{__typename}}}}}`), /the fake cannot answer: timelineItems/);
});

test("REST names assignees and milestone, too", async () => {
  const { github } = release();
  const { body } = await rest(github, "GET", ISSUE);
  assert.deepEqual([body.assignee.login, body.assignees.length, body.milestone.title, body.milestone.closed_issues], ["jane", 1, "v1.9", 1]);
});

test("tags and pull requests that were not made with git have their own commits", async () => {
  const { github, repository } = start();
  ["v1.9.0", "v1.9.1"].forEach((name) => repository.addTag(name, "2026-01-01T00:00:00Z"));
  const { number } = repository.addIssue({ pullRequest: { mergedAt: "2025-12-01T00:00:00Z" } });
  const query = `query($n:Int!,$oid:String!){repository(owner:"kubernetes",name:"kubernetes"){refs(refPrefix:"refs/tags/",first:9){nodes{target{oid} compare(headRef:$oid){status}}} pullRequest(number:$n){mergeCommit{oid}}}}`;
  const oid = (await ask(github, query, { n: number, oid: "x" })).data.repository.pullRequest.mergeCommit.oid;
  const { refs: { nodes } } = (await ask(github, query, { n: number, oid })).data.repository;
  assert.equal(new Set([oid, ...nodes.map((/** @type {any} */ { target }) => target.oid)]).size, 3);
  assert.deepEqual(nodes.map((/** @type {any} */ { compare }) => compare), [null, null], "they have no common history");
});

test("without permission to read contents there are no commits", async () => {
  const { github } = start();
  const secret = github.forge.addRepository("kubernetes/secret", { isPrivate: true });
  const request = secret.addIssue({ pullRequest: { mergedAt: "2025-12-01T00:00:00Z" } });
  github.forge.addToken("ghs_weak", { repository: "kubernetes/secret", permissions: { "pull-requests": "read" } });
  const query = `{repository(owner:"kubernetes",name:"secret"){ref(qualifiedName:"refs/tags/v1"){name} pullRequest(number:${request.number}){merged mergeCommit{oid}}}}`;
  const { data, errors } = await ask(github, query, {}, "ghs_weak");
  assert.deepEqual(data.repository, { ref: null, pullRequest: { merged: true, mergeCommit: null } });
  assert.deepEqual(errors.map((/** @type {any} */ { type }) => type), ["FORBIDDEN", "FORBIDDEN"]);
});

/** Nullable fields, and their paths. */
const FIELDS = {
  "Repository.ref": ["ref"],
  "Ref.compare": ["ref", "compare"],
  "Ref.target": ["ref", "target"],
  "PullRequest.mergeCommit": ["pullRequest", "mergeCommit"],
  "PullRequest.mergedAt": ["pullRequest", "mergedAt"],
  "PullRequest.author": ["pullRequest", "author"],
  "Issue.author": ["issue", "author"],
  "Issue.milestone": ["issue", "milestone"],
  "Issue.lastEditedAt": ["issue", "lastEditedAt"],
};

/** Fields that are not nullable, and what becomes null with them. */
const CARRIERS = {
  "Comparison.status": ["ref", "compare"],
  "PullRequest.timelineItems": ["pullRequest"],
  "Issue.timelineItems": ["issue"],
  "Issue.assignees": ["issue"],
  "CrossReferencedEvent.source": ["pullRequest", "timelineItems", "nodes", 0],
  "ReopenedEvent.createdAt": ["issue", "timelineItems", "nodes", 0],
};

/**
 * @param {any} data
 * @param {(string | number)[]} path
 * @returns {any} a copy with null at the path
 */
function without(data, path) {
  const [first = "", ...rest] = path;
  const copy = structuredClone(data);
  copy[first] = rest.length === 0 ? null : without(copy[first], rest);
  return copy;
}

test("every field can fail on its own", async () => {
  const world = release();
  const { github, issue } = world;
  issue.setState("reporter", "open");
  const { data: whole } = await askAll(world);
  for (const [name, path] of Object.entries({ ...FIELDS, ...CARRIERS })) {
    for (const kind of FIELD_FAULTS.filter((kind) => kind !== "null" || name in FIELDS)) {
      github.faults.fields.when(name, kind);
      assert.equal(github.faults.left, 1);
      const { data, errors = [] } = await askAll(world);
      assert.deepEqual(data.repository, without(whole.repository, path), `${kind} at ${name}`);
      assert.equal(errors.length, kind === "null" ? 0 : 1, `${kind} at ${name}`);
      assert.equal(github.faults.left, 0);
    }
  }
  assert.deepEqual((await askAll(world)).data, whole);
});

test("field faults look like GitHub's", async () => {
  const world = release();
  const { fields } = world.github.faults;
  const types = { "not-found": "NOT_FOUND", forbidden: "FORBIDDEN", trouble: undefined, unavailable: "SERVICE_UNAVAILABLE", limits: "RESOURCE_LIMITS_EXCEEDED" };
  for (const [kind, type] of Object.entries(types)) {
    fields.when("Ref.compare", /** @type {any} */ (kind), { times: 2, where: ({ args }) => args.headRef === "HEAD" });
    await askAll(world);
    const { errors: [error] } = await askAll(world, { head: "HEAD" });
    assert.deepEqual([error.type, error.path, fields.left], [type, ["repository", "ref", "compare"], 1]);
    fields.clear();
  }
  assert.deepEqual(new Set(fields.hit), new Set(["repository.ref.compare"]));
  fields.when("Comparison.status", "null");
  await assert.rejects(askAll(world), /the fake cannot answer: Cannot return null/, "GitHub could not, either");
});
