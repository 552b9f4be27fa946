/** The reusable workflows and the examples match the actions. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";

import { parse } from "yaml";

/** @typedef {Record<string, { description: string, default?: unknown, type?: string, value?: string }>} Members */

/** @param {string} path */
function read(path) {
  return parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
}

/** @type {{ inputs: Members, outputs: Members }} */
const action = read("action.yml");
const workflow = read(".github/workflows/validate.yml");
/** @type {{ inputs: Members, outputs: Members, secrets: object }} */
const call = workflow.on.workflow_call;
const job = workflow.jobs.validate;
const EXAMPLES = readdirSync(new URL("../../docs/examples", import.meta.url)).map((name) => `docs/examples/${name}`);

/** The same for reports. */
const reportAction = read("report/action.yml");
const reportWorkflow = read(".github/workflows/report.yml");

test("the reusable workflow has the action's inputs, the token as a secret, and the runner", () => {
  const { token, ...others } = action.inputs;
  assert.deepEqual([token?.default, Object.keys(call.secrets)], ["${{ github.token }}", ["token"]]);
  const { "runs-on": runner, ...inputs } = call.inputs;
  assert.equal(job["runs-on"], "${{ inputs.runs-on }}");
  assert.equal(runner?.default, "ubuntu-latest");
  assert.deepEqual(Object.keys(inputs), Object.keys(others));
  for (const [name, { description, default: value }] of Object.entries(others)) {
    assert.deepEqual([inputs[name]?.description, String(inputs[name]?.default)], [description, value], name);
    assert.equal(inputs[name]?.type, ["true", "false"].includes(String(value)) ? "boolean" : "string", name);
  }
});

test("the reusable workflow passes everything on", () => {
  const [step, ...more] = job.steps;
  assert.deepEqual(more, []);
  const handed = Object.keys(action.inputs).map((name) => [name, `\${{ inputs.${name} }}`]);
  assert.deepEqual(step.with, { ...Object.fromEntries(handed), token: "${{ secrets.token || github.token }}" });
  assert.deepEqual(Object.keys(call.outputs), Object.keys(action.outputs));
  for (const [name, { description }] of Object.entries(action.outputs)) {
    assert.deepEqual(call.outputs[name], { description, value: `\${{ jobs.validate.outputs.${name} }}` });
    assert.equal(job.outputs[name], `\${{ steps.${step.id}.outputs.${name} }}`);
  }
});

