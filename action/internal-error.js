/** The message for when the core itself fails. */

/** @import { Plan } from "../pkg/types.js" */

/**
 * The plan when the core cannot run: it did not load, or it trapped. The text is a constant because the function that
 * escapes untrusted text is in the core, too.
 *
 * @type {Readonly<Plan>}
 */
export const INTERNAL_ERROR = Object.freeze({
  sweep: false,
  query: null,
  number: 0,
  writes: [],
  exitCode: 1,
  log: [
    "::error title=Patch Release Issues::internal error: please report it, with the issue's description, at " +
      "https://github.com/patch-release-issues/action/issues",
  ],
  outputs: [],
  summary: "",
});
