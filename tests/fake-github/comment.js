/**
 * The text of a comment, and of a description, as GitHub accepts it.
 */

import { invalid } from "./refusal.js";

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
 */

/** The longest descriptions and comments, in characters. */
export const LONGEST_BODY = 65_536;

/** The most comments of one issue. */
export const MOST_COMMENTS = 2_500;

/** @param {string} body of a comment that somebody writes */
export function checkCommentBody(body) {
  if (body.trim() === "") {
    throw invalid("IssueComment", "missing_field", "body");
  }
  if ([...body].length > LONGEST_BODY) {
    throw invalid("IssueComment", "unprocessable", "data", `Body is too long (maximum is ${LONGEST_BODY} characters)`);
  }
}
