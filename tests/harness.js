/** Runs the shipped bundle as a runner does: a process, a scrubbed environment, files for what it answers. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { findCommands } from "./runner/commands.js";
import { readFileCommands } from "./runner/file-commands.js";

/** The bundle that `action.yml` names. */
export const BUNDLE = fileURLToPath(new URL("../dist/validate.cjs", import.meta.url));

/**
 * @typedef {object} Run
 * @property {unknown} [payload] the event payload; a string is the file's text as it is
 * @property {string} [event] the event's name, default `issues`
 * @property {string} [failOn] the input, default absent
 * @property {Record<string, string | undefined>} [env] on top; undefined removes
 * @property {string} [bundle] default the shipped one
 * @property {string[]} [wrapper] a program and its arguments that start Node, such as `unshare -rn`
 * @property {string[]} [options] Node's own
 */

/**
 * @typedef {object} Result
 * @property {number | null} code the exit code; null when a signal ended the process
 * @property {string} stdout
 * @property {string} stderr
 * @property {import("./runner/commands.js").Command[]} commands what a runner finds in both
 * @property {[name: string, value: string][]} outputs as a runner reads them
 * @property {string} summary Markdown
 * @property {number} ms from start to end
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
 * @param {string} folder
 * @param {Run} run
 * @returns {Result}
 */
function runIn(folder, run) {
  const [event, output, summary] = [join(folder, "event.json"), join(folder, "output"), join(folder, "summary")];
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
  const start = performance.now();
  const { status, stdout, stderr, error } = startNode(run, env, folder);
  const ms = performance.now() - start;
  if (error) {
    throw error;
  }
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
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd
 */
function startNode(run, env, cwd) {
  const node = [process.execPath, ...(run.options ?? []), run.bundle ?? BUNDLE];
  const [program = "", ...words] = [...(run.wrapper ?? []), ...node];
  return spawnSync(program, words, { cwd, encoding: "utf8", env, maxBuffer: 1 << 26 });
}

/**
 * The names of the outputs that `action.yml` declares, in its order.
 *
 * @returns {string[]}
 */
export function declaredOutputs() {
  const text = readFileSync(new URL("../action.yml", import.meta.url), "utf8");
  const section = /^outputs:\n((?: .*\n|\n)*)/m.exec(text)?.[1] ?? "";
  return [...section.matchAll(/^  ([a-z-]+):$/gm)].map(([, name = ""]) => name);
}

/**
 * An `issues` payload as GitHub sends it, cut to what matters.
 *
 * @param {Record<string, unknown>} [issue] members that differ
 */
export function payload(issue = {}) {
  return { action: "edited", issue: { ...ISSUE, ...issue } };
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
