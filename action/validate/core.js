/**
 * Loads `pkg/action/`, which makes the decisions about runs that ask GitHub or read a policy. This file knows nothing
 * about the runner, event files or logs.
 */

import { readFileSync } from "node:fs";

import { Sweep, initSync, plan as corePlan } from "../../pkg/action/action.js";
import { tune } from "./tune.js";

/** @import { Event, Plan } from "../../pkg/types.js" */

/**
 * Decides what to do about an event. All its strings must be well-formed.
 *
 * @param {Event} event
 * @returns {Plan}
 * @throws {Error} when the core cannot be loaded or traps; after a trap the instance must not be used again
 */
export function plan(event) {
  if (!isLoaded) {
    tune(event);
    initSync({ module: readFileSync(`${__dirname}/../pkg/action/action_bg.wasm`) });
    isLoaded = true;
  }
  return corePlan(event);
}

let isLoaded = false;

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
