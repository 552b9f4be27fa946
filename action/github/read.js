/** Sends queries to GitHub. Reads change nothing, so they can be retried. */

import { failedRequest } from "./failed-request.js";
import { queryFailureOf } from "./failures.js";
import { sendWithRetries } from "./retry.js";

/** @import { Query, Trouble } from "../../pkg/types.js" */
/** @import { Retries, Session } from "./retry.js" */

/**
 * How much of a stranger's comment is passed on, in UTF-16 code units. Only commands are looked for in it. With whole
 * comments, strangers could fill the core's memory.
 */
const MOST_OF_COMMENT = 8_192;

/** The greatest depth of an answer. GitHub's answers are less than half as deep. What is deeper becomes null. */
const DEEPEST = 48;

/** @type {Retries} */
const RETRIES = { unsent: 3, lost: 3, throttled: 3, exhausted: 3, gone: 2 };

/**
 * Sends a query.
 *
 * @param {Session} session
 * @param {Query} query
 * @returns {Promise<{ body: object } | { trouble: Trouble }>} the body is JSON, has data, and contains only well-formed strings
 */
export async function read(session, { text, variables, delay }) {
  await session.budget.wait(delay);
  /** @type {import("./client.js").Request} */
  const request = {
    method: "POST",
    url: session.client.graphql,
    parameters: { query: text, variables },
    mayMove: true,
  };
  const { data, failure } = await sendWithRetries(session, request, queryFailureOf, RETRIES);
  if (failure) {
    return { trouble: failedRequest("read", failure, false) };
  }
  return { body: lean(/** @type {object} */ (data)) };
}

/**
 * Shortens the comments of others, cuts what is nested too deeply, and makes all strings in a JSON value well-formed,
 * and very large numbers text. JSON can contain lone surrogates; the core's strings are UTF-8.
 *
 * @param {object} value changed in place
 */
function lean(value) {
  /** @type {[parent: object, depth: number][]} */
  const left = [[value, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [parent, depth] = next;
    if ("viewerDidAuthor" in parent && "body" in parent && parent.viewerDidAuthor !== true) {
      const body = typeof parent.body === "string" ? parent.body : "";
      parent.body = body.includes("/") ? body.slice(0, MOST_OF_COMMENT) : "";
    }
    for (const [name, child] of Object.entries(parent)) {
      if (typeof child === "bigint") {
        // Octokit reads whole numbers beyond 2^53 so. The core reads large ids as text.
        Object.assign(parent, { [name]: String(child) });
      } else if (typeof child === "string" && !child.isWellFormed()) {
        Object.assign(parent, { [name]: child.toWellFormed() });
      } else if (typeof child === "object" && child !== null) {
        depth < DEEPEST ? left.push([child, depth + 1]) : Object.assign(parent, { [name]: null });
      }
    }
  }
  return value;
}
