/** Answers that JSON allows and GitHub never gives: the run ends with a plan, and writes nowhere else. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act, fresh, judged, mended, sweepOnce } from "../fake-github/act.js";
import { Workspace, act as report, start } from "../report/world.js";
import * as core from "../shipped-core.js";

/** JSON that is nested more deeply than JavaScript can write it. */
const DEEP = "[".repeat(20_000) + "]".repeat(20_000);

/** What stands in place of every number, or of every text, of an answer. */
const ODD = /** @type {Record<string, [string, unknown]>} */ ({
  "numbers beyond 2^53": ["number", 2 ** 53 + 2],
  "numbers beyond 64 bits": ["number", 1e300],
  "negative numbers": ["number", -1],
  "fractions": ["number", 0.5],
  "very deep numbers": ["number", DEEP],
  "very deep texts": ["string", DEEP],
  "texts that are paths": ["string", ".."],
});

/**
 * @param {any} world
 * @param {string} type
 * @param {unknown} odd
 */
function answering({ github }, type, odd) {
  github.on("after", (/** @type {any} */ { operation }, /** @type {any} */ answer) => {
    if (operation === "graphql" && answer) {
      let left = odd === DEEP ? 4 : Infinity;
      const mark = (/** @type {string} */ _, /** @type {unknown} */ value) => (typeof value === type && (left -= 1) >= 0 ? "\u0001" : value);
      const marked = JSON.stringify(JSON.parse(answer.body), mark);
      const text = odd === DEEP ? DEEP : JSON.stringify(odd);
      answer.body = marked.replaceAll('"\\u0001"', text);
    }
  });
}

for (const [what, [type, odd]] of Object.entries(ODD)) {
  test(`${what} in an answer end no run in an internal error`, async () => {
    for (const begin of [async () => fresh(), judged, mended]) {
      for (const run of [act, sweepOnce]) {
        const world = await begin();
        answering(world, type, odd);
        const { log } = await run(world);
        assert.ok(log.length > 0);
        assert.doesNotMatch(log.join("\n"), /internal error/);
        assert.deepEqual(world.github.journal.strays, []);
      }
    }
    const world = start({ issues: 20, tags: 9 });
    answering(world, type, odd);
    const workspace = new Workspace();
    const { error } = await report(world.github, {}, workspace);
    assert.ok(error === null || !/internal error/.test(error), String(error));
    workspace.remove();
  });
}

test("a text of any length is an answer", () => {
  const long = "x".repeat(100_000_000);
  const issue = { number: 7, title: long, body: long, labels: ["patch-release"] };
  const { valid, diagnostics } = core.validate(issue);
  assert.deepEqual([valid, diagnostics.map(({ rule }) => rule).includes("unreadable-description")], [false, true]);
  assert.throws(() => core.validate(issue, long), /64 KiB|longer|bytes/);
  assert.equal(core.affected(issue, long).status, "unknown");
});

test("a description that cannot be read and tells of the security team is withheld", () => {
  const nested = (/** @type {string} */ text) => `${"> ".repeat(200)}x\n\n${text}\n`;
  for (const text of ["The owner is working with the product security team.", "working with the **Product**\nSecurity   Team", "> security response\n> committee"]) {
    const { withheld, issue } = core.validate({ number: 7, title: "A canary", body: nested(text), labels: ["patch-release"] });
    assert.deepEqual([withheld, issue.title], [true, null], text);
  }
  assert.equal(core.validate({ number: 7, title: "T", body: nested("The security of teams"), labels: ["patch-release"] }).withheld, false);
});
