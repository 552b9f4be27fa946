/** Errors caused by the workflow or the runner, as opposed to bugs of the action. */

/**
 * An error of the workflow or the runner. The message says what is wrong, where, and what to do. It may contain
 * untrusted text.
 */
export class UsageError extends Error {}

/**
 * The system's error code, such as `ENOENT`. Unlike the message, it contains no untrusted text.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
