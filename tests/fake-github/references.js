/**
 * Finds the issues and pull requests that a text names, and those that a merge closes.
 */

/** @import { Forge } from "./forge.js" */
/** @import { Issue } from "./issue.js" */

/** @typedef {{ id: number, source: Issue, name: string, number: number, createdAt: string }} Reference `name` as in the text */

/** A reference with or without its repository, or a URL. The expressions do not backtrack. */
const SHORT = String.raw`(?:(?<![\w./#&-])([\w.-]+\/[\w.-]+)#|(?<![\w/#&-])#|(?<!\w)GH-)(\d+)\b`;
const ADDRESS = String.raw`https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:pull|issues)\/(\d+)(?![\w-])`;

/** The places where a number is not a reference: fences, code spans, comments. */
const SILENT = /^(`{3,}|~{3,}).*?(?:^\1|$(?![^]))|(?<!`)(`+)(?!`)[^]*?(?<!`)\2(?!`)|<!--.*?(?:-->|$(?![^]))/gms;

/**
 * @param {string} text
 * @param {string} here the repository of numbers without one
 * @param {string} [before] a regular expression for the text before
 */
function named(text, here, before = "") {
  const matches = text.replace(SILENT, " ").matchAll(new RegExp(`${before}(?:${SHORT}|${ADDRESS})`, "gi"));
  return [...matches].map(([, name, number, other, otherNumber]) => ({ name: name ?? other ?? here, number: Number(number ?? otherNumber) }));
}

/**
 * The issues that a description claims to fix.
 *
 * @param {Issue} request
 * @returns {Issue[]}
 */
export function closings({ body, repository }) {
  const found = named(body ?? "", repository.name, String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+`);
  const issues = found.map(({ name, number }) => repository.forge.repository(name)?.issues.get(number));
  return issues.filter((issue) => issue !== undefined).filter(({ pullRequest }) => !pullRequest);
}

/** References stay when the text no longer contains them. */
export class References {
  /** @type {Map<number, Reference[]>} by the number that is named */
  #all = new Map();

  /** @param {Forge} forge */
  constructor(forge) {
    this.forge = forge;
  }

  /**
   * @param {Issue} source
   * @param {string} text of it
   * @param {string} createdAt
   */
  note(source, text, createdAt) {
    for (const { name, number } of named(text, source.repository.name)) {
      const known = this.#all.get(number) ?? [];
      if (!known.some((one) => one.source === source && one.name === name)) {
        this.#all.set(number, [...known, { id: this.forge.newId(), source, name, number, createdAt }]);
      }
    }
  }

  /**
   * @param {Issue} target
   * @returns {Reference[]} from existing sources, one for each
   */
  to(target) {
    const found = (this.#all.get(target.number) ?? []).filter(
      ({ name, source }) =>
        source !== target &&
        this.forge.repository(name) === target.repository &&
        source.repository.issues.get(source.number) === source,
    );
    return [...new Map(found.reverse().map((one) => [one.source, one])).values()].reverse();
  }
}
