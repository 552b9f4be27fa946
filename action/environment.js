/** The environment that the runner gives an action. */

/**
 * The value of a variable.
 *
 * @param {string | undefined} value
 * @returns {string} well-formed; empty when the variable is not set
 */
export function text(value) {
  return (value ?? "").toWellFormed();
}
