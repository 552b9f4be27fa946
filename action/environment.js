/** The environment that the runner gives an action. */

/**
 * What a variable says.
 *
 * @param {string | undefined} value
 * @returns {string} well-formed; empty when there is none
 */
export function text(value) {
  return (value ?? "").toWellFormed();
}
