/** Runs the shipped action as a runner does: in a process, with few variables, and files for the event and results. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @import { IssueEvent } from "./event.js" */
/** @import { LocalGitHub } from "./local-github.js" */

/** @typedef {{ code: number | null, log: string, summary: string, outputs: [name: string, value: string][], ms: number }} Result */

const BUNDLE = fileURLToPath(new URL("../../dist/validate.cjs", import.meta.url));

/**
 * @param {IssueEvent} event
 * @param {LocalGitHub} github
 * @param {string} [policy] the name of the policy file that the stand-in for GitHub has
 * @returns {Promise<Result>}
 */
export async function runAction(event, github, policy) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-demo-"));
  try {
    return await runIn(folder, event, { ...variables(folder, github), ...(policy !== undefined && { INPUT_POLICY: policy }) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {IssueEvent} event
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Result>}
 */
async function runIn(folder, event, env) {
  const [summary, output] = [join(folder, "summary"), join(folder, "output")];
  writeFileSync(join(folder, "event.json"), JSON.stringify(event));
  writeFileSync(summary, "");
  writeFileSync(output, "");
  const start = performance.now();
  const child = spawn(process.execPath, [BUNDLE], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (log += text));
  }
  const [code] = await once(child, "close");
  const ms = performance.now() - start;
  return { code, log, summary: readFileSync(summary, "utf8"), outputs: readOutputs(readFileSync(output, "utf8")), ms };
}

/**
 * The token is a placeholder: the local stand-in for GitHub does not check it.
 *
 * @param {string} folder
 * @param {LocalGitHub} github
 * @returns {NodeJS.ProcessEnv}
 */
function variables(folder, { url, repository }) {
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: url,
    GITHUB_EVENT_NAME: "issues",
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_REPOSITORY: repository,
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    INPUT_FACTS: "false",
    INPUT_TOKEN: "demo",
  };
}

/**
 * Reads the step outputs. The action writes each with a delimiter, and no value contains a line break.
 *
 * @param {string} text
 * @returns {[name: string, value: string][]}
 */
function readOutputs(text) {
  return [...text.matchAll(/^([\w-]+)<<(.+)\n(.*)\n\2$/gm)].map(([, name = "", , value = ""]) => [name, value]);
}
