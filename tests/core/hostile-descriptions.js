/**
 * Text that costs parsers time or memory out of proportion to its length. A benchmark measures it, and a test checks
 * that it gets an answer.
 */

import { MARKDOWN } from "./hostile-descriptions/markdown.js";
import { OLD_DESCRIPTIONS } from "./hostile-descriptions/old-descriptions.js";
import { RELEASE } from "./hostile-descriptions/release-blocks.js";
import { SECTIONS } from "./hostile-descriptions/sections.js";

/** @import { Family } from "./hostile-descriptions/generators.js" */

/** @type {Record<string, Family>} */
export const FAMILIES = { ...MARKDOWN, ...RELEASE, ...SECTIONS, ...OLD_DESCRIPTIONS };

/** The places of a family's text in a description. @type {Record<string, (text: string) => string>} */
export const PLACES = {
  "alone": (text) => text,
  "in the first section": (text) => `${BLOCK}## Symptoms\n\n${text}\n\n## Impact\n\nAll users.\n`,
  "in the root cause": (text) => `${BLOCK}## Root cause\n\n${text}\n`,
  "in the pull requests": (text) => `${BLOCK}## PRs\n\n${text}\n`,
};

const BLOCK = "```release\nintroduced-in=v1.6.2\n```\n\n";

/**
 * The labels of an issue with more of them than GitHub allows, in the order that is hardest to sort.
 *
 * @param {number} count
 */
export function labels(count) {
  const names = Array.from({ length: count }, (_, index) => `sig/${String(count - index).padStart(6, "0")}`);
  return ["patch-release", "priority/critical-urgent", ...names];
}
