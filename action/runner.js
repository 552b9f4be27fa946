/**
 * Gives a plan's results to the runner: log, job summary, outputs and exit code. No other file prints.
 */

import { appendFileSync, writeSync } from "node:fs";

import { UsageError, errorCode } from "./usage-error.js";

/** @import { Plan } from "../pkg/types.js" */

const STANDARD_OUTPUT = 1;

/**
 * Carries out a plan.
 *
 * @param {Readonly<Pick<Plan, "exitCode" | "log" | "outputs" | "summary">>} plan
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @throws {UsageError} when a file that the runner named cannot be written
 */
export function carryOut(plan, env) {
  process.exitCode = plan.exitCode;
  print(plan.log);
  append("GITHUB_STEP_SUMMARY", env, plan.summary);
  append("GITHUB_OUTPUT", env, plan.outputs.map(fileCommand).join(""));
}

/**
 * Prints lines without `process.stdout`: loading it takes a fifth of Node's start-up time (bench/README.md).
 *
 * @param {readonly string[]} lines escaped already
 */
export function print(lines) {
  let bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  while (bytes.length > 0) {
    bytes = bytes.subarray(writeSome(bytes));
  }
}

/**
 * @param {Buffer} bytes
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
 * @param {string} text
 */
function append(variable, env, text) {
  const path = env[variable];
  if (!path || text === "") {
    return;
  }
  try {
    appendFileSync(path, text);
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
