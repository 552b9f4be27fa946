/**
 * Everything that can go wrong between us and GitHub, one value each, and when it happens.
 */

import { FieldFaults, TROUBLE } from "./field-faults.js";
import { NOT_ACCESSIBLE } from "./refusal.js";
import { json, page, problem, redirect } from "./reply.js";

/** @import { Clock } from "./clock.js" */
/** @import { Exchange } from "./journal.js" */
/** @import { Answer, Reply } from "./reply.js" */

/**
 * @typedef {"unsent" | "doubtful" | "secondary" | "exhausted" | "unauthorized" | "forbidden" | "missing" | "redirect" | "invalid"} Row
 *   what a client must conclude: `unsent` never reached the server, `doubtful` may have been carried out,
 *   `secondary` must wait as GitHub asks, `exhausted` must wait until the limit is reset
 */

/** @typedef {{ origin: string, elsewhere: string, clock: Clock }} Place the server on which it happens */

/**
 * @typedef {object} Fault
 * @property {string} name
 * @property {Row} row
 * @property {boolean} acts whether the server carried the request out
 * @property {"any" | "graphql" | "rest"} hits
 * @property {(place: Place, exchange: Exchange, answer: Answer | null) => Reply} reply
 */

/** Seconds until a limit is reset: within the budget, and beyond it. */
export const NEAR = 20;
export const FAR = 3_000;

const SECONDARY =
  "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. " +
  "Please retry your request again later.";
const EXHAUSTED = "API rate limit exceeded for installation ID 31415926.";

/**
 * @param {Row} row
 * @param {string} name
 * @param {Fault["reply"]} reply
 * @param {{ acts?: boolean, hits?: Fault["hits"] }} [more]
 * @returns {Fault}
 */
function fault(row, name, reply, { acts = false, hits = "any" } = {}) {
  return { name, row, acts, hits, reply };
}

/**
 * A pair of faults that look the same to a client: the server acted, and it did not.
 *
 * @param {string} name
 * @param {Fault["reply"]} reply
 */
function doubtful(name, reply) {
  return [fault("doubtful", `${name}-before`, reply), fault("doubtful", `${name}-after`, reply, { acts: true })];
}

/**
 * @param {Answer | null} answer
 * @returns {Answer} which ends early
 */
function half(answer) {
  const { status, headers, body } = answer ?? json(200, {});
  return { status, headers, body: body.slice(0, Math.floor(body.length / 2)) };
}

/** @type {Fault[]} */
const CONNECTION = [
  fault("unsent", "refused", () => ({ broken: "ECONNREFUSED" })),
  fault("unsent", "unknown-host", () => ({ broken: "ENOTFOUND" })),
  fault("unsent", "name-server-down", () => ({ broken: "EAI_AGAIN" })),
  ...doubtful("reset", () => ({ broken: "ECONNRESET" })),
  ...doubtful("silence", () => ({ broken: "silence" })),
];

/** @type {Fault[]} */
const SERVER = [
  ...doubtful("error-500", () => problem(500, "Server Error")),
  ...doubtful("html-502", () => page(502)),
  ...doubtful("html-503", () => page(503)),
  ...doubtful("html-200", () => page(200)),
  fault("doubtful", "truncated", (_place, _exchange, answer) => half(answer), { acts: true }),
  fault("doubtful", "cut", (_place, _exchange, answer) => ({ ...(answer ?? json(200, {})), cut: true }), { acts: true }),
  fault("doubtful", "graphql-trouble", () => json(200, { data: null, errors: [{ message: TROUBLE }] }), { hits: "graphql" }),
  fault("doubtful", "graphql-502", () => json(502, { data: null, errors: [{ message: TROUBLE }] }), { hits: "graphql" }),
];

/** @type {Record<string, (clock: Clock) => Record<string, string>>} headers, by their meaning */
const WAITS = {
  seconds: () => ({ "retry-after": String(NEAR) }),
  "far-seconds": () => ({ "retry-after": String(FAR) }),
  date: (clock) => ({ "retry-after": new Date(clock.now() + NEAR * 1000).toUTCString() }),
  bare: () => ({}),
};

