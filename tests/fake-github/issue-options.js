/**
 * What tests say of an issue or a pull request when they open it.
 */

/** @import { Commit } from "./commits.js" */

/** @typedef {"completed" | "not_planned" | "duplicate" | "reopened"} StateReason as REST spells it */

/**
 * @typedef {object} PullRequest what only pull requests have
 * @property {string | null} mergedAt ISO 8601
 * @property {string} baseRefName
 * @property {Commit | null} [mergeCommit] by default a new one if it is merged
 * @property {Commit[]} commits its own, the oldest first
 */

/**
 * @typedef {object} IssueOptions
 * @property {number} [number] the next free one by default
 * @property {string} [title]
 * @property {string | null} [body]
 * @property {string[]} [labels] created if the repository lacks them
 * @property {string | null} [author] a login; null for a deleted account
 * @property {"open" | "closed"} [state]
 * @property {StateReason | null} [stateReason]
 * @property {string} [createdAt] ISO 8601
 * @property {string[]} [assignees] logins
 * @property {string | null} [milestone] a title
 * @property {string[]} [reopenedAt] ISO 8601
 * @property {Partial<PullRequest>} [pullRequest] for a pull request
 */

export {};
