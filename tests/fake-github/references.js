/**
 * Which texts name which issues and pull requests, and which of those a merge closes.
 */

/** @import { Forge } from "./forge.js" */
/** @import { Issue } from "./issue.js" */

/** @typedef {{ id: number, source: Issue, name: string, number: number, createdAt: string }} Reference `name` as the text has it */

/** A reference with its repository or without, and an address; nothing in them is tried twice. */
const SHORT = String.raw`(?:(?<![\w./#&-])([\w.-]+\/[\w.-]+)#|(?<![\w/#&-])#|(?<!\w)GH-)(\d+)\b`;
const ADDRESS = String.raw`https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:pull|issues)\/(\d+)(?![\w-])`;

/** Where a number names nothing: fences, code spans, comments. */
const SILENT = /^(`{3,}|~{3,}).*?(?:^\1|$(?![^]))|(?<!`)(`+)(?!`)[^]*?(?<!`)\2(?!`)|<!--.*?(?:-->|$(?![^]))/gms;

/**
 * @param {string} text
 * @param {string} here the repository that numbers alone are of
 * @param {string} [before] what must stand before, a regular expression
 */
function named(text, here, before = "") {
  const matches = text.replace(SILENT, " ").matchAll(new RegExp(`${before}(?:${SHORT}|${ADDRESS})`, "gi"));
  return [...matches].map(([, name, number, other, otherNumber]) => ({ name: name ?? other ?? here, number: Number(number ?? otherNumber) }));
}

/**
 * The issues that a description says it fixes.
 *
 * @param {Issue} request
 * @returns {Issue[]}
 */
export function closings({ body, repository }) {
  const found = named(body ?? "", repository.name, String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+`);
  const issues = found.map(({ name, number }) => repository.forge.repository(name)?.issues.get(number));
  return issues.filter((issue) => issue !== undefined).filter(({ pullRequest }) => !pullRequest);
}

/** They stay when the text no longer names what it named. */
export class References {
  /** @type {Map<number, Reference[]>} by the number named */
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
   * @returns {Reference[]} from what is still there, one from each
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
