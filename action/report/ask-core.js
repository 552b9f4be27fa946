/** Tells the core's error messages for users from its own faults. */

import { UsageError } from "../usage-error.js";

/**
 * Calls the core. An `Error` that the core throws reports a user's mistake or a failure of GitHub. A trap is neither.
 *
 * @template T
 * @param {() => T} ask
 * @returns {T}
 * @throws {UsageError} with the core's message
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
