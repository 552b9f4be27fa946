/** Runs the shipped bundle as a runner does: in a process with a minimal environment, and files for its results. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { findCommands } from "./commands.js";
import { readFileCommands } from "./file-commands.js";

/** The bundle that `action.yml` names. */
export const BUNDLE = fileURLToPath(new URL("../../dist/validate.cjs", import.meta.url));

/**
 * @typedef {object} Run
 * @property {unknown} [payload] the event payload; a string is the file's literal text
 * @property {string} [event] the event's name, default `issues`
 * @property {string} [failOn] the input, default absent
 * @property {Record<string, string | undefined>} [env] additional variables; undefined removes one
 * @property {string} [bundle] by default the shipped one
 * @property {string[]} [wrapper] a program and its arguments that start Node, such as `unshare -rn`
 * @property {string[]} [options] options for Node
 */

/**
 * @typedef {object} Result
 * @property {number | null} code the exit code; null when a signal ended the process
 * @property {string} stdout
 * @property {string} stderr
 * @property {import("./commands.js").Command[]} commands those that a runner finds in both
 * @property {[name: string, value: string][]} outputs as a runner reads them
 * @property {string} summary Markdown
 * @property {number} ms the duration
 */

/**
 * Runs the action once.
 *
 * @param {Run} run
 * @returns {Result}
 */
export function runAction(run) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  try {
    return runIn(folder, run);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs the action while this process continues, for example as the GitHub that the action talks to.
 *
 * @param {Run} run
 * @returns {Promise<Result>}
 */
export async function startAction(run) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  try {
    const { program, words, env } = prepare(folder, run);
    const start = performance.now();
    const child = spawn(program, words, { cwd: folder, env });
    const printed = [child.stdout, child.stderr].map((stream) => stream.setEncoding("utf8").toArray());
    const [status] = await once(child, "close");
    const [stdout = "", stderr = ""] = (await Promise.all(printed)).map((texts) => texts.join(""));
    return collect(folder, { status, stdout, stderr }, performance.now() - start);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {Run} run
 * @returns {Result}
 */
function runIn(folder, run) {
  const { program, words, env } = prepare(folder, run);
  const start = performance.now();
  const ended = spawnSync(program, words, { cwd: folder, encoding: "utf8", env, maxBuffer: 1 << 26 });
  if (ended.error) {
    throw ended.error;
  }
  return collect(folder, ended, performance.now() - start);
}

/**
 * Writes the files that a runner makes.
 *
 * @param {string} folder
 * @param {Run} run
 * @returns {{ program: string, words: string[], env: NodeJS.ProcessEnv }}
 */
function prepare(folder, run) {
  const { event, output, summary } = files(folder);
  const { payload = {} } = run;
  writeFileSync(event, typeof payload === "string" ? payload : JSON.stringify(payload));
  writeFileSync(output, "");
  writeFileSync(summary, "");
  const env = {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: run.event ?? "issues",
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    "INPUT_FAIL-ON": run.failOn,
    ...run.env,
  };
  const node = [process.execPath, ...(run.options ?? []), run.bundle ?? BUNDLE];
  const [program = "", ...words] = [...(run.wrapper ?? []), ...node];
  return { program, words, env };
}

/** @param {string} folder */
function files(folder) {
  return { event: join(folder, "event.json"), output: join(folder, "output"), summary: join(folder, "summary") };
}

/**
 * @param {string} folder
 * @param {{ status: number | null, stdout: string, stderr: string }} ended
 * @param {number} ms
 * @returns {Result}
 */
function collect(folder, { status, stdout, stderr }, ms) {
  const { output, summary } = files(folder);
  return {
    code: status,
    stdout,
    stderr,
    commands: [...findCommands(stdout), ...findCommands(stderr)],
    outputs: readFileCommands(readFileSync(output, "utf8")),
    summary: readFileSync(summary, "utf8"),
    ms,
  };
}

/**
 * The names of the outputs that `action.yml` declares, in its order.
 *
 * @returns {string[]}
 */
export function declaredOutputs() {
  const text = readFileSync(new URL("../../action.yml", import.meta.url), "utf8");
  const section = /^outputs:\n((?: .*\n|\n)*)/m.exec(text)?.[1] ?? "";
  return [...section.matchAll(/^  ([a-z-]+):$/gm)].map(([, name = ""]) => name);
}

/**
 * An `issues` payload as GitHub sends it, reduced to the relevant members.
 *
 * @param {Record<string, unknown>} [issue] members that differ
 */
export function payload(issue = {}) {
  return { action: "edited", issue: { ...ISSUE, ...issue } };
}

/**
 * The event for that payload, as the action passes it to the core: without a token.
 *
 * @param {Record<string, unknown>} [issue] members that differ
 * @returns {import("../../pkg/types.js").Event}
 */
export function event(issue) {
  const payloadIssue = /** @type {import("../../pkg/types.js").Issue} */ (/** @type {unknown} */ (payload(issue).issue));
  return {
    name: "issues",
    repository: "kubernetes/kubernetes",
    ref: "refs/heads/master",
    payload: { issue: payloadIssue, repository: { default_branch: "master" } },
    inputs: {},
    hasToken: false,
    policy: null,
    answers: [],
    round: 0,
    done: [],
    troubles: [],
  };
}

const ISSUE = {
  number: 43210,
  title: "kubectl apply drops a field",
  body: "",
  labels: [{ name: "patch-release" }, { name: "priority/critical-urgent" }, { name: "sig/cli" }],
  state: "open",
  state_reason: null,
  html_url: "https://github.com/kubernetes/kubernetes/issues/43210",
};
