/** A repository in which a sweep has every kind of write to carry out. */

import { completeDescription } from "../core/complete-description.js";
import { COMPLETE, FORGED, INCOMPLETE, LABELS, act, ours } from "./act.js";
import { start } from "./caller.js";
import { ACTIONS } from "./forge.js";
import { mergePullRequest, openPullRequest } from "./pull-requests.js";

/** @import { World } from "./act.js" */
/** @import { Issue } from "./issue.js" */

/** An issue is new, one was mended and has two comments, one is closed, one has left the scope, and one is untouched. */
export async function varied() {
  const world = start();
  const { repository, issue: fresh } = world;
  const fix = addFix(world);
  fresh.addComment("author", `${FORGED}\n✅ Nothing to do.\n`);
  const releases = "```release\nintroduced-in=v1.9.0\n```";
  const mended = repository.addIssue({ body: "Nothing.", labels: ["patch-release"] });
  const left = repository.addIssue({ body: "Nothing.", labels: ["patch-release"] });
  for (const issue of [mended, left]) {
    await act({ ...world, issue });
    issue.addComment(ACTIONS, ours(issue)[0]?.body ?? "");
  }
  mended.edit("author", { body: completeDescription({ releases, pullRequests: `- #${fix.number}` }) });
  mended.addLabels("author", [...LABELS, "affects/v1.2"]);
  left.removeLabel("author", "patch-release");
  repository.addIssue({ body: COMPLETE, labels: [...LABELS, INCOMPLETE], state: "closed" });
  repository.addIssue({ body: "Hello", labels: ["question"] }).addComment("author", "+1");
  world.github.journal.clear();
  return world;
}

/** @param {World} world */
function addFix({ repository }) {
  const { git } = repository;
  git.commit("main", { date: "2025-12-01T00:00:00Z" });
  git.branch("release-1.9", "main");
  git.annotate("v1.9.0", "release-1.9", "2025-12-02T00:00:00Z");
  const fix = openPullRequest(repository, { title: "Keep the field", createdAt: "2025-12-03T00:00:00Z" });
  mergePullRequest(fix, { method: "squash", date: "2025-12-03T00:00:00Z" });
  git.annotate("v1.9.1", "release-1.9", "2025-12-20T00:00:00Z");
  return fix;
}

/**
 * What people made.
 *
 * @param {World} world
 */
export function people({ repository }) {
  return [...repository.issues.values()].map((/** @type {Issue} */ issue) => {
    const { number, title, body, state, locked, comments } = issue;
    const labels = [...issue.labels].map(({ name }) => name).filter((name) => !/^(patch-release\/incomplete|affects\/v\d+\.\d+)$/i.test(name));
    return { number, title, body, state, locked, labels: labels.sort(), comments: comments.filter((comment) => !ours(issue).includes(comment)) };
  });
}
