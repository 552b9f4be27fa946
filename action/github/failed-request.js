/** Describes to the core a request that failed after all retries. */

/** @import { Trouble } from "../../pkg/types.js" */
/** @import { Failure } from "./failures.js" */

/**
 * @param {Trouble["doing"]} doing
 * @param {Failure} failure
 * @param {boolean} lost whether GitHub may have applied an attempt
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
