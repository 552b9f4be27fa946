/**
 * The runner's side of a plan: log, job summary, outputs and exit code. The only file that prints.
 */

import { appendFileSync, writeSync } from "node:fs";

import { UsageError, errorCode } from "./usage-error.js";

/** @import { Plan } from "../pkg/types.js" */

const STANDARD_OUTPUT = 1;

/**
 * Carries out a plan, as it is.
 *
 * @param {Readonly<Pick<Plan, "exitCode" | "log" | "outputs" | "summary">>} plan
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @throws {UsageError} when the runner named a file that cannot be written
 */
export function carryOut(plan, env) {
  process.exitCode = plan.exitCode;
  print(plan.log);
  append("GITHUB_STEP_SUMMARY", env, plan.summary);
  append("GITHUB_OUTPUT", env, plan.outputs.map(fileCommand).join(""));
}

/**
 * Not `process.stdout`: to load it costs a fifth of the time that Node needs to start (bench/README.md).
 *
 * @param {readonly string[]} lines harmless ones
 */
export function print(lines) {
  let bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  while (bytes.length > 0) {
    bytes = bytes.subarray(writeSome(bytes));
  }
}

/**
 * @param {Buffer} bytes
 * @returns {number} how many were written
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
 * Appends to a file that the runner named. Where it named none (an old runner, a shell) there is nobody to tell.
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
 * An output in the toolkit's file-command format.
 *
 * @param {readonly [name: string, value: string]} output
 */
function fileCommand([name, value]) {
  const end = delimiter(name + value);
  return `${name}<<${end}\n${value}\n${end}\n`;
}

/**
 * A delimiter that does not occur in `text`, which is what makes it safe; that it is random is a second lock.
 * `node:crypto` would cost a sixth of the time that Node needs to start (bench/README.md).
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
