/** What the core is told when a request failed for good. */

/** @import { Trouble } from "../../pkg/types.js" */
/** @import { Failure } from "./failures.js" */

/**
 * @param {Trouble["doing"]} doing
 * @param {Failure} failure
 * @param {boolean} lost whether an attempt may have been applied
 * @returns {Trouble}
 */
export function failedRequest(doing, { cause, status, detail }, lost) {
  return { doing, kind: kindOf(cause, lost && doing !== "read"), status, detail };
}

/**
 * @param {Failure["cause"]} cause
 * @param {boolean} isDoubtful
 * @returns {Trouble["kind"]}
 */
function kindOf(cause, isDoubtful) {
  switch (cause) {
    case "lost":
    case "unsent":
      return isDoubtful ? "doubtful" : "unavailable";
    case "throttled":
    case "exhausted":
      return "limited";
    default:
      return cause;
  }
}
