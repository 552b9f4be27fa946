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

/**
 * The tags of the repository of an issue, `owner/repo#number`.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string[]>}
 * @throws {Stop} that says why they cannot be read
 */
export async function readTags(name, env) {
  const [, owner = "", repo = ""] = /** @type {RegExpExecArray} */ (REMOTE.exec(name));
  return readNames("/repos/{owner}/{repo}/tags", { owner, repo }, env);
}

/**
 * The names that a list has, of all its pages.
 *
 * @param {string} path
 * @param {{ owner: string, repo: string }} repository
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string[]>}
 * @throws {Stop} that says why they cannot be read
 */
export async function readNames(path, { owner, repo }, env) {
  const token = findToken(env);
  const names = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const reply = await github().read(connected(env), token, path, { owner, repo, per_page: 100, page });
    if (reply.status !== 200 || !Array.isArray(reply.data)) {
      throw new Stop(failure(reply, owner, repo));
    }
    names.push(...reply.data.map(({ name }) => String(name)));
    if (reply.data.length < 100) {
      return names;
    }
  }
  throw new Stop(`${owner}/${repo} has more than ${MOST_PAGES * 100} names to read`);
}

/** The most pages of a list that are read, a hundred names each. */
const MOST_PAGES = 50;

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
