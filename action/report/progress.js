/** Prints a run's progress every few seconds, so that a long run does not look as if it hangs. */

/** The time between two lines, in milliseconds. */
const PAUSE = 5_000;

export class Progress {
  #run;
  #print;
  #last = performance.now();
  #line = "";
  #timer;

  /**
   * @param {{ progress: () => string }} run
   * @param {(lines: readonly string[]) => void} print
   */
  constructor(run, print) {
    this.#run = run;
    this.#print = print;
    this.#timer = setInterval(() => this.tick(), PAUSE / 2);
    this.#timer.unref();
  }

  /** Prints a line if enough time has passed since the last one. */
  tick() {
    if (performance.now() - this.#last < PAUSE) {
      return;
    }
    const line = this.#run.progress();
    this.#print([line === this.#line ? `${line}, waiting for GitHub` : line]);
    this.#line = line;
    this.#last = performance.now();
  }

  /** Stops printing. */
  end() {
    clearInterval(this.#timer);
  }
}
