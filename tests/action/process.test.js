/** The shipped bundles, as processes in real time, against a fake GitHub on this machine. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { INCOMPLETE, LABELS, names, ours, requests } from "../fake-github/act.js";
import { NAME, TOKEN } from "../fake-github/caller.js";
import { systemClock } from "../fake-github/clock.js";
import { GitHub } from "../fake-github/github.js";
import { serve } from "../fake-github/server.js";
import { declaredOutputs, payload, startAction } from "../runner/harness.js";

/** @import { TestContext } from "node:test" */
/** @import { World } from "../fake-github/act.js" */
/** @import { Served } from "../fake-github/server.js" */
/** @import { Result, Run } from "../runner/harness.js" */

/** Proxies at a port where nothing listens. */
const PROXIES = Object.fromEntries(
  ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"].map((name) => [name, "http://127.0.0.1:9"]),
);

/**
 * @param {TestContext} context
 * @returns {Promise<World & { served: Served }>}
 */
async function open(context) {
  const github = new GitHub(systemClock);
  const served = await serve(github);
  context.after(() => served.close());
  const repository = github.forge.addRepository(NAME);
  github.forge.addToken(TOKEN, { repository: NAME, permissions: { issues: "write", contents: "read", "pull-requests": "read" } });
  const issue = repository.addIssue({ number: 7, body: "A body", labels: LABELS });
  github.journal.clear();
  return { github, repository, issue, served };
}

/**
 * @param {World & { served: Served }} world
 * @param {Run["env"]} [env]
 * @returns {Promise<Result>}
 */
async function start({ issue, served }, env = {}) {
  const result = await startAction({
    payload: payload({ number: issue.number, body: issue.body, labels: names(issue).map((name) => ({ name })) }),
    env: { GITHUB_REPOSITORY: NAME, INPUT_TOKEN: TOKEN, ...served.env, ...env },
  });
  assert.equal(result.stderr, "");
  assert.equal(JSON.stringify(result).includes(TOKEN), false);
  return result;
}

/** @param {Result} result */
function assertTold({ outputs, summary }) {
  assert.deepEqual(outputs.map(([name]) => name), declaredOutputs());
  assert.match(summary, /^## Issue #7: ❌ not complete yet\n/);
}

// The tests spend most of their time waiting.
describe("processes", { concurrency: true }, () => {
  test("an issue is judged, labelled and commented on, and then left alone", async (context) => {
    const world = await open(context);
    const first = await start(world);
    assertTold(first);
    assert.deepEqual([first.code, Object.fromEntries(first.outputs).valid], [1, "false"]);
    assert.deepEqual(requests(world), ["graphql", "create-label", "add-labels", "create-comment", "graphql"]);
    assert.ok(names(world.issue).includes(INCOMPLETE));
    assert.equal(ours(world.issue).length, 1);
    assert.deepEqual([world.github.journal.violations, world.github.journal.strays], [[], []]);
    world.github.journal.clear();
    assert.equal((await start(world, { "INPUT_FAIL-ON": "never" })).code, 0);
    assert.deepEqual(requests(world), ["graphql"]);
  });

  test("a proxy is not used for the hosts in no_proxy", async (context) => {
    const world = await open(context);
    assertTold(await start(world, { ...PROXIES, no_proxy: "example.com,127.0.0.1" }));
    assert.equal(ours(world.issue).length, 1);
  });

  test("a comment is not posted twice if GitHub's answer to the first is lost", async (context) => {
    const world = await open(context);
    world.github.faults.when(({ operation }) => operation === "issues/create-comment", "error-500-after");
    assertTold(await start(world));
    assert.equal(ours(world.issue).length, 1);
    assert.ok(names(world.issue).includes(INCOMPLETE));
  });

  test("the action recovers from broken connections and truncated answers", async (context) => {
    const world = await open(context);
    world.github.faults.at(1, "reset-before");
    world.github.faults.when(({ operation }) => operation === "issues/add-labels", "cut");
    assertTold(await start(world));
    assert.equal(ours(world.issue).length, 1);
  });

  test("if nothing listens, the run ends soon, with a warning and the payload's verdict", async (context) => {
    const world = await open(context);
    await world.served.refuse();
    const result = await start(world);
    assertTold(result);
    assert.equal(result.code, 1);
    assert.match(result.stdout, /^::warning::reading the issue failed: `ECONNREFUSED`/m);
    assert.ok(result.ms < 20_000, `${result.ms} ms`);
  });

  test("a bad token is reported but never shown", async (context) => {
    const world = await open(context);
    for (const token of ["ghs_bad", "ghs bad", "ghs_\u{1F600}", "x\ny"]) {
      const { code, stdout, outputs } = await start(world, { INPUT_TOKEN: token, "INPUT_FAIL-ON": "never" });
      assert.deepEqual([code, stdout.includes(token)], [1, false]);
      assert.match(stdout, /^::error::GitHub does not accept the token/m);
      assert.equal(outputs.length, declaredOutputs().length);
    }
    assert.deepEqual(world.github.journal.changes, []);
  });

  test("with a read-only token, warnings name the permission", async (context) => {
    const world = await open(context);
    world.github.forge.addToken("ghs_reader", { repository: NAME, permissions: { issues: "read" } });
    const result = await start(world, { INPUT_TOKEN: "ghs_reader" });
    assertTold(result);
    assert.match(result.stdout, /^::warning::.*\(403\).*Add `issues: write` to the `permissions:` of the job$/m);
    assert.deepEqual(names(world.issue), [...LABELS].sort());
  });

  test("redirects of writes are not followed, and the token is not sent on", async (context) => {
    for (const fault of ["redirect-301-elsewhere", "redirect-307-here"]) {
      const world = await open(context);
      world.github.faults.when(({ operation }) => operation !== "graphql", fault, 10);
      const result = await start(world);
      assertTold(result);
      assert.match(result.stdout, /^::warning::.*was sent elsewhere \(30[17]\)/m);
      assert.deepEqual([world.github.journal.strays, world.github.journal.violations, world.github.journal.changes], [[], [], []]);
    }
  });
});
