/** The report action: its requests and files, and that it publishes a whole report or none. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { CANARY, OWN, Workspace, act, date, dumpOf, fill, model, start, succeed } from "./world.js";

/** @import { GitHub } from "../fake-github/github.js" */

const OTHER = "example/plugin";

/** @param {GitHub} github */
function requests({ journal }) {
  assert.deepEqual([journal.violations, journal.strays], [[], []]);
  return journal.exchanges.length;
}

test("1,000 issues: a complete report, with one request per page, equal to the report from a dump", async () => {
  const { github, repository } = start({ issues: 1_000, tags: 130 });
  const ran = await succeed(github);
  const { issues: listedIssues, comparisons } = model(ran).repositories[0];
  const wanted = listedIssues.flatMap((/** @type {any} */ issue) => issue.pullRequests).length;
  assert.equal(requests(github), 10 + 2 + Math.ceil(wanted / 50) + Math.ceil(comparisons.length / 50));
  assert.ok(wanted > 250, `${wanted} pull requests`);
  const workspace = new Workspace();
  workspace.write("dump.json", JSON.stringify({ repositories: [dumpOf(repository, comparisons)] }));
  const dumped = await succeed(null, { issues: "dump.json", token: "" }, workspace);
  assert.deepEqual(dumped.files, ran.files);
  assert.deepEqual(dumped.outputs, ran.outputs);
  const { issues, listed, invalid, withheld, skipped } = ran.outputs;
  assert.deepEqual([issues, Number(listed) + Number(invalid) + Number(withheld) + Number(skipped)], ["1000", 1_000]);
  assert.ok([listed, invalid, withheld, skipped].every((count) => Number(count) >= 100));
  const [cut, whole] = [ran.summary, ran.files["known-issues.md"] ?? ""];
  assert.ok(Buffer.byteLength(cut) <= 900 * 1024 && cut.length < whole.length);
  assert.deepEqual([cut, whole].map((text) => text.includes("left out here")), [true, false]);
  workspace.remove();
});

test("several repositories, whose shards merge into the same report", async () => {
  const { github } = start({ issues: 210, tags: 20 });
  fill(github.forge.addRepository(OTHER), { issues: 130, tags: 101 });
  const whole = await succeed(github, { repositories: `${OWN}, EXAMPLE/plugin\n${OWN}` });
  assert.deepEqual(model(whole).repositories.map((/** @type {any} */ { name }) => name), [OWN, OTHER]);
  const workspace = new Workspace();
  for (const [index, repositories] of [OWN, OTHER].entries()) {
    const { files } = await succeed(github, { repositories });
    workspace.write(`shards/${index}/known-issues.json`, files["known-issues.json"] ?? "");
  }
  for (const merge of ["shards", "shards/*/known-issues.json", "shards/1/known-issues.json\nshards/0"]) {
    assert.deepEqual((await succeed(null, { merge, token: "" }, workspace)).files, whole.files, merge);
  }
  workspace.remove();
});

