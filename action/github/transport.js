/**
 * What Octokit takes for `fetch`, over `node:http` and `node:https`: to load Node's own costs more than a request
 * (bench/README.md). Redirects are not followed.
 */

/** @import { Agent, IncomingMessage } from "node:http" */
/** @import { Fetch, Init, Reply } from "./client.js" */

/** The longest answer that is read, in bytes: a hundred comments of the greatest length are shorter. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * @param {NodeJS.ProcessEnv} env names the proxies, as other programs read them (`https_proxy`, `no_proxy`, …)
 * @returns {Fetch} rejects with the system's errors, or with an `AbortError` when the signal says so
 */
export function transport(env) {
  /** @type {Map<string, Agent>} one a protocol: they keep connections open for the next request */
  const agents = new Map();
  return (address, init) => {
    const url = new URL(address);
    // Neither is loaded without need: `node:https` takes longer than all of this file.
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
 * @returns {Promise<Reply>} with a body that is here already
 */
async function collect(message, url) {
  const chunks = [];
  let length = 0;
  for await (const chunk of message) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) {
      throw Object.assign(new Error("the answer is too long"), { code: "EMSGSIZE" });
    }
  }
  const bytes = Buffer.concat(chunks);
  return {
    status: message.statusCode ?? 0,
    url: url.href,
    headers: new Map(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
    text: async () => bytes.toString("utf8"),
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
  };
}
