/**
 * A fake GitHub: receives requests, records them in a journal, applies faults and the actions of other people, and
 * answers.
 */

import { VirtualClock } from "./clock.js";
import { Schedule, exhausted, graphqlExhausted } from "./faults.js";
import { Forge } from "./forge.js";
import { answerGraphql } from "./graphql.js";
import { json, problem } from "./reply.js";
import { answerRest, findCall } from "./rest.js";

/** @import { Clock } from "./clock.js" */
/** @import { Identity } from "./forge.js" */
/** @import { Exchange } from "./journal.js" */
/** @import { Answer, Reply, Request } from "./reply.js" */

/** @typedef {"before" | "after"} Boundary before or after the server handles a request; `after`, the answer has not been sent yet */
/** @typedef {(exchange: Exchange, answer: Answer | null) => void | Promise<void>} Hook */

const HOUR = 3_600_000;

/** The paths at which `GITHUB_API_URL` and `GITHUB_GRAPHQL_URL` of servers other than github.com begin. */
const SERVER_BASE = /^\/api(\/v3(?=\/)|(?=\/graphql$))/;

/** The path of our redirects, which serves the same API again. */
const MOVED = /^(\/moved)+(?=\/)/;

export class GitHub {
  faults = new Schedule();
  /** @type {Record<Boundary, Set<Hook>>} */
  #hooks = { before: new Set(), after: new Set() };
  /** The duration of every request, in milliseconds. */
  latency = 0;
  /** The server's origin. */
  origin = "https://api.github.com";
  /** Another origin, which clients must not trust. */
  elsewhere = "https://elsewhere.example";

  /** @param {Clock} [clock] */
  constructor(clock = new VirtualClock()) {
    this.clock = clock;
    this.forge = new Forge(clock);
  }

  get journal() {
    return this.forge.journal;
  }

  /**
   * Calls a hook, which may act or wait, between a request and its answer.
   *
   * @param {Boundary} boundary
   * @param {Hook} hook may be asynchronous; the request waits for it
   * @returns {() => void} removes it
   */
  on(boundary, hook) {
    this.#hooks[boundary].add(hook);
    return () => this.#hooks[boundary].delete(hook);
  }

  /**
   * Does the same for the first request that matches.
   *
   * @param {Boundary} boundary
   * @param {(exchange: Exchange) => boolean} wanted
   * @param {Hook} hook
   */
  once(boundary, wanted, hook) {
    const remove = this.on(boundary, (exchange, answer) => {
      if (wanted(exchange)) {
        remove();
        return hook(exchange, answer);
      }
      return undefined;
    });
  }

  /**
   * @param {Request} request
   * @returns {Promise<Reply>}
   */
  async handle(request) {
    const url = new URL(request.url);
    if (url.origin !== this.origin) {
      return this.#stray(request);
    }
    const { exchange, identity } = this.#open(request, url);
    if (this.latency > 0) {
      await this.clock.sleep(this.latency);
    }
    await this.#run("before", exchange, null);
    const fault = this.faults.take(exchange);
    exchange.fault = fault?.name ?? null;
    exchange.acted = fault?.acts ?? true;
    const answer = exchange.acted ? this.#answer(request, url, exchange, identity) : null;
    await this.#run("after", exchange, answer);
    const reply = fault?.reply(this, exchange, answer) ?? answer ?? problem(500, "Server Error");
    exchange.status = "status" in reply ? reply.status : null;
    return reply;
  }

