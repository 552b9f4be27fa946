/**
 * Loads `pkg/action/`, which makes the decisions. No other file imports it. This file knows nothing about the runner, event
 * files or logs.
 */

import { readFileSync } from "node:fs";

import { Sweep, failure as coreFailure, initSync, plan as corePlan } from "../../pkg/action/action.js";
import { INTERNAL_ERROR } from "../internal-error.js";

/** @import { Event, Plan } from "../../pkg/types.js" */

/**
 * For descriptions of more than this length, in UTF-16 code units, V8 optimises the core's code in threads while it
 * runs, and the process waits for them at exit. Preventing that costs 1.6 ms and saves up to a third (bench/README.md).
 */
const LONG = 6_000;

/**
 * Decides what to do about an event. All its strings must be well-formed.
 *
 * @param {Event} event
 * @returns {Plan}
 * @throws {Error} when the core cannot be loaded or traps; after a trap the instance must not be used again
 */
export function plan(event) {
  if ((event.payload.issue?.body?.length ?? 0) > LONG) {
    process.getBuiltinModule("node:v8").setFlagsFromString("--wasm-tiering-budget=1000000000");
  }
  load();
  return corePlan(event);
}

/**
 * Starts a sweep.
 *
 * @param {Event} event as it was passed to `plan`
 * @param {number} now milliseconds since 1970
 * @returns {Sweep}
 */
export function startSweep(event, now) {
  return new Sweep(event, now);
}

/**
 * The plan for a run that cannot continue. It prints the escaped `message` and fails. Never throws.
 *
 * @param {string} message says what is wrong, where, and what to do; may contain untrusted text
 * @returns {Readonly<Plan>}
 */
export function failure(message) {
  try {
    load();
    return coreFailure(message.toWellFormed());
  } catch {
    return INTERNAL_ERROR;
  }
}

let isLoaded = false;

/** Loads the core, once. */
function load() {
  if (!isLoaded) {
    initSync({ module: readFileSync(`${__dirname}/../pkg/action/action_bg.wasm`) });
    isLoaded = true;
  }
}
