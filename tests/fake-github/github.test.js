/** The fake GitHub of the other tests: it answers and refuses as the real one does. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { HEADERS, ISSUE, NAME, ask, rest, start } from "./caller.js";
import { ACTIONS } from "./forge.js";
import { checkRequest, description, findOperation } from "./openapi.js";

/** The action's whole query. */
const QUERY = `query($owner:String!,$name:String!,$number:Int!,$after:String,$policy:String!,$t0:String!,$t1:String!,$p0:Int!,$p1:Int!,$l0:String!,$l1:String!,$r0owner:String!,$r0name:String!,$r0p1:Int!){
  repository(owner:$owner,name:$name) {
    nameWithOwner
    issue: issueOrPullRequest(number:$number) { __typename ... on Issue { number title body state stateReason url
      labels(first:100){nodes{name}}
      comments(first:100, after:$after){nodes{fullDatabaseId viewerDidAuthor body} pageInfo{hasNextPage endCursor}} } }
    policy: object(expression:$policy) { ... on Blob { text isBinary isTruncated byteSize } }
    l0: label(name:$l0) { name } l1: label(name:$l1) { name }
    tags: refs(refPrefix:"refs/tags/", first:100, orderBy:{field:TAG_COMMIT_DATE,direction:DESC}) { nodes { name target { __typename ... on Commit{committedDate} ... on Tag{tagger{date} target{... on Commit{committedDate}}} } } pageInfo{hasNextPage} }
    t0: ref(qualifiedName:$t0) { name } t1: ref(qualifiedName:$t1) { name }
    p0: issueOrPullRequest(number:$p0) { __typename ... on PullRequest { merged labels(first:100){nodes{name}} } }
    p1: issueOrPullRequest(number:$p1) { __typename }
  }
  r0: repository(owner:$r0owner,name:$r0name) { r0p1: issueOrPullRequest(number:$r0p1) { __typename } }
}`;

test("the action's query is answered as GitHub answers it", async () => {
  const { github, repository, issue } = start();
  const sticky = issue.addComment(ACTIONS, "ours");
  issue.addComment("github-actions", "a user of the bot's name");
  repository.addTag("v1.6.0", "2017-03-28T16:23:06Z");
  repository.addTag("v1.6.1", "2017-04-03T20:33:26Z", { tagged: "2017-04-04T00:00:00Z" });
  repository.addFile(".github/patch-release-issues.yml", "scope: é\n");
  repository.addFile(".github/patch-release-issues.yml", "evil", { branch: "feature" });
  repository.addIssue({ number: 8, labels: ["cherry-pick-approved"], pullRequest: { mergedAt: "2017-04-02T00:00:00Z" } });
  const { data, errors } = await ask(github, QUERY, {
    owner: "Kubernetes", name: "kubernetes", number: 7, policy: "HEAD:.github/patch-release-issues.yml",
    t0: "refs/tags/v1.6.1", t1: "refs/tags/v9", p0: 8, p1: 99, l0: "patch-release", l1: "nothing",
    r0owner: "o", r0name: "absent", r0p1: 1,
  });
  assert.deepEqual(data.repository.issue.comments, {
    nodes: [
      { fullDatabaseId: String(sticky.id), viewerDidAuthor: true, body: "ours" },
      { fullDatabaseId: String(sticky.id + 2), viewerDidAuthor: false, body: "a user of the bot's name" },
    ],
    pageInfo: { hasNextPage: false, endCursor: data.repository.issue.comments.pageInfo.endCursor },
  });
  assert.ok(sticky.id > 2 ** 31);
  assert.deepEqual(data.repository.issue.labels.nodes, [{ name: "Patch-Release" }]);
  assert.deepEqual(data.repository.policy, { text: "scope: é\n", isBinary: false, isTruncated: false, byteSize: 10 });
  assert.deepEqual(data.repository.tags.nodes, [
    { name: "v1.6.1", target: { __typename: "Tag", tagger: { date: "2017-04-04T00:00:00Z" }, target: { committedDate: "2017-04-03T20:33:26Z" } } },
    { name: "v1.6.0", target: { __typename: "Commit", committedDate: "2017-03-28T16:23:06Z" } },
  ]);
  const { t0, t1, l0, l1, p0, p1 } = data.repository;
  assert.deepEqual([t0, t1, l0, l1], [{ name: "v1.6.1" }, null, { name: "Patch-Release" }, null]);
  assert.deepEqual([p0, p1, data.r0], [{ __typename: "PullRequest", merged: true, labels: { nodes: [{ name: "cherry-pick-approved" }] } }, null, null]);
  assert.deepEqual(errors.map((/** @type {any} */ { type, path, message }) => ({ type, path: path.join("."), message })), [
    { type: "NOT_FOUND", path: "repository.p1", message: "Could not resolve to an issue or pull request with the number of 99." },
    { type: "NOT_FOUND", path: "r0", message: "Could not resolve to a Repository with the name 'o/absent'." },
  ]);
  assert.deepEqual(github.journal.violations, []);
});