test("a later run reads only what changed since the last report", async () => {
  const { github, repository } = start({ issues: 320, tags: 130, pullRequests: 40 });
  const other = github.forge.addRepository(OTHER);
  fill(other, { issues: 20, tags: 3 });
  const inputs = { repositories: `${OWN} ${OTHER}`, previous: "before/known-issues.json" };
  const workspace = new Workspace();
  const first = await succeed(github, inputs, workspace);
  assert.match(first.log.join("\n"), /no previous report/);
  workspace.write("before/known-issues.json", first.files["known-issues.json"] ?? "");
  github.journal.clear();
  const same = await succeed(github, inputs, workspace);
  assert.deepEqual(same.files, first.files);
  // The last two read a sample of each repository again.
  assert.ok(requests(github) <= 2 + 3 + 2 + 2, `${requests(github)} requests`);

  await github.clock.sleep(3_600_000);
  repository.issue(1).edit("author", { body: "introduced-in=v1.6.0\nresolved-in=v1.6.1\n" });
  repository.issue(10).addLabels("triage", ["area/security"]);
  repository.issue(3).removeLabel("triage", "area/security");
  repository.issue(11).setState("author", "closed", "duplicate");
  repository.addIssue({ number: 900, title: "New", labels: ["patch-release"], body: "introduced-in=v1.7.3\n" });
  repository.addTag("v1.7.99", "2026-01-05T10:00:00Z");
  const merged = repository.issue(100_020).pullRequest ?? assert.fail();
  merged.mergedAt = "2026-01-05T09:30:00Z";
  repository.issue(100_030).addComment("passer-by", "Me too");
  github.journal.clear();
  const continued = await succeed(github, inputs, workspace);
  // The new tag and the new merge are compared, and all issues are read: the tag may release what was withheld.
  assert.ok(requests(github) <= 2 + 3 + 2 + 1 + 5 + 2, `${requests(github)} requests`);
  const anew = await succeed(github, { ...inputs, previous: "" });
  assert.deepEqual(continued.files, anew.files);
  assert.notDeepEqual(continued.files, first.files);

  // Lists of changes do not contain deleted issues, so everything is read.
  workspace.write("before/known-issues.json", continued.files["known-issues.json"] ?? "");
  repository.issue(20).delete("admin");
  repository.issue(21).transfer("admin", other);
  repository.refs.delete("refs/tags/v1.7.99");
  const gone = await succeed(github, inputs, workspace);
  assert.deepEqual(gone.files, (await succeed(github, { ...inputs, previous: "" })).files);
  assert.notDeepEqual(gone.files, continued.files);
  // Another policy, fewer repositories, a damaged file.
  workspace.write("policy.yml", "not a report");
  repository.addFile("policy.yml", "rules: {missing-sig: off}\n");
  for (const [more, note] of /** @type {[Record<string, string>, RegExp][]} */ ([
    [{ policy: "policy.yml" }, /another policy/],
    [{ repositories: OTHER }, /issues read/],
    [{ previous: "policy.yml" }, /is not a known-issues\.json/],
  ])) {
    const ran = await succeed(github, { ...inputs, ...more }, workspace);
    assert.match(ran.log.join("\n"), note);
    assert.deepEqual(ran.files, (await succeed(github, { ...inputs, ...more, previous: "" }, workspace)).files);
  }
  workspace.remove();
});

test("nothing is lost when issues change while they are read", async () => {
  const { github, repository } = start({ issues: 250, tags: 101 });
  let n = 0;
  github.on("before", ({ body }) => {
    n += 1;
    if (body?.query?.includes("UPDATED_AT") && n < 4) {
      repository.issue(n).edit("author", { title: `Changed ${n}` });
      repository.issue(200 + n).addComment("passer-by", "Me too");
      repository.addIssue({ labels: ["patch-release"], body: `introduced-in=v1.6.${n}\n` });
    }
    if (n === 2) {
      repository.issue(150).delete("admin");
    }
    if (body?.query?.includes("refs(") && body.variables.after) {
      repository.refs.delete("refs/tags/v1.5.0");
    }
  });
  const { files } = await succeed(github);
  assert.deepEqual(files, (await succeed(github)).files);
});

test("lists that keep changing are not reported, and data that GitHub hides is mentioned", async () => {
  const { github, repository } = start({ issues: 20, tags: 1 });
  let at = 500;
  const remove = github.on("after", () => {
    repository.addIssue({ number: (at += 1) });
    repository.issue(at).delete("admin");
  });
  const hidden = repository.addIssue({ number: 400 });
  const { number } = hidden;
  remove();
  const answers = github.on("after", (_exchange, answer) => {
    if (answer?.body.includes('"totalCount":21')) {
      answer.body = answer.body.replace('"totalCount":21', '"totalCount":22');
    }
  });
  const ran = await succeed(github);
  assert.match(ran.log.join("\n"), /counts 22 issues but lists only 21, in two readings/);
  answers();
  let total = 30;
  github.on("after", (_exchange, answer) => {
    if (answer) {
      answer.body = answer.body.replace(/"totalCount":21/, () => `"totalCount":${(total += 1)}`);
    }
  });
  const { error, files } = await act(github);
  assert.match(error ?? "", /kept changing while they were read/);
  assert.deepEqual([files, number], [{}, 400]);
});

test("no text of a withheld issue is anywhere", async () => {
  const { github, repository } = start({ issues: 60, tags: 9 });
  repository.addIssue({ number: 300, title: "Report", body: "" });
  const { files, log, outputs, summary } = await succeed(github, { "tracking-issue": "300" });
  const body = repository.issue(300).body ?? "";
  for (const text of [...Object.values(files), ...log, ...Object.values(outputs), summary, body]) {
    assert.ok(!text.includes(CANARY));
  }
  assert.match(body, /withheld/);
});

const [START, END] = ["<!-- patch-release-issues/action kind=known-issues schema=1 -->", "<!-- /patch-release-issues/action -->"];

