/** A comment as GitHub shows it: GitHub Flavored Markdown, and what readers and GitHub itself find in its text. */

import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/**
 * @typedef {object} Rendered
 * @property {string[]} tags as in the HTML, including comments
 * @property {string} words the text in which GitHub looks for mentions and references: everything except code
 * @property {string[]} code every span and block
 */

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * @param {string} markdown
 * @returns {Rendered}
 */
export function render(markdown) {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  /** @type {Rendered} */
  const rendered = { tags: [], words: "", code: [] };
  let isCode = false;
  for (const part of html.match(/<!--.*?-->|<[^>]*>|[^<]+/gs) ?? []) {
    if (part.startsWith("<")) {
      rendered.tags.push(part);
      isCode = part.startsWith("<code") || (isCode && part !== "</code>");
    } else if (isCode) {
      rendered.code.push(decode(part));
    } else {
      rendered.words += decode(part);
    }
  }
  return rendered;
}

/** @param {string} text */
function decode(text) {
  return text.replace(/&(amp|lt|gt|quot);/g, (entity, name) => ENTITIES[name] ?? entity);
}

/** Text that GitHub turns into links, notifications and events. */
const REFERENCES = /@\w|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|https?:|www\.|\w@\w|\w\/[\w.-]+[#@]/i;

/**
 * @param {string} words
 * @returns {string | null} a mention or a reference and its surroundings
 */
export function findReference(words) {
  const at = words.search(REFERENCES);
  return at < 0 ? null : words.slice(Math.max(0, at - 60), at + 60);
}
