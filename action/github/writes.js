/**
 * Writes to GitHub. Writes that are safe to repeat are retried. A comment is posted again only when it is certain that
 * it was not posted. A description is not edited again before the core has read it. A write that GitHub may or may not have applied is reported as doubtful, so that the core checks.
 */

import { failedRequest } from "./failed-request.js";
import { failureOf } from "./failures.js";
import { sendWithRetries } from "./retry.js";

/** @import { DescribeIssue } from "../../pkg/report/types.js" */
/** @import { Trouble, Write } from "../../pkg/types.js" */
/** @import { Request } from "./client.js" */
/** @import { Failure } from "./failures.js" */
/** @import { Retries, Session } from "./retry.js" */

/** @typedef {{ owner: string, repo: string, number: number }} Target the issue to write to */
/** @typedef {{ id: string | null } | { trouble: Trouble }} Outcome as in `GitHub.write`; the trouble's `doing` is the write's kind */

/** @type {Retries} */
const WHEN_REPEATABLE = { unsent: 3, lost: 3, throttled: 3 };

/** @type {Retries} */
const WHEN_NOT = { unsent: 3 };

/** The writes that may do harm when they are carried out twice, or later than planned. */
const ONCE = ["post-comment", "edit-description"];

/**
 * How often a write is retried. A description is never sent again: somebody may have edited it during the pause.
 *
 * @param {(Write | DescribeIssue)["kind"]} kind
 * @returns {Retries}
 */
function retriesOf(kind) {
  if (kind === "edit-description") {
    return {};
  }
  return ONCE.includes(kind) ? WHEN_NOT : WHEN_REPEATABLE;
}

/**
 * Carries out one write.
 *
 * @param {Session} session
 * @param {Target} target
 * @param {Write | DescribeIssue} change
 * @returns {Promise<Outcome>}
 */
export async function write(session, target, change) {
  const request = requestOf(target, change);
  const { data, failure, lost } = await sendWithRetries(session, request, failureOf, retriesOf(change.kind));
  if (!failure) {
    return change.kind === "post-comment" ? posted(data) : { id: null };
  }
  return recover(session, target, change, failure, lost);
}

/**
 * @param {Session} session
 * @param {Target} target
 * @param {Write | DescribeIssue} change
 * @param {Failure} failure
 * @param {boolean} lost
 * @returns {Promise<Outcome>}
 */
async function recover(session, target, change, failure, lost) {
  if (isDone(change, failure)) {
    return { id: null };
  }
  if (failure.status === 422 && "shorter" in change && change.shorter !== "" && change.shorter !== change.body) {
    return write(session, target, { ...change, body: change.shorter, shorter: "" });
  }
  if (ONCE.includes(change.kind) && failure.cause === "throttled" && (await session.budget.again(0, failure.wait))) {
    // The core must read the issue again before this is tried again.
    return { trouble: { ...failedRequest(change.kind, failure, lost), kind: "doubtful" } };
  }
  return { trouble: failedRequest(change.kind, failure, lost) };
}

/**
 * Whether a refusal means that the write's intended result already exists.
 *
 * @param {Write | DescribeIssue} change
 * @param {Failure} failure
 */
function isDone({ kind }, { cause, status, detail }) {
  switch (kind) {
    case "create-label":
      return status === 422 && detail.includes("already_exists");
    case "remove-label":
      return status === 404;
    case "delete-comment":
      return cause === "gone";
    default:
      return false;
  }
}

/**
 * @param {unknown} comment the posted comment, from GitHub's answer
 * @returns {Outcome} doubtful when the answer does not contain the comment's id
 */
function posted(comment) {
  const { id } = /** @type {{ id?: unknown }} */ (comment);
  if (Number.isSafeInteger(id) || typeof id === "bigint") {
    return { id: String(id) };
  }
  return { trouble: { doing: "post-comment", kind: "doubtful", status: 201, detail: "no id" } };
}

/**
 * @param {Target} target
 * @param {Write | DescribeIssue} change
 * @returns {Request}
 */
function requestOf({ owner, repo, number }, change) {
  const labels = `/repos/${owner}/${repo}/labels`;
  const issue = `/repos/${owner}/${repo}/issues/${number}`;
  const comment = `/repos/${owner}/${repo}/issues/comments/{id}`;
  switch (change.kind) {
    case "describe-issue":
    case "edit-description":
      return to("PATCH", issue, { body: change.body });
    case "create-label":
      return to("POST", `${labels}`, { name: change.name, color: change.color, description: change.description });
    case "add-labels":
      return to("POST", `${issue}/labels`, { labels: change.names });
    case "remove-label":
      return to("DELETE", `${issue}/labels/{name}`, { name: segment(change.name) });
    case "post-comment":
      return to("POST", `${issue}/comments`, { body: change.body });
    case "update-comment":
      return to("PATCH", comment, { id: segment(change.id), body: change.body });
    case "delete-comment":
      return to("DELETE", comment, { id: segment(change.id) });
    case "add-reaction":
      return to("POST", `${comment}/reactions`, { id: segment(change.comment), content: change.content });
  }
}

/**
 * @param {string} method
 * @param {string} url
 * @param {Record<string, unknown>} parameters
 * @returns {Request}
 */
function to(method, url, parameters) {
  return { method, url, parameters };
}

/**
 * A name or an id as a segment of a path. The core already refuses those that would change the path. This matters because the
 * path that removes one label removes all labels without its last segment.
 *
 * @param {string} name
 * @throws {Error} if the name would change the path
 */
function segment(name) {
  if (["", ".", ".."].includes(name)) {
    throw new Error("not a segment of a path");
  }
  return name;
}
