/**
 * The report action: reads files or asks GitHub, and writes what the core makes of it. It decides nothing.
 */

import { failed, load } from "./report/core.js";
import { readInputs } from "./report/inputs.js";
import { runReport } from "./report/run.js";
import { carryOut, print } from "./runner.js";

/** A report from a dump makes no request: what makes them is a bundle of its own. */
function connect() {
  return require("./github.cjs").connectForReport(process.env, readInputs(process.env).token);
}

runReport(process.env, { connect, load, print }).then(
  (end) => carryOut(end, process.env),
  (error) => carryOut(failed(error), process.env),
);
