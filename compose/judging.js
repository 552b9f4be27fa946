/** Has the draft judged, a moment after it changes. */

/** @import { Core } from "./core.js" */
/** @import { Draft } from "./draft.js" */
/** @import { Config, Repository } from "./config.js" */

/** How long after the last change the draft is judged, in milliseconds. */
const MOMENT = 120;

/** A judgement that takes longer than this is followed by a longer pause, in milliseconds. */
const SLOW = 100;

/** A draft that the core cannot judge in time is left alone after so many trials, until it changes. */
const MOST_FAILURES = 3;

export class Judging {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #isAsking = false;
  #moment = MOMENT;
  #failures = 0;

  /**
   * @param {Core} core
   * @param {Config} config
   * @param {Repository} repository
   * @param {() => Draft} draft
   * @param {(draft: Draft, read: any) => void} take shows the answer about the draft as it is now
   * @param {(error: Error) => void} fail
   */
  constructor(core, config, repository, draft, take, fail) {
    this.core = core;
    this.config = config;
    this.repository = repository;
    this.draft = draft;
    this.take = take;
    this.fail = fail;
  }

  /** @param {object} question */
  about(question) {
    const { name, policy, template, releases } = this.repository;
    const { text } = this.draft();
    return { ...question, draft: { ...text, repository: name }, policy, releases, target: { server: this.config.server, repository: name, template } };
  }

  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), this.#moment);
  }

  async now() {
    clearTimeout(this.#timer);
    if (this.#isAsking) return;
    this.#isAsking = true;
    const draft = this.draft();
    const { revision } = draft;
    const since = performance.now();
    let isAgain = false;
    try {
      const read = await this.core.ask(this.about({ do: "read" }));
      this.#failures = 0;
      if (read.refusal !== undefined) this.fail(new Error(read.refusal));
      else if (draft === this.draft() && revision === draft.revision) this.take(draft, read);
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
      isAgain = ++this.#failures < MOST_FAILURES;
    } finally {
      this.#isAsking = false;
    }
    const took = performance.now() - since;
    this.#moment = took > SLOW ? Math.min(500, MOMENT + took) : MOMENT;
    if (isAgain || draft !== this.draft() || revision !== draft.revision) this.soon();
  }
}
