/** Errors that end a command. */

/** What the user wrote cannot be done, or something that it needs cannot be read. The message may contain other people's text. */
export class Stop extends Error {}

/** The options are wrong. */
export class WrongOptions extends Stop {}

/**
 * The system's error code, such as `ENOENT`.
 *
 * @param {unknown} error
 */
export function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
