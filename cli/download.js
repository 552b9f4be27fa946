/** Downloads a report. No token is ever sent. */

import { transport } from "../action/github/transport.js";
import { Stop, codeOf } from "./stop.js";
import { isLoopback } from "./token.js";

const MOST_REDIRECTS = 3;
const MOST_MILLISECONDS = 30_000;

/** @param {string} name */
export const isAddress = (name) => /^https?:\/\//i.test(name);

/**
 * @param {string} address
 * @param {NodeJS.ProcessEnv} env names the proxies
 * @returns {Promise<string>}
 * @throws {Stop} that says why there is no text
 */
export async function download(address, env) {
  const signal = AbortSignal.timeout(MOST_MILLISECONDS);
  const fetch = transport(env);
  let url = allowed(URL.parse(address), true);
  for (let count = 0; ; count += 1) {
    const reply = await get(fetch, url, signal);
    if (reply.status === 200) {
      return text(new Uint8Array((await reply.arrayBuffer?.()) ?? []));
    }
    const target = reply.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(reply.status) || !target) {
      throw new Stop(`the server answers ${reply.status}`);
    }
    if (count === MOST_REDIRECTS) {
      throw new Stop(`the server redirects more than ${MOST_REDIRECTS} times`);
    }
    url = allowed(URL.parse(target, url), isLoopback(url));
  }
}

/**
 * @param {URL | null} url
 * @param {boolean} mayBeLoopback whether the address may be one of this machine, without encryption
 * @returns {URL}
 */
function allowed(url, mayBeLoopback) {
  if (url === null || url.username || url.password) {
    throw new Stop("this is not an address that can be read");
  }
  if (url.protocol !== "https:" && !(mayBeLoopback && isLoopback(url))) {
    throw new Stop("the address, or where it redirects to, is not an https address");
  }
  return url;
}

/**
 * @param {import("../action/github/client.js").Fetch} fetch
 * @param {URL} url
 * @param {AbortSignal} signal
 */
async function get(fetch, url, signal) {
  try {
    const headers = { accept: "application/json", "user-agent": "patch-release-issues" };
    return await fetch(url.href, { method: "GET", headers, redirect: "manual", signal });
  } catch (error) {
    const reasons = new Map([["EMSGSIZE", "it is larger than 64 MiB"], ["ABORT_ERR", "it took longer than 30 seconds"]]);
    const code = codeOf(error);
    throw new Stop(reasons.get(code) ?? `it cannot be read (${code})`);
  }
}

/** @param {Uint8Array} bytes */
function text(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Stop("it is not text in UTF-8");
  }
}
