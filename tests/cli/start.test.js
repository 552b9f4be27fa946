/** `new` and `setup`: what a project starts with. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { template, validate } from "../../pkg/node.js";
import { folder, run, runBeside, runInTerminal } from "./command.js";

/** @import { AddressInfo } from "node:net" */

test("`new` prints the template, with the entries that are known", () => {
  assert.deepEqual(run(folder(), ["new"]), { code: 0, stdout: template(), stderr: "" });
  const { stdout } = run(folder(), ["new", "--introduced-in", "1.6.2", "--introduced-in", "v1.7.0", "--resolved-in", "v1.6.5", "--not-affected", "1.5"]);
  const { issue } = validate({ number: 1, title: "", body: stdout });
  assert.deepEqual([issue.introducedIn, issue.resolvedIn, issue.notAffected], [["v1.6.2", "v1.7.0"], ["v1.6.5"], ["v1.5"]]);
  const wrong = run(folder(), ["new", "--introduced-in", "x\u001b[2J"]);
  assert.deepEqual([wrong.code, wrong.stdout], [2, ""]);
  assert.match(wrong.stderr, /`introduced-in`: `x⟨U\+001B⟩\[2J` is not a version/);
});

test("`new` asks in a terminal", (t) => {
  const ended = runInTerminal(t, folder(), ["new"], { typed: "1.6.2, v1.7.1\nv1.6.5\n\n" });
  if (ended === null) return;
  assert.equal(ended.code, 0, ended.shown);
  assert.ok(ended.shown.includes("```release\nintroduced-in=v1.6.2\nintroduced-in=v1.7.1\n```\n\n```release\nresolved-in=v1.6.5\n```\n"), ended.shown);
});

/** @param {string[]} tags */
function checkout(tags = []) {
  const place = folder({ x: "" });
  const git = (/** @type {string[]} */ ...words) => execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", ...words], { cwd: place });
  git("init", "--quiet");
  git("remote", "add", "origin", "git@github.com:example/engine.git");
  git("add", "x");
  git("commit", "--quiet", "-m", "x");
  tags.forEach((tag) => git("tag", tag));
  return place;
}

const POLICY = ".github/patch-release-issues.yml";
const WORKFLOW = ".github/workflows/patch-release-issues.yml";

test("`setup` writes what a repository needs, once, and overwrites nothing", () => {
  const place = checkout(["v1.6.2"]);
  const first = run(place, ["setup", "--offline"]);
  assert.deepEqual([first.code, first.stderr], [0, ""]);
  assert.match(first.stdout, /patch-release\/incomplete/);
  assert.match(readFileSync(join(place, WORKFLOW), "utf8"), /uses: patch-release-issues\/action@v1\n {8}with:\n {10}policy: \.github\/patch-release-issues\.yml\n/);
  assert.equal(run(place, ["check", POLICY]).code, 0);
  const second = run(place, ["setup", "--offline"]);
  assert.equal(second.code, 0);
  assert.equal(second.stdout.match(/: unchanged$/gm)?.length, 4);
  writeFileSync(join(place, POLICY), "scope: all\n");
  const third = run(place, ["setup", "--offline"]);
  assert.equal(third.code, 1);
  assert.match(third.stdout, /patch-release-issues\.yml: kept, although it differs: --force replaces it\n--- a.*\n\+\+\+ b.*\n@@ -1,1/);
  assert.equal(readFileSync(join(place, POLICY), "utf8"), "scope: all\n");
  assert.equal(run(place, ["setup", "--offline", "--force"]).code, 0);
  assert.notEqual(readFileSync(join(place, POLICY), "utf8"), "scope: all\n");
});

test("`setup --dry-run` writes nothing, and other tags are told", () => {
  const place = checkout(["engine-1.6.2"]);
  const { code, stderr } = run(place, ["setup", "--offline", "--dry-run"]);
  assert.equal(code, 0);
  assert.match(stderr, /no tag .* is a version such as `v1\.6\.2`: its tags look like `engine-1\.6\.2`/);
  assert.match(stderr, /the form `engine-\{version\}`/);
  assert.ok(!existsSync(join(place, ".github")));
  assert.equal(run(folder(), ["setup"]).code, 2, "no checkout");
});

test("`setup` looks at labels, and creates those that are missing", async (t) => {
  /** @type {string[]} */
  const created = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const labels = ["severity: high", "area: net", "patch-release"].map((name) => ({ name }));
      if (request.method === "POST") created.push(JSON.parse(body).name);
      const status = request.method === "POST" ? 201 : 200;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(request.method === "POST" ? {} : labels));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.close());
  const env = { GITHUB_API_URL: `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`, GITHUB_TOKEN: "x" };
  const place = checkout();
  const { code, stdout } = await runBeside(place, ["setup", "--labels"], env);
  assert.equal(code, 0, stdout);
  assert.deepEqual(created, ["patch-release/incomplete"]);
  const policy = readFileSync(join(place, POLICY), "utf8");
  assert.match(policy, /prefix: "severity: "\n {2}accepted: \[high\]/);
  assert.match(policy, /prefix: "area: "/);
});
