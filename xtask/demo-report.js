/** The second part of `cargo xtask demo`: the shipped report action, on Kubernetes' real history as it was one day. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAKE = fileURLToPath(new URL("../tests/core/history/make.js", import.meta.url));
const BUNDLE = fileURLToPath(new URL("../dist/report.cjs", import.meta.url));
const FOLDER = fileURLToPath(new URL("../target/demo/", import.meta.url));
const DAY = "2018-07-16";

/**
 * Makes the report, and tells what it says about the next patch releases.
 *
 * @returns {{ text: string, page: string }} Markdown, and where the page is
 * @throws {Error} when the action fails
 */
export function report() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const { stdout: dump } = node([MAKE, "--on", DAY, "--since", "2018-01-01", "--planned"], {});
  writeFileSync(join(FOLDER, "issues.json"), dump);
  writeFileSync(join(FOLDER, "policy.yml"), "maintained: 4\n");
  const env = {
    GITHUB_REPOSITORY: "kubernetes/kubernetes",
    GITHUB_WORKSPACE: FOLDER,
    GITHUB_OUTPUT: join(FOLDER, "output"),
    GITHUB_STEP_SUMMARY: join(FOLDER, "summary.md"),
    INPUT_ISSUES: "issues.json",
    INPUT_OUTPUT: "known-issues",
    INPUT_POLICY: "policy.yml",
  };
  node([BUNDLE], env);
  return {
    text: readFileSync(join(FOLDER, "known-issues/known-issues.md"), "utf8"),
    page: join(FOLDER, "known-issues/index.html"),
  };
}

/**
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 */
function node(words, env) {
  const run = spawnSync(process.execPath, words, { cwd: FOLDER, encoding: "utf8", env, maxBuffer: 1 << 28 });
  if (run.status !== 0) {
    throw new Error(`${words[0]} ended with ${run.status}:\n${run.stdout}${run.stderr}`);
  }
  return run;
}
