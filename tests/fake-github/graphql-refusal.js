/**
 * A refusal of GraphQL: an error next to the data.
 */

import { NOT_ACCESSIBLE } from "./refusal.js";

/** A field that GitHub refuses to answer; it becomes null. */
export class GraphqlRefusal extends Error {
  /**
   * @param {string} type such as `NOT_FOUND`
   * @param {string} message
   */
  constructor(type, message) {
    super(message);
    this.type = type;
  }
}

/** A field that the fake does not support. A test must not mistake null for GitHub's answer. */
export class Unsupported extends Error {}

/** @param {string} what such as `an Issue with the number of 7` */
export const unresolved = (what) => new GraphqlRefusal("NOT_FOUND", `Could not resolve to ${what}.`);

export const forbidden = () => new GraphqlRefusal("FORBIDDEN", NOT_ACCESSIBLE);

/**
 * @param {Record<string, unknown>} args some have default values of the schema that request nothing
 * @param {string[]} names
 * @param {string} where
 */
export function only(args, names, where) {
  const other = Object.keys(args).find((name) => !names.includes(name) && Boolean(args[name]));
  if (other) {
    throw new Unsupported(`${where} ${other}`);
  }
}
