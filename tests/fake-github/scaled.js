/** Repositories with very many issues that are as they should be, except for some. */

import { completeDescription } from "../core/complete-description.js";
import { COMPLETE, LABELS } from "./act.js";
import { start } from "./caller.js";
import { mergePullRequest, openPullRequest } from "./pull-requests.js";

/** @import { World } from "./act.js" */
/** @import { Issue } from "./issue.js" */

/** How many fixes there are. Each has a backport. */
export const FIXES = 60;

/**
 * @param {World} world
 * @returns {[fix: Issue, backport: Issue][]}
 */
function addFixes({ repository }) {
  const { git } = repository;
  git.commit("main", { date: "2025-12-01T00:00:00Z" });
  git.branch("release-1.9", "main");
  git.annotate("v1.9.0", "release-1.9", "2025-12-02T00:00:00Z");
  const pairs = Array.from({ length: FIXES }, () => {
    const fix = openPullRequest(repository, { title: "Keep the field", createdAt: "2025-12-10T00:00:00Z" });
    mergePullRequest(fix, { method: "squash", date: "2025-12-11T00:00:00Z" });
    const body = `Cherry pick of #${fix.number} on release-1.9.`;
    const backport = openPullRequest(repository, { base: "release-1.9", picks: [fix], body, title: "Keep it", createdAt: "2025-12-12T00:00:00Z" });
    mergePullRequest(backport, { date: "2025-12-13T00:00:00Z" });
    return /** @type {[Issue, Issue]} */ ([fix, backport]);
  });
  git.annotate("v1.9.1", "release-1.9", "2025-12-20T00:00:00Z");
  return pairs;
}

/**
 * Issues whose fix is released, so that nothing is left to do, and some that lack a section.
 *
 * @param {number} count of issues
 * @param {number} incomplete how many of them lack a section
 * @returns {World}
 */
export function scaled(count, incomplete) {
  const { github, repository, issue } = start();
  const world = { github, repository, issue };
  const fixes = addFixes(world);
  repository.issues.delete(issue.number);
  for (let added = 0; added < count; added += 1) {
    const [fix, backport] = fixes[added % FIXES] ?? [issue, issue];
    const releases = "```release\nintroduced-in=v1.9.0\nresolved-in=v1.9.1\n```";
    const done = completeDescription({ releases, resolution: "Kept.", pullRequests: `- #${fix.number}\n- #${backport.number}` });
    const isIncomplete = added % Math.floor(count / Math.max(incomplete, 1)) === 0 && added / Math.floor(count / Math.max(incomplete, 1)) < incomplete;
    const body = isIncomplete ? done.replace("X drops Y.", "") : done;
    repository.addIssue({ title: "It drops a field", body, labels: LABELS, createdAt: "2025-12-21T00:00:00Z" });
  }
  github.journal.clear();
  return world;
}

/** A description of an issue whose problem is not fixed. */
export const UNFIXED = COMPLETE;
