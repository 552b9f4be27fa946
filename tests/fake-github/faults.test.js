/** The fake GitHub of the other tests: it fails as the real one does, and records what it saw. */

import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { test } from "node:test";

import { HEADERS, ISSUE, NAME, rest, start } from "./caller.js";
import { START } from "./clock.js";
import { FAULTS, NEAR } from "./faults.js";
import { ACTIONS } from "./forge.js";
import { serve } from "./server.js";

test("every fault fails as described", async () => {
  for (const fault of FAULTS) {
    const { github, issue } = start();
    const sent = fault.hits === "graphql" ? ["/graphql", { query: "{viewer{login}}" }] : [`${ISSUE}/comments`, { body: "x" }];
    github.faults.at(1, fault.name);
    const signal = AbortSignal.any([]);
    const outcome = await rest(github, "POST", String(sent[0]), sent[1], { signal }).catch((error) => error);
    assert.equal(issue.comments.length, fault.acts ? 1 : 0, fault.name);
    const [exchange] = github.journal.exchanges;
    assert.deepEqual([exchange?.fault, exchange?.acted, github.faults.left], [fault.name, fault.acts, 0]);
    const isAnswer = exchange?.status !== null && fault.name !== "cut";
    assert.equal(outcome instanceof Error, !isAnswer, fault.name);
    if (fault.row === "unsent") {
      assert.match(outcome.code, /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/);
    }
    if (fault.row === "redirect") {
      assert.equal(outcome.headers.get("location")?.startsWith(github.origin), fault.name.endsWith("-here"));
    }
    const next = await rest(github, "POST", `${ISSUE}/comments`, { body: "y" });
    assert.equal(next.status, 201, `after ${fault.name}`);
  }
  assert.equal(new Set(FAULTS.map(({ name }) => name)).size, FAULTS.length);
});

test("a client's time-out ends a silence, without real waiting", async () => {
  const { github, issue } = start();
  github.faults.at(1, "silence-after");
  const controller = new AbortController();
  void github.clock.sleep(10_000).then(() => controller.abort());
  const posted = rest(github, "POST", `${ISSUE}/comments`, { body: "x" }, { signal: controller.signal });
  await assert.rejects(posted, { name: "AbortError", code: "ABORT_ERR" });
  assert.deepEqual([github.clock.now(), issue.comments.length], [START + 10_000, 1]);
  github.faults.at(2, "exhausted-near");
  const { headers } = await rest(github, "GET", ISSUE);
  assert.equal(Number(headers.get("x-ratelimit-reset")) * 1000, github.clock.now() + NEAR * 1000);
});

test("a client that follows a redirect is detected", async () => {
  const { github, issue } = start();
  const comment = issue.addComment(ACTIONS, "x");
  github.faults.at(1, "redirect-307-elsewhere");
  github.faults.at(2, "redirect-308-here");
  github.faults.at(4, "redirect-301-here");
  const path = `/repos/${NAME}/issues/comments/${comment.id}`;
  await rest(github, "PATCH", path, { body: "y" }, { redirect: "follow" });
  assert.deepEqual(github.journal.strays, [{ method: "PATCH", url: `${github.elsewhere}${path}`, token: false, body: '{"body":"y"}' }]);
  await rest(github, "PATCH", path, { body: "y" }, { redirect: "follow" });
  assert.deepEqual(github.journal.violations, [`PATCH followed a redirect to /moved${path}`]);
  const { body } = await rest(github, "POST", `${ISSUE}/comments`, { body: "z" }, { redirect: "follow" });
  assert.deepEqual([body.length, issue.comments.length], [1, 1], "fetch turns it into a GET");
  github.faults.when(() => true, "redirect-302-here");
  await assert.rejects(rest(github, "GET", ISSUE, undefined, { redirect: "error" }), /fetch failed/);
});

test("others can act between a request and its answer", async () => {
  const { github, issue } = start();
  const before = github.forge.snapshot();
  github.once("before", ({ operation }) => operation === "issues/add-labels", () => issue.removeLabel("maintainer", "patch-release"));
  github.once("after", ({ operation }) => operation === "issues/add-labels", async () => {
    await github.clock.sleep(1_000);
    issue.edit("reporter", { body: "edited" });
  });
  const { body } = await rest(github, "POST", `${ISSUE}/labels`, { labels: ["a"] });
  assert.deepEqual(body.map((/** @type {any} */ { name }) => name), ["a"]);
  assert.deepEqual(github.journal.changes.map(({ who, what }) => [who, what]), [
    ["maintainer", "remove-label"], [ACTIONS, "create-label"], [ACTIONS, "add-label"], ["reporter", "edit-issue"],
  ]);
  assert.deepEqual(issue.lastEditedAt, new Date(START + 1_000).toISOString().replace(".000", ""));
  assert.deepEqual(issue.snapshot(), { title: "A title", body: "edited", state: "open", stateReason: null, locked: false, labels: ["a"], comments: [] });
  assert.notDeepEqual(github.forge.snapshot(), before);
});

/**
 * @param {string} url
 * @param {import("node:http").RequestOptions} options
 * @returns {Promise<{ status: number | undefined, text: string }>}
 */
function overSocket(url, options) {
  return new Promise((settle, fail) => {
    const request = httpRequest(url, { agent: false, headers: HEADERS, ...options }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => (text += chunk)).on("error", fail);
      response.on("end", () => settle({ status: response.statusCode, text }));
    });
    request.on("error", fail).end();
  });
}

test("the same over sockets", { timeout: 10_000 }, async (t) => {
  const { github, issue } = start();
  const { env, refuse, accept, close } = await serve(github);
  t.after(close);
  const url = `${env.GITHUB_API_URL}${ISSUE}`;
  assert.equal(JSON.parse((await overSocket(url, {})).text).number, 7);
  const label = { method: "DELETE", path: `${ISSUE}/labels/.` };
  assert.equal((await overSocket(url, label)).status, 204);
  assert.equal(issue.labels.size, 0, "a server normalises a dot in the path");
  github.faults.at(3, "reset-after");
  await assert.rejects(overSocket(url, {}), { code: "ECONNRESET" });
  github.faults.at(4, "cut");
  await assert.rejects(overSocket(url, {}), { code: "ECONNRESET" });
  github.faults.at(5, "silence-before");
  await assert.rejects(overSocket(url, { signal: AbortSignal.timeout(50) }), { name: "AbortError" });
  await overSocket(`${github.elsewhere}/x`, {});
  assert.deepEqual(github.journal.strays.map(({ token }) => token), [true]);
  await refuse();
  await assert.rejects(overSocket(url, {}), { code: "ECONNREFUSED" });
  await accept();
  assert.equal((await overSocket(url, {})).status, 200);
});