test("pages keep their position when items are added or removed", async () => {
  const { github, repository, issue } = start();
  const comments = Array.from({ length: 5 }, (_, index) => issue.addComment("somebody", `comment ${index}`));
  const query = `query($after:String){repository(owner:"kubernetes",name:"kubernetes"){issue(number:7){comments(first:2,after:$after){totalCount nodes{body} pageInfo{hasNextPage endCursor}}}}}`;
  const page = async (/** @type {string | null} */ after) => (await ask(github, query, { after })).data.repository.issue.comments;
  const first = await page(null);
  issue.deleteComment("somebody", comments[0]?.id ?? 0);
  const second = await page(first.pageInfo.endCursor);
  const third = await page(second.pageInfo.endCursor);
  assert.deepEqual([first, second, third].map(({ nodes }) => nodes.map((/** @type {any} */ { body }) => body.slice(-1)).join("")), ["01", "23", "4"]);
  assert.deepEqual([first.totalCount, second.totalCount, third.pageInfo.hasNextPage], [5, 4, false]);
  for (const number of [1, 2, 3]) {
    repository.addIssue({ number, createdAt: `2026-01-0${number}T00:00:00Z`, state: number === 2 ? "closed" : "open" });
  }
  const list = `query($since:DateTime){repository(owner:"kubernetes",name:"kubernetes"){issues(first:9,states:[OPEN],filterBy:{since:$since},orderBy:{field:UPDATED_AT,direction:DESC}){nodes{number}}}}`;
  const { data } = await ask(github, list, { since: "2026-01-02T00:00:00Z" });
  assert.deepEqual(data.repository.issues.nodes.map((/** @type {any} */ { number }) => number), [7, 3]);
});

test("labels and tags are listed in the requested order", async () => {
  const { github, repository, issue } = start();
  ["sig/node", "sig/cli"].forEach((name) => repository.createLabel("maintainer", { name }));
  issue.addLabels("maintainer", ["sig/cli", "sig/node"]);
  ["v1.9.0", "v1.10.0"].forEach((name, index) => repository.addTag(name, `2026-01-0${index + 1}T00:00:00Z`));
  const query = `{repository(owner:"kubernetes",name:"kubernetes"){
    byAge:labels(first:9,query:"SIG/"){nodes{name}}
    byName:labels(first:9,query:"sig/",orderBy:{field:NAME,direction:ASC}){nodes{name}}
    issue(number:7){labels(first:9,orderBy:{field:CREATED_AT,direction:DESC}){nodes{name}}}
    oldest:refs(refPrefix:"refs/tags/",first:1,orderBy:{field:TAG_COMMIT_DATE,direction:ASC}){nodes{name} pageInfo{hasNextPage}}
    alphabetical:refs(refPrefix:"refs/tags/",last:2){totalCount nodes{name}}
  }}`;
  const { byAge, byName, issue: labelled, oldest, alphabetical } = (await ask(github, query)).data.repository;
  const names = (/** @type {any} */ { nodes }) => nodes.map((/** @type {any} */ { name }) => name);
  assert.deepEqual([names(byAge), names(byName)], [["sig/node", "sig/cli"], ["sig/cli", "sig/node"]]);
  assert.deepEqual(names(labelled.labels), ["sig/cli", "sig/node", "Patch-Release"]);
  assert.deepEqual([names(oldest), oldest.pageInfo.hasNextPage, names(alphabetical)], [["v1.9.0"], true, ["v1.10.0", "v1.9.0"]]);
});

