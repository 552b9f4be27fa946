/**
 * Reads the event payload, a file that the runner wrote, and keeps only what the core reads. Nothing is validated here:
 * members of the wrong type are passed on for the core to report.
 */

import { readFileSync } from "node:fs";

import { UsageError, errorCode } from "../usage-error.js";

/** @import { Event, Issue } from "../../pkg/types.js" */

const BYTE_ORDER_MARK = "\uFEFF";

/** The members of an issue that the core reads. A payload has about forty more. */
const ISSUE_MEMBERS = ["number", "title", "body", "labels", "state", "state_reason", "html_url", "pull_request"];

/**
 * Reads the payload of the event that started this run.
 *
 * @param {string | undefined} path the file in GITHUB_EVENT_PATH
 * @returns {Event["payload"]} contains only well-formed strings
 * @throws {UsageError} when there is no payload, or it is not JSON
 */
export function readPayload(path) {
  const payload = parse(path);
  return { issue: readIssue(payload), comment: readComment(payload), repository: readRepository(payload) };
}

/**
 * @param {string | undefined} path
 * @returns {unknown}
 */
function parse(path) {
  if (!path) {
    throw new UsageError(
      "GITHUB_EVENT_PATH is not set, so there is no event payload: run this as a step of a GitHub Actions workflow",
    );
  }
  const text = readText(path);
  try {
    return JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  } catch {
    // V8's message is not shown because it quotes the payload.
    throw new UsageError(`the event payload at ${path} is not JSON: GITHUB_EVENT_PATH must name the file that the runner wrote`);
  }
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`the event payload at ${path} cannot be read (${errorCode(error)}): check GITHUB_EVENT_PATH`);
  }
}

/**
 * @param {unknown} payload
 * @returns {Issue | null}
 */
function readIssue(payload) {
  const issue = own(payload, "issue");
  if (!isObject(issue)) {
    return /** @type {Issue | null} */ (wellFormed(issue ?? null));
  }
  const members = ISSUE_MEMBERS.filter((name) => Object.hasOwn(issue, name));
  const read = Object.fromEntries(members.map((name) => [name, readMember(name, issue[name])]));
  return /** @type {Issue} */ (/** @type {unknown} */ (read));
}

/**
 * @param {unknown} payload
 * @returns {{ body: string } | null}
 */
function readComment(payload) {
  const body = own(own(payload, "comment"), "body");
  return typeof body === "string" ? { body: body.toWellFormed() } : null;
}

/**
 * @param {unknown} payload
 * @returns {{ default_branch: string } | null}
 */
function readRepository(payload) {
  const branch = own(own(payload, "repository"), "default_branch");
  return typeof branch === "string" ? { default_branch: branch.toWellFormed() } : null;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function readMember(name, value) {
  if (name === "labels" && Array.isArray(value)) {
    return value.map(readLabel);
  }
  return name === "pull_request" ? Boolean(value) || null : wellFormed(value);
}

/** @param {unknown} label a name, or an object that has one */
function readLabel(label) {
  return isObject(label) ? { name: wellFormed(own(label, "name") ?? null) } : wellFormed(label);
}

/**
 * Makes a string well-formed: the core's strings are UTF-8, but JavaScript strings can contain lone surrogates. The
 * core does not read arrays and objects here, so only their type is passed on.
 *
 * @param {unknown} value
 */
function wellFormed(value) {
  if (typeof value === "string") {
    return value.toWellFormed();
  }
  if (Array.isArray(value)) {
    return [];
  }
  return isObject(value) ? {} : value;
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown}
 */
function own(value, name) {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
