/**
 * The action: reads the event, asks the core for a plan and carries it out. It makes no decisions.
 */

import { INTERNAL_ERROR } from "./internal-error.js";
import { carryOut } from "./runner.js";
import { UsageError } from "./usage-error.js";
import { failure, plan, startSweep } from "./validate/core.js";
import { readEvent, readToken } from "./validate/inputs.js";
import { run } from "./validate/run.js";
import { sweep } from "./validate/sweep.js";

/** Requests are in a bundle of their own, because most runs make none. */
function connect() {
  return require("./github.cjs").connect(process.env, readToken(process.env));
}

/** @param {import("../pkg/types.js").Event} event */
function sweepAll(event) {
  return sweep(event, startSweep, require("./github.cjs").connectForSweep(process.env, readToken(process.env)));
}

async function main() {
  carryOut(await run(readEvent(process.env), plan, connect, sweepAll), process.env);
}

main().catch((error) => {
  carryOut(error instanceof UsageError ? failure(error.message) : INTERNAL_ERROR, process.env);
});
