/** A GitHub that gives scripted answers, and a clock that advances only when the action sleeps. */

import assert from "node:assert/strict";

import { connect } from "../../action/github.js";

/** @import { Init, Reply } from "../../action/github/client.js" */
/** @import { Trouble, Write } from "../../pkg/types.js" */

/**
 * The scripted answer to a request. A body that is not a string is sent as JSON.
 *
 * @typedef {{ status: number, headers?: Record<string, string>, body?: unknown } | Error} Answer
 */

/**
 * @typedef {object} Sent
 * @property {string} method
 * @property {string} url
 * @property {unknown} body
 * @property {Init} init
 */

/** A query, and an answer to it. */
export const QUERY = { text: "query($number:Int!){x}", variables: { number: 7 }, delay: 0 };
export const DATA = { status: 200, body: { data: { repository: null } } };

/** The clock's start: noon of a day. */
export const NOON = Date.parse("2026-06-01T12:00:00Z");

/** No connection: nothing was sent. */
export const refused = Object.assign(new Error(), { code: "ECONNREFUSED" });
export const unknownHost = Object.assign(new Error(), { code: "ENOTFOUND" });

/** A connection that broke after the request. */
export const reset = Object.assign(new Error(), { code: "ECONNRESET" });
export const timeout = Object.assign(new Error(), { name: "AbortError" });

/**
 * Connects the action to a GitHub with scripted answers.
 *
 * @param {Answer[]} answers in order; the last one is repeated
 */
export function scripted(answers) {
  /** @type {Sent[]} */
  const sent = [];
  /** @type {number[]} */
  const pauses = [];
  const fetch = async (/** @type {string} */ url, /** @type {Init} */ init) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push({ method: init.method, url, body: init.body === undefined ? undefined : JSON.parse(init.body), init });
    if (answer instanceof Error || !answer) {
      throw answer;
    }
    return reply(url, answer);
  };
  let now = NOON;
  const clock = {
    now: () => now,
    sleep: async (/** @type {number} */ milliseconds, /** @type {{ signal?: AbortSignal }} */ { signal } = {}) => {
      if (signal) {
        // The time after which a request is given up: all answers come at once.
        return new Promise(() => {});
      }
      pauses.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  };
  const env = {
    GITHUB_API_URL: "https://api.example",
    GITHUB_GRAPHQL_URL: "https://api.example/graphql",
    GITHUB_REPOSITORY: "o/r",
  };
  return { github: connect(env, "TOKEN", { fetch, clock }), sent, pauses, elapsed: () => now - NOON };
}

/**
 * @param {string} url
 * @param {Exclude<Answer, Error>} answer
 * @returns {Reply}
 */
function reply(url, { status, headers = {}, body = "" }) {
  const isText = typeof body === "string";
  const type = isText ? "text/html" : "application/json; charset=utf-8";
  const text = isText ? body : JSON.stringify(body);
  return {
    status,
    url,
    headers: new Map(Object.entries({ "content-type": type, ...headers })),
    text: async () => text,
    arrayBuffer: async () => new ArrayBuffer(0),
  };
}

/**
 * Sends a query to a GitHub that gives these answers.
 *
 * @param {Answer[]} answers
 */
export async function asked(answers, query = QUERY) {
  const world = scripted(answers);
  return { reply: await world.github.ask(query), ...world, count: world.sent.length };
}

/**
 * Writes to a GitHub that gives these answers.
 *
 * @param {Write} write
 * @param {Answer[]} answers
 */
export async function wrote(write, answers) {
  const world = scripted(answers);
  return { reply: await world.github.write(7, write), ...world, count: world.sent.length };
}

/**
 * @param {string} doing
 * @param {string} kind
 * @param {number | null} status
 * @param {string} detail
 */
export function trouble(doing, kind, status, detail) {
  return { trouble: { doing, kind, status, detail } };
}

/**
 * @param {{ body: object } | { id: string | null } | { trouble: Trouble }} reply
 * @returns {Trouble}
 */
export function troubleIn(reply) {
  assert.ok("trouble" in reply, JSON.stringify(reply));
  return reply.trouble;
}
