/** `/patch-release fix` writes what the repository's history proposes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { LABELS, act, ours } from "../fake-github/act.js";
import { start } from "../fake-github/caller.js";
import { mergePullRequest, openPullRequest } from "../fake-github/pull-requests.js";
import { completeDescription } from "../core/complete-description.js";

/**
 * A fix whose backport is in v1.9.2, not in v1.9.1, and an issue that says otherwise.
 *
 * @param {{ claims: string[], lists: ("fix" | "backport")[] }} says
 */
async function world({ claims, lists }) {
  const made = start();
  const { github, repository, issue } = made;
  const { git } = repository;
  git.commit("main", { date: "2026-01-01T00:00:00Z" });
  git.branch("release-1.9", "main");
  git.annotate("v1.9.0", "release-1.9", "2026-01-02T00:00:00Z");
  const fix = openPullRequest(repository, { title: "Keep the field", createdAt: "2026-01-02T01:00:00Z" });
  mergePullRequest(fix, { method: "squash", date: "2026-01-02T02:00:00Z" });
  git.annotate("v1.9.1", "release-1.9", "2026-01-02T12:00:00Z");
  const body = `Cherry pick of #${fix.number} on release-1.9.`;
  const backport = openPullRequest(repository, { base: "release-1.9", picks: [fix], body, title: "Keep it", createdAt: "2026-01-02T13:00:00Z" });
  mergePullRequest(backport, { date: "2026-01-03T00:00:00Z" });
  git.annotate("v1.9.2", "release-1.9", "2026-01-04T00:00:00Z");
  const releases = ["```release", "introduced-in=v1.9.0", ...claims, "```"].join("\n");
  const numbers = { fix: fix.number, backport: backport.number };
  const pullRequests = lists.map((name) => `- #${numbers[name]}`).join("\n");
  issue.author = github.forge.user("author");
  issue.addLabels("author", LABELS);
  issue.edit("author", { body: completeDescription({ releases, resolution: "The field is kept.", pullRequests }) });
  await github.clock.sleep(60_000);
  return { ...made, ...numbers };
}

/** What is written before and after the command. */
const CASES = /** @type {Record<string, { claims: string[], lists: ("fix" | "backport")[], rule: string, entries: string[] }>} */ ({
  "a release that has the fix is named": { claims: [], lists: ["fix", "backport"], rule: "unlisted-resolution", entries: ["resolved-in=v1.9.2"] },
  "a backport is listed": { claims: ["resolved-in=v1.9.2 # soon"], lists: ["fix"], rule: "unlisted-pull-request", entries: ["resolved-in=v1.9.2 # soon"] },
  "a release that lacks the fix is replaced": { claims: ["resolved-in=v1.9.1 # soon"], lists: ["fix", "backport"], rule: "absent-fix", entries: ["resolved-in=v1.9.2 # soon"] },
});

for (const [name, { claims, lists, rule, entries }] of Object.entries(CASES)) {
  test(name, async () => {
    const made = await world({ claims, lists });
    const { github, issue } = made;
    await act(made);
    assert.ok(ours(issue)[0]?.body.includes(`\`${rule}\``), ours(issue)[0]?.body);
    issue.addComment("author", "/patch-release fix");
    github.journal.clear();
    await act(made);
    const { body } = issue;
    const block = ["```release", "introduced-in=v1.9.0", ...entries, "```"].join("\n");
    assert.ok(body?.startsWith(`${block}\n`), body ?? "");
    assert.ok(body?.includes(`- #${made.fix}\n- #${made.backport}`), body ?? "");
    assert.match(ours(issue)[0]?.body ?? "", /✅ This issue has everything/);
    assert.equal(github.journal.exchanges.filter(({ operation }) => operation === "issues/update").length, 1);
  });
}

test("a release that is known to lack the fix is not set by a command", async () => {
  const made = await world({ claims: [], lists: ["fix", "backport"] });
  const { body } = made.issue;
  const comment = made.issue.addComment("author", "/resolved-in v1.9.1");
  await act(made);
  assert.deepEqual([made.issue.body, comment.reactions.map(({ content }) => content)], [body, ["confused"]]);
  assert.match(ours(made.issue)[0]?.body ?? "", /an error that it does not have now \(`absent-fix`\)/);
  const right = made.issue.addComment("author", "/resolved-in v1.9.2");
  await act(made);
  assert.deepEqual(right.reactions.map(({ content }) => content), ["+1"]);
  assert.match(made.issue.body ?? "", /introduced-in=v1\.9\.0\nresolved-in=v1\.9\.2\n/);
  assert.doesNotMatch(ours(made.issue)[0]?.body ?? "", /😕/);
});
