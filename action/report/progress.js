/** Tells how far a run is, every few seconds: a log that stands still looks like a run that hangs. */

/** Milliseconds between two lines. */
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

  /** Prints a line when it is time. */
  tick() {
    if (performance.now() - this.#last < PAUSE) {
      return;
    }
    const line = this.#run.progress();
    this.#print([line === this.#line ? `${line}, waiting for GitHub` : line]);
    this.#line = line;
    this.#last = performance.now();
  }

  /** The run is over. */
  end() {
    clearInterval(this.#timer);
  }
}
