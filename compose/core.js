/** Questions to the core. It runs in a worker; one that does not answer in time is started anew. */

/** How long the core may take, in milliseconds. */
const PATIENCE = 2_000;

/**
 * @typedef {object} Asked
 * @property {object} question
 * @property {(answer: any) => void} resolve
 * @property {(error: Error) => void} reject
 */

export class Core {
  /** How many workers were started. */
  started = 0;
  /** How many questions were sent. */
  sent = 0;
  /** @type {Map<number, Asked>} */
  #asked = new Map();
  #next = 1;
  #isReady = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Worker} */
  #worker;

  /** @param {(message: string) => void} fail says that the core cannot be loaded */
  constructor(fail) {
    this.fail = fail;
    this.#worker = this.#start();
  }

  /**
   * @param {object} question
   * @returns {Promise<any>} the core's answer; rejects if the core does not answer in time
   */
  ask(question) {
    const id = this.#next++;
    this.sent++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { question, resolve, reject });
      this.#worker.postMessage({ id, question });
      this.#watch();
    });
  }

  #start() {
    this.started++;
    this.#isReady = false;
    const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.#take(data));
    worker.addEventListener("error", () => (this.#isReady ? this.#restart() : this.fail("The checks cannot be loaded. Reload the page.")));
    return worker;
  }

  /** @param {{ ready?: true, failed?: string, id: number, answer: any }} message */
  #take({ ready, failed, id, answer }) {
    if (failed !== undefined) {
      this.fail(`The checks cannot be loaded: ${failed}`);
      return;
    }
    this.#isReady ||= ready === true;
    this.#asked.get(id)?.resolve(answer);
    this.#asked.delete(id);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#watch();
  }

  /** Time counts from when the core was loaded, or last answered. */
  #watch() {
    if (this.#isReady && this.#asked.size > 0) {
      this.#timer ??= setTimeout(() => this.#restart(), PATIENCE);
    }
  }

  /** Gives up the oldest question, and asks the others again. */
  #restart() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#worker.terminate();
    const [first] = this.#asked;
    if (first) {
      this.#asked.delete(first[0]);
      first[1].reject(new Error("The checks took too long, and were started again. Change the text to try once more."));
    }
    this.#worker = this.#start();
    for (const [id, { question }] of this.#asked) {
      this.#worker.postMessage({ id, question });
    }
  }
}