test("the tracking issue is written once, and again when the report changes", async () => {
  const { github, repository } = start({ issues: 30, tags: 9 });
  const issue = repository.addIssue({ number: 300, title: "Known issues", body: `Hello @team\n${START}\nold\n${END}\nBye\n` });
  const inputs = { "tracking-issue": "300", previous: "known-issues/known-issues.json" };
  const workspace = new Workspace();
  const writes = () => github.journal.changes.filter(({ where }) => where === `${OWN}#300`).length;
  const first = await succeed(github, inputs, workspace);
  assert.equal(writes(), 1);
  const [before, after] = (issue.body ?? "").split(/<!-- .* -->\n/).filter((_, index) => index !== 1);
  assert.deepEqual([before, after], ["Hello @team\n", "Bye\n"]);
  await github.clock.sleep(86_400_000);
  for (const more of [{}, { previous: "" }]) {
    const again = await succeed(github, { ...inputs, ...more }, workspace);
    assert.deepEqual([again.files, writes()], [first.files, 1]);
  }
  // A browser writes other line ends, and another run does not know the number.
  issue.body = (issue.body ?? "").replaceAll("\n", "\r\n");
  await succeed(github, inputs, workspace);
  assert.equal(writes(), 1);
  assert.deepEqual((await succeed(github)).files, first.files);
  repository.issue(1).edit("author", { title: "Changed" });
  await succeed(github, inputs, workspace);
  assert.equal(writes(), 2);
  assert.deepEqual([github.journal.violations, issue.body?.startsWith("Hello @team\r\n")], [[], true]);
  workspace.remove();
});

test("someone else's description stays unchanged, and nothing is published", async () => {
  for (const [body, message] of /** @type {[string | null, RegExp][]} */ ([
    ["Please do not touch", /has no place for the report.*put the two lines/s],
    [`Text\n${START}\nno end`, /has no place for the report/],
    ["x".repeat(65_000) + `\n${START}\n${END}`, /longer than GitHub allows/],
  ])) {
    const { github, repository } = start({ issues: 30, tags: 9 });
    const issue = repository.addIssue({ number: 300, body });
    github.journal.clear();
    const { error, files } = await act(github, { "tracking-issue": "300" });
    assert.match(error ?? "", message);
    assert.deepEqual([files, issue.body, github.journal.changes], [{}, body, []]);
  }
  const { github } = start({ issues: 3, tags: 1 });
  const missing = await act(github, { "tracking-issue": "300" });
  assert.match(missing.error ?? "", /no `example\/engine` with issue #300/);
});

test("missing permissions are reported, with how to fix them", async () => {
  for (const [permissions, message] of /** @type {[import("../fake-github/forge.js").Permissions, RegExp][]} */ ([
    [{ contents: "read", "pull-requests": "read" }, /issues: read/],
    [{ issues: "read", "pull-requests": "read" }, /contents: read/],
  ])) {
    const { github, repository } = start({ issues: 30, tags: 9 });
    repository.isPrivate = true;
    github.forge.addToken("ghs_report", { repository: OWN, permissions });
    const { error, files } = await act(github);
    assert.match(error ?? "", message);
    assert.deepEqual(files, {});
  }
  const { github, repository } = start({ issues: 30, tags: 9 });
  repository.isPrivate = true;
  github.forge.addToken("ghs_report", { repository: OWN, permissions: { issues: "read", contents: "read" } });
  const ran = await succeed(github);
  assert.match(ran.log.join("\n"), /::warning::.*pull-requests: read/);
  assert.deepEqual(model(ran).repositories[0].pullRequests, []);
  const absent = await act(github, { repositories: "example/absent" });
  assert.match(absent.error ?? "", /no `example\/absent`/);
  github.forge.rename(repository, "example/renamed");
  assert.match((await act(github)).error ?? "", /is now called `example\/renamed`/);
});

test("all mistakes in the inputs are reported together", async () => {
  const { error } = await act(null, { repositories: "nonsense", versions: "v1.6 one", "tracking-issue": "#4", token: "" });
  for (const part of [/`nonsense`, which is not a repository/, /`one`/, /`#4`, which is not an issue number/]) {
    assert.match(error ?? "", part);
  }
  assert.match((await act(null, { token: "" })).error ?? "", /there is no token/);
  assert.match((await act(null, { issues: "x.json", repositories: OWN })).error ?? "", /leave one of them out/);
  assert.match((await act(null, { issues: "absent.json" })).error ?? "", /`absent.json`, but there is no such file/);
  assert.match((await act(null, { policy: "absent.yml", token: "", issues: "x" })).error ?? "", /`absent.yml` named by the input `policy` cannot be found/);
});

test("the newest date counts as now", async () => {
  const { github } = start({ issues: 30, tags: 9 });
  assert.equal(model(await succeed(github)).asOf, date(260));
});
