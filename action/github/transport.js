/**
 * A `fetch` for Octokit that uses `node:http` and `node:https`: loading Node's own `fetch` takes longer than a request
 * (bench/README.md). It does not follow redirects.
 */

/** @import { Agent, IncomingMessage } from "node:http" */
/** @import { Fetch, Init, Reply } from "./client.js" */

/** The longest answer that is read, in bytes. A page of a hundred comments of the maximum length is shorter. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The headers that are read. No other one gets further than this file: Octokit prints some of them. */
const HEADERS = ["content-type", "location", "retry-after", "x-ratelimit-remaining", "x-ratelimit-reset"];

/**
 * @param {NodeJS.ProcessEnv} env names the proxies in the usual variables (`https_proxy`, `no_proxy`, …)
 * @returns {Fetch} rejects with the system's error, or with an `AbortError` when the signal is aborted
 */
export function transport(env) {
  /** @type {Map<string, Agent>} one per protocol; each keeps its connections open for the next request */
  const agents = new Map();
  return (address, init) => {
    const url = new URL(address);
    // Each module is loaded only when needed: `node:https` alone takes longer to load than this whole bundle.
    const http = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
    const agent = agents.get(url.protocol) ?? new http.Agent({ keepAlive: true, proxyEnv: env });
    agents.set(url.protocol, agent);
    return exchange(http, url, agent, init);
  };
}

/**
 * @param {typeof import("node:http") | typeof import("node:https")} http
 * @param {URL} url
 * @param {Agent} agent
 * @param {Init} init
 * @returns {Promise<Reply>}
 */
function exchange(http, url, agent, { method, headers, body, signal }) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method, headers, signal });
    request.on("error", reject);
    request.on("response", (message) => collect(message, url).then(resolve, reject));
    request.end(body);
  });
}

/**
 * @param {IncomingMessage} message
 * @param {URL} url
 * @returns {Promise<Reply>} with a body that has been read completely
 */
async function collect(message, url) {
  const chunks = [];
  let length = 0;
  for await (const chunk of message) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) {
      throw Object.assign(new Error("the response is too long"), { code: "EMSGSIZE" });
    }
  }
  const bytes = Buffer.concat(chunks);
  return {
    status: message.statusCode ?? 0,
    url: url.href,
    headers: new Map(HEADERS.flatMap((name) => (name in message.headers ? [[name, String(message.headers[name])]] : []))),
    text: async () => bytes.toString("utf8"),
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
  };
}
