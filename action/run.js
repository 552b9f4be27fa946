/**
 * A run that asks GitHub or reads a policy. It is a bundle of its own, with the larger part of the core, because a run
 * that does neither starts faster without.
 */

import { plan, startSweep } from "./validate/core.js";
import { readToken } from "./validate/inputs.js";
import { run } from "./validate/run.js";
import { sweep } from "./validate/sweep.js";

/** @import { Event, Plan } from "../pkg/types.js" */

/** Requests are in a bundle of their own, because a run with a policy may make none. */
function connect() {
  return require("./github.cjs").connect(process.env, readToken(process.env));
}

/** @param {Event} event */
function sweepAll(event) {
  return sweep(event, startSweep, require("./github.cjs").connectForSweep(process.env, readToken(process.env)));
}

/**
 * Runs the action for an event, up to the end that is left to carry out.
 *
 * @param {Event} event
 * @returns {Promise<Plan>}
 * @throws {Error} when the core fails
 */
export async function runOnline(event) {
  return run(event, plan, connect, sweepAll);
}
