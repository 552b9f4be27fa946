/**
 * Virtual time, which passes only when everything waits: hours of back-off and time-outs take milliseconds, and the
 * order of events is always the same.
 */

/**
 * @typedef {object} Clock the action's client uses it, too
 * @property {() => number} now milliseconds since 1970
 * @property {(milliseconds: number, options?: { signal?: AbortSignal }) => Promise<void>} sleep ends early, without an
 *   error, when the signal is aborted
 */

/** The start time of every fake. */
export const START = Date.UTC(2026, 0, 5, 9, 0, 0);

/** @implements {Clock} */
export class VirtualClock {
  #now = START;
  #running = false;
  /** @type {{ at: number, wake: () => void }[]} the next one first, simultaneous ones in the order of the calls */
  #sleepers = [];

  now() {
    return this.#now;
  }

  /**
   * @param {number} milliseconds
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<void>}
   */
  sleep(milliseconds, { signal } = {}) {
    return new Promise((wake) => {
      const sleeper = { at: this.#now + Math.max(0, milliseconds), wake };
      const later = this.#sleepers.findIndex(({ at }) => at > sleeper.at);
      this.#sleepers.splice(later === -1 ? this.#sleepers.length : later, 0, sleeper);
      signal?.addEventListener("abort", () => this.#forget(sleeper), { once: true });
      this.#run();
    });
  }

  /** Wakes one sleeper per turn of the event loop, after all code that can run without waiting. */
  #run() {
    if (!this.#running && this.#sleepers.length > 0) {
      this.#running = true;
      setImmediate(() => {
        const next = this.#sleepers.shift();
        this.#now = Math.max(this.#now, next?.at ?? 0);
        next?.wake();
        this.#running = false;
        this.#run();
      });
    }
  }

  /** @param {{ at: number, wake: () => void }} sleeper */
  #forget(sleeper) {
    this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    sleeper.wake();
  }
}

/** @type {Clock} for a fake that other processes talk to */
export const systemClock = {
  now: () => Date.now(),
  sleep: (milliseconds, { signal } = {}) =>
    new Promise((wake) => {
      const timer = setTimeout(wake, milliseconds).unref();
      signal?.addEventListener("abort", () => (clearTimeout(timer), wake()), { once: true });
    }),
};

/**
 * @param {number} milliseconds
 * @returns {string} as GitHub writes times: whole seconds
 */
export function timestamp(milliseconds) {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}
