/** The text areas of the sections. Each replaces its own place in the description, and nothing else. */

import { difference } from "./draft.js";
import { make } from "./elements.js";
import { moved, replaced } from "./places.js";

/** @import { Place } from "./places.js" */

/**
 * @typedef {object} SectionForm
 * @property {string} name
 * @property {string} prompt
 * @property {string} question
 * @property {boolean} optional
 * @property {boolean} deferred
 */

/** @typedef {{ area: HTMLTextAreaElement, later: HTMLElement | null, place: Place | null, read: (Place & { text: string }) | null }} Field */

export class SectionFields {
  /** @type {Field[]} */
  #fields = [];
  #body = "";

  /**
   * @param {readonly SectionForm[]} sections
   * @param {(body: string, kind: string) => void} change
   */
  constructor(sections, change) {
    this.change = change;
    this.element = make("div", { class: "sections" }, ...sections.map((section, index) => this.#field(section, index)));
  }

  /** @param {SectionForm} section @param {number} index */
  #field({ name, prompt, question, optional, deferred }, index) {
    const id = `section-${index}`;
    const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { id, rows: "3", "aria-describedby": `${id}-hint` }));
    const write = () => {
      area.value = "TBD";
      this.#write(index);
      area.focus();
    };
    const later = deferred ? make("button", { type: "button", class: "later", onclick: write }, "Not known yet") : null;
    later?.setAttribute("aria-label", `${name}: not known yet`);
    const hint = make("p", { class: "small", id: `${id}-hint` }, question === "" ? prompt.split("\n").at(-1) ?? "" : `${question}.`);
    area.addEventListener("input", () => this.#write(index));
    area.addEventListener("blur", () => this.#settle(index));
    this.#fields.push({ area, later, place: null, read: null });
    const label = make("label", { class: "field", for: id }, name, ...(optional ? [make("span", { class: "small" }, " (optional)")] : []));
    return make("div", { class: "section" }, make("div", { class: "head" }, label, ...(later ? [later] : [])), hint, area);
  }

  /** @param {number} index */
  #write(index) {
    const field = this.#fields[index];
    if (!field?.place) return;
    const before = this.#body;
    const { body, place } = replaced(before, field.place, field.area.value);
    this.#follow(body, field);
    field.place = place;
    this.#mark(field);
    this.change(body, `section-${index}`);
  }

  /**
   * Moves the places to where they are after a change.
   *
   * @param {string} body
   * @param {Field} [except]
   */
  #follow(body, except) {
    const change = difference(this.#body, body);
    this.#body = body;
    for (const field of this.#fields) {
      if (field === except) continue;
      field.place = field.place && moved(field.place, change);
      field.read = null;
    }
  }

  /** Follows a change that was made elsewhere. @param {string} body */
  follow(body) {
    if (body === this.#body) return;
    this.#follow(body);
    for (const field of this.#fields) {
      if (field.place && field.place.before === "" && document.activeElement === field.area) {
        this.#set(field, body.slice(field.place.start, field.place.end));
      }
    }
  }

  /**
   * Shows what was read of the description.
   *
   * @param {string} body
   * @param {((Place & { text: string }) | null)[]} read
   */
  show(body, read) {
    this.#body = body;
    this.#fields.forEach((field, index) => {
      field.read = read[index] ?? null;
      if (field.read === null) {
        // Nothing can be added here.
        field.place = null;
        this.#set(field, "");
        return;
      }
      const isBusy = document.activeElement === field.area && field.place !== null;
      if (!isBusy) this.#settle(index);
    });
  }

  /** Takes over what was read. @param {number} index */
  #settle(index) {
    const field = this.#fields[index];
    if (!field?.read) return;
    const { text, ...place } = field.read;
    field.place = place;
    this.#set(field, text);
  }

  /** @param {Field} field @param {string} text */
  #set(field, text) {
    if (field.area.value !== text) field.area.value = text;
    this.#mark(field);
  }

  /** @param {Field} field */
  #mark({ area, later, read, place }) {
    area.readOnly = read === null && place === null;
    area.rows = Math.min(14, Math.max(3, area.value.split("\n").length + 1));
    if (later) later.hidden = area.value.trim() !== "";
  }

  /**
   * Selects a part of the description in the area that contains it.
   *
   * @param {number} start
   * @param {number} end
   * @returns {boolean} whether there is such an area
   */
  select(start, end) {
    const field = this.#fields.find(({ place }) => place && place.start <= start && end <= place.end);
    if (!field?.place) return false;
    field.area.focus();
    field.area.setSelectionRange(start - field.place.start, end - field.place.start);
    return true;
  }
}
