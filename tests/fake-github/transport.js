/**
 * The fake without sockets: it is called like `fetch`, and fails like Node's own client.
 */

/** @import { GitHub } from "./github.js" */
/** @import { Answer, Request } from "./reply.js" */

/**
 * @typedef {object} Init
 * @property {string} [method]
 * @property {Record<string, string>} [headers]
 * @property {string | null} [body]
 * @property {AbortSignal | null} [signal]
 * @property {"follow" | "manual" | "error"} [redirect] `follow` is the default, as it is `fetch`'s
 */

/**
 * @typedef {object} Response
 * @property {number} status
 * @property {Headers} headers
 * @property {string} url the last one, after redirects
 * @property {() => Promise<string>} text
 */

/** @typedef {(url: string, init?: Init) => Promise<Response>} Transport */

/** How long an idle connection stays open, in milliseconds. */
const PATIENCE = 600_000;

const MOST_REDIRECTS = 20;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * @param {GitHub} github
 * @param {string | null} [client] the user's name in the journal
 * @returns {Transport}
 */
export function transport(github, client = null) {
  return async (url, init = {}) => {
    const request = open(url, init, client);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const answer = await send(github, request, init.signal ?? null);
      const { location } = answer.headers;
      if (!REDIRECTS.has(answer.status) || location === undefined || init.redirect === "manual") {
        return respond(answer, request.url);
      }
      if (init.redirect === "error") {
        throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
      }
      follow(request, answer.status, new URL(location, request.url));
    }
    throw new TypeError("fetch failed", { cause: new Error("redirect count exceeded") });
  };
}

/**
 * @param {string} url
 * @param {Init} init
 * @param {string | null} client
 * @returns {Request}
 */
function open(url, { method = "GET", headers = {}, body }, client) {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { method: method.toUpperCase(), url: new URL(url).href, headers: Object.fromEntries(named), body: body ?? "", client };
}

/**
 * The request that `fetch` sends after a redirect.
 *
 * @param {Request} request
 * @param {number} status
 * @param {URL} url
 */
function follow(request, status, url) {
  if (status === 303 || (status < 303 && request.method === "POST")) {
    request.method = "GET";
    request.body = "";
  }
  if (url.origin !== new URL(request.url).origin) {
    delete request.headers.authorization;
  }
  request.url = url.href;
}

/**
 * @param {GitHub} github
 * @param {Request} request
 * @param {AbortSignal | null} signal
 * @returns {Promise<Answer>}
 */
async function send(github, request, signal) {
  throwIfAborted(signal);
  const reply = await Promise.race([github.handle({ ...request }), aborted(signal)]);
  if (reply === undefined || !("broken" in reply)) {
    throwIfAborted(signal);
    return /** @type {Answer} */ (reply);
  }
  if (reply.broken === "silence") {
    await github.clock.sleep(PATIENCE, signal ? { signal } : {});
    throwIfAborted(signal);
    throw systemError("ECONNRESET");
  }
  throw systemError(reply.broken);
}

/**
 * @param {AbortSignal | null} signal
 * @returns {Promise<undefined>} settled when the signal is aborted
 */
function aborted(signal) {
  return new Promise((settle) => signal?.addEventListener("abort", () => settle(undefined), { once: true }));
}

/** @param {AbortSignal | null} signal */
function throwIfAborted(signal) {
  if (signal?.aborted) {
    const error = new Error("The operation was aborted", { cause: signal.reason });
    throw Object.assign(error, { name: "AbortError", code: "ABORT_ERR" });
  }
}

/** @param {string} code */
function systemError(code) {
  return Object.assign(new Error(`${code} (of a fake)`), { code });
}

/**
 * @param {Answer} answer
 * @param {string} url
 * @returns {Response}
 */
function respond({ status, headers, body, cut }, url) {
  const text = async () => {
    if (cut) {
      throw systemError("ECONNRESET");
    }
    return body;
  };
  return { status, headers: new Headers(headers), url, text };
}
