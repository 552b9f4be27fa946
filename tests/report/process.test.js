/** The shipped report action as a process, with a GitHub at a socket. Ports of the runner's parsers read its output. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

import { systemClock } from "../fake-github/clock.js";
import { serve } from "../fake-github/server.js";
import { BLANKS, COMMANDS, findCommands } from "../runner/commands.js";
import { readFileCommands } from "../runner/file-commands.js";
import { CANARY, OWN, TOKEN, Workspace, dumpOf, start } from "./world.js";

const BUNDLE = fileURLToPath(new URL("../../dist/report.cjs", import.meta.url));
/** @param {import("../runner/commands.js").Command} command */
const COMMAND = ({ name }) => name;

const action = parse(readFileSync(new URL("../../report/action.yml", import.meta.url), "utf8"));

/** Titles that a stranger may give an issue. */
const TITLES = BLANKS.slice(0, 3).concat("").flatMap((blank) =>
  COMMANDS.flatMap((command) => [`${blank}::${command} name=json::forged`, `x ##[${command} name=json]forged`]),
);

/**
 * @param {Workspace} workspace
 * @param {Record<string, string>} inputs
 * @param {Record<string, string>} [env]
 */
async function run(workspace, inputs, env = {}) {
  workspace.write("runner/output", "");
  workspace.write("runner/summary", "");
  const [output, summary] = ["runner/output", "runner/summary"].map((path) => join(workspace.folder, path));
  const given = { ...defaults(), token: TOKEN, ...inputs };
  const named = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [BUNDLE], {
    cwd: workspace.folder,
    env: {
      ...Object.fromEntries(named),
      GITHUB_OUTPUT: output,
      GITHUB_REPOSITORY: OWN,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: workspace.folder,
      ...env,
    },
  });
  let log = "";
  child.stdout.on("data", (chunk) => (log += chunk));
  child.stderr.on("data", (chunk) => (log += chunk));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return {
    code,
    log,
    commands: findCommands(log),
    outputs: Object.fromEntries(readFileCommands(readFileSync(String(output), "utf8"))),
    summary: readFileSync(String(summary), "utf8"),
    files: workspace.read(),
  };
}

/** @returns {Record<string, string>} the inputs that the runner sets by default */
function defaults() {
  const inputs = /** @type {Record<string, { default: string }>} */ (action.inputs);
  return Object.fromEntries(Object.entries(inputs).map(([name, { default: value }]) => [name, value]));
}

/** A GitHub at a socket, with hostile titles and logins. */
async function hostile() {
  const world = start({ issues: 40, tags: 12 }, systemClock);
  TITLES.forEach((title, index) => {
    world.repository.addIssue({ number: 500 + index, title, labels: ["patch-release", `sig/${title.slice(0, 40)}`], body: `introduced-in=${title}\n` });
  });
  world.repository.addIssue({ number: 900, title: "Known issues" });
  world.github.journal.clear();
  return { ...world, served: await serve(world.github) };
}

test("a run, and one that continues it", async () => {
  const { github, repository, served } = await hostile();
  const workspace = new Workspace();
  const inputs = { "tracking-issue": "900", previous: "known-issues/known-issues.json" };
  const first = await run(workspace, inputs, served.env);
  assert.equal(first.code, 0, first.log);
  assert.deepEqual(Object.keys(first.outputs), Object.keys(action.outputs));
  assert.deepEqual(first.commands.map(COMMAND), ["warning"]);
  assert.equal(first.summary, first.files["known-issues.md"]);
  assert.match(repository.issue(900).body ?? "", /Next releases/);
  for (const text of [first.log, first.summary, ...Object.values(first.files), ...Object.values(first.outputs), repository.issue(900).body ?? ""]) {
    assert.ok(!text.includes(CANARY) && !text.includes(TOKEN));
  }
  github.journal.clear();
  const second = await run(workspace, inputs, served.env);
  assert.deepEqual([second.code, second.files, second.commands], [0, first.files, []]);
  assert.deepEqual([github.journal.violations, github.journal.changes], [[], []]);
  await served.close();
  workspace.remove();
});

test("a run that fails because of GitHub says so, forges nothing, and keeps the previous report", async () => {
  const { github, served } = await hostile();
  const workspace = new Workspace();
  workspace.write("known-issues/known-issues.json", '{"schema":1}');
  for (const [fault, message] of /** @type {[string, RegExp][]} */ ([
    ["bad-credentials", /check the input `token`/],
    ["not-accessible", /issues: read/],
    ["redirect-301-elsewhere", /sent elsewhere/],
  ])) {
    github.faults.when(() => true, fault, 100);
    const { code, commands, log, files, outputs, summary } = await run(workspace, {}, served.env);
    assert.equal(code, 1, log);
    assert.deepEqual(commands.map(COMMAND), ["error"]);
    assert.match(log, message);
    assert.deepEqual([files, outputs, summary], [{ "known-issues.json": '{"schema":1}' }, {}, ""]);
    github.faults.clear();
  }
  const forged = { repositories: TITLES.join("\n"), versions: TITLES.join("\n"), "tracking-issue": TITLES.join("\n") };
  for (const [name, value] of Object.entries({ ...forged, issues: TITLES[0] ?? "", policy: TITLES[1] ?? "" })) {
    const { code, commands, log } = await run(workspace, { [name]: value }, served.env);
    assert.deepEqual([code, commands.map(COMMAND)], [1, ["error"]], log);
  }
  assert.deepEqual(github.journal.strays, []);
  await served.close();
  workspace.remove();
});

test("a dump needs neither a token nor a network", async () => {
  const { repository } = start({ issues: 40, tags: 12 });
  TITLES.forEach((title, index) => repository.addIssue({ number: 500 + index, title, labels: ["patch-release"], body: `introduced-in=${title}\n` }));
  const workspace = new Workspace();
  workspace.write("dump.json", JSON.stringify({ repositories: [dumpOf(repository)] }));
  const env = { GITHUB_API_URL: "http://127.0.0.1:9", GITHUB_GRAPHQL_URL: "http://127.0.0.1:9" };
  const { code, commands, log, outputs } = await run(workspace, { issues: "dump.json", token: "" }, env);
  assert.deepEqual([code, commands], [0, []], log);
  assert.equal(outputs.json, "known-issues/known-issues.json");
  workspace.remove();
});

test("a long run prints its progress", async () => {
  const { github, served } = await hostile();
  github.latency = 3_000;
  const workspace = new Workspace();
  const { code, log } = await run(workspace, {}, served.env);
  assert.equal(code, 0, log);
  assert.match(log, /example\/engine: \d+ of \d+ (issues|tags) read/);
  await served.close();
  workspace.remove();
});
