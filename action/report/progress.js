/** Prints a run's progress every few seconds, so that a long run does not look as if it hangs. */

/** The usual time between two lines, in milliseconds. */
const PAUSE = 5_000;

export class Progress {
  #run;
  #print;
  #last = performance.now();
  #line = "";
  #timer;
  #pause;

  /**
   * @param {{ progress: () => string }} run
   * @param {(lines: readonly string[]) => void} print
   * @param {number} [pause] milliseconds between two lines
   */
  constructor(run, print, pause = PAUSE) {
    this.#run = run;
    this.#print = print;
    this.#pause = pause;
    this.#timer = setInterval(() => this.tick(), pause / 2);
    this.#timer.unref();
  }

  /** Prints a line if enough time has passed since the last one. */
  tick() {
    if (performance.now() - this.#last < this.#pause) {
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
