/**
 * Operations on pull requests. Each has its own commits, and merging creates others.
 */

import { between } from "./ancestry.js";
import { closings } from "./references.js";

/** @import { Commit, Revision } from "./commits.js" */
/** @import { Issue } from "./issue.js" */
/** @import { IssueOptions } from "./issue-options.js" */
/** @import { Repository } from "./repository.js" */

/**
 * @typedef {object} Opening
 * @property {string} [base] a branch; the default branch by default
 * @property {string[]} [files] the files that it adds; a new one by default
 * @property {Issue[]} [picks] pull requests whose commits it cherry-picks
 * @property {Revision} [head] for commits that exist already
 */

/** @typedef {"merge" | "squash" | "rebase"} Method */

/** @param {Issue} request */
const headOf = ({ number }) => `refs/pull/${number}/head`;

/**
 * @param {Issue} issue one that must be a pull request
 */
function needPullRequest({ pullRequest, number }) {
  if (!pullRequest) {
    throw new Error(`#${number} is not a pull request`);
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
 * Merges a pull request as GitHub's buttons do. A merge into the default branch closes the issues that the description
 * says it fixes.
 *
 * @param {Issue} request
 * @param {{ by?: string, method?: Method, date?: string }} [how]
 * @returns {Commit} the merge commit in GitHub's terms; the last commit of a rebase
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
 * @returns {Commit | null} an unconnected commit if the pull request was declared as merged but never merged
 */
export function mergeCommitOf({ repository, number, pullRequest }) {
  const { mergeCommit, mergedAt } = pullRequest ?? {};
  const isMissing = mergeCommit === undefined && mergedAt;
  return isMissing ? repository.git.loose(`Merge pull request #${number}`, mergedAt) : (mergeCommit ?? null);
}
