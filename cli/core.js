/** Loads the module that makes the decisions. No other file of the command line imports it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Reporting, initSync, runCommand } from "../pkg/report/report.js";

/**
 * @typedef {object} Printed
 * @property {string} stdout
 * @property {string} stderr
 * @property {number} exitCode
 * @property {[name: string, text: string][]} writes
 * @property {{ name: string, color: string, description: string }[]} labels
 */

/**
 * A command: its options, its other words, and the environment.
 *
 * @typedef {(given: { values: Record<string, any>, positionals: string[], env: NodeJS.ProcessEnv }) => Promise<Printed>} Command
 */

/** @returns {typeof Reporting} the loaded core; loading it again is free */
export function load() {
  initSync({ module: readFileSync(join(__dirname, "report/report_bg.wasm")) });
  return Reporting;
}

/**
 * Runs a command. Nothing is printed or written yet.
 *
 * @param {object} request in the form of `CommandRequest`, in src/command_line/request.rs
 * @returns {Printed}
 */
export function run(request) {
  load();
  return JSON.parse(runCommand(JSON.stringify(request, (_, value) => (typeof value === "string" ? value.toWellFormed() : value))));
}
