/** Parses the options of each command. */

import { parseArgs } from "node:util";

import { WrongOptions } from "./stop.js";

/** @typedef {import("node:util").ParseArgsOptionsConfig} Options */

/** @type {Options} */
const JUDGING = {
  policy: { type: "string" },
  label: { type: "string", multiple: true },
  title: { type: "string" },
  closed: { type: "boolean", default: false },
  "stdin-filename": { type: "string", default: "stdin.md" },
};

/** @type {Record<string, Options>} */
const OPTIONS = {
  check: { ...JUDGING, format: { type: "string", default: "text" }, "fail-on": { type: "string", default: "error" } },
  fix: { ...JUDGING, write: { type: "boolean", default: false }, diff: { type: "boolean", default: false } },
  draft: { ...JUDGING, releases: { type: "string" }, repository: { type: "string" }, format: { type: "string", default: "text" } },
  affected: {
    report: { type: "string" },
    repository: { type: "string" },
    critical: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    format: { type: "string", default: "text" },
  },
  new: {
    policy: { type: "string" },
    "introduced-in": { type: "string", multiple: true },
    "resolved-in": { type: "string", multiple: true },
    "not-affected": { type: "string", multiple: true },
  },
  report: {
    output: { type: "string", default: "known-issues" },
    fetch: { type: "string", multiple: true, default: [] },
    policy: { type: "string" },
    previous: { type: "string" },
    merge: { type: "string", multiple: true, default: [] },
    versions: { type: "string", default: "" },
  },
  setup: {
    repository: { type: "string" },
    offline: { type: "boolean", default: false },
    labels: { type: "boolean", default: false },
    force: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
  },
};

/** The values that an option may have. @type {Record<string, Record<string, string[]>>} */
const CHOICES = {
  check: { format: ["text", "json", "github", "sarif"], "fail-on": ["error", "warning", "never"] },
  draft: { format: ["text", "json"] },
  affected: { format: ["text", "json"] },
};

/**
 * @param {string} command
 * @param {string[]} words what follows the command
 * @returns {{ values: Record<string, any>, positionals: string[] }}
 * @throws {WrongOptions}
 */
export function parse(command, words) {
  const options = { ...OPTIONS[command], help: { type: /** @type {const} */ ("boolean"), default: false } };
  const { values, positionals } = parsed(words, options);
  for (const [name, choices] of Object.entries(CHOICES[command] ?? {})) {
    if (!choices.includes(String(values[name]))) {
      throw new WrongOptions(`--${name} is one of ${choices.join(", ")}, not \`${values[name]}\``);
    }
  }
  return { values, positionals };
}

/**
 * @param {string[]} words
 * @param {Options} options
 */
function parsed(words, options) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongOptions(error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error));
  }
}
