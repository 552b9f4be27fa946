// Finds the answer about a version, which is already on the page, and shows it next to the question.

import { Repository } from "./numbers.js";
import { listsOf } from "./rows.js";

/** The question "which version do you run?". */
export class Question {
  /** @param {Repository} repository @param {HTMLFormElement} form */
  constructor(repository, form) {
    const find = (/** @type {string} */ what) => repository.element.querySelector(`.ask ${what}`);
    this.repository = repository;
    this.form = form;
    this.input = /** @type {HTMLInputElement} */ (find("input"));
    this.status = /** @type {HTMLElement} */ (find(".status"));
    this.panel = /** @type {HTMLElement} */ (find(".panel"));
  }

  /**
   * `1.14.2`, `V1.14.2` and `v1.14.2+vendor` are the release v1.14.2.
   *
   * @param {string} text
   */
  spelled(text) {
    const { answers } = this.repository;
    /** @param {string} text */
    const spelled = (text) => `v${text.trim().replace(/^v/i, "").replace(/\+.*$/, "")}`;
    return answers.has(text) ? text : spelled(text);
  }

  clear() {
    this.status.textContent = "";
    this.status.className = "status";
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }

  /** @param {string} version @param {HTMLElement} answer */
  show(version, answer) {
    const parts = [...answer.children].filter((one) => !one.matches(".brief, .lists"));
    const [headline, ...rest] = parts.map((one) => one.cloneNode(true));
    this.status.textContent = headline?.textContent ?? "";
    this.status.className = `status ${answer.className}`;
    const lists = listsOf(this.repository, version);
    this.panel.replaceChildren(...rest, ...lists.childNodes);
    this.panel.hidden = this.panel.childNodes.length === 0;
  }

  /** @param {string} version */
  explain(version) {
    this.clear();
    this.status.textContent = this.reason(version);
  }

  /** Why there is no answer. @param {string} version */
  reason(version) {
    const versions = [...this.repository.answers.keys()];
    const known = versions.filter((one) => one.startsWith(`${version}.`));
    const vendor = /^(v\d+\.\d+\.\d+)-(?!(alpha|beta|rc)(?![a-z]))/i.exec(version);
    const [, branch] = /^(v\d+\.\d+)\.\d+/.exec(version) ?? [];
    const branches = [...new Set(versions.map((one) => one.split(".", 2).join(".")))].join(", ");
    if (known.length > 0) return `${version} is a branch. Its releases: ${known.join(", ")}.`;
    if (vendor) return `${version} is a vendor's build: ask about ${vendor[1]}.`;
    if (branch === undefined) return `Write a release such as ${this.input.placeholder}.`;
    return `This page has no release ${version}. It covers ${branches}.`;
  }

  /** Answers as if a version were typed and sent; false if the page does not know it. @param {string} text */
  ask(text) {
    const version = this.spelled(text);
    const answer = this.repository.answers.get(version);
    if (answer) this.show(version, answer);
    else this.explain(version);
    return answer;
  }

  /**
   * Answers to a link such as `#v1.9.4`, `#1.9.4` or `#v1.9`; what the page itself has at that place is left alone.
   *
   * @param {string} hash
   */
  follow(hash) {
    const { element, prefix } = this.repository;
    const [, version] = /^#(?:r\d+-)?(v?\d+\.\d[^]*)$/i.exec(hash) ?? [];
    if (version === undefined || hash !== `#${prefix}${version}`) return false;
    this.input.value = version;
    const answer = this.ask(version);
    if (answer) history.replaceState(null, "", `#${answer.id}`);
    element.scrollIntoView({ block: "start" });
    return true;
  }

  start() {
    this.input.addEventListener("input", () => {
      const version = this.spelled(this.input.value);
      const answer = this.repository.answers.get(version);
      if (!answer) return this.clear();
      this.show(version, answer);
      return history.replaceState(null, "", `#${answer.id}`);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = this.ask(this.input.value);
      if (answer) history.replaceState(null, "", `#${answer.id}`);
    });
    this.repository.element.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (link && isPlain && this.follow(link.hash)) event.preventDefault();
    });
    this.form.hidden = false;
  }
}
