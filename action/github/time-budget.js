/** How long a run waits between attempts, and when it gives up. */

/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds since 1970
 * @property {(milliseconds: number, options?: { signal?: AbortSignal }) => Promise<void>} sleep ends early, without an
 *   error, when the signal is aborted
 * @property {() => number} [random] from 0 to 1, excluding 1; `Math.random` by default
 */

/** @type {Clock} */
export const CLOCK = {
  now: Date.now,
  sleep: (milliseconds, { signal } = {}) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
    }),
};

/** The longest time that a run for one issue spends on GitHub, in milliseconds: five minutes. */
export const BUDGET = 300_000;

/** The same for a report, which may use up an hour's rate limit and wait for the next: 1.5 hours, in milliseconds. */
export const REPORT_BUDGET = 5_400_000;

/** The same for a sweep: 50 minutes, in milliseconds. */
export const SWEEP_BUDGET = 3_000_000;

/** The pause between two writes, in milliseconds. GitHub asks for a second, and at most 80 writes a minute. */
export const WRITE_PAUSE = 1_000;

/** The average first pause between two attempts, in milliseconds. Each further pause is twice as long. */
const FIRST_PAUSE = 1_000;

/** The time that a run may spend on GitHub. */
export class TimeBudget {
  #end;

  /**
   * @param {Clock} clock
   * @param {number} [budget] milliseconds
   */
  constructor(clock, budget = BUDGET) {
    this.clock = clock;
    this.#end = clock.now() + budget;
  }

  /** The time that is left, in milliseconds. */
  get left() {
    return this.#end - this.clock.now();
  }

  /**
   * Waits, unless that takes more time than is left.
   *
   * @param {number} milliseconds
   * @returns {Promise<boolean>} whether it waited
   */
  async wait(milliseconds) {
    if (milliseconds >= this.left) {
      return false;
    }
    if (milliseconds > 0) {
      await this.clock.sleep(milliseconds);
    }
    return true;
  }

  /**
   * Waits before another attempt. The random part keeps runs that failed together from retrying together.
   *
   * @param {number} attempt the number of retries so far
   * @param {number | null} asked milliseconds that GitHub asks for
   * @returns {Promise<boolean>} whether it waited
   */
  again(attempt, asked) {
    const { random = Math.random } = this.clock;
    return this.wait(asked === null ? FIRST_PAUSE * 2 ** attempt * (0.5 + random()) : asked + FIRST_PAUSE * random());
  }
}
