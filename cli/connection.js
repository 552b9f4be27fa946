/** Loads the connection to GitHub, with a token and with addresses of one host. */

import { Stop } from "./stop.js";
import { addresses, findToken } from "./token.js";

/**
 * The environment of a run that talks to GitHub.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function connected(env) {
  const { api, graphql, server } = addresses(env);
  const address = (/** @type {URL} */ url) => url.href.replace(/\/$/, "");
  return { ...env, GITHUB_API_URL: address(api), GITHUB_GRAPHQL_URL: address(graphql), GITHUB_SERVER_URL: address(server) };
}

/** @returns {typeof import("./github.js")} */
export const github = () => require("./github.cjs");

/**
 * The issue `owner/repo#number`, as JSON text.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ text: string, uri: string }>}
 * @throws {Stop} that says why it cannot be read
 */
export async function readIssue(name, env) {
  const [, owner, repo, number] = /** @type {RegExpExecArray} */ (REMOTE.exec(name));
  const token = findToken(env);
  const place = connected(env);
  const reply = await github().read(place, token, "/repos/{owner}/{repo}/issues/{number}", { owner, repo, number });
  if (reply.status !== 200) {
    throw new Stop(failure(reply, String(owner), String(repo)));
  }
  return { text: JSON.stringify(reply.data), uri: `${place.GITHUB_SERVER_URL}/${owner}/${repo}/issues/${number}` };
}

/** The name of an issue on GitHub. */
const REMOTE = /^([A-Za-z0-9][A-Za-z0-9_-]*)\/([A-Za-z0-9._-]+)#(\d{1,10})$/;

/** @param {string} name */
export const isRemote = (name) => REMOTE.test(name) && !/\/\.{1,2}#/.test(name);

/**
 * @param {{ status: number | null, code?: string }} reply
 * @param {string} owner
 * @param {string} repo
 */
export function failure({ status, code }, owner, repo) {
  switch (status) {
    case null:
      return `GitHub cannot be reached (${code})`;
    case 401:
      return "GitHub does not accept the token: run `gh auth login`, or renew it";
    case 404:
    case 410:
      return `it does not exist, or the token may not read ${owner}/${repo}`;
    default:
      return `GitHub answers ${status}`;
  }
}
