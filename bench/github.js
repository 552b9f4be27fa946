/**
 * Compares a whole run, with comment and labels, with a bare script that makes the same requests with Node's own
 * client. Both run as processes, against the tests' fake GitHub on this machine.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { NAME, TOKEN } from "../tests/fake-github/caller.js";
import { GitHub } from "../tests/fake-github/github.js";
import { serve } from "../tests/fake-github/server.js";
import { description } from "./descriptions.js";
import { table } from "./measure.js";

const ROUNDS = 25;
const FOLDER = mkdtempSync(join(tmpdir(), "patch-release-issues-bench-"));
const BUNDLE = fileURLToPath(new URL("../dist/validate.cjs", import.meta.url));
const BARE = fileURLToPath(new URL("bare.js", import.meta.url));
const CLOCK = { now: Date.now, sleep: async () => {} };

/** A GitHub with an issue that lacks its labels: one read, two writes, and one read to check for concurrent changes. */
function world() {
  const github = new GitHub(CLOCK);
  const repository = github.forge.addRepository(NAME);
  const permissions = /** @type {const} */ ({ issues: "write", contents: "read", "pull-requests": "read" });
  github.forge.addToken(TOKEN, { repository: NAME, permissions });
  repository.createLabel("owner", { name: "patch-release/incomplete" });
  const body = description(4_096);
  const issue = repository.addIssue({ number: 7, title: "A title", body, labels: ["patch-release"] });
  const event = join(FOLDER, "event.json");
  const html_url = `https://github.com/${NAME}/issues/7`;
  const payload = { number: 7, title: issue.title, body, labels: [{ name: "patch-release" }], state: "open", html_url };
  writeFileSync(event, JSON.stringify({ action: "opened", issue: payload }));
  return { github, event };
}

/**
 * @param {string[]} program the script that Node runs, and its arguments
 * @returns {Promise<{ ms: number, requests: { method: string, path: string, body: unknown }[] }>}
 */
async function run(program) {
  const { github, event } = world();
  const served = await serve(github);
  const env = {
    ...served.env,
    GITHUB_EVENT_NAME: "issues",
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: NAME,
    INPUT_TOKEN: TOKEN,
    GITHUB_OUTPUT: join(FOLDER, "output"),
    GITHUB_STEP_SUMMARY: join(FOLDER, "summary"),
  };
  const start = performance.now();
  await once(spawn(process.execPath, program, { env, stdio: "ignore" }), "exit");
  const ms = performance.now() - start;
  await served.close();
  return { ms, requests: github.journal.exchanges.map(({ method, path, body }) => ({ method, path, body })) };
}

export async function withGitHub() {
  const { requests } = await run([BUNDLE]);
  const recorded = join(FOLDER, "requests.json");
  writeFileSync(recorded, JSON.stringify(requests));
  const programs = [[BUNDLE], [BARE, recorded], [BARE, recorded, "node:http"]];
  const times = programs.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, program] of programs.entries()) {
      times[index]?.push((await run(program)).ms);
    }
  }
  const [ours = 0, ...bare] = times.map((list) => list.sort((one, other) => one - other)[list.length >> 1] ?? 0);
  const rows = bare.map((time, index) => {
    const client = index === 0 ? "fetch" : "node:http";
    return [`against a bare script with \`${client}\``, (ours / time).toFixed(2), `${ours.toFixed(1)} / ${time.toFixed(1)}`];
  });
  table([`one event, ${requests.length} requests`, "ratio", "ms"], rows);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await withGitHub();
}
