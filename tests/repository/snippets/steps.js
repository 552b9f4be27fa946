/** Steps of a job, run by `act` with the shipped action on an issue that lacks nearly everything. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

import { parse, stringify } from "yaml";

import { tool } from "../tools.js";
import { ROOT, load, project } from "./place.js";
import { hasJq } from "./shell.js";
import { checkSteps } from "./workflows.js";

/** @import { TestContext } from "node:test" */
/** @import { Block } from "./blocks.js" */

const ISSUE = { number: 7, title: "x", body: "introduced-in=v1.2.3", labels: [{ name: "patch-release" }], state: "open" };

/** The contents of the repository at the action's address. */
const SHIPPED = ["action.yml", "dist", "pkg"];

/** @param {Block} block */
export const claims = ({ language, text }) => ["yaml", "yml"].includes(language) && /^\s*- /.test(text);

/**
 * @param {Block} block
 * @param {TestContext} t
 */
export async function check({ text }, t) {
  const steps = parse(text, { strict: true });
  checkSteps(steps);
  const act = hasJq(t) ? tool(t, "act") : null;
  if (act === null) return;
  const log = run(act, steps, t);
  const { validate } = await load("node.js");
  for (const { rule, message } of validate(ISSUE).diagnostics) {
    assert.ok(log.includes(`| ${rule}: ${message}\n`), `${rule} is not in ${log}`);
  }
}

/**
 * @param {string} act
 * @param {any[]} steps
 * @param {TestContext} t
 * @returns {string} the log
 */
function run(act, steps, t) {
  // Without a token the action makes no request.
  const offline = steps.map((step) => (step.uses ? { ...step, with: { ...step.with, token: "" } } : step));
  const workflow = stringify({ on: "issues", jobs: { judge: { "runs-on": "ubuntu-latest", steps: offline } } });
  const repository = { name: "r", full_name: "o/r", default_branch: "main", owner: { login: "o" } };
  const event = JSON.stringify({ action: "opened", issue: ISSUE, repository });
  const folder = project(t, { "workflow.yml": workflow, "event.json": event });
  for (const name of ["caller", "action", "home"]) mkdirSync(join(folder, name));
  for (const name of SHIPPED) cpSync(join(ROOT, name), join(folder, "action", name), { recursive: true });
  const words = ["issues", "--workflows=../workflow.yml", "--eventpath=../event.json", "--no-cache-server", "--action-offline-mode"];
  words.push("--platform=ubuntu-latest=-self-hosted", `--local-repository=patch-release-issues/action@v1=${join(folder, "action")}`);
  const home = join(folder, "home");
  const env = { HOME: home, XDG_CACHE_HOME: home, PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}` };
  const { status, stdout, stderr } = spawnSync(act, [...words, "--env=GITHUB_REPOSITORY=o/r"], { cwd: join(folder, "caller"), encoding: "utf8", env });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}
