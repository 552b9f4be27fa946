/** Mistakes of those who wrote the workflow or keep the runner, as opposed to ours. */

/** The workflow or the runner is at fault: the message says what, where, and what to do. It may hold foreign text. */
export class UsageError extends Error {}

/**
 * The system's short name of what went wrong, such as `ENOENT`: unlike the message, it quotes nothing.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
