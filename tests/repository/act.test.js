/** The reusable workflow, called by another repository's workflow, run by `act` against a fake GitHub. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { NAME, TOKEN } from "../fake-github/caller.js";
import { systemClock } from "../fake-github/clock.js";
import { ACTIONS } from "../fake-github/forge.js";
import { GitHub } from "../fake-github/github.js";
import { serve } from "../fake-github/server.js";
import { payload, declaredOutputs } from "../runner/harness.js";
import { tool } from "./tools.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The contents of the repository at the action's address. */
const SHIPPED = [".github", "action.yml", "dist", "pkg"];

/** The example, followed by a job that reads the outputs. */
const CALLER = `${readFileSync(join(ROOT, "docs/examples/reusable.yml"), "utf8")}      fail-on: never
  after:
    needs: validate
    runs-on: ubuntu-latest
    steps:
      - env:
          OUTPUTS: \${{ toJSON(needs.validate.outputs) }}
        run: printf '%s' "$OUTPUTS" > "$OUTPUTS_FILE"
`;

/** An issue that lacks nearly everything, in a repository that contains what the issue names. */
function start() {
  const github = new GitHub(systemClock);
  const repository = github.forge.addRepository(NAME);
  const permissions = /** @type {const} */ ({ issues: "write", contents: "read", "pull-requests": "read" });
  github.forge.addToken(TOKEN, { repository: NAME, permissions });
  const { issue } = payload({ body: "```release\nintroduced-in=v1.6.2\n```\n" });
  const labels = issue.labels.map(({ name }) => name);
  github.journal.clear();
  return { github, given: issue, issue: repository.addIssue({ number: issue.number, title: issue.title, body: issue.body, labels }) };
}

/**
 * A folder with the caller's repository, the action's repository, and a home folder.
 *
 * @param {object} given the issue in the event
 */
function lay(given) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  const [caller, action, home] = ["caller", "action", "home"].map((name) => join(folder, name));
  for (const path of [caller, action, home]) {
    mkdirSync(path ?? "");
  }
  for (const path of SHIPPED) {
    cpSync(join(ROOT, path), join(action ?? "", path), { recursive: true });
  }
  writeFileSync(join(folder, "workflow.yml"), CALLER);
  const [owner, name] = NAME.split("/");
  const repository = { name, full_name: NAME, default_branch: "master", owner: { login: owner } };
  writeFileSync(join(folder, "event.json"), JSON.stringify({ action: "edited", issue: given, repository }));
  return { folder, caller: caller ?? "", action: action ?? "", home: home ?? "" };
}

/**
 * Runs the workflow.
 *
 * @param {string} act
 * @param {ReturnType<typeof lay>} place
 * @param {Record<string, string>} env the variables of the jobs
 * @param {string} [event]
 * @returns {Promise<{ code: number | null, log: string }>}
 */
function runWorkflow(act, { folder, caller, action, home }, env, event = "issues") {
  const words = [event, `--workflows=${join(folder, "workflow.yml")}`, `--eventpath=${join(folder, "event.json")}`];
  words.push("--platform=ubuntu-latest=-self-hosted", `--secret=GITHUB_TOKEN=${TOKEN}`, "--no-cache-server", "--action-offline-mode");
  words.push(`--local-repository=patch-release-issues/action@v1=${action}`);
  words.push(...Object.entries(env).map(([name, value]) => `--env=${name}=${value}`));
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  const child = spawn(act, words, { cwd: caller, env: { HOME: home, PATH: path, XDG_CACHE_HOME: home }, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (chunk) => (log += chunk));
  child.stderr.on("data", (chunk) => (log += chunk));
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (code) => resolve({ code, log })));
}

test("a workflow calls the reusable one, and its next job sees the outputs", async (t) => {
  const act = tool(t, "act");
  if (!act) {
    return;
  }
  const { github, given, issue } = start();
  const place = lay(given);
  const served = await serve(github);
  const file = join(place.folder, "outputs.json");
  const { code, log } = await runWorkflow(act, place, { ...served.env, GITHUB_REPOSITORY: NAME, OUTPUTS_FILE: file });
  await served.close();
  assert.equal(code, 0, log);
  const outputs = JSON.parse(readFileSync(file, "utf8"));
  assert.deepEqual(Object.keys(outputs).sort(), declaredOutputs().sort());
  assert.deepEqual([outputs.valid, outputs["introduced-in"], outputs.sigs], ["false", '["v1.6.2"]', '["cli"]']);
  assert.equal(JSON.parse(outputs.result).issue.number, given.number);
  assert.deepEqual(issue.comments.map(({ author }) => author?.login), [ACTIONS]);
  assert.deepEqual([github.journal.violations, github.journal.strays], [[], []]);
  assert.ok(!log.includes(TOKEN));
  rmSync(place.folder, { recursive: true });
});

test("a schedule sweeps: every issue gets its labels and its comment", async (t) => {
  const act = tool(t, "act");
  if (!act) {
    return;
  }
  const { github, given, issue } = start();
  const other = issue.repository.addIssue({ body: "Nothing.", labels: ["patch-release"] });
  const place = lay(given);
  writeFileSync(join(place.folder, "event.json"), JSON.stringify({ schedule: "23 * * * *" }));
  const served = await serve(github);
  const file = join(place.folder, "outputs.json");
  const { code, log } = await runWorkflow(act, place, { ...served.env, GITHUB_REPOSITORY: NAME, OUTPUTS_FILE: file }, "schedule");
  await served.close();
  assert.equal(code, 0, log);
  const outputs = JSON.parse(readFileSync(file, "utf8"));
  assert.deepEqual([outputs.swept, outputs.changed, outputs.invalid], ["2", "2", "2"]);
  for (const { comments, labels } of [issue, other]) {
    assert.deepEqual(comments.map(({ author }) => author?.login), [ACTIONS]);
    assert.ok([...labels].some(({ name }) => name === "patch-release/incomplete"));
  }
  assert.deepEqual([github.journal.violations, github.journal.strays], [[], []]);
  assert.ok(!log.includes(TOKEN));
  rmSync(place.folder, { recursive: true });
});
