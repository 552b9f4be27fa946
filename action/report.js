/**
 * The report action: reads files or asks GitHub, and writes the report that the core makes. It makes no decisions.
 */

import { join } from "node:path";

import { composePage } from "./report/compose-page.js";
import { failed, load } from "./report/core.js";
import { readInputs } from "./report/inputs.js";
import { runReport } from "./report/run.js";
import { carryOut, print } from "./runner.js";

/** Requests are in a bundle of their own, because a report from a dump makes none. */
function connect() {
  return require("./github.cjs").connectForReport(process.env, readInputs(process.env).token);
}

const page = () => composePage(join(__dirname, ".."));

runReport(process.env, { connect, load, print, composePage: page }).then(
  (end) => carryOut(end, process.env),
  (error) => carryOut(failed(error), process.env),
);
