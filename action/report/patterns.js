/** Finds the files that a pattern such as `dump/*.json` names. Node has a function for this only since version 22. */

import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The characters that make a part of a path a pattern. */
const MAGIC = /[*?[\]{}]/;

/**
 * The files that match a pattern: `*` and `?` stand for any characters of a name, `[abc]` for one of them, `{a,b}` for
 * one of several words, and `**` for any number of folders. Names that start with a dot must be written out.
 *
 * @param {string} pattern relative to `folder`, or absolute
 * @param {string} folder
 * @returns {string[]} sorted paths in the form of the pattern; none if nothing matches
 */
export function filesLike(pattern, folder) {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => MAGIC.test(part));
  return first < 0 ? [] : walk(folder, parts.slice(0, first).join("/"), parts.slice(first)).sort();
}

/**
 * @param {string} folder
 * @param {string} start the path of the folder to search, as it is written; empty for `folder`
 * @param {string[]} parts what must match below it
 * @returns {string[]}
 */
function walk(folder, start, [part = "", ...rest]) {
  const named = (/** @type {string} */ name) => (start === "" ? name : join(start, name));
  if (part === "**") {
    const inside = entries(resolve(folder, start)).filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
    const deeper = inside.flatMap(({ name }) => walk(folder, named(name), ["**", ...rest]));
    return [...new Set([...(rest.length > 0 ? walk(folder, start, rest) : []), ...deeper])];
  }
  const wanted = new RegExp(`^${expression(part)}$`, "su");
  const found = entries(resolve(folder, start)).filter(({ name }) => wanted.test(name) && (!name.startsWith(".") || part.startsWith(".")));
  if (rest.length === 0) {
    return found.filter((entry) => !entry.isDirectory()).map(({ name }) => named(name));
  }
  return found.filter((entry) => !entry.isFile()).flatMap(({ name }) => walk(folder, named(name), rest));
}

/**
 * The entries of a folder; none if it cannot be read.
 *
 * @param {string} folder
 */
function entries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * A regular expression for one part of a pattern. Its stars cannot make it slow: runs of stars count as one.
 *
 * @param {string} part
 * @returns {string}
 */
function expression(part) {
  let [text, depth] = ["", 0];
  for (const [token] of part.matchAll(/\*+|\[[^\]]+\]|./gsu)) {
    if (token.startsWith("*")) {
      text += "[^/]*";
    } else if (token.length > 2 && token.startsWith("[")) {
      text += `[${token.slice(1, -1).replace(/^!/, "^").replace(/[\\[\]&]|(?<!^)\^/g, "\\$&")}]`;
    } else if (token === "{" || (token === "}" && depth > 0)) {
      depth += token === "{" ? 1 : -1;
      text += token === "{" ? "(?:" : ")";
    } else {
      text += depth > 0 && token === "," ? "|" : token === "?" ? "." : token.replace(/[\\^$.*+?()[\]{}|/-]/u, "\\$&");
    }
  }
  return depth === 0 ? text : part.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
