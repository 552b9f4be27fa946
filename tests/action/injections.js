/** Text that imitates commands of the runner, and every place where an issue contains text. */

import { BLANKS, COMMANDS } from "../runner/commands.js";

export const PREFIXES = ["", ...BLANKS];
/** What precedes a forgery: a line end, or nothing, so that the forgery continues the line. */
export const LINE_ENDS = ["", "\n", "\r", "\r\n"];

/** @typedef {{ text: string, command: string, syntax: number }} Forgery */

/**
 * @param {string} prefix
 * @param {string} lineEnd
 * @returns {Forgery[]} each command in both syntaxes
 */
export function forgeries(prefix, lineEnd) {
  return COMMANDS.flatMap((command) =>
    [`::${command} name=valid,title=forged::forged`, `##[${command} name=valid;title=forged]forged`].map(
      (text, syntax) => ({ text: `${lineEnd}${prefix}${text}`, command, syntax }),
    ),
  );
}

/** @type {{ prefix: string, lineEnd: string }[]} */
export const STARTS = PREFIXES.flatMap((prefix) => LINE_ENDS.map((lineEnd) => ({ prefix, lineEnd })));

/** The places of an issue that contain text. Each function returns the members that differ from a valid issue's. */
export const PLACES = /** @type {Record<string, (text: string) => Record<string, unknown>>} */ ({
  title: (text) => ({ title: text }),
  description: (text) => ({ body: text }),
  "version value": (text) => ({ body: `\`\`\`release\nintroduced-in=${text}\nresolved-in=v1.x\n\`\`\`\n` }),
  key: (text) => ({ body: `\`\`\`release\n${text}=v1.2.3\n\`\`\`\n` }),
  remark: (text) => ({ body: `\`\`\`release\nintroduced-in=v1.2.3 # ${text}\n\`\`\`\n` }),
  "info string": (text) => ({ body: `\`\`\`release ${text}\nintroduced-in=1.2.3\n\`\`\`\n` }),
  heading: (text) => ({ body: `introduced-in=v1.2.3\n\n## ${text}\n\n## Symptom ${text}\n\n## Impacts\n\nx\n` }),
  section: (text) => ({ body: `## Symptoms\n\n${text}\n\n## Impact\n\nTBD ${text}\n` }),
  binaries: (text) => ({ body: `## Root cause\n\nBinaries:\n- ${text}\n- \`${text}\`\n\nBad maths.\n` }),
  "pull requests": (text) => ({ body: `## PRs\n\n- ${text}\n- 123 ${text}\n`, state: "closed" }),
  comment: (text) => ({ body: `introduced-in=v1.2.3\n<!-- ${text}` }),
  labels: (text) => ({ labels: [text, `priority/${text}`, { name: `sig/${text}` }, "patch-release"] }),
  "state reason": (text) => ({ state: "closed", state_reason: text }),
  page: (text) => ({ html_url: text }),
  login: (text) => ({ user: { login: text } }),
  "state of the wrong type": (text) => ({ state: text }),
  "number of the wrong type": (text) => ({ number: text }),
  "labels of the wrong type": (text) => ({ labels: text }),
});

/**
 * @param {string} prefix
 * @param {string} lineEnd
 */
export function batch(prefix, lineEnd) {
  return forgeries(prefix, lineEnd)
    .map(({ text }) => text)
    .join("");
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>} an issue that contains `text` wherever it can without becoming unreadable
 */
export function everywhere(text) {
  const { title, labels, login, page } = PLACES;
  const parts = Object.values(PLACES).map((members) => members(text).body ?? "");
  const members = [title, labels, login, page].map((place) => place?.(text));
  return Object.assign({ body: parts.join("\n\n"), state: "closed", state_reason: text }, ...members);
}
