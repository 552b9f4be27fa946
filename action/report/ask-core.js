/** What the core says against something, told from its faults. */

import { UsageError } from "../usage-error.js";

/**
 * Asks the core. What it throws is the maintainer's mistake, or GitHub's trouble; a trap is none of these.
 *
 * @template T
 * @param {() => T} ask
 * @returns {T}
 * @throws {UsageError} with what the core says
 */
export function askCore(ask) {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}
