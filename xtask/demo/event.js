/** Makes the event that the action runs on. */

import { readFileSync } from "node:fs";

import { UsageError } from "./arguments.js";
import { readText } from "./files.js";

/** @import { IssueOptions } from "./arguments.js" */

/**
 * @typedef {{ number: number, title: string, body: string | null, labels: { name: string }[], state: string, state_reason: string | null, html_url: string | null }} Issue
 * @typedef {{ issue: Issue, repository?: { full_name: string } }} IssueEvent
 */

const SAMPLE = new URL("./issue.json", import.meta.url);
const HELP = "name a description (.md), or the payload of an issue event (.json)";

/** @returns {IssueEvent} */
export function sampleEvent() {
  return JSON.parse(readFileSync(SAMPLE, "utf8"));
}

/**
 * @param {string} folder the user's current folder
 * @param {string} path an event (.json), or a description
 * @param {IssueOptions} options the facts that a description does not contain
 * @returns {IssueEvent}
 * @throws {UsageError}
 */
export function readEvent(folder, path, options) {
  const text = readText(folder, path, HELP);
  return path.endsWith(".json") ? parseEvent(path, text) : describedEvent(text, options);
}

/**
 * @param {string} path
 * @param {string} text
 * @returns {IssueEvent}
 */
function parseEvent(path, text) {
  const event = parse(path, text);
  const number = event?.issue?.number;
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new UsageError(`\`${path}\` is not an event of an issue: it has no \`issue\` with a \`number\``, HELP);
  }
  return event;
}

/**
 * @param {string} path
 * @param {string} text
 */
function parse(path, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`\`${path}\` is not JSON: ${error instanceof Error ? error.message : error}`, HELP);
  }
}

/**
 * @param {string} body
 * @param {IssueOptions} options
 * @returns {IssueEvent}
 */
function describedEvent(body, { labels, title, closed }) {
  const state = closed ? { state: "closed", state_reason: "completed" } : { state: "open", state_reason: null };
  return { issue: { number: 1, title, body, labels: labels.map((name) => ({ name })), ...state, html_url: null } };
}
