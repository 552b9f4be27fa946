/** The fenced blocks and the commands of the documentation pages. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { parse, postprocess, preprocess } from "micromark";

import { ROOT } from "./place.js";

/** @import { Event } from "micromark-util-types" */

/**
 * @typedef {object} Block
 * @property {string} page its path in the repository
 * @property {number} line the line of its opening fence
 * @property {string} language the first word after the fence, in lower case; empty without one
 * @property {string} text
 */

/** README.md, CONTRIBUTING.md and every page below docs/. */
export function pages() {
  const docs = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" });
  const found = docs.filter((name) => name.endsWith(".md")).map((name) => join("docs", name).replaceAll("\\", "/"));
  return ["README.md", "CONTRIBUTING.md", ...found.sort()];
}

/**
 * @param {string} page
 * @returns {Block[]}
 */
export function blocks(page) {
  return blocksOf(readFileSync(join(ROOT, page), "utf8"), page);
}

/**
 * @param {string} markdown
 * @param {string} page
 * @returns {Block[]}
 */
export function blocksOf(markdown, page) {
  /** @type {Block[]} */
  const found = [];
  for (const [step, { type, start }, source] of events(markdown)) {
    const block = found.at(-1);
    if (step === "exit" || (type !== "codeFenced" && block === undefined)) continue;
    if (type === "codeFenced") found.push({ page, line: start.line, language: "", text: "" });
    else if (block && type === "codeFencedFenceInfo") block.language = source.toLowerCase();
    else if (block && type === "codeFlowValue") block.text += padded(block, start.line) + source;
  }
  return found.map((block) => ({ ...block, text: `${block.text}\n` }));
}

/**
 * The code spans of a page.
 *
 * @param {string} page
 * @returns {string[]}
 */
export function spans(page) {
  const all = events(readFileSync(join(ROOT, page), "utf8"));
  return all.flatMap(([step, { type }, source]) => (step === "enter" && type === "codeTextData" ? [source] : []));
}

/**
 * @param {string} markdown
 * @returns {[step: string, token: Event[1], source: string][]}
 */
function events(markdown) {
  const all = postprocess(parse().document().write(preprocess()(markdown, "utf8", true)));
  return all.map(([step, token, context]) => [step, token, context.sliceSerialize(token)]);
}

/**
 * The line breaks before a line of a block.
 *
 * @param {Block} block
 * @param {number} line
 */
function padded(block, line) {
  const begun = block.text === "" ? block.line + 1 : block.line + 1 + block.text.split("\n").length - 1;
  return "\n".repeat(line - begun);
}
