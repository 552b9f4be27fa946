/** Determines from GitHub's answer whether a request failed, and why. */

/** @import { Answer, Answered } from "./client.js" */

/**
 * @typedef {object} Failure
 * @property {"unsent" | "lost" | "throttled" | "exhausted" | "unauthorized" | "forbidden" | "gone" | "moved" | "invalid"} cause
 *   `unsent`: GitHub has not received the request. `lost`: it may have received and applied it. `throttled`: too many
 *   requests in a short time. `exhausted`: too many in an hour. The rest are refusals.
 * @property {number | null} status the HTTP status; null when there was no answer
 * @property {string} detail a system error code, a status, or text from the server
 * @property {number | null} wait milliseconds that GitHub asks to wait before the next request
 */

/** @typedef {Failure["cause"]} Cause */

/** The causes of statuses below 500 that need no other information. Other 4xx statuses mean an invalid request. */
const CAUSES = new Map(
  /** @type {[number, Cause][]} */ ([
    [301, "moved"],
    [302, "moved"],
    [303, "moved"],
    [307, "moved"],
    [308, "moved"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "gone"],
    [408, "lost"],
    [410, "gone"],
    [429, "throttled"],
    [451, "forbidden"],
  ]),
);

/** The system errors after which it is certain that GitHub has not received the request. */
const UNSENT = new Map(
  /** @type {[string, Cause][]} */ ([
    ["EAI_AGAIN", "unsent"],
    ["ECONNREFUSED", "unsent"],
    ["EHOSTUNREACH", "unsent"],
    ["ENETUNREACH", "unsent"],
    ["ENOTFOUND", "unsent"],
    // The token contains a character that a header cannot contain.
    ["ERR_INVALID_CHAR", "unauthorized"],
  ]),
);

/** The wait when GitHub names none: its documentation asks for at least a minute. */
const MINUTE = 60_000;

/** The longest detail, in UTF-16 code units. */
const LONGEST_DETAIL = 1_000;

/**
 * Why a request failed; null if it succeeded.
 *
 * @param {Answer} answer
 * @param {number} now milliseconds since 1970
 * @returns {Failure | null}
 */
export function failureOf(answer, now) {
  if (answer.status === null) {
    return { cause: UNSENT.get(answer.code) ?? "lost", status: null, detail: answer.code, wait: null };
  }
  const cause = causeOf(answer);
  return cause && failure(cause, answer, now);
}

/**
 * Why a query failed; null if it succeeded. GitHub answers the parts it can, so errors next to data are not a failure.
 *
 * @param {Answer} answer
 * @param {number} now milliseconds since 1970
 * @returns {Failure | null}
 */
export function queryFailureOf(answer, now) {
  const failed = failureOf(answer, now);
  if (failed || answer.status === null) {
    return failed;
  }
  const { data, errors } = record(answer.data);
  const cause = queryCauseOf(isObject(data), list(errors).map(record), answer);
  return cause && failure(cause, answer, now);
}

/**
 * @param {Answered} answer
 * @returns {Cause | null}
 */
function causeOf(answer) {
  const { status, data } = answer;
  if (status >= 200 && status < 300) {
    return status === 204 || isObject(data) ? null : "lost";
  }
  if ((status === 403 || status === 429) && limitOf(answer)) {
    return limitOf(answer);
  }
  return CAUSES.get(status) ?? (status >= 400 && status < 500 ? "invalid" : "lost");
}

/**
 * @param {Answered} answer
 * @returns {Cause | null}
 */
function limitOf({ headers, data }) {
  if ("retry-after" in headers) {
    return "throttled";
  }
  if (headers["x-ratelimit-remaining"] === "0") {
    return "exhausted";
  }
  return isThrottling(record(data).message) ? "throttled" : null;
}

/** @param {unknown} message */
function isThrottling(message) {
  const words = string(message).toLowerCase();
  return words.includes("secondary rate limit") || words.includes("abuse detection");
}

/**
 * @param {boolean} hasData
 * @param {Record<string, unknown>[]} errors
 * @param {Answered} answer
 * @returns {Cause | null}
 */
function queryCauseOf(hasData, errors, answer) {
  const types = errors.map(({ type }) => type);
  if (types.includes("RATE_LIMITED") || types.includes("RATE_LIMIT") || errors.some(({ message }) => isThrottling(message))) {
    return limitOf(answer) ?? "throttled";
  }
  if (hasData) {
    return null;
  }
  if (types.includes("FORBIDDEN") || types.includes("INSUFFICIENT_SCOPES")) {
    return "forbidden";
  }
  // GitHub sets `code` for documents that do not match its schema. Other answers without data are failures of GitHub.
  return errors.some(({ extensions }) => "code" in record(extensions)) ? "invalid" : "lost";
}

/**
 * @param {Cause} cause
 * @param {Answered} answer
 * @param {number} now
 * @returns {Failure}
 */
function failure(cause, { status, headers, data }, now) {
  const detail = cause === "lost" ? String(status) : cause === "moved" ? "" : said(cause, record(data));
  return { cause, status, detail: detail.slice(0, LONGEST_DETAIL).toWellFormed(), wait: waitOf(cause, headers, now) };
}

/**
 * GitHub's own message about the failure.
 *
 * @param {Cause} cause
 * @param {Record<string, unknown>} body
 */
function said(cause, { message, errors }) {
  const [first] = list(errors).map((error) => string(record(error).message));
  const fields = cause === "invalid" ? list(errors).map(fieldOf).filter(Boolean).join(", ") : "";
  return fields || string(message) || first || "";
}

/**
 * @param {unknown} error
 * @returns {string} `field code`
 */
function fieldOf(error) {
  const { field, code } = record(error);
  return `${string(field)} ${string(code)}`.trim() || string(error);
}

/**
 * @param {Cause} cause
 * @param {Record<string, unknown>} headers
 * @param {number} now
 * @returns {number | null}
 */
function waitOf(cause, headers, now) {
  const asked = retryAfter(string(headers["retry-after"]), now);
  if (asked !== null) {
    return asked;
  }
  const reset = Number(headers["x-ratelimit-reset"]) * 1_000;
  if (cause === "exhausted" && reset > 0) {
    return Math.max(0, reset - now);
  }
  return cause === "throttled" || cause === "exhausted" ? MINUTE : null;
}

/**
 * @param {string} value seconds, or a date
 * @param {number} now
 * @returns {number | null} milliseconds; null when it is neither
 */
function retryAfter(value, now) {
  const seconds = value.trim() === "" ? NaN : Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1_000;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function record(value) {
  return isObject(value) ? value : {};
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !(value instanceof ArrayBuffer);
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {unknown} value */
function string(value) {
  return typeof value === "string" ? value : "";
}
