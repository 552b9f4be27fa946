/** Loads `pkg/report/`, which makes the decisions about reports. No other file imports it. */

import { readFileSync } from "node:fs";

import { Reporting, failure, initSync } from "../../pkg/report/report.js";
import { INTERNAL_ERROR } from "../internal-error.js";
import { UsageError } from "../usage-error.js";

/** @import { Plan } from "../../pkg/types.js" */

/** @returns {typeof Reporting} the loaded core; loading it again is free */
export function load() {
  initSync({ module: readFileSync(`${__dirname}/../pkg/report/report_bg.wasm`) });
  return Reporting;
}

/**
 * The plan for a run that cannot continue. Never throws.
 *
 * @param {unknown} error
 * @returns {Readonly<Plan>}
 */
export function failed(error) {
  if (!(error instanceof UsageError)) {
    return INTERNAL_ERROR;
  }
  try {
    load();
    return failure(error.message.toWellFormed());
  } catch {
    return INTERNAL_ERROR;
  }
}
