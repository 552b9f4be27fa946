/**
 * A refusal of GitHub.
 */

/** @typedef {{ resource: string, code: string, field?: string, message?: string, value?: string }} FieldError */

/** A request that the server understood and will not carry out. */
export class Refusal extends Error {
  /**
   * @param {number} status of the REST answer
   * @param {string} message
   * @param {FieldError[]} [errors] of a 422
   */
  constructor(status, message, errors) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/**
 * @param {string} resource such as `Label`
 * @param {string} code such as `already_exists`
 * @param {string} field
 * @param {string} [message]
 */
export function invalid(resource, code, field, message) {
  return new Refusal(422, "Validation Failed", [{ resource, code, field, ...(message ? { message } : {}) }]);
}

export const notFound = () => new Refusal(404, "Not Found");

export const NOT_ACCESSIBLE = "Resource not accessible by integration";
