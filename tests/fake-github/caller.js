/**
 * A GitHub for tests, and plain requests to it.
 */

import { GitHub } from "./github.js";
import { transport } from "./transport.js";

/** @import { Init } from "./transport.js" */

export const NAME = "kubernetes/kubernetes";
export const ISSUE = `/repos/${NAME}/issues/7`;

/** A workflow's token, and the headers that GitHub requires. */
export const TOKEN = "ghs_good";
export const HEADERS = { Authorization: `Bearer ${TOKEN}`, "User-Agent": "test" };

/** A GitHub with an issue that the token may write to. */
export function start() {
  const github = new GitHub();
  const repository = github.forge.addRepository(NAME);
  const permissions = /** @type {const} */ ({ issues: "write", contents: "read", "pull-requests": "read" });
  github.forge.addToken(TOKEN, { repository: NAME, permissions });
  const issue = repository.addIssue({ number: 7, title: "A title", body: "A body", labels: ["Patch-Release"] });
  github.journal.clear();
  return { github, repository, issue };
}

/**
 * @param {GitHub} github
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {Init} [init]
 */
export async function rest(github, method, path, body, init = {}) {
  const text = body === undefined ? null : JSON.stringify(body);
  const url = `${github.origin}${path}`;
  const response = await transport(github)(url, { method, headers: HEADERS, redirect: "manual", body: text, ...init });
  return { status: response.status, headers: response.headers, body: read(await response.text()) };
}

/** @param {string} text */
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * @param {GitHub} github
 * @param {string} query
 * @param {Record<string, unknown>} [variables]
 * @param {string} [token]
 * @returns {Promise<any>}
 */
export async function ask(github, query, variables = {}, token = TOKEN) {
  const headers = { ...HEADERS, Authorization: `Bearer ${token}` };
  const { body } = await rest(github, "POST", "/graphql", { query, variables }, { headers });
  return body;
}
