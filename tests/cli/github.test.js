/** What reads from GitHub: `owner/repo#N` and `report --fetch`. The token goes to one host. */

import assert from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, join } from "node:path";
import { test } from "node:test";

import { systemClock } from "../fake-github/clock.js";
import { serve } from "../fake-github/server.js";
import { OWN, TOKEN, dumpOf, start } from "../report/world.js";
import { folder, run, runBeside } from "./command.js";

/** @import { AddressInfo } from "node:net" */
/** @import { TestContext } from "node:test" */

/**
 * @param {TestContext} t
 * @param {(url: string) => { status?: number, body?: unknown, location?: string }} answer
 */
async function api(t, answer) {
  /** @type {{ url: string, token: string | undefined }[]} */
  const seen = [];
  const server = createServer(({ url = "", headers }, response) => {
    seen.push({ url, token: headers.authorization });
    const { status = 200, body = {}, location } = answer(url);
    response.writeHead(status, { "content-type": "application/json", ...(location && { location }) }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.close());
  const origin = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
  return { seen, origin, env: { GITHUB_API_URL: origin, GITHUB_TOKEN: "ghp_secret" } };
}

const ISSUE = { number: 7, title: "x", body: "introduced-in=1.6.2", labels: [{ name: "sig/cli" }], state: "open" };

test("an issue on GitHub is read with a token, and a redirect to another host is not followed", async (t) => {
  const other = await api(t, () => ({ body: ISSUE }));
  const { seen, env } = await api(t, (url) => (url.endsWith("/7") ? { body: ISSUE } : url.endsWith("/8") ? { status: 301, location: `${other.origin}/x` } : { status: 404 }));
  const { code, stdout, stderr } = await runBeside(folder(), ["check", "--format=json", "o/r#7", "o/r#8", "o/r#9"], env);
  assert.equal(code, 2);
  const [first, second, third] = JSON.parse(stdout).results;
  assert.equal(first.answer.issue.number, 7);
  assert.ok(first.answer.diagnostics.some((/** @type {any} */ { rule }) => rule === "missing-priority"));
  assert.ok(second.error && /may not read o\/r/.test(third.error), stdout);
  assert.equal(seen[0]?.token, "token ghp_secret");
  assert.deepEqual(other.seen, []);
  assert.ok(!(stdout + stderr).includes("ghp_secret"));
});

test("a withheld issue on GitHub is not corrected", async (t) => {
  const { env } = await api(t, () => ({ body: { ...ISSUE, labels: ["area/security"], body: "canary introduced-in=1.6.2" } }));
  for (const words of [["check", "o/r#7"], ["check", "--format=json", "o/r#7"], ["fix", "o/r#7"], ["fix", "--diff", "o/r#7"]]) {
    const { stdout, stderr } = await runBeside(folder(), words, env);
    assert.ok(!/canary|1\.6\.2/.test(stdout + stderr), stdout + stderr);
  }
});

test("the token of gh is used, without a shell, and without any the error says how to get one", async (t) => {
  const { seen, origin } = await api(t, () => ({ body: ISSUE }));
  const bin = folder();
  writeFileSync(join(bin, "gh"), '#!/bin/sh\n[ "$1 $2 $3 $4" = "auth token --hostname 127.0.0.1" ] && echo gho_of_gh\n');
  chmodSync(join(bin, "gh"), 0o755);
  await runBeside(folder(), ["check", "o/r#7"], { GITHUB_API_URL: origin, PATH: `${bin}${delimiter}${process.env.PATH}` });
  assert.equal(seen[0]?.token, "token gho_of_gh");
  const none = run(folder(), ["check", "o/r#7"], { env: { GITHUB_API_URL: origin, PATH: folder() } });
  assert.equal(none.code, 2);
  assert.match(none.stderr, /needs a token: run `gh auth login`, or put one .* into GITHUB_TOKEN/);
});

test("a token is sent to no server without encryption", () => {
  for (const url of ["http://example.org", "https://a:b@example.org", "x"]) {
    const { code, stderr } = run(folder(), ["check", "o/r#7"], { env: { GITHUB_API_URL: url, GITHUB_TOKEN: "ghp_secret" } });
    assert.equal(code, 2);
    assert.match(stderr, /the token is not sent to it/);
    assert.ok(!stderr.includes("ghp_secret"));
  }
});

test("a report is made from a dump, and from GitHub", async (t) => {
  const { github, repository } = start({ issues: 30, tags: 12 }, systemClock);
  const served = await serve(github);
  t.after(() => served.close());
  const place = folder({ "dump.json": JSON.stringify({ repositories: [dumpOf(repository)] }) });
  const env = { ...served.env, GITHUB_TOKEN: TOKEN };
  const fetched = await runBeside(place, ["report", "--fetch", OWN, "--output", "new/fetched"], env);
  assert.equal(fetched.code, 0, fetched.stderr);
  assert.equal(fetched.stdout, "");
  assert.match(fetched.stderr, /\d+ issues read: .*\nthe report is in new\/fetched\n$/);
  const dumped = run(place, ["report", "dump.json"]);
  assert.equal(dumped.code, 0, dumped.stderr);
  for (const path of ["index.html", "known-issues.json", "feed.xml"]) {
    assert.ok(readFileSync(join(place, "known-issues", path), "utf8").length > 100);
    assert.ok(readFileSync(join(place, "new/fetched", path), "utf8").length > 100);
  }
  assert.deepEqual(github.journal.violations, []);
});

test("a report that cannot be made is exit code 2", () => {
  const place = folder({ "bad.json": "{", "x.json": "[]", "bad.yml": "x: 1", "known-issues/mine.txt": "" });
  for (const words of [["bad.json"], ["none.json"], [], ["--policy", "bad.yml", "x.json"], ["x.json"], ["x.json", "--output", "."], ["x.json", "--fetch", "nonsense"]]) {
    const { code, stderr } = run(place, ["report", ...words], { env: { GITHUB_TOKEN: "x", GITHUB_API_URL: "http://127.0.0.1:9" } });
    assert.equal(code, 2, `${words.join(" ")} ${stderr}`);
    assert.match(stderr, /^patch-release-issues: /);
  }
});