/** @type {Fault[]} */
const LIMITS = [
  ...[403, 429].flatMap((status) =>
    Object.entries(WAITS).map(([name, headers]) =>
      fault("secondary", `secondary-${status}-${name}`, ({ clock }) => problem(status, SECONDARY, { headers: headers(clock) })),
    ),
  ),
  fault("exhausted", "exhausted-near", ({ clock }) => exhausted(clock.now() + NEAR * 1000)),
  fault("exhausted", "exhausted-far", ({ clock }) => exhausted(clock.now() + FAR * 1000)),
  fault("exhausted", "graphql-exhausted-near", ({ clock }) => graphqlExhausted(clock.now() + NEAR * 1000), { hits: "graphql" }),
  fault("exhausted", "graphql-exhausted-far", ({ clock }) => graphqlExhausted(clock.now() + FAR * 1000), { hits: "graphql" }),
  fault("exhausted", "graphql-exhausted-bare", () => json(200, LIMIT_WITHOUT_DATA), { hits: "graphql" }),
];

/** GitHub's newer spelling: another type, and no data. */
const LIMIT_WITHOUT_DATA = { errors: [{ type: "RATE_LIMIT", code: "graphql_rate_limit", message: EXHAUSTED }] };

/** @param {number} reset milliseconds since 1970 */
export function exhausted(reset) {
  return problem(403, EXHAUSTED, { headers: exhaustedHeaders(reset) });
}

/** @param {number} reset milliseconds since 1970 */
export function graphqlExhausted(reset) {
  return json(200, { data: null, errors: [{ type: "RATE_LIMITED", message: EXHAUSTED }] }, exhaustedHeaders(reset));
}

/** @param {number} reset milliseconds since 1970 */
function exhaustedHeaders(reset) {
  return { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.ceil(reset / 1000)) };
}

/** @type {Fault[]} */
const ANSWERS = [
  fault("unauthorized", "bad-credentials", () => problem(401, "Bad credentials")),
  fault("forbidden", "not-accessible", () => problem(403, NOT_ACCESSIBLE)),
  fault("forbidden", "locked", () => problem(403, "Unable to create comment because issue is locked."), { hits: "rest" }),
  fault("forbidden", "crowded", () => problem(403, "Commenting is disabled on issues with more than 2500 comments"), { hits: "rest" }),
  fault("missing", "not-found", () => problem(404, "Not Found")),
  fault("missing", "gone", () => problem(410, "This issue was deleted")),
  fault("invalid", "invalid", () => problem(422, "Validation Failed", { errors: [INVALID] }), { hits: "rest" }),
];

const INVALID = { resource: "IssueComment", code: "unprocessable", field: "data", message: "Body is too long" };

/** @type {Fault[]} */
const REDIRECTS = [301, 302, 307, 308].flatMap((status) => [
  fault("redirect", `redirect-${status}-here`, ({ origin }, { path }) => redirect(status, `${origin}/moved${path}`)),
  fault("redirect", `redirect-${status}-elsewhere`, ({ elsewhere }, { path }) => redirect(status, `${elsewhere}${path}`)),
]);

/** All faults. */
export const FAULTS = [...CONNECTION, ...SERVER, ...LIMITS, ...ANSWERS, ...REDIRECTS];

/**
 * @param {string} name
 * @returns {Fault}
 */
export function faultNamed(name) {
  const found = FAULTS.find((fault) => fault.name === name);
  if (!found) {
    throw new Error(`there is no fault ${name}`);
  }
  return found;
}

/** Plans which faults hit which requests. */
export class Schedule {
  /** @type {{ hits: (exchange: Exchange) => boolean, fault: Fault, left: number }[]} */
  #plans = [];
  /** The faults that hit a part of an answer. */
  fields = new FieldFaults();

  /**
   * @param {number} n the request's number, from 1
   * @param {string} fault a name
   * @param {number} [times] the number of consecutive requests, starting with it
   */
  at(n, fault, times = 1) {
    this.when((exchange) => exchange.n >= n && exchange.n < n + times, fault, times);
  }

  /**
   * @param {(exchange: Exchange) => boolean} hits
   * @param {string} fault a name
   * @param {number} [times] the number of matching requests
   */
  when(hits, fault, times = 1) {
    this.#plans.push({ hits, fault: faultNamed(fault), left: times });
  }

  /** The number of hits that are left. */
  get left() {
    return this.#plans.reduce((sum, { left }) => sum + left, this.fields.left);
  }

  clear() {
    this.#plans = [];
    this.fields.clear();
  }

  /**
   * @param {Exchange} exchange
   * @returns {Fault | null} the fault that hits the request
   */
  take(exchange) {
    const plan = this.#plans.find(({ hits, left }) => left > 0 && hits(exchange));
    if (!plan) {
      return null;
    }
    plan.left -= 1;
    return plan.fault;
  }
}
