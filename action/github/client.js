/** Sends a request and returns the answer: both what Octokit returns and what it throws become a value. */

import { Octokit } from "@octokit/core";

/** @import { Clock } from "./time-budget.js" */

/**
 * What Octokit accepts as `fetch`.
 *
 * @typedef {(url: string, init: Init) => Promise<Reply>} Fetch
 *
 * @typedef {object} Init
 * @property {string} method
 * @property {Record<string, string>} headers
 * @property {string} [body]
 * @property {"manual"} redirect
 * @property {AbortSignal} signal
 *
 * @typedef {object} Reply
 * @property {number} status
 * @property {string} url
 * @property {Iterable<[string, string]> & { get: (name: string) => string | null | undefined }} headers names in lower case
 * @property {() => Promise<string>} text
 * @property {() => Promise<ArrayBuffer>} [arrayBuffer] called when the body is not text
 */

/**
 * @typedef {object} Request
 * @property {string} method
 * @property {string} url an address, or a path of GitHub's REST API
 * @property {Record<string, unknown>} parameters fill in the names in the path; the others become the body
 * @property {boolean} [mayMove] whether a redirect may be followed
 */

/**
 * The result of a request: an answer with its body, parsed if it is JSON; or no answer, with the system's error code.
 *
 * @typedef {Answered | { status: null, code: string }} Answer
 * @typedef {{ status: number, url: string, headers: Record<string, unknown>, data: unknown }} Answered
 */

/**
 * @typedef {object} Client
 * @property {(request: Request, most: number) => Promise<Answer>} send takes at most `most` milliseconds
 * @property {string} graphql the address of GitHub's GraphQL endpoint
 */

/** Octokit prints the deprecation notices of servers. In the action, only `runner.js` may print. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** A request without an answer is aborted after this time, in milliseconds. GitHub itself gives up after 10 s. */
const MOST_WAITED = 30_000;

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 307, 308];

/**
 * @param {{ token: string, api: string, graphql: string, fetch: Fetch, clock: Clock }} options the token, GitHub's
 *   addresses, the function that sends, and the clock for time-outs
 * @returns {Client}
 */
export function openClient({ token, api, graphql, fetch, clock }) {
  const options = { auth: token, baseUrl: api, userAgent: "patch-release-issues", log: SILENT, request: { fetch, log: SILENT } };
  const octokit = new Octokit(options);
  return { graphql, send: (request, most) => limited(clock, most, (signal) => send(octokit, request, signal)) };
}

/**
 * Sends a request. If the request may move, follows redirects with the same request, on the same origin only, so that
 * nothing, above all the token, is sent to another server. A redirect that is not followed is returned as the answer.
 *
 * @param {Octokit} octokit
 * @param {Request} request
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
async function send(octokit, { method, url, parameters, mayMove = false }, signal) {
  let answer = await sendOnce(octokit, { ...parameters, method, url }, signal);
  for (let count = 0; mayMove && count < MOST_REDIRECTS; count += 1) {
    const next = redirection(answer);
    if (!next) {
      break;
    }
    answer = await sendOnce(octokit, { ...parameters, method, url: next.href }, signal);
  }
  return answer;
}

/**
 * @param {Octokit} octokit
 * @param {{ method: string, url: string }} parameters
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
async function sendOnce(octokit, parameters, signal) {
  try {
    return await octokit.request({ ...parameters, request: { redirect: "manual", signal } });
  } catch (error) {
    return answerIn(error);
  }
}

/**
 * Octokit throws answers with a status of 400 or above, and wraps errors of `fetch`, except an `AbortError`.
 *
 * @param {unknown} error
 * @returns {Answer}
 * @throws {unknown} any other error
 */
function answerIn(error) {
  const { response, cause, name } = /** @type {{ response?: Answered, cause?: { code?: unknown }, name?: string }} */ (error);
  if (response) {
    return response;
  }
  if (name === "AbortError") {
    return { status: null, code: "ETIMEDOUT" };
  }
  if (typeof cause?.code === "string") {
    return { status: null, code: cause.code };
  }
  throw error;
}

/**
 * @param {Answer} answer
 * @returns {URL | null} the redirect's target, if it is on the same origin
 */
function redirection(answer) {
  if (answer.status === null || !REDIRECTS.includes(answer.status) || typeof answer.headers.location !== "string") {
    return null;
  }
  const next = URL.parse(answer.headers.location, answer.url);
  return next?.origin === new URL(answer.url).origin ? next : null;
}

/**
 * @param {Clock} clock
 * @param {number} most milliseconds
 * @param {(signal: AbortSignal) => Promise<Answer>} work
 * @returns {Promise<Answer>}
 */
async function limited(clock, most, work) {
  if (most <= 0) {
    return { status: null, code: "ETIMEDOUT" };
  }
  const [timeout, done] = [new AbortController(), new AbortController()];
  void clock.sleep(Math.min(most, MOST_WAITED), { signal: done.signal }).then(() => done.signal.aborted || timeout.abort());
  try {
    return await work(timeout.signal);
  } finally {
    done.abort();
  }
}
