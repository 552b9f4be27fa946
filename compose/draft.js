/** A draft: the Markdown is its only text. One history covers every way to change it. */

/** @typedef {{ title: string, body: string, labels: string[], state: "open" | "closed" }} Text */
/** @typedef {{ before: Text, after: Text }} Step */

/** The most steps that can be undone. */
const MOST_STEPS = 300;

/** Typing in one field is one step until it pauses for so long, in milliseconds. */
const PAUSE = 1_000;

export class Draft {
  /** Counts changes. What was asked about an earlier revision is out of date. */
  revision = 0;
  /** @type {Step[]} */
  #done = [];
  /** @type {Step[]} */
  #undone = [];
  #kind = "";
  #time = 0;

  /**
   * @param {string} id its name in the storage
   * @param {Partial<Text>} text
   */
  constructor(id, { title = "", body = "", labels = [], state = "open" }) {
    this.id = id;
    /** @type {Text} */
    this.text = { title, body: lines(body), labels, state };
    /** Whether it is more than what it started with. */
    this.isChanged = false;
    /** Whether it is in the browser's storage. */
    this.isKept = false;
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /**
   * @param {Partial<Text>} change
   * @param {string} [kind] changes of one kind that follow each other at once are one step; none for a step of its own
   * @returns {boolean} whether anything changed
   */
  change(change, kind = "") {
    const before = this.text;
    const after = { ...before, ...change, body: lines(change.body ?? before.body) };
    if (JSON.stringify([after.title, after.labels, after.state]) === JSON.stringify([before.title, before.labels, before.state]) && after.body === before.body) {
      return false;
    }
    const now = Date.now();
    const last = this.#done.at(-1);
    if (last && kind !== "" && kind === this.#kind && now - this.#time < PAUSE) {
      last.after = after;
    } else {
      this.#done.push({ before, after });
      this.#done.splice(0, this.#done.length - MOST_STEPS);
    }
    [this.#kind, this.#time, this.#undone] = [kind, now, []];
    this.#become(after);
    return true;
  }

  undo() {
    const step = this.#done.pop();
    if (step) {
      this.#undone.push(step);
      this.#kind = "";
      this.#become(step.before);
    }
  }

  redo() {
    const step = this.#undone.pop();
    if (step) {
      this.#done.push(step);
      this.#kind = "";
      this.#become(step.after);
    }
  }

  /** @param {Text} text */
  #become(text) {
    this.text = text;
    this.revision++;
    this.isChanged = true;
  }
}

/** Lines end with LF, as in a text area. @param {string} text */
export function lines(text) {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * The one part in which two texts differ.
 *
 * @param {string} before
 * @param {string} after
 * @returns {{ start: number, removed: number, inserted: number }}
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { start, removed: before.length - start - end, inserted: after.length - start - end };
}
