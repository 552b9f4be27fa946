// Rows about issues. Their words are copied from the list of issues, as nodes.

import { CLASSES, Repository, STATUSES, WORDS, answerAbout } from "./numbers.js";

/** @import { ListedIssue } from "./numbers.js" */

/** How many rows are made at once. */
const ROWS_AT_ONCE = 50;

/**
 * @param {string} name
 * @param {string} [className]
 * @param {(Node | string)[]} content
 */
export function make(name, className = "", ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** The title of the issue in the list. @param {Element | null} item */
export const titleOf = (item) => item?.querySelector(":scope > bdi")?.textContent ?? "";

/**
 * The name of an issue: its number and its title, as a link to the list.
 *
 * @param {Repository} repository
 * @param {number} number
 * @returns {(Node | string)[]}
 */
function named(repository, number) {
  const item = document.getElementById(`${repository.name}/${number}`);
  const link = /** @type {HTMLAnchorElement} */ (make("a", "", make("span", "number", `#${number}`)));
  link.href = item ? `#${item.id}` : `${repository.url}/issues/${number}`;
  if (item) link.append(" ", make("bdi", "", titleOf(item)));
  const critical = item?.querySelector(":scope > .critical");
  return critical ? [critical.cloneNode(true), " ", link] : [link];
}

/** The paragraph of an issue about a branch. @param {Element} item @param {string} branch */
export function lineAbout(item, branch) {
  const lines = [...item.querySelectorAll(":scope > p[class]:not(.told)")];
  return lines.find((line) => (line.textContent ?? "").split(":", 1)[0]?.split(", ").includes(branch));
}

/**
 * A row about an issue in a release.
 *
 * @param {Repository} repository
 * @param {ListedIssue} issue
 * @param {number} answer
 * @param {string} branch
 */
function rowInRelease(repository, issue, answer, branch) {
  const classes = ["", "affected", "affected inferred", "unknown"][answer];
  const row = make("li", classes, ...named(repository, issue.number));
  const line = lineAbout(issue.item, branch);
  if (line) row.append(make("p", "about", ...[...line.childNodes].map((node) => node.cloneNode(true))));
  const about = issue.item.querySelector(":scope > p:not([class])");
  if (about) row.append(make("p", "about", ...[...about.childNodes].map((node) => node.cloneNode(true))));
  return row;
}

/**
 * A list that makes its rows when they are asked for.
 *
 * @template T
 * @param {Element} list
 * @param {T[]} things
 * @param {(thing: T) => Node} row
 * @param {(button: Element) => void} [put] puts the button that asks for more rows
 */
function fill(list, things, row, put = (button) => list.after(button)) {
  list.append(...things.slice(0, ROWS_AT_ONCE).map(row));
  const rest = things.slice(ROWS_AT_ONCE);
  if (rest.length === 0) return;
  const button = make("button", "more", `Show more: ${rest.length} left`);
  button.setAttribute("type", "button");
  button.addEventListener("click", () => {
    const first = list.children.length;
    button.remove();
    fill(list, rest, row, put);
    focusOn(list.children[first]);
  });
  put(button);
}

/** Moves the focus to the first link of a new row. @param {Element | undefined} row */
function focusOn(row) {
  row?.querySelector("a")?.focus();
}

/**
 * The issues that affect or may affect a release, as lists.
 *
 * @param {Repository} repository
 * @param {string} version
 * @param {(issue: ListedIssue) => boolean} [passes]
 */
export function listsOf(repository, version, passes = () => true) {
  const place = repository.place(version);
  const lists = make("div", "lists");
  if (place === undefined) return lists;
  const branch = repository.branches[place[0]] ?? "";
  const answered = repository.issues.map((issue) => /** @type {const} */ ([issue, answerAbout(issue, place)]));
  for (const [title, status] of /** @type {const} */ ([["Affected by:", "affected"], ["Unknown:", "unknown"]])) {
    const found = answered.filter(([issue, answer]) => STATUSES[status]?.includes(answer) && passes(issue));
    if (found.length === 0) continue;
    const list = make("ul", "rows");
    lists.append(make("p", "lead", title), list);
    fill(list, found, ([issue, answer]) => rowInRelease(repository, issue, answer, branch));
  }
  return lists;
}

/**
 * A row of the table of releases and issues.
 *
 * @param {Repository} repository
 * @param {Element} table
 * @param {number} number
 */
function rowOfTable(repository, table, number) {
  const header = make("th", "", make("span", "", ...named(repository, number)));
  header.setAttribute("scope", "row");
  const row = make("tr", "", header);
  const issue = repository.issues.find((one) => one.number === number);
  for (const group of table.querySelectorAll("th[scope=colgroup]")) {
    const branch = repository.branches.indexOf(group.textContent ?? "");
    const size = repository.numbers[0][branch] ?? 0;
    for (let older = 0; older < size; older += 1) {
      const answer = issue ? answerAbout(issue, [branch, older]) : 0;
      row.append(make("td", CLASSES[answer], WORDS[answer] ?? ""));
    }
  }
  return row;
}

/**
 * Makes the rows that a large page has as numbers, when they are asked for.
 *
 * @param {Repository} repository
 * @param {Element} more the place of the numbers
 */
export function offerMore(repository, more) {
  const link = more.querySelector("a");
  const button = make("button", "more", link?.textContent ?? "");
  button.setAttribute("type", "button");
  button.addEventListener("click", () => {
    /** @type {number[]} */
    const numbers = JSON.parse(more.querySelector("script")?.textContent ?? "[]");
    const section = more.closest("section");
    const table = section?.querySelector("table.picture");
    const days = new Map(section?.id.endsWith("exposure") ? repository.issues.map((issue) => [issue.number, issue.days]) : []);
    const body = table?.querySelector("tbody") ?? make("ul", "rows");
    const first = body.children.length;
    const remark = (/** @type {number} */ number) => (days.get(number) ?? -1) < 0 ? "" : `: ${days.get(number)} days`;
    const row = (/** @type {number} */ number) => table
      ? rowOfTable(repository, table, number)
      : make("li", "", ...named(repository, number), remark(number));
    if (table) fill(body, numbers, row, (next) => table.closest(".scroll")?.after(next));
    else more.replaceWith(body);
    if (table) more.remove();
    else fill(body, numbers, row);
    focusOn(body.children[first]);
  });
  link?.replaceWith(button);
}
