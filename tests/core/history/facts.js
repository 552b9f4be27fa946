/** The known facts about Kubernetes' releases (README.md names the sources), and the texts of every dump. */

import { readFileSync } from "node:fs";

/**
 * @typedef {object} Regression a problem that Kubernetes had; README.md names the sources
 * @property {string} id
 * @property {string} title
 * @property {string[]} introducedIn
 * @property {string[]} resolvedIn
 * @property {string[]} unresolvedBranches `MAJOR.MINOR`, never fixed
 * @property {number[]} pullRequests
 * @property {string[]} sigs labels
 * @property {string[]} binaries
 * @property {string} priority a label
 * @property {string[]} affected all affected releases
 */

/** @typedef {{ number: number, title: string, body: string, labels: { name: string }[], state: string, state_reason: string | null, html_url: string, created_at: string, updated_at: string, closed_at: string | null, last_edited_at: string | null }} Issue */
/** @typedef {{ name: string, date: string | null }} Tag */
/** @typedef {{ number: number, state: string, merged: boolean, merged_at: string | null, updated_at: string, base: string }} PullRequest */
/** @typedef {{ schema: 1, now: string, repositories: { name: string, issues: Issue[], tags: Tag[], pullRequests: PullRequest[] }[] }} Dump */

/**
 * @param {string} file
 * @returns {any}
 */
const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));

/** Every release and the day it was published, oldest first. @type {Record<string, string | null>} */
export const RELEASES = read("releases.json");
/** @type {Regression[]} */
export const REGRESSIONS = read("regressions.json");
/** @type {{ number: number, title: string, base: string, mergedAt: string | null }[]} */
export const PULL_REQUESTS = read("pull-requests.json");
/** @type {{ sigs: string[], binaries: string[] }} */
export const NAMES = read("names.json");

/** @param {string} day */
export const at = (day) => `${day}T12:00:00Z`;

/**
 * The release blocks of a description.
 *
 * @param {string[]} introduced
 * @param {string[]} resolved no block is written if it is empty
 */
export function blocks(introduced, resolved) {
  const isFixed = resolved.length > 0;
  return block("introduced-in", introduced) + (isFixed ? `\n\n${block("resolved-in", resolved)}` : "");
}

/**
 * @param {string} key
 * @param {string[]} versions
 */
function block(key, versions) {
  return `\`\`\`release\n${versions.map((version) => `${key}=${version}\n`).join("")}\`\`\``;
}
