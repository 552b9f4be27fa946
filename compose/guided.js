/** The guided way: fields that the policy asks for. */

import { Chips } from "./chips.js";
import { make, show } from "./elements.js";
import { SectionFields } from "./section-fields.js";

/** @import { Text } from "./draft.js" */

/** @type {[string, string][]} */
const KINDS = [
  ["introduced-in", "First release with the problem"],
  ["resolved-in", "First release with the fix"],
  ["not-affected", "Branch that never had it"],
  ["wont-fix", "Branch that gets no fix"],
];

/**
 * @typedef {object} Page what the fields ask of the page
 * @property {(change: Partial<Text>, kind?: string) => void} change
 * @property {(question: object) => Promise<string | null>} carryOut a change by the core; returns why not
 */

export class Guided {
  /** @type {Text} */
  #text = { title: "", body: "", labels: [], state: "open" };

  /**
   * @param {any} form what the core says about the policy
   * @param {readonly string[]} releases
   * @param {Page} page
   */
  constructor(form, releases, page) {
    this.form = form;
    this.page = page;
    this.notice = make("p", { class: "notice", hidden: true });
    this.sections = new SectionFields(form.sections, (body, kind) => page.change({ body }, kind));
    this.versions = new Chips({
      title: "Versions",
      hint: "One of each kind a branch. Say first which release has the problem.",
      label: "Release or branch",
      example: form.example,
      known: releases,
      kinds: KINDS,
      add: (value, key) => page.carryOut({ do: "entry", key, value }),
      remove: (value, key) => void page.carryOut({ do: "entry", key, value, remove: true }),
    });
    this.binaries = form.binaries && this.#binaries(form.binaries);
    this.other = make("ul", { class: "other" });
    this.rest = make("details", { hidden: true }, make("summary", {}, "Other text"), make("p", { class: "small" }, "No field shows this text. It stays as it is; change it in Markdown."), this.other);
    this.parts = make("div", {}, this.versions.element, ...(this.binaries ? [this.binaries.element] : []), this.sections.element, this.rest);
    this.labels = this.#labels();
    this.element = make("div", {}, this.notice, this.parts, this.labels);
  }

  /** @param {{ known: string[], noun: string, one: string }} asked */
  #binaries({ known, noun, one }) {
    return new Chips({
      title: noun[0]?.toUpperCase() + noun.slice(1),
      hint: `The ${noun} that have the problem.`,
      label: `Name of a ${one}`,
      known,
      add: (name) => this.page.carryOut({ do: "binary", name }),
      remove: (name) => void this.page.carryOut({ do: "binary", name, remove: true }),
    });
  }

  #labels() {
    const { priorities, sigs, security } = this.form;
    const parts = [];
    if (priorities) {
      const options = priorities.known.map((/** @type {string} */ name) => make("option", { value: priorities.prefix + name }, name));
      this.priority = /** @type {HTMLSelectElement} */ (make("select", { id: "priority" }, make("option", { value: "" }, "Choose…"), ...options));
      this.priority.addEventListener("change", () => this.#relabel(priorities.prefix, [this.priority?.value ?? ""]));
      parts.push(make("label", { class: "field", for: "priority" }, capital(priorities.noun)), this.priority);
    }
    if (sigs) {
      const add = (/** @type {string} */ name) => {
        const label = name.startsWith(sigs.prefix) ? name : sigs.prefix + name;
        this.#relabel("", [...this.#text.labels, label]);
        return null;
      };
      const remove = (/** @type {string} */ name) => this.#relabel("", this.#text.labels.filter((label) => label !== sigs.prefix + name));
      this.sigs = new Chips({ title: capital(sigs.noun), label: `Name, as in ${sigs.prefix}NAME`, known: sigs.known, add, remove });
      parts.push(this.sigs.element);
    }
    if (security.length > 0) {
      this.security = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
      this.security.addEventListener("change", () => this.#relabel(security, this.security?.checked ? [security[0]] : []));
      parts.push(make("label", { class: "check" }, this.security, ` A security issue (label ${security[0]})`));
    }
    const note = "An address cannot set labels: the template on GitHub does, or people who may set them.";
    return make("div", { class: "labels", hidden: parts.length === 0 }, ...parts, make("p", { class: "small" }, note));
  }

  /**
   * Replaces the labels with a prefix, or those of a list.
   *
   * @param {string | string[]} old
   * @param {string[]} labels
   */
  #relabel(old, labels) {
    const isOld = (/** @type {string} */ label) => (typeof old === "string" ? old === "" || label.startsWith(old) : old.includes(label));
    const kept = this.#text.labels.filter((label) => !isOld(label));
    this.page.change({ labels: [...new Set([...kept, ...labels.filter((label) => label !== "")])] });
  }

  /** Follows a change at once. @param {Text} text */
  follow(text) {
    this.#text = text;
    this.sections.follow(text.body);
    const { priorities, sigs, security } = this.form;
    const labels = text.labels;
    if (this.priority) this.#choose(this.priority, labels.find((label) => label.startsWith(priorities.prefix)) ?? "");
    this.sigs?.show(labels.filter((label) => label.startsWith(sigs.prefix)).map((label) => ({ name: label.slice(sigs.prefix.length) })));
    if (this.security) this.security.checked = labels.some((label) => security.includes(label));
  }

  /** @param {HTMLSelectElement} select @param {string} value */
  #choose(select, value) {
    if (value !== "" && ![...select.options].some((option) => option.value === value)) select.append(make("option", { value }, value));
    select.value = value;
  }

  /**
   * Shows what was read.
   *
   * @param {string} body
   * @param {any} guided
   */
  show(body, guided) {
    const isBroken = guided.refusal !== null;
    this.notice.hidden = !isBroken;
    this.notice.textContent = guided.refusal ?? "";
    this.parts.hidden = isBroken;
    if (isBroken) return;
    this.sections.show(body, guided.sections);
    const words = new Map(KINDS);
    this.versions.show(guided.entries.map((/** @type {any} */ { key, value, branch }) => ({ name: value, kind: key, start: branch ?? "?", what: `${words.get(key)}:` })));
    this.binaries?.show(guided.binaries.map((/** @type {string} */ name) => ({ name })));
    this.rest.hidden = guided.other.length === 0;
    show(this.other, guided.other, () => guided.other.map((/** @type {string} */ text) => make("li", {}, make("pre", { tabindex: "0" }, text))));
  }
}

/** @param {string} word */
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
