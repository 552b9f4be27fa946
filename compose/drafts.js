/** The drafts of a repository: those that were kept, the one in the address, and imports. None replaces another. */

import { Draft } from "./draft.js";
import { find, make, show } from "./elements.js";
import { forget, keep, kept } from "./store.js";

/** @import { Text } from "./draft.js" */

export class Drafts {
  /** @type {Draft[]} */
  #all = [];

  /**
   * @param {string} repository
   * @param {string} start the text that a new draft starts with
   * @param {(draft: Draft) => void} choose
   */
  constructor(repository, start, choose) {
    this.repository = repository;
    this.start = start;
    this.choose = choose;
    for (const { id, text } of kept(repository)) {
      const draft = new Draft(id, text);
      draft.isKept = true;
      this.#all.push(draft);
    }
    this.current = this.#all.at(-1) ?? this.#new({ body: start });
  }

  /** @param {Partial<Text>} text */
  #new(text) {
    const last = Math.max(0, ...this.#all.map(({ id }) => Number(id) || 0));
    const draft = new Draft(String(last + 1), text);
    this.#all.push(draft);
    return draft;
  }

  /** Adds a draft beside the others. A new one that nobody has changed gives way. @param {Partial<Text>} text */
  add(text) {
    this.#all = this.#all.filter((draft) => draft.isChanged || draft.text.body !== this.start || draft.text.title !== "");
    const draft = this.#new(text);
    draft.isChanged = true;
    this.select(draft);
  }

  /** @param {Draft} draft */
  select(draft) {
    this.current = draft;
    this.choose(draft);
    this.show();
  }

  /** Deletes the current draft, and starts anew if there is no other. */
  forget() {
    forget(this.repository, this.current.id);
    this.#all = this.#all.filter((draft) => draft !== this.current);
    this.select(this.#all.at(-1) ?? this.#new({ body: this.start }));
  }

  /**
   * Keeps the draft, or deletes what was kept of it.
   *
   * @param {Draft} draft
   * @param {boolean} isWithheld
   * @returns {boolean} whether it is kept
   */
  keep(draft, isWithheld) {
    if (isWithheld) {
      forget(this.repository, draft.id);
      draft.isKept = false;
    } else if (draft.isChanged) {
      draft.isKept = keep(this.repository, draft.id, draft.text);
    }
    return draft.isKept;
  }

  /** Shows the drafts, if there are several. */
  show() {
    const nav = find("drafts");
    nav.hidden = this.#all.length < 2;
    const names = this.#all.map((draft) => draft.text.title || `Draft ${draft.id}`);
    show(nav, [names, this.#all.indexOf(this.current)], () => this.#all.map((draft, index) => make(
      "button",
      { type: "button", "aria-current": draft === this.current ? "true" : false, onclick: () => this.select(draft) },
      make("bdi", {}, names[index] ?? ""),
    )));
  }
}
