/** A group of names that can be added and removed. */

import { make, show } from "./elements.js";

/**
 * @typedef {object} Chip
 * @property {string} name what is removed
 * @property {string} [start] what stands before it, such as a branch
 * @property {string} [what] what it says
 */

export class Chips {
  /**
   * @param {object} options
   * @param {string} options.title
   * @param {string} [options.hint]
   * @param {string} options.label of the field for a new name
   * @param {string} [options.example]
   * @param {readonly string[]} options.known names to choose from
   * @param {[value: string, words: string][]} [options.kinds] what a new name may be
   * @param {(name: string, kind: string) => Promise<string | null> | string | null} options.add returns why not
   * @param {(name: string, kind: string) => void} options.remove
   */
  constructor({ title, hint = "", label, example = "", known, kinds = [], add, remove }) {
    const id = `chips-${Chips.#count++}`;
    this.remove = remove;
    this.list = make("ul", { class: "chips" });
    this.why = make("p", { class: "why", id: `${id}-why`, hidden: true });
    const list = make("datalist", { id }, ...known.slice(0, 300).map((name) => make("option", { value: name })));
    this.input = /** @type {HTMLInputElement} */ (
      make("input", { list: known.length > 0 ? id : false, "aria-label": label, placeholder: example === "" ? false : example, "aria-describedby": `${id}-why`, autocomplete: "off", spellcheck: "false" })
    );
    this.kind = /** @type {HTMLSelectElement} */ (
      make("select", { "aria-label": `${title}: what to say` }, ...kinds.map(([value, words]) => make("option", { value }, words)))
    );
    this.kind.hidden = kinds.length === 0;
    const button = make("button", { type: "button", onclick: () => void this.#add(add) }, "Add");
    button.setAttribute("aria-label", `Add: ${label.toLowerCase()}`);
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        void this.#add(add);
      }
    });
    const row = make("div", { class: "add" }, this.kind, this.input, button, list);
    this.element = make("fieldset", { class: "group" }, make("legend", {}, title), ...(hint === "" ? [] : [make("p", { class: "small" }, hint)]), this.list, row, this.why);
  }

  static #count = 0;

  /** @param {(name: string, kind: string) => Promise<string | null> | string | null} add */
  async #add(add) {
    const name = this.input.value.trim();
    const why = name === "" ? null : await add(name, this.kind.value);
    this.refuse(why ?? "");
    if (why === null) this.input.value = "";
    this.input.focus();
  }

  /** @param {string} why empty to take it back */
  refuse(why) {
    this.why.textContent = why;
    this.why.hidden = why === "";
    this.input.setAttribute("aria-invalid", String(why !== ""));
  }

  /** @param {(Chip & { kind?: string })[]} chips */
  show(chips) {
    show(this.list, chips, () => chips.map(({ name, kind = "", start, what }, index) => make(
      "li",
      {},
      ...(start === undefined ? [] : [make("span", { class: "branch" }, start)]),
      ...(what === undefined ? [] : [`${what} `]),
      make("bdi", {}, name),
      make("button", { type: "button", "aria-label": `Remove ${kind} ${name}`, onclick: () => this.#remove(name, kind, index) }, "×"),
    )));
  }

  /** @param {string} name @param {string} kind @param {number} index */
  #remove(name, kind, index) {
    this.remove(name, kind);
    const others = this.list.querySelectorAll("button");
    (others[index + 1] ?? others[index - 1] ?? this.input).focus();
  }
}