test("unknown fields of GitHub's schema are an error, and fields that the fake lacks are not reported as GitHub's error", async () => {
  const { github } = start();
  const issue = (/** @type {string} */ fields) => `{repository(owner:"kubernetes",name:"kubernetes"){issue(number:7){${fields}}}}`;
  assert.match((await ask(github, issue("tilte"))).errors[0].message, /Cannot query field "tilte"/);
  assert.equal((await ask(github, issue("comments(first:101){totalCount}"))).errors[0].type, "EXCESSIVE_PAGINATION");
  const { data, errors } = await ask(github, issue("title counted:labels{totalCount} labels{nodes{name}}"));
  assert.deepEqual([data.repository.issue.counted, errors[0].type], [{ totalCount: 1 }, "MISSING_PAGINATION_BOUNDARIES"]);
  const big = await ask(github, `query($n:Int!){repository(owner:"kubernetes",name:"kubernetes"){issue(number:$n){title}}}`, { n: 2 ** 31 });
  assert.deepEqual([big.data, big.errors.length], [undefined, 1]);
  assert.equal(github.journal.violations.length, 2);
  await assert.rejects(ask(github, issue("bodyHTML")), /the fake cannot answer: Issue.bodyHTML/);
  await assert.rejects(ask(github, `{repository(owner:"kubernetes",name:"kubernetes"){issues(first:1,filterBy:{milestone:"x"}){totalCount}}}`), /milestone/);
});

test("missing labels are created, letter case is ignored, and a dot as name removes all labels", async () => {
  const { github, repository, issue } = start();
  const names = async (/** @type {string[]} */ labels) => {
    const { status, body } = await rest(github, "POST", `${ISSUE}/labels`, { labels });
    return [status, body.map((/** @type {any} */ { name }) => name)];
  };
  assert.deepEqual(await names(["patch-release"]), [200, ["Patch-Release"]]);
  assert.deepEqual(github.journal.changes, []);
  assert.deepEqual(await names(["a/b", "é"]), [200, ["Patch-Release", "a/b", "é"]]);
  assert.equal(repository.label("A/B")?.color, "ededed");
  assert.equal((await rest(github, "DELETE", `${ISSUE}/labels/${encodeURIComponent("A/b")}`)).status, 200);
  assert.deepEqual((await rest(github, "DELETE", `${ISSUE}/labels/a%2Fb`)).status, 404);
  assert.deepEqual(github.journal.changes.map(({ who, what, detail }) => [who, what, detail]), [
    [ACTIONS, "create-label", "a/b"], [ACTIONS, "add-label", "a/b"], [ACTIONS, "create-label", "é"], [ACTIONS, "add-label", "é"], [ACTIONS, "remove-label", "a/b"],
  ]);
  assert.equal((await rest(github, "DELETE", `${ISSUE}/labels/%2e`)).status, 204);
  assert.equal(issue.labels.size, 0);
  const created = { name: "needs-information", color: "d4c5f9", description: "why" };
  assert.equal((await rest(github, "POST", `/repos/${NAME}/labels`, created)).status, 201);
  const again = await rest(github, "POST", `/repos/${NAME}/labels`, { name: "Needs-Information" });
  assert.deepEqual([again.status, again.body.errors], [422, [{ resource: "Label", code: "already_exists", field: "name" }]]);
  const long = await rest(github, "POST", `${ISSUE}/labels`, { labels: ["x".repeat(51)] });
  assert.deepEqual([long.status, long.body.errors[0].field], [422, "name"]);
});

test("comments are limited, locked and counted", async () => {
  const { github, issue } = start();
  const post = (/** @type {string} */ body) => rest(github, "POST", `${ISSUE}/comments`, { body });
  const { status, body } = await post("🎉".repeat(65_536));
  assert.deepEqual([status, body.user.login, body.id > 2 ** 31], [201, ACTIONS, true]);
  const long = await post("x".repeat(65_537));
  assert.deepEqual([long.status, long.body.errors[0].code], [422, "unprocessable"]);
  assert.equal((await post(" ")).status, 422);
  const one = `/repos/${NAME}/issues/comments/${body.id}`;
  assert.equal((await rest(github, "PATCH", one, { body: "new" })).body.body, "new");
  issue.locked = true;
  assert.match((await post("x")).body.message, /issue is locked/);
  issue.locked = false;
  assert.deepEqual([(await rest(github, "DELETE", one)).status, (await rest(github, "DELETE", one)).status], [204, 404]);
  for (let count = 0; count < 2_500; count += 1) {
    issue.addComment("somebody", "+1");
  }
  assert.match((await post("x")).body.message, /more than 2500 comments/);
  const { headers, body: page } = await rest(github, "GET", `${ISSUE}/comments?per_page=100&page=2`);
  assert.match(headers.get("link") ?? "", /per_page=100&page=3>; rel="next"/);
  assert.equal(page.length, 100);
  assert.deepEqual(github.journal.violations, []);
});