  /**
   * @param {Request} request
   * @returns {Answer} the other origin's answer, which looks successful
   */
  #stray({ method, url, headers, body }) {
    this.journal.strays.push({ method, url, token: "authorization" in headers, body });
    return json(200, { data: {} });
  }

  /**
   * @param {Request} request
   * @param {URL} url
   */
  #open({ method, headers, body, client = null }, url) {
    const plain = withoutBase(url.pathname).replace(MOVED, "");
    const operation = plain === "/graphql" ? "graphql" : findCall(this.forge, method, plain)?.id;
    const identity = this.forge.identify(readToken(headers) ?? "") ?? null;
    /** @type {Exchange} */
    const exchange = {
      n: this.journal.exchanges.length + 1,
      time: this.clock.now(),
      client,
      method,
      path: withoutBase(url.pathname) + url.search,
      operation: operation ?? "unknown",
      who: identity?.user.login ?? null,
      body: parse(body) ?? null,
      redirected: MOVED.test(url.pathname) || plain.startsWith("/repositories/"),
      fault: null,
      acted: false,
      status: null,
    };
    this.journal.exchanges.push(exchange);
    return { exchange, identity };
  }

  /**
   * @param {Boundary} boundary
   * @param {Exchange} exchange
   * @param {Answer | null} answer
   */
  async #run(boundary, exchange, answer) {
    for (const hook of [...this.#hooks[boundary]]) {
      await hook(exchange, answer);
    }
  }

  /**
   * @param {Request} request
   * @param {URL} url
   * @param {Exchange} exchange
   * @param {Identity | null} identity
   * @returns {Answer}
   */
  #answer(request, url, exchange, identity) {
    const answer = this.#refuse(request, exchange, identity) ?? this.#carryOut(request, url, exchange, identity);
    const headers = {
      date: new Date(this.clock.now()).toUTCString(),
      "x-github-request-id": `F00D:${exchange.n}`,
      ...(identity ? rateHeaders(identity, exchange) : {}),
      ...answer.headers,
    };
    return { ...answer, headers };
  }

  /**
   * The checks before the request itself.
   *
   * @param {Request} request
   * @param {Exchange} exchange
   * @param {Identity | null} identity
   * @returns {Answer | null}
   */
  #refuse({ method, headers, body }, exchange, identity) {
    if (!headers["user-agent"]) {
      this.journal.violations.push("a request has no User-Agent");
      const text = "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.";
      return { status: 403, headers: { "content-type": "text/plain" }, body: text };
    }
    if (exchange.redirected && method !== "GET" && exchange.operation !== "graphql") {
      this.journal.violations.push(`${method} followed a redirect to ${exchange.path}`);
    }
    if (headers.authorization !== undefined && !identity) {
      return problem(401, "Bad credentials");
    }
    if (identity && !this.#spend(identity)) {
      return (exchange.operation === "graphql" ? graphqlExhausted : exhausted)(identity.rate.reset);
    }
    if (body !== "" && parse(body) === undefined) {
      this.journal.violations.push(`${exchange.operation}: the body is not JSON`);
      return problem(400, "Problems parsing JSON");
    }
    return null;
  }

  /**
   * @param {Identity} identity
   * @returns {boolean} whether there was a request left to spend
   */
  #spend({ rate }) {
    if (this.clock.now() >= rate.reset) {
      rate.used = 0;
      rate.reset = this.clock.now() + HOUR;
    }
    const isLeft = rate.used < rate.limit;
    rate.used += isLeft ? 1 : 0;
    return isLeft;
  }

  /**
   * @param {Request} request
   * @param {URL} url
   * @param {Exchange} exchange
   * @param {Identity | null} identity
   * @returns {Answer}
   */
  #carryOut({ method, body }, url, { operation }, identity) {
    if (operation !== "graphql") {
      const path = withoutBase(url.pathname).replace(MOVED, "");
      const call = { origin: this.origin, method, path, query: url.searchParams, body: parse(body), identity };
      return answerRest(this.forge, call);
    }
    if (!identity) {
      return problem(401, "This endpoint requires you to be authenticated.");
    }
    if (method !== "POST") {
      this.journal.violations.push(`${method} of GraphQL`);
      return problem(404, "Not Found");
    }
    return json(200, answerGraphql({ forge: this.forge, identity, faults: this.faults.fields }, /** @type {any} */ (parse(body))));
  }
}

/** @param {string} path */
function withoutBase(path) {
  return path.replace(SERVER_BASE, "");
}

/**
 * @param {Record<string, string>} headers
 * @returns {string | undefined}
 */
function readToken({ authorization = "" }) {
  return /^(?:bearer|token) (\S+)$/i.exec(authorization)?.[1];
}

/**
 * @param {string} text
 * @returns {unknown} undefined when it is not JSON
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {Identity} identity
 * @param {Exchange} exchange
 * @returns {Record<string, string>}
 */
function rateHeaders({ rate: { limit, used, reset } }, { operation }) {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(limit - used),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(Math.ceil(reset / 1000)),
    "x-ratelimit-resource": operation === "graphql" ? "graphql" : "core",
  };
}
