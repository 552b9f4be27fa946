/**
 * What people do with pull requests: each has commits of its own, and merging it makes others.
 */

import { between } from "./ancestry.js";
import { closings } from "./references.js";

/** @import { Commit, Revision } from "./commits.js" */
/** @import { Issue, IssueOptions } from "./issue.js" */
/** @import { Repository } from "./repository.js" */

/**
 * @typedef {object} Opening
 * @property {string} [base] a branch; the default branch by default
 * @property {string[]} [files] that it adds; one of its own by default
 * @property {Issue[]} [picks] pull requests whose commits it repeats
 * @property {Revision} [head] for commits that are there already
 */

/** @typedef {"merge" | "squash" | "rebase"} Method */

/** @param {Issue} request */
const headOf = ({ number }) => `refs/pull/${number}/head`;

/**
 * @param {Issue} issue that must be a pull request
 */
function needPullRequest({ pullRequest, number }) {
  if (!pullRequest) {
    throw new Error(`#${number} is no pull request`);
  }
  return pullRequest;
}

/**
 * @param {Repository} repository
 * @param {Omit<IssueOptions, "pullRequest"> & Opening} [options]
 * @returns {Issue}
 */
export function openPullRequest(repository, { base = repository.defaultBranch, files, picks, head, ...options } = {}) {
  const request = repository.addIssue({ author: "developer", ...options, pullRequest: { baseRefName: base } });
  const { number, title: message, createdAt: date } = request;
  const { git } = repository;
  const from = git.at(`refs/heads/${base}`);
  git.branch(headOf(request), head ?? from);
  for (const pick of picks?.flatMap((picked) => needPullRequest(picked).commits) ?? []) {
    git.cherryPick(headOf(request), pick, { date });
  }
  if (!picks && head === undefined) {
    git.commit(headOf(request), { message, date, add: files ?? [`change-${number}`] });
  }
  needPullRequest(request).commits = between(from, git.at(headOf(request)));
  return request;
}

/**
 * As its buttons do it. Into the default branch, it closes what the description says it fixes.
 *
 * @param {Issue} request
 * @param {{ by?: string, method?: Method, date?: string }} [how]
 * @returns {Commit} the one that GitHub calls the merge commit; the last one of a rebase
 */
export function mergePullRequest(request, { by = "maintainer", method = "merge", date = request.repository.forge.now() } = {}) {
  const { repository, number, title, state } = request;
  const pullRequest = needPullRequest(request);
  if (state === "closed") {
    throw new Error(`#${number} is closed`);
  }
  const message = { merge: `Merge pull request #${number}\n\n${title}`, squash: `${title} (#${number})`, rebase: undefined }[method];
  const words = message === undefined ? { date } : { message, date };
  const commit = repository.git[method](`refs/heads/${pullRequest.baseRefName}`, headOf(request), words);
  Object.assign(pullRequest, { mergedAt: date, mergeCommit: commit });
  close(request, by, date);
  if (pullRequest.baseRefName === repository.defaultBranch) {
    closings(request).forEach((issue) => close(issue, by, date));
  }
  return commit;
}

/**
 * @param {Issue} issue
 * @param {string} by
 * @param {string} date
 */
function close(issue, by, date) {
  if (issue.state === "open") {
    issue.setState(by, "closed", issue.pullRequest ? null : "completed");
    issue.closedAt = issue.updatedAt = date;
  }
}

/**
 * @param {Issue} request
 * @returns {Commit | null} one that is nobody's parent when the request was said to be merged and nobody merged it
 */
export function mergeCommitOf({ repository, number, pullRequest }) {
  const { mergeCommit, mergedAt } = pullRequest ?? {};
  const isMissing = mergeCommit === undefined && mergedAt;
  return isMissing ? repository.git.loose(`Merge pull request #${number}`, mergedAt) : (mergeCommit ?? null);
}
