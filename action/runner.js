/**
 * Gives a plan's results to the runner: log, job summary, outputs and exit code. No other file prints.
 */

import { appendFileSync, writeSync } from "node:fs";

import { UsageError, errorCode } from "./usage-error.js";

/** @import { Plan } from "../pkg/types.js" */

const STANDARD_OUTPUT = 1;

/**
 * The end of a run, as bytes that are written as they are.
 *
 * @typedef {object} End
 * @property {number} exitCode
 * @property {Uint8Array} log workflow commands, complete and escaped
 * @property {Uint8Array} summary Markdown
 * @property {Uint8Array} outputs in the form of the runner's file commands
 */

/**
 * Carries out a plan.
 *
 * @param {Readonly<Pick<Plan, "exitCode" | "log" | "outputs" | "summary">>} plan
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @throws {UsageError} when a file that the runner named cannot be written
 */
export function carryOut({ exitCode, log, outputs, summary }, env) {
  const set = Buffer.from(outputs.map(fileCommand).join(""));
  finish({ exitCode, log: Buffer.from(lines(log)), summary: Buffer.from(summary), outputs: set }, env);
}

/**
 * Carries out the end of a run.
 *
 * @param {End} end
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @throws {UsageError} when a file that the runner named cannot be written
 */
export function finish({ exitCode, log, summary, outputs }, env) {
  process.exitCode = exitCode;
  write(log);
  append("GITHUB_STEP_SUMMARY", env, summary);
  append("GITHUB_OUTPUT", env, outputs);
}

/**
 * Prints lines.
 *
 * @param {readonly string[]} log escaped already
 */
export function print(log) {
  write(Buffer.from(lines(log)));
}

/** @param {readonly string[]} log */
function lines(log) {
  return log.map((line) => `${line}\n`).join("");
}

/**
 * Prints without `process.stdout`: loading it takes a fifth of Node's start-up time (bench/README.md).
 *
 * @param {Uint8Array} bytes
 */
function write(bytes) {
  while (bytes.length > 0) {
    bytes = bytes.subarray(writeSome(bytes));
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {number} the number of bytes written
 */
function writeSome(bytes) {
  try {
    return writeSync(STANDARD_OUTPUT, bytes);
  } catch (error) {
    if (errorCode(error) !== "EAGAIN") {
      throw error;
    }
    sleep(1);
    return 0;
  }
}

/** @param {number} milliseconds */
function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/**
 * Appends to a file that the runner named. Does nothing if it named none, as in an old runner or a shell.
 *
 * @param {"GITHUB_OUTPUT" | "GITHUB_STEP_SUMMARY"} variable
 * @param {NodeJS.ProcessEnv} env
 * @param {Uint8Array} bytes
 */
function append(variable, env, bytes) {
  const path = env[variable];
  if (!path || bytes.length === 0) {
    return;
  }
  try {
    appendFileSync(path, bytes);
  } catch (error) {
    throw new UsageError(`the file that ${variable} names cannot be written (${errorCode(error)}): check the runner's disk`);
  }
}

/**
 * Formats an output as the toolkit's file commands do.
 *
 * @param {readonly [name: string, value: string]} output
 */
function fileCommand([name, value]) {
  const end = delimiter(name + value);
  return `${name}<<${end}\n${value}\n${end}\n`;
}

/**
 * A delimiter that does not occur in `text`. That alone makes it safe; the randomness is an additional protection.
 * Loading `node:crypto` would take a sixth of Node's start-up time (bench/README.md).
 *
 * @param {string} text
 * @returns {string}
 */
function delimiter(text) {
  for (;;) {
    const candidate = `ghadelimiter_${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
    if (!text.includes(candidate)) {
      return candidate;
    }
  }
}