test("the pages show the example unchanged", () => {
  const example = readFileSync(new URL("../../docs/examples/step.yml", import.meta.url), "utf8");
  for (const path of ["README.md", "docs/install.md"]) {
    assert.ok(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8").includes(`\`\`\`yaml\n${example}\`\`\`\n`), path);
  }
});

test("every validating workflow has the same events and permissions, and no others", () => {
  const permissions = { contents: "read", issues: "write", "pull-requests": "read" };
  assert.deepEqual([workflow.permissions, job.permissions, job.concurrency["cancel-in-progress"]], [{}, permissions, false]);
  const types = ["opened", "edited", "labeled", "unlabeled", "closed", "reopened", "milestoned"];
  const examples = EXAMPLES.filter((path) => !path.includes("report"));
  for (const path of [...examples, ".github/workflows/patch-release-issues.yml"]) {
    const { on, permissions: none, jobs } = read(path);
    assert.deepEqual([none, jobs.validate.permissions], [{}, permissions], path);
    assert.ok(!JSON.stringify(jobs.validate.concurrency ?? "").includes("comment"), path);
    if (!("workflow_call" in on)) {
      assert.deepEqual([on.issues.types, on.issue_comment.types], [types, ["created"]], path);
      assert.deepEqual([on.push.tags, on.schedule.length, "workflow_dispatch" in on], [["v*"], 1, true], path);
      assert.match(jobs.validate.if, /^github\.event_name != 'issue_comment' \|\| \(/, path);
    }
  }
});

test("the workflow for reports declares the inputs that it passes to the action, with the same descriptions", () => {
  const { inputs, outputs } = reportWorkflow.on.workflow_call;
  const steps = Object.values(reportWorkflow.jobs).flatMap((/** @type {any} */ { steps }) => steps);
  const ours = steps.filter(({ uses }) => uses === "$/report");
  assert.deepEqual(ours.map(({ id }) => id), ["read", "report"]);
  for (const { with: given } of ours) {
    assert.deepEqual(Object.keys(given).filter((name) => !(name in reportAction.inputs)), []);
  }
  for (const name of ["policy", "versions"]) {
    assert.ok(ours.every(({ with: given }) => given[name] === `\${{ inputs.${name} }}`), name);
  }
  assert.equal(inputs.versions.description, reportAction.inputs.versions.description);
  assert.equal(outputs.decisions.description, reportAction.outputs.decisions.description);
});

test("callers of the workflow for reports grant exactly the permissions of its jobs", () => {
  /** @type {Record<string, string>} */
  const wanted = {};
  for (const { permissions } of Object.values(reportWorkflow.jobs)) {
    for (const [name, access] of Object.entries(permissions)) {
      wanted[name] = wanted[name] === "write" ? "write" : String(access);
    }
  }
  const { on, permissions: none, jobs } = read("docs/examples/report.yml");
  assert.deepEqual([reportWorkflow.permissions, none, jobs.report.permissions], [{}, {}, wanted]);
  const [, weekly] = on.schedule;
  assert.ok(jobs.report.with.fresh.includes(weekly.cron));
  const step = read("docs/examples/report-step.yml").jobs.report;
  const { actions, ...reading } = reportWorkflow.jobs.read.permissions;
  assert.deepEqual([actions, step.permissions], ["read", reading]);
});

test("a report is continued from an artifact of the last run, and from nothing that others can write", () => {
  const text = readFileSync(new URL("../../.github/workflows/report.yml", import.meta.url), "utf8");
  assert.doesNotMatch(text, /actions\/cache/);
  const [last, download, ours] = reportWorkflow.jobs.read.steps;
  assert.deepEqual([last.if, download.if], ["${{ !inputs.fresh }}", "${{ steps.last.outputs.run }}"]);
  assert.deepEqual([download.with.name, download.with["run-id"]], ["known-issues", "${{ steps.last.outputs.run }}"]);
  assert.equal(ours.with.previous, `${download.with.path}/known-issues.json`);
  const uploaded = reportWorkflow.jobs.report.steps.map((/** @type {any} */ step) => step.with?.name);
  assert.ok(uploaded.includes(download.with.name));
  assert.match(last.run, /status=success .*branch=\$GITHUB_REF_NAME/);
  assert.match(last.run, /select\(\.head_repository\.full_name == env\.GITHUB_REPOSITORY and \(\.event \| IN\("schedule", "workflow_dispatch", "push", "repository_dispatch"\)\)\)/);
});

/** A stand-in for `gh api`: the workflow of the run, then the last run that counts; or a failure. */
const GH = '#!/bin/bash\n[[ $FAILS == true ]] && exit 1\n[[ $2 == */actions/runs/5 ]] && echo 7 && exit\n[[ "$*" == *workflows/7/runs* ]] && printf "%s" "$LAST"\n';

test("without a last run, or when GitHub does not answer, everything is read", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "gh"), GH, { mode: 0o755 });
  for (const [more, output] of /** @type {[Record<string, string>, string][]} */ ([[{ LAST: "41" }, "run=41\n"], [{ LAST: "" }, "run=\n"], [{ FAILS: "true" }, "run=\n"]])) {
    const file = join(folder, "output");
    const env = { PATH: `${folder}${delimiter}${process.env.PATH}`, GITHUB_REPOSITORY: "o/r", GITHUB_RUN_ID: "5", GITHUB_REF_NAME: "main", GITHUB_OUTPUT: file, ...more };
    execFileSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", reportWorkflow.jobs.read.steps[0].run], { env });
    assert.equal(readFileSync(file, "utf8"), output);
    rmSync(file);
  }
});

