/** Shows the preview: makes elements of the core's data, and only of the blocks that changed, a few at a time. */

import { make } from "./elements.js";

/** The elements that may be made. Everything else is text. */
const ALLOWED = new Set([
  "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "span", "strong", "table", "td", "th", "tr", "ul",
]);

/** How long the page may be busy at a time, in milliseconds. */
const SLICE = 8;

/** @typedef {string | [string, ...unknown[]]} Piece */

export class Preview {
  /** @type {string[]} */
  #blocks = [];
  #turn = 0;

  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.parent = parent;
  }

  /** @param {string[]} blocks each as JSON */
  async show(blocks) {
    const turn = ++this.#turn;
    const shorter = Math.min(blocks.length, this.#blocks.length);
    let start = 0;
    while (start < shorter && blocks[start] === this.#blocks[start]) start++;
    let end = 0;
    while (end < shorter - start && blocks.at(-1 - end) === this.#blocks.at(-1 - end)) end++;
    const removed = this.#blocks.length - start - end;
    for (let count = 0; count < removed; count++) this.parent.childNodes[start]?.remove();
    this.#blocks.splice(start, removed);
    let since = performance.now();
    for (let at = start; at < blocks.length - end; at++) {
      if (performance.now() - since > SLICE) {
        await new Promise((resolve) => setTimeout(resolve));
        if (turn !== this.#turn) return;
        since = performance.now();
      }
      const block = blocks[at] ?? "";
      this.parent.insertBefore(node(JSON.parse(block)), this.parent.childNodes[at] ?? null);
      this.#blocks.splice(at, 0, block);
    }
  }
}

/** @param {Piece} piece @returns {Node} */
function node(piece) {
  if (typeof piece === "string") return document.createTextNode(piece);
  const [name, ...rest] = piece;
  const first = /** @type {any} */ (rest[0]);
  const has = typeof first === "object" && !Array.isArray(first) && first !== null;
  const attributes = has ? first : {};
  const children = /** @type {Piece[]} */ (has ? rest.slice(1) : rest);
  return element(name, attributes, children);
}

/** The page has headings of its own above those of a description. @param {string} name */
function tag(name) {
  const level = /^h(\d)$/.exec(name)?.[1];
  return level === undefined ? name : `h${Math.min(6, Math.max(3, Number(level) + 1))}`;
}

/**
 * @param {string} name
 * @param {{ href?: string, start?: number, checked?: boolean, info?: string }} attributes
 * @param {Piece[]} children
 */
function element(name, attributes, children) {
  if (name === "task") {
    const box = make("input", { type: "checkbox", disabled: true, "aria-label": "task" });
    /** @type {HTMLInputElement} */ (box).checked = attributes.checked === true;
    return box;
  }
  if (name === "html") return make("p", { class: "html" }, ...children.map(node));
  if (!ALLOWED.has(name)) return make("span", {}, ...children.map(node));
  const made = make(tag(name), {}, ...children.map(node));
  if (/^h\d$/.test(name)) made.className = `level-${name.slice(1)}`;
  if (name === "a" && /^https?:\/\//i.test(attributes.href ?? "")) {
    made.setAttribute("href", attributes.href ?? "");
    made.setAttribute("rel", "noreferrer nofollow");
    made.setAttribute("target", "_blank");
  }
  if (name === "ol") made.setAttribute("start", String(attributes.start ?? 1));
  if (name === "pre" && attributes.info === "release") made.className = "release";
  if (name === "pre" || name === "table") made.tabIndex = 0;
  return made;
}
