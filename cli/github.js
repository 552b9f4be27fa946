/** The connection to GitHub. It is a bundle of its own, loaded only when something is read from GitHub. */

import { connectForReport } from "../action/github.js";
import { openClient } from "../action/github/client.js";
import { CLOCK } from "../action/github/time-budget.js";
import { transport } from "../action/github/transport.js";

/** The longest wait for one answer, in milliseconds. */
const MOST_WAITED = 30_000;

export { connectForReport };

/**
 * Reads one path of GitHub's REST API.
 *
 * @param {NodeJS.ProcessEnv} env with the addresses, of one host
 * @param {string} token
 * @param {string} path such as `/repos/{owner}/{repo}/issues/{number}`
 * @param {Record<string, unknown>} parameters
 * @returns {Promise<{ status: number | null, data?: unknown, code?: string }>}
 */
export async function read(env, token, path, parameters) {
  return request(env, token, "GET", path, parameters);
}

/**
 * Sends one request.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} token
 * @param {"GET" | "POST"} method
 * @param {string} path
 * @param {Record<string, unknown>} parameters
 * @returns {Promise<{ status: number | null, data?: unknown, code?: string }>}
 */
export async function request(env, token, method, path, parameters) {
  const client = openClient({
    token,
    api: String(env.GITHUB_API_URL),
    graphql: String(env.GITHUB_GRAPHQL_URL),
    fetch: transport(env),
    clock: CLOCK,
  });
  return client.send({ method, url: path, parameters, mayMove: method === "GET" }, MOST_WAITED);
}
