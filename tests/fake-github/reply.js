/**
 * The server's replies: answers, and broken connections.
 */

import { STATUS_CODES } from "node:http";

/**
 * @typedef {object} Request
 * @property {string} method in upper case
 * @property {string} url absolute
 * @property {Record<string, string>} headers names in lower case
 * @property {string} body "" if there is none
 * @property {string | null} [client] identifies one of a test's clients
 */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers names in lower case
 * @property {string} body
 * @property {boolean} [cut] the connection breaks in the middle of the body
 */

/** @typedef {{ broken: "ECONNREFUSED" | "ENOTFOUND" | "EAI_AGAIN" | "ECONNRESET" | "silence" }} Broken no answer */
/** @typedef {Answer | Broken} Reply */

/**
 * @param {number} status
 * @param {unknown} value
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
export function json(status, value, headers = {}) {
  return { status, headers: { "content-type": "application/json; charset=utf-8", ...headers }, body: JSON.stringify(value) };
}

/**
 * An error as REST returns it.
 *
 * @param {number} status
 * @param {string} message
 * @param {{ errors?: unknown[] | undefined, headers?: Record<string, string> }} [more]
 * @returns {Answer}
 */
export function problem(status, message, { errors, headers = {} } = {}) {
  const rest = { documentation_url: "https://docs.github.com/rest", status: String(status) };
  return json(status, { message, ...(errors ? { errors } : {}), ...rest }, headers);
}

/**
 * The answer of GitHub's load balancer when GitHub is down.
 *
 * @param {number} status
 * @returns {Answer}
 */
export function page(status) {
  const title = status === 200 ? "Welcome" : `${status} ${STATUS_CODES[status]}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { "content-type": "text/html" }, body };
}

/**
 * @param {number} status
 * @param {string} location
 * @returns {Answer}
 */
export function redirect(status, location) {
  const headers = { "content-type": "application/json; charset=utf-8", location };
  const message = status === 302 ? "Found" : status === 301 ? "Moved Permanently" : STATUS_CODES[status];
  return { status, headers, body: JSON.stringify({ message, url: location, documentation_url: "https://docs.github.com/rest" }) };
}