test("the page about reports shows the examples unchanged", () => {
  const page = readFileSync(new URL("../../docs/report-action.md", import.meta.url), "utf8");
  for (const path of EXAMPLES.filter((path) => path.includes("report"))) {
    assert.ok(page.includes(`\`\`\`yaml\n${readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")}\`\`\`\n`), path);
  }
  for (const name of [...Object.keys(reportAction.inputs), ...Object.keys(reportAction.outputs)]) {
    assert.ok(page.includes(`\`${name}\``), name);
  }
});

/** The first major version of each action that runs on Node 24. One is a container, and one is made of other actions. */
const NODE_24 = {
  "actions/attest": 4, "actions/attest-build-provenance": 4, "actions/checkout": 5, "actions/configure-pages": 6, "actions/deploy-pages": 5,
  "actions/download-artifact": 7, "actions/setup-node": 5, "actions/upload-artifact": 6, "actions/upload-pages-artifact": 5,
  "github/codeql-action": 4, "ossf/scorecard-action": 2,
};
const WORKFLOWS = readdirSync(new URL("../../.github/workflows", import.meta.url)).map((name) => `.github/workflows/${name}`);

test("third-party actions are pinned, and run on Node 24", () => {
  const lines = [...WORKFLOWS, ...EXAMPLES].flatMap((path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8").split("\n"));
  const uses = lines.filter((line) => /^ *(- )?uses: (?!\.\/|\$\/|patch-release-issues\/)/.test(line));
  assert.ok(uses.length >= 20);
  /** @type {Map<string, string>} */
  const commits = new Map();
  for (const line of uses) {
    const [, name = "", commit = "", version = "", major] = /uses: ([a-z]+\/[a-z-]+)(?:\/[a-z-]+)?@([0-9a-f]{40}) # (v(\d+)\.\d+\.\d+)$/.exec(line) ?? assert.fail(line);
    assert.ok(Number(major) >= NODE_24[/** @type {keyof typeof NODE_24} */ (name)], line);
    assert.equal(commits.get(`${name}@${version}`) ?? commit, commit, `${line}: elsewhere this version is another commit`);
    commits.set(`${name}@${version}`, commit);
  }
});

test("every job has a time limit, and only the permissions that it names", () => {
  for (const path of WORKFLOWS) {
    const { permissions, jobs } = read(path);
    assert.deepEqual(permissions, {}, path);
    for (const [name, job] of Object.entries(jobs)) {
      assert.ok(job["timeout-minutes"] > 0 && Object.keys(job.permissions).length > 0, `${path}: ${name}`);
    }
  }
});

test("the jobs that publish a release run no dependency of ours", () => {
  const { test: first, ...jobs } = read(".github/workflows/release.yml").jobs;
  assert.deepEqual(first.permissions, { contents: "read" });
  for (const [name, { if: condition, needs, environment, steps }] of Object.entries(jobs)) {
    assert.ok(condition === "github.event_name == 'push'" || needs in jobs, name);
    assert.equal(environment, "release", name);
    const commands = steps.flatMap((/** @type {any} */ { run = "" }) => run.split("\n")).filter((/** @type {string} */ line) => line !== "");
    for (const line of commands) {
      assert.match(line, /^(cargo xtask release (files|npm|github) "\$GITHUB_REF_NAME"|cp "\$[A-Z]+" target\/release-files\/[a-z.]+)$/);
    }
  }
  const [, dependencies = ""] = readFileSync(new URL("../../xtask/Cargo.toml", import.meta.url), "utf8").split("[dependencies]\n");
  const lines = (dependencies.split("\n[")[0] ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  assert.ok(lines.length > 3 && lines.every((line) => line.includes("optional = true")), "without its feature, xtask needs no crate");
});
