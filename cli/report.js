/** \`report\`: the report action's own code, on files or on GitHub. */

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";

import { runReport } from "../action/report/run.js";
import { UsageError } from "../action/usage-error.js";
import { connected, github } from "./connection.js";
import { load } from "./core.js";
import { readPolicy } from "./policy.js";
import { printError } from "./print.js";
import { Stop, WrongOptions } from "./stop.js";
import { findToken } from "./token.js";

/** @import { Command } from "./core.js" */

/** The time between two lines about progress, in milliseconds. */
const PAUSE = 1_000;

/** @type {Command} */
export async function report({ values, positionals: dumps, env }) {
  const fetched = /** @type {string[]} */ (values.fetch);
  if (dumps.length + fetched.length + values.merge.length === 0) {
    throw new WrongOptions("name a dump, or a repository with --fetch owner/repo");
  }
  for (const path of [...dumps, ...values.merge]) {
    if (!existsSync(path) || path.includes("\n")) {
      throw new Stop(`${path}: there is no such file`);
    }
  }
  const token = fetched.length > 0 ? findToken(env) : "";
  const inputs = inputsOf(values, dumps, fetched, token, fetched.length > 0 ? connected(env) : env);
  const { policy, shared } = await readPolicy(values.policy, env);
  const connect = () => github().connectForReport(inputs, token);
  const print = (/** @type {readonly string[]} */ lines) => printError(lines.map((line) => `${line}\n`).join(""));
  try {
    const end = await runReport(inputs, { connect, load, print, policy: policy ?? "", shared, pause: PAUSE });
    const stderr = `${[...end.log.map(plain), `the report is in ${values.output}`].join("\n")}\n`;
    return { stdout: "", stderr, exitCode: 0, writes: [], labels: [] };
  } catch (error) {
    throw error instanceof UsageError ? new Stop(error.message) : error;
  }
}

/**
 * The environment of an action with these inputs.
 *
 * @param {Record<string, any>} values
 * @param {string[]} dumps
 * @param {string[]} fetched
 * @param {string} token
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function inputsOf(values, dumps, fetched, token, env) {
  const output = resolve(values.output);
  return {
    ...env,
    INPUT_TOKEN: token,
    INPUT_REPOSITORIES: fetched.join(" "),
    INPUT_ISSUES: dumps.join("\n"),
    INPUT_MERGE: values.merge.join("\n"),
    INPUT_PREVIOUS: values.previous ?? "",
    INPUT_OUTPUT: output,
    INPUT_VERSIONS: values.versions,
    INPUT_POLICY: "",
    "INPUT_TRACKING-ISSUE": "",
    GITHUB_REPOSITORY: fetched[0] ?? "",
    GITHUB_WORKSPACE: process.cwd(),
    RUNNER_TEMP: dirname(output),
  };
}

/**
 * A line of the action's log, which may be a workflow command, as plain text.
 *
 * @param {string} line
 */
function plain(line) {
  const [, kind, message] = /^::(\w+)[^:]*::(.*)$/.exec(line) ?? [];
  if (message === undefined) {
    return line;
  }
  const text = message.replaceAll("%0A", "\n").replaceAll("%0D", "").replaceAll("%25", "%");
  return `${kind}: ${text}`;
}
