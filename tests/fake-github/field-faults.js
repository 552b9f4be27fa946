/**
 * What goes wrong with single fields of an answer, while the others are answered.
 */

import { GraphqlRefusal, forbidden, unresolved } from "./graphql-refusal.js";

/**
 * @typedef {object} Field that is asked for
 * @property {string} name such as `Ref.compare`
 * @property {Record<string, any>} args
 * @property {string} path such as `repository.t0.compare`
 */

/** @typedef {{ hits: (field: Field) => boolean, kind: FieldFault, left: number }} Plan */

/** What GitHub says when it took too long. */
export const TROUBLE =
  "Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. " +
  "Please include `C0DE:F00D:1234567:89ABCDE:6960A1B2` when reporting this issue.";

/** Each is null, or throws what becomes null with an error beside it. */
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
   * @param {string} name such as `Ref.compare`; a field that must not be null takes what it is in with it
   * @param {FieldFault} kind
   * @param {{ times?: number, where?: (field: Field) => boolean }} [which] of the fields so called; the first by default
   */
  when(name, kind, { times = 1, where = () => true } = {}) {
    this.#plans.push({ hits: (field) => field.name === name && where(field), kind, left: times });
  }

  /** How many hits are still to come. */
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
