/** Prints. No other file of the command line does. */

import { writeSync } from "node:fs";
import { isatty } from "node:tty";

const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;

/** @param {string} text */
export const print = (text) => writeAll(STANDARD_OUTPUT, text);

/** @param {string} text */
export const printError = (text) => writeAll(STANDARD_ERROR, text);

/**
 * What the core must know about standard output.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function stream(env) {
  const isTerminal = isatty(STANDARD_OUTPUT);
  return { isTerminal, hasColors: isTerminal && !env.NO_COLOR && env.TERM !== "dumb" };
}

/** Whether somebody can be asked: questions are printed on standard error. */
export const canAsk = () => isatty(0) && isatty(STANDARD_ERROR);

/**
 * Writes everything. A reader that has gone, such as `head`, is no error.
 *
 * @param {number} descriptor
 * @param {string} text
 */
function writeAll(descriptor, text) {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === "EPIPE" || code === "EBADF") {
        return;
      }
      if (code !== "EAGAIN") {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
