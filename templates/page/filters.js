// Filters and sorts the list of issues, and copies it as Markdown. What is chosen is in the address:
// `#v=v1.9.4&sig=node`.

import { Repository, STATUSES, answerAbout } from "./numbers.js";
import { lineAbout, titleOf } from "./rows.js";

/** @import { ListedIssue } from "./numbers.js" */

/** @type {Record<string, (one: ListedIssue, other: ListedIssue) => number>} */
const ORDERS = {
  newest: (one, other) => other.number - one.number,
  oldest: (one, other) => one.number - other.number,
  slowest: (one, other) => other.days - one.days,
  title: (one, other) => titleOf(one.item).localeCompare(titleOf(other.item), "en"),
};

/** Text of this page as Markdown. @param {string} text */
const escapeMarkdown = (text) => text.replace(/[\\`*_[\]<>&@|~]/g, "\\$&");

/** Other people's text as code, so that it has no effect. @param {string} text */
function asCode(text) {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(text) ? " " : "";
  return text === "" ? "" : `${fence}${space}${text}${space}${fence}`;
}

/** The filters of a list of issues. */
export class Filters {
  /** What an address asks for and the page does not have. */
  missing = "";
  /** The order that the list is in. */
  sorted = "";

  /** @param {Repository} repository @param {HTMLFormElement} form */
  constructor(repository, form) {
    const section = /** @type {HTMLElement} */ (form.parentElement);
    this.repository = repository;
    this.form = form;
    this.section = section;
    this.found = /** @type {HTMLElement} */ (section.querySelector(".found"));
    this.fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll("[name]")]);
    this.copied = /** @type {HTMLTextAreaElement} */ (section.querySelector(".copied"));
  }

  /** @param {string} name as in the address */
  field(name) {
    return this.fields.find((field) => field.name === name);
  }

  /** What is chosen. @param {string} name */
  chosen(name) {
    return this.field(name)?.value.trim() ?? "";
  }

  /** The place of what is chosen among the choices. @param {string} which a selector */
  placeOf(which) {
    const field = this.form.querySelector(which);
    return field instanceof HTMLSelectElement ? field.selectedIndex - 1 : -1;
  }

  /** Whether an issue is let through. @returns {(issue: ListedIssue) => boolean} */
  test() {
    const words = this.chosen("text").toLowerCase().split(/\s+/).filter(Boolean);
    const [sig, priority, branch] = [".label", ".rank", "[name=branch]"].map((which) => this.placeOf(which));
    const tests = [this.testOfReleases(branch ?? -1)];
    if (words.length > 0) {
      tests.push(({ item }) => {
        const text = (item.textContent ?? "").toLowerCase();
        return words.every((word) => text.includes(word));
      });
    }
    if (sig !== undefined && sig >= 0) tests.push(({ sigs }) => sigs.includes(sig));
    if (priority !== undefined && priority >= 0) tests.push((issue) => issue.priority === priority);
    return (issue) => this.missing === "" && tests.every((test) => test(issue));
  }

  /**
   * Whether an issue has what is chosen of release, branch and status.
   *
   * @param {number} branch
   * @returns {(issue: ListedIssue) => boolean}
   */
  testOfReleases(branch) {
    const { repository } = this;
    const [version, status] = [this.chosen("v"), STATUSES[this.chosen("status")]];
    const place = repository.place(version);
    const has = (/** @type {ListedIssue} */ issue, /** @type {[number, number]} */ at) => (status ?? [1, 2, 3]).includes(answerAbout(issue, at));
    if (place) return (issue) => (branch < 0 || branch === place[0]) && has(issue, place);
    const branches = (/** @type {ListedIssue} */ issue) => issue.branches.flatMap(([one]) => one ?? []).filter((one) => branch < 0 || one === branch);
    if (status) return (issue) => branches(issue).some((one) => has(issue, repository.last(one)));
    return (issue) => branch < 0 || branches(issue).length > 0;
  }

  /** The issues that are let through, in their order. */
  passing() {
    const order = ORDERS[this.chosen("sort")];
    const passing = this.repository.issues.filter(this.test());
    return order ? passing.sort(order) : passing;
  }

  /** Whether anything is filtered. */
  get isOn() {
    return this.missing !== "" || this.fields.some((field) => field.name !== "sort" && field.value.trim() !== "");
  }

  /** Shows what is let through. */
  apply() {
    const { repository } = this;
    const passing = this.passing();
    const shown = new Set(passing.map(({ item }) => item));
    if (this.sorted !== this.chosen("sort")) this.sort();
    for (const { item } of repository.issues) item.hidden = !shown.has(item);
    const numbers = new Set(passing.map(({ number }) => number));
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (repository.element.querySelectorAll(".picture tbody tr"))) {
      row.hidden = this.isOn && !numbers.has(Number(row.querySelector("a")?.hash.split("/").at(-1)));
    }
    this.hideReleases();
    this.copied.hidden = true;
    const all = repository.issues.length;
    if (this.missing) this.found.textContent = `This page has nothing for ${this.missing}.`;
    else this.found.textContent = this.isOn ? `${passing.length} of ${all} issues.` : "";
  }

  /** Puts the issues in the order that is chosen. */
  sort() {
    this.sorted = this.chosen("sort");
    const order = ORDERS[this.sorted];
    for (const list of this.section.querySelectorAll(".list")) {
      const issues = this.repository.issues.filter(({ item }) => item.parentElement === list);
      list.append(...(order ? issues.sort(order) : issues).map(({ item }) => item));
    }
  }

  /** Hides the releases that are not asked for. */
  hideReleases() {
    const { repository } = this;
    const [version, branch] = [this.chosen("v"), this.placeOf("[name=branch]")];
    for (const [name, answer] of repository.answers) {
      const isAsked = (version === "" || version === name) && (branch < 0 || repository.place(name)?.[0] === branch);
      const release = /** @type {HTMLElement | null} */ (answer.closest(".release"));
      if (release) release.hidden = !isAsked;
    }
  }

  /** The address of what is chosen. */
  address() {
    const chosen = this.fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value !== "");
    if (chosen.length === 0) return `#${this.section.id}`;
    if (this.repository.prefix !== "") chosen.unshift(["in", this.repository.name]);
    return `#${new URLSearchParams(chosen)}`;
  }

  /**
   * Chooses what an address asks for.
   *
   * @param {URLSearchParams} asked
   */
  choose(asked) {
    this.missing = "";
    for (const field of this.fields) field.value = "";
    for (const [name, value] of asked) {
      const field = this.field(name);
      if (name === "in" || value === "") continue;
      if (field instanceof HTMLSelectElement) {
        const same = (/** @type {string} */ one) => one.toLowerCase().replace(name === "v" || name === "branch" ? /^v/ : "", "");
        field.selectedIndex = [...field.options].findIndex((one) => one.value !== "" && same(one.value) === same(value));
        if (field.selectedIndex >= 0) continue;
        field.selectedIndex = 0;
      } else if (field) {
        field.value = value;
        continue;
      }
      this.missing ||= `${name}=${value}`;
    }
    this.apply();
  }

  /** What is let through, as Markdown for release notes. */
  markdown() {
    const { repository } = this;
    const place = repository.place(this.chosen("v"));
    const branch = place ? repository.branches[place[0]] : this.chosen("branch");
    const title = this.chosen("v") || this.chosen("branch");
    const lines = this.passing().map(({ number, item }) => {
      const about = branch ? [lineAbout(item, branch)] : [...item.querySelectorAll(":scope > p[class]:not(.told)")];
      const said = about.map((line) => escapeMarkdown((line?.textContent ?? "").trim())).filter(Boolean).join("; ");
      return `- [#${number}](${repository.url}/issues/${number}) ${asCode(titleOf(item))}${said && `: ${said}`}`;
    });
    return `### Known issues${title && ` of ${escapeMarkdown(title)}`}\n\n${lines.join("\n") || "None."}\n`;
  }

  async copy() {
    this.copied.value = this.markdown();
    this.copied.hidden = false;
    this.copied.select();
    const count = this.passing().length;
    const counted = `${count} issue${count === 1 ? "" : "s"}`;
    try {
      await navigator.clipboard.writeText(this.copied.value);
      this.found.textContent = `Copied ${counted}.`;
    } catch {
      this.found.textContent = `Copy the text below: ${counted}.`;
    }
  }

  start() {
    const change = () => {
      this.missing = "";
      this.apply();
      history.replaceState(null, "", this.address());
    };
    this.form.addEventListener("input", change);
    this.form.addEventListener("reset", () => setTimeout(change));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.querySelector("button[type=button]")?.addEventListener("click", () => void this.copy());
    this.form.hidden = false;
  }
}
