/** A run that continues an edited report finds out: what it takes over is compared with GitHub. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { OWN, Workspace, act, date, model, start, succeed } from "./world.js";

const PREVIOUS = "before/known-issues.json";
const INPUTS = { previous: PREVIOUS };

/** A run on 100 issues, whose report is the next one's input. */
async function continued(issues = 100) {
  const { github, repository } = start({ issues, tags: 101, pullRequests: 40 });
  const requests = Array.from({ length: 20 }, (_, index) => 100_500 + index);
  repository.addIssue({ number: 800, createdAt: date(1), labels: ["patch-release"], body: `introduced-in=v1.6.0\n\n## PRs\n\n${requests.map((number) => `- #${number}`).join("\n")}\n` });
  for (const number of requests) {
    repository.addIssue({ number, createdAt: date(2), pullRequest: { mergedAt: date(3), baseRefName: "release-1.6" } });
  }
  const workspace = new Workspace();
  const first = await succeed(github, {}, workspace);
  workspace.write(PREVIOUS, first.files["known-issues.json"] ?? "");
  github.journal.clear();
  return { github, repository, workspace, first };
}

/**
 * Edits the earlier report, and continues it.
 *
 * @param {(repository: any) => void} edit
 * @param {number} [issues]
 */
async function edited(edit, issues) {
  const { github, workspace, first } = await continued(issues);
  const report = model(first);
  edit(report.repositories[0]);
  workspace.write(PREVIOUS, JSON.stringify(report));
  const ran = await succeed(github, INPUTS, workspace);
  workspace.remove();
  return { ran, first };
}

/** @param {string[]} log */
const warnings = (log) => log.filter((line) => line.startsWith("::warning"));

test("a report that nobody edited is continued without a warning, with one more request", async () => {
  const { github, workspace, first } = await continued(320);
  const same = await succeed(github, INPUTS, workspace);
  assert.deepEqual([same.files, warnings(same.log)], [first.files, []]);
  const asked = github.journal.exchanges.map(({ body }) => /** @type {any} */ (body)?.query ?? "");
  assert.equal(asked.filter((query) => query.includes("i0:issue(")).length, 1);
  workspace.remove();
});

/** Edits of a report that would mislead its readers, and what the run says about them. */
const EDITS = /** @type {[string, (repository: any) => void, RegExp][]} */ ([
  ["a fix that there is not", ({ issues }) => (issues.find((/** @type {any} */ { resolvedIn }) => resolvedIn.length === 0).resolvedIn = ["v1.7.0"]), /issue #\d+ is not as it says/],
  ["another title", ({ issues }) => (issues[0].title = "Harmless"), /is not as it says/],
  ["an issue that is left out", (repository) => repository.issues.shift(), /is not as it says/],
  ["an issue that is not withheld any more", (repository) => repository.withheld.shift(), /is not as it says/],
  ["an issue that is withheld", (repository) => repository.withheld.push({ number: repository.issues.shift().number, labels: ["x"] }), /is not as it says/],
  ["a number that there is not", (repository) => (repository.read[0][0] = 99_999), /(GitHub has no issue #99999|is not as it says)/],
  ["a date that hides later changes", ({ read }) => (read[3][1] = "2099-01-01T00:00:00Z"), /is not as it says/],
]);

for (const [what, edit, message] of EDITS) {
  test(`${what}: everything is read again, and the report is that of a full run`, async () => {
    const { ran, first } = await edited(edit);
    assert.deepEqual(ran.files, first.files);
    const [warning = "", ...others] = warnings(ran.log);
    assert.match(warning, /the previous report differs from GitHub/);
    assert.match(warning, message);
    assert.deepEqual(others, []);
  });
}

test("a date that hides later changes is found in a report of any size", async () => {
  const { ran, first } = await edited(({ read }) => (read[7][1] = "2099-01-01T00:00:00Z"), 700);
  assert.deepEqual(ran.files, first.files);
  assert.match(ran.log.join("\n"), /differs from GitHub/);
});

test("a comparison that was turned around: everything is read again", async () => {
  let count = 0;
  const { ran, first } = await edited(({ comparisons }) => {
    for (const comparison of comparisons) {
      comparison.contains = comparison.contains !== true;
      count += 1;
    }
  });
  assert.ok(count > 0, "nothing was compared");
  assert.deepEqual(ran.files, first.files);
  assert.match(ran.log.join("\n"), /a tag does not contain what it says/);
});

test("links to another server, and another default branch, are not taken over", async () => {
  const elsewhere = await edited((repository) => (repository.url = `https://a.example/${OWN}`));
  assert.deepEqual(elsewhere.ran.files, elsewhere.first.files);
  const branch = await edited((repository) => (repository.defaultBranch = "zzz"));
  assert.deepEqual(branch.ran.files, branch.first.files);
});

test("the sample is another one in each run", async () => {
  const { github, workspace } = await continued(400);
  const asked = async () => {
    github.journal.clear();
    await succeed(github, INPUTS, workspace);
    const { body } = github.journal.exchanges.find(({ body }) => /** @type {any} */ (body)?.query?.includes("i0:issue(")) ?? assert.fail();
    return JSON.stringify(/** @type {any} */ (body).variables);
  };
  assert.notEqual(await asked(), await asked());
  workspace.remove();
});

test("an issue that is deleted or edited while the sample is read", async () => {
  for (const change of ["delete", "edit"]) {
    const { github, repository, workspace } = await continued();
    await github.clock.sleep(3_600_000);
    github.on("before", ({ body }) => {
      if (body?.query?.includes("i0:issue(") && repository.issues.has(30)) {
        change === "delete" ? repository.issue(30).delete("admin") : repository.issue(30).edit("author", { title: "Edited" });
      }
    });
    const ran = await succeed(github, INPUTS, workspace);
    assert.deepEqual(warnings(ran.log).length, change === "delete" ? 1 : 0, ran.log.join("\n"));
    assert.deepEqual(ran.files, (await succeed(github)).files, change);
    workspace.remove();
  }
});

test("updating the tracking issue is in the log", async () => {
  const { github, repository } = start({ issues: 10, tags: 9 });
  repository.addIssue({ number: 500, body: null, createdAt: date(1) });
  const inputs = { "tracking-issue": "500" };
  assert.match((await succeed(github, inputs)).log.join("\n"), /^The tracking issue #500 is brought up to date$/m);
  assert.doesNotMatch((await succeed(github, inputs)).log.join("\n"), /tracking issue/);
  assert.equal((await act(github, inputs)).error, null);
});
