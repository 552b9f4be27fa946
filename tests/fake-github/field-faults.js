/**
 * Failures of single fields of an answer, while the others are answered.
 */

import { GraphqlRefusal, forbidden, unresolved } from "./graphql-refusal.js";

/**
 * @typedef {object} Field a field of a query
 * @property {string} name such as `Ref.compare`
 * @property {Record<string, any>} args
 * @property {string} path such as `repository.t0.compare`
 */

/** @typedef {{ hits: (field: Field) => boolean, kind: FieldFault, left: number }} Plan */

/** GitHub's message when an answer takes too long. */
export const TROUBLE =
  "Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. " +
  "Please include `C0DE:F00D:1234567:89ABCDE:6960A1B2` when reporting this issue.";

/** Each returns null, or throws an error, which makes the field null and adds the error to the answer. */
const KINDS = {
  "null": () => null,
  "not-found": () => refuse(unresolved("a node")),
  "forbidden": () => refuse(forbidden()),
  "trouble": () => refuse(new GraphqlRefusal("", TROUBLE)),
  "unavailable": () => refuse(new GraphqlRefusal("SERVICE_UNAVAILABLE", "Service unavailable")),
  "limits": () => refuse(new GraphqlRefusal("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.")),
};

/** @typedef {keyof typeof KINDS} FieldFault */

export const FIELD_FAULTS = /** @type {FieldFault[]} */ (Object.keys(KINDS));

/**
 * @param {GraphqlRefusal} refusal
 * @returns {never}
 */
function refuse(refusal) {
  throw refusal;
}

export class FieldFaults {
  /** @type {Plan[]} */
  #plans = [];
  /** @type {string[]} the paths that were hit */
  hit = [];

  /**
   * @param {string} name such as `Ref.compare`; if the field is not nullable, its parent becomes null too
   * @param {FieldFault} kind
   * @param {{ times?: number, where?: (field: Field) => boolean }} [which] selects among the fields with that name; the first by default
   */
  when(name, kind, { times = 1, where = () => true } = {}) {
    this.#plans.push({ hits: (field) => field.name === name && where(field), kind, left: times });
  }

  /** The number of hits that are left. */
  get left() {
    return this.#plans.reduce((sum, { left }) => sum + left, 0);
  }

  clear() {
    this.#plans = [];
  }

  /**
   * @param {Field} field
   * @returns {(() => null) | null} what to do in place of an answer
   */
  take(field) {
    const plan = this.#plans.find(({ hits, left }) => left > 0 && hits(field));
    if (!plan) {
      return null;
    }
    plan.left -= 1;
    this.hit.push(field.path);
    return KINDS[plan.kind];
  }
}
