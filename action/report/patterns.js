/** Finds the files that a pattern such as `dump/*.json` names. Node has a function for this only since version 22. */

import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The characters that make a part of a path a pattern. */
const MAGIC = /[*?[\]{}]/;

/**
 * The files that match a pattern: `*` and `?` stand for any characters of a name, `[a-c]` for one of them, `{a,b}` for
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
  const wanted = expanded(part).map(tokensOf);
  const isWanted = (/** @type {string} */ name) => wanted.some((tokens) => matches(name, tokens)) && (!name.startsWith(".") || part.startsWith("."));
  const found = entries(resolve(folder, start)).filter(({ name }) => isWanted(name));
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
 * Whether a name matches one part of a pattern. Steps back to the last star only, so that it takes no more time than
 * their lengths multiplied.
 *
 * @param {string} name
 * @param {string[]} tokens of the part
 * @returns {boolean}
 */
function matches(name, tokens) {
  let [at, token, star, resume] = [0, 0, -1, 0];
  while (at < name.length) {
    if (tokens[token] === "*") {
      [star, resume, token] = [token, at, token + 1];
    } else if (token < tokens.length && fits(name.charAt(at), tokens[token] ?? "")) {
      [at, token] = [at + 1, token + 1];
    } else if (star >= 0) {
      [resume, token] = [resume + 1, star + 1];
      at = resume;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every((rest) => rest === "*");
}

/**
 * Whether a character is what a token stands for.
 *
 * @param {string} character
 * @param {string} token
 */
function fits(character, token) {
  if (token.length === 1) {
    return token === "?" || token === character;
  }
  const isNegated = token[1] === "!" || token[1] === "^";
  const set = token.slice(isNegated ? 2 : 1, -1).match(/[^]-[^]|[^]/g) ?? [];
  const isIn = set.some((one) => one.charAt(0) <= character && character <= one.charAt(one.length - 1));
  return isIn !== isNegated;
}

/** The most patterns that the words in braces may make. */
const MOST_WORDS = 100;

/**
 * The patterns that the words in the first braces make.
 *
 * @param {string} part
 * @returns {string[]}
 */
function expanded(part) {
  const [open, close] = [part.indexOf("{"), part.indexOf("}")];
  if (open < 0 || close < open) {
    return [part];
  }
  const words = part.slice(open + 1, close).split(",");
  const ends = expanded(part.slice(close + 1));
  return words.flatMap((word) => ends.map((end) => part.slice(0, open) + word + end)).slice(0, MOST_WORDS);
}

/**
 * The characters of a part, with each set in brackets as one token.
 *
 * @param {string} part
 * @returns {string[]}
 */
function tokensOf(part) {
  return part.match(/\[[^\]]+\]|[^]/g) ?? [];
}
