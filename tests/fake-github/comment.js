/**
 * The text of a comment, and of a description, as GitHub accepts it.
 */

import { Refusal, invalid } from "./refusal.js";

/** @import { Issue } from "./issue.js" */
/** @import { User } from "./forge.js" */

/**
 * @typedef {object} Comment
 * @property {number} id
 * @property {Issue} issue
 * @property {User | null} author null for a deleted account
 * @property {string} body
 * @property {string} createdAt
 * @property {string} updatedAt
 * @property {string | null} lastEditedAt
 * @property {{ user: User, content: Reaction }[]} reactions
 */

/** @typedef {"+1" | "-1" | "laugh" | "confused" | "heart" | "hooray" | "eyes" | "rocket"} Reaction as REST spells it */

/** The reactions as GraphQL spells them. */
export const REACTIONS = /** @type {const} */ ({
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
});

/** The longest descriptions and comments, in characters. */
export const LONGEST_BODY = 65_536;

/** The most comments of one issue. */
export const MOST_COMMENTS = 2_500;

/**
 * @param {Issue} issue
 * @param {User} author
 * @param {string} body
 * @param {string} now
 * @returns {Comment}
 */
export function newComment(issue, author, body, now) {
  const id = issue.repository.forge.newId();
  return { id, issue, author, body, createdAt: now, updatedAt: now, lastEditedAt: null, reactions: [] };
}

/** @param {Comment} comment without ids and times */
export function snapshotOf({ author, body, reactions }) {
  const reacted = reactions.map(({ user, content }) => `${content} ${user.login}`).sort();
  return { author: author?.login ?? null, body, ...(reacted.length > 0 ? { reacted } : {}) };
}

/**
 * @param {Comment} comment
 * @param {User} user
 * @param {Reaction} content
 * @returns {boolean} whether it is new
 */
export function addReaction({ reactions }, user, content) {
  const isNew = !reactions.some((reaction) => reaction.user === user && reaction.content === content);
  reactions.push(...(isNew ? [{ user, content }] : []));
  return isNew;
}

/**
 * @param {Issue} issue
 * @param {string} who
 * @param {string} doing
 */
export function checkLock({ locked, repository }, who, doing) {
  if (locked && !repository.collaborators.has(who)) {
    throw new Refusal(403, `Unable to ${doing} comment because issue is locked.`);
  }
}

/** @param {string} body of a comment that somebody writes */
export function checkCommentBody(body) {
  if (body.trim() === "") {
    throw invalid("IssueComment", "missing_field", "body");
  }
  if ([...body].length > LONGEST_BODY) {
    throw invalid("IssueComment", "unprocessable", "data", `Body is too long (maximum is ${LONGEST_BODY} characters)`);
  }
}
