/** The second part of `cargo xtask demo`: runs the shipped report action on Kubernetes' real history up to one day. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { realDump } from "../../tests/core/history/make.js";

const BUNDLE = fileURLToPath(new URL("../../dist/report.cjs", import.meta.url));
const FOLDER = fileURLToPath(new URL("../../target/demo/", import.meta.url));

/** @typedef {{ title: string, text: string, page: string }} Report Markdown about the next patch releases, and the path of the page */

/**
 * @returns {Report}
 * @throws {Error} when the action fails
 */
export function makeReport() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "issues.json"), JSON.stringify(realDump({ on: "2018-07-16", since: "2018-01-01", planned: true })));
  writeFileSync(join(FOLDER, "policy.yml"), "maintained: 4\n");
  runAction();
  const text = readFileSync(join(FOLDER, "known-issues/known-issues.md"), "utf8");
  // Only what changed and the next releases are shown: release managers look for them.
  const end = text.indexOf("\n### First release");
  return { title: "Known issues of Kubernetes, as of July 2018", text: text.slice(0, end), page: join(FOLDER, "known-issues/index.html") };
}

function runAction() {
  const env = {
    GITHUB_OUTPUT: join(FOLDER, "output"),
    GITHUB_REPOSITORY: "kubernetes/kubernetes",
    GITHUB_STEP_SUMMARY: join(FOLDER, "summary.md"),
    GITHUB_WORKSPACE: FOLDER,
    INPUT_ISSUES: "issues.json",
    INPUT_OUTPUT: "known-issues",
    INPUT_POLICY: "policy.yml",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE], { cwd: FOLDER, encoding: "utf8", env });
  if (status !== 0) {
    throw new Error(`the report action ended with exit code ${status}:\n${stdout}${stderr}`);
  }
}
