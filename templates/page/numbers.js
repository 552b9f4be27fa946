// The numbers of the page, joined to the words of its list of issues. The page's script is these files, one after
// another: numbers.js, rows.js, ask.js, filters.js, start.js. It shows what the page contains and decides nothing.

/**
 * @typedef {object} ListedIssue
 * @property {number} number
 * @property {HTMLElement} item its place in the list
 * @property {number[]} sigs places among the choices
 * @property {number} priority its place among the choices, or -1
 * @property {number} days the time to fix it, or -1
 * @property {number[][]} branches [place, answer, end, answer, end, …]
 */

/** The classes and the words of the answers, by their numbers. */
export const CLASSES = ["n", "a", "a i", "u", "f", "f i"];
export const WORDS = ["", "affected", "affected, inferred", "unknown", "fixed", "fixed, inferred"];
/** The answers that a filter by status lets through. @type {Record<string, number[]>} */
export const STATUSES = { affected: [1, 2], unknown: [3], fixed: [4, 5] };

/** One repository of the page. */
export class Repository {
  /** @type {[number[], ListedIssue[]] | undefined} */
  #numbers;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    const link = /** @type {HTMLAnchorElement} */ (element.querySelector("h1 a"));
    this.url = link.href;
    this.name = link.textContent ?? "";
    this.prefix = element.id.slice(0, -"top".length);
    /** @type {Map<string, HTMLElement>} */
    this.answers = new Map();
    for (const answer of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".answer"))) {
      this.answers.set(answer.dataset["version"] ?? "", answer);
    }
    this.branches = [...element.querySelectorAll("select[name=branch] option")].slice(1).map((one) => one.textContent ?? "");
  }

  /** How many releases each branch has, and the issues. Read when they are first needed. */
  get numbers() {
    if (this.#numbers === undefined) {
      const items = /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll(".list > li"));
      const [sizes, rows] = JSON.parse(this.element.querySelector("script.data")?.textContent ?? "[[],[]]");
      const issues = rows.map((/** @type {any[]} */ [sigs, priority, days, ...branches], /** @type {number} */ place) => {
        const item = items[place];
        return { number: Number(item?.id.split("/").at(-1)), sigs, priority, days, branches, item };
      });
      this.#numbers = [sizes, issues];
    }
    return this.#numbers;
  }

  /** @returns {ListedIssue[]} */
  get issues() {
    return this.numbers[1];
  }

  /**
   * The place of a release: its branch, and how many releases of the branch are older.
   *
   * @param {string} version
   * @returns {[branch: number, older: number] | undefined}
   */
  place(version) {
    let index = [...this.answers.keys()].indexOf(version);
    if (index < 0) return undefined;
    for (const [branch, size] of this.numbers[0].entries()) {
      if (index < size) return [branch, size - 1 - index];
      index -= size;
    }
    return undefined;
  }

  /** The place of a branch's last release. @param {number} branch @returns {[number, number]} */
  last(branch) {
    return [branch, (this.numbers[0][branch] ?? 0) - 1];
  }
}

/**
 * The number of the answer about an issue in a release.
 *
 * @param {ListedIssue} issue
 * @param {[branch: number, older: number]} place
 */
export function answerAbout(issue, [branch, older]) {
  const runs = issue.branches.find(([one]) => one === branch) ?? [];
  for (let at = 1; at < runs.length; at += 2) {
    if (older < (runs[at + 1] ?? 0)) return runs[at] ?? 0;
  }
  return 0;
}
