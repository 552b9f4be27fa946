/** The small module for runs that ask GitHub nothing says what the other one says, byte for byte. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { flat } from "../../action/validate/flat.js";
import { initSync, run } from "../../pkg/offline/offline.js";
import { description } from "../../bench/descriptions.js";
import { event } from "../runner/harness.js";
import { readFileCommands } from "../runner/file-commands.js";
import * as core from "../shipped-core.js";

/** @import { Event } from "../../pkg/types.js" */

initSync({ module: readFileSync(new URL("../../pkg/offline/offline_bg.wasm", import.meta.url)) });

/** @param {Event} given */
function offline(given) {
  const end = Buffer.from(run(flat(given), Buffer.from("x")));
  const start = end.indexOf(10) + 1;
  const [log = 0, summary = 0, exitCode] = end.toString("latin1", 0, start).split(" ").map(Number);
  const texts = [end.subarray(start, start + log), end.subarray(start + log, start + log + summary), end.subarray(start + log + summary)];
  const [printed, shown, set] = texts.map(String);
  return { exitCode, log: printed, summary: shown, outputs: readFileCommands(set ?? "") };
}

/** @param {Event} given */
function online(given) {
  const { exitCode, log, summary, outputs } = core.plan(given);
  return { exitCode, log: log.map((line) => `${line}\n`).join(""), summary, outputs };
}

/**
 * @param {Record<string, unknown>} issue
 * @param {Partial<Event>} [members]
 */
function assertSame(issue, members = {}) {
  const given = { ...event(issue), ...members, hasToken: false };
  assert.deepEqual(offline(given), online(given), JSON.stringify(issue).slice(0, 200));
}

test("about every description of the fixtures", () => {
  const fixtures = new URL("../core/fixtures/", import.meta.url);
  let count = 0;
  for (const rule of readdirSync(fixtures)) {
    const names = readdirSync(new URL(`${rule}/`, fixtures)).filter((name) => name.endsWith(".md") && !name.endsWith(".summary.md"));
    for (const name of names) {
      assertSame({ body: readFileSync(new URL(`${rule}/${name}`, fixtures), "utf8") });
      count += 1;
    }
  }
  assert.ok(count > 100);
});

test("about descriptions of the benchmark", () => {
  for (const size of [4_096, 65_536]) {
    assertSame({ body: description(size) });
  }
});

test("about payloads that are odd", () => {
  const odd = [
    { body: null },
    { body: "" },
    { body: 1 },
    { body: {} },
    { title: [] },
    { title: "é𝒳\u0000\n" },
    { number: 1.5 },
    { number: -1 },
    { number: 0 },
    { number: 9e15 },
    { number: 9e15 + 2 },
    { number: Infinity },
    { labels: null },
    { labels: 1 },
    { labels: [{ name: "patch-release" }, "sig/cli", null, {}] },
    { labels: [{ name: 1 }] },
    { state: "closed", state_reason: "completed" },
    { state: "other" },
    { pull_request: true },
  ];
  for (const issue of odd) {
    assertSame(issue);
  }
});

test("about events without an issue, and inputs that are wrong", () => {
  const none = { issue: null, comment: null, repository: null };
  assertSame({}, { payload: none });
  assertSame({}, { payload: none, name: "schedule" });
  assertSame({}, { name: "pull_request_target" });
  for (const inputs of [{ "fail-on": "x" }, { "issue-number": "7" }, { "issue-number": "x" }, { "dry-run": "true" }, { sweep: "false" }]) {
    assertSame({}, { inputs: { policy: "", ...inputs } });
    assertSame({}, { payload: none, inputs: { policy: "", ...inputs } });
  }
});

test("it leaves every run alone that has a token or names a policy", () => {
  const given = event({});
  assert.equal(run(flat({ ...given, hasToken: true, inputs: { policy: "" } }), Buffer.from("x")).length, 0);
  assert.equal(run(flat({ ...given, hasToken: false, inputs: { policy: "p.yml" } }), Buffer.from("x")).length, 0);
});

test("no output contains the text that ends outputs", () => {
  const given = { ...event({ title: "ghadelimiter_x ghadelimiter_x_\nghadelimiter_x" }), hasToken: false };
  assert.deepEqual(offline(given), online(given));
});