test("issues are read, edited, deleted, transferred and renamed", async () => {
  const { github, repository, issue } = start();
  repository.addFile("a/b.yml", "x: 1\n");
  const file = await rest(github, "GET", `/repos/${NAME}/contents/a/b.yml`);
  assert.equal(Buffer.from(file.body.content, "base64").toString(), "x: 1\n");
  assert.equal((await rest(github, "PATCH", ISSUE, { body: "new" })).body.body, "new");
  assert.equal((await rest(github, "GET", `/api/v3${ISSUE}`)).body.state, "open", "as on other servers");
  const there = issue.transfer("maintainer", github.forge.addRepository("kubernetes/kubectl"));
  const moved = await rest(github, "POST", `${ISSUE}/comments`, { body: "x" });
  const place = `/repositories/${there.repository.id}/issues/1`;
  assert.deepEqual([moved.status, moved.headers.get("location")], [301, `${github.origin}${place}/comments`]);
  assert.equal((await rest(github, "GET", place)).body.title, "A title");
  there.delete("maintainer");
  assert.equal((await rest(github, "GET", place)).status, 410);
  const { errors } = await ask(github, `{repository(owner:"kubernetes",name:"kubernetes"){issue(number:7){title}}}`);
  assert.deepEqual([errors[0].type, errors[0].message], ["NOT_FOUND", "Could not resolve to an Issue with the number of 7."]);
  github.forge.rename(repository, "cncf/kubernetes");
  const renamed = await rest(github, "GET", ISSUE);
  assert.deepEqual([renamed.status, renamed.headers.get("location")], [301, `${github.origin}/repositories/${repository.id}/issues/7`]);
  assert.deepEqual(github.journal.violations, []);
});

test("tokens may do what their permissions allow", async () => {
  const { github } = start();
  const secret = github.forge.addRepository("kubernetes/secret", { isPrivate: true });
  secret.addIssue({ number: 1 });
  secret.addIssue({ number: 2, pullRequest: {} });
  github.forge.addToken("ghs_weak", { repository: "kubernetes/secret", permissions: { issues: "read" } });
  const weak = { ...HEADERS, Authorization: "token ghs_weak" };
  const post = (/** @type {string} */ name, /** @type {Record<string, string>} */ headers) =>
    rest(github, "POST", `/repos/${name}/issues/1/comments`, { body: "x" }, { headers });
  const refused = await post("kubernetes/secret", weak);
  assert.deepEqual([refused.status, refused.body.message], [403, "Resource not accessible by integration"]);
  assert.equal((await post("kubernetes/secret", HEADERS)).status, 404);
  assert.equal((await post(NAME, { ...HEADERS, Authorization: "Bearer ghs_bad" })).status, 401);
  assert.equal((await rest(github, "GET", ISSUE, undefined, { headers: { "User-Agent": "test" } })).status, 200);
  assert.equal((await rest(github, "GET", ISSUE, undefined, { headers: {} })).status, 403);
  assert.deepEqual(github.journal.violations, ["a request has no User-Agent"]);
  const query = `{repository(owner:"kubernetes",name:"secret"){issue(number:1){title} pullRequest(number:2){title} object(expression:"HEAD:x"){__typename}}}`;
  const { data, errors } = await ask(github, query, {}, "ghs_weak");
  assert.deepEqual([data.repository.issue !== null, data.repository.pullRequest, data.repository.object], [true, null, null]);
  assert.deepEqual(errors.map((/** @type {any} */ { type, path, message }) => [type, path[1], message]), [
    ["FORBIDDEN", "pullRequest", "Resource not accessible by integration"],
    ["FORBIDDEN", "object", "Resource not accessible by integration"],
  ]);
  github.forge.addToken("ghs_few", { repository: NAME, limit: 1 });
  const few = { ...HEADERS, Authorization: "Bearer ghs_few" };
  const [, spent] = [await rest(github, "GET", ISSUE, undefined, { headers: few }), await rest(github, "GET", ISSUE, undefined, { headers: few })];
  assert.deepEqual([spent.status, spent.headers.get("x-ratelimit-remaining")], [403, "0"]);
});

test("requests must match GitHub's description", () => {
  assert.match(description.source, /^@octokit\/openapi \d+\.\d+\.\d+, MIT, Copyright/);
  const match = findOperation("POST", `${ISSUE}/labels`);
  assert.ok(match);
  const problems = (/** @type {unknown} */ body) => checkRequest(match, new URLSearchParams(), body).length > 0;
  assert.deepEqual([{ labels: ["a"] }, { lables: ["a"] }, { labels: [] }, { labels: "a" }, undefined].map(problems), [false, true, true, true, true]);
  assert.equal(findOperation("PUT", `${ISSUE}/labels`), undefined);
  assert.equal(findOperation("DELETE", `${ISSUE}/labels/`)?.id, "issues/remove-all-labels");
  assert.equal(findOperation("DELETE", `${ISSUE}/labels/a%2Fb`)?.parameters.name, "a/b");
});
