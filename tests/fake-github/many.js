/** Repositories with many issues, different for each seed. */

import { completeDescription } from "../core/complete-description.js";
import { FORGED, INCOMPLETE, LABELS } from "./act.js";
import { start } from "./caller.js";
import { ACTIONS } from "./forge.js";
import { mergePullRequest, openPullRequest } from "./pull-requests.js";

/** @import { World } from "./act.js" */
/** @import { Issue } from "./issue.js" */
/** @import { Repository } from "./repository.js" */

/**
 * Marsaglia's xorshift generator.
 *
 * @param {number} seed not 0
 * @returns {(below: number) => number} integers of at least 0
 */
export function dice(seed) {
  let state = Math.imul(seed, 0x9e37_79b1);
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** The branches of the repositories. */
const MINORS = [7, 8, 9];

/**
 * Three release branches with patch releases, and a fix with backports, of which one is not merged.
 *
 * @param {Repository} repository
 */
function addHistory(repository) {
  const { git } = repository;
  git.commit("main", { date: "2025-12-01T00:00:00Z" });
  for (const minor of MINORS) {
    git.branch(`release-1.${minor}`, "main");
    git.annotate(`v1.${minor}.0`, `release-1.${minor}`, `2025-12-0${minor}T00:00:00Z`);
    git.commit("main", { date: `2025-12-0${minor}T01:00:00Z` });
  }
  const fix = openPullRequest(repository, { title: "Keep the field", createdAt: "2025-12-10T00:00:00Z" });
  mergePullRequest(fix, { method: "squash", date: "2025-12-11T00:00:00Z" });
  const backports = MINORS.map((minor) => {
    const body = `Cherry pick of #${fix.number} on release-1.${minor}.`;
    return openPullRequest(repository, { base: `release-1.${minor}`, picks: [fix], body, title: "Keep it", createdAt: "2025-12-12T00:00:00Z" });
  });
  backports.slice(1).forEach((backport) => mergePullRequest(backport, { date: "2025-12-13T00:00:00Z" }));
  for (const minor of MINORS) {
    git.annotate(`v1.${minor}.1`, `release-1.${minor}`, "2025-12-20T00:00:00Z");
  }
  return [fix, ...backports];
}

/**
 * @param {(below: number) => number} roll
 * @param {Issue[]} requests
 */
function description(roll, requests) {
  const pick = (/** @type {string[]} */ ...texts) => texts[roll(texts.length)] ?? "";
  const resolved = MINORS.filter(() => roll(3) === 0).map((minor) => `resolved-in=v1.${minor}.${1 + roll(2)}\n`);
  const releases = `\`\`\`release\nintroduced-in=v1.${pick("7.0", "8.0", "9.0", "6.2", "9")}\n${resolved.join("")}\`\`\``;
  const listed = requests.filter(() => roll(3) === 0).map(({ number }) => `- #${number}`);
  const pullRequests = [...listed, pick("", "- other/place#4", "- #9999")].filter(Boolean).join("\n") || "TBD";
  const whole = completeDescription({ releases, pullRequests, symptoms: pick("X drops Y.", ""), resolution: pick("TBD", "Kept.") });
  return pick(whole, whole, whole, "Nothing.", "The product security team is working on it.", `${whole}\n\n### Impact\n`);
}

/**
 * @param {Repository} repository
 * @param {(below: number) => number} roll
 * @param {Issue[]} requests
 */
function addIssue(repository, roll, requests) {
  const labels = [...LABELS, "area/security", INCOMPLETE, "affects/v1.8", "affects/v1.2"].filter(() => roll(2) === 0);
  const closed = roll(4) === 0;
  const issue = repository.addIssue({
    title: roll(3) === 0 ? "It | drops `a` field @people" : "It drops a field",
    body: description(roll, requests),
    labels: roll(3) === 0 ? labels : [...LABELS, ...labels],
    createdAt: "2025-12-21T00:00:00Z",
    ...(closed ? { state: "closed", stateReason: roll(2) === 0 ? "completed" : "not_planned" } : {}),
  });
  Array.from({ length: roll(2) * roll(25) }, () => issue.addComment("author", "+1"));
  if (roll(5) === 0) {
    issue.addComment("author", FORGED);
  }
  return issue;
}

/**
 * @param {number} seed
 * @param {number} count of issues
 * @returns {World}
 */
export function many(seed, count) {
  const { github, repository, issue } = start();
  const roll = dice(seed);
  const requests = addHistory(repository);
  issue.removeLabel("author", "patch-release");
  for (let added = 0; added < count; added += 1) {
    addIssue(repository, roll, requests);
  }
  github.journal.clear();
  return { github, repository, issue };
}

/**
 * The issues of a repository, without its pull requests.
 *
 * @param {World} world
 */
export function issuesOf({ repository }) {
  return [...repository.issues.values()].filter(({ pullRequest }) => !pullRequest);
}

/**
 * The state of the issues, without the comments that a sweep does not post: new ones on closed issues.
 *
 * @param {World} world
 * @param {Set<number>} uncommented the numbers of closed issues that had no comment of ours before
 */
export function settled(world, uncommented) {
  const { labels, issues } = world.repository.snapshot();
  const kept = Object.entries(issues).map(([number, issue]) => {
    const isOurs = (/** @type {{ author: string | null }} */ { author }) => author === ACTIONS;
    const comments = uncommented.has(Number(number)) ? issue.comments.filter((comment) => !isOurs(comment)) : issue.comments;
    return [number, { ...issue, comments }];
  });
  return { labels, issues: Object.fromEntries(kept) };
}
