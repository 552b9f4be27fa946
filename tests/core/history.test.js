/** The dumps that other tests use: real history is valid, and made-up history contains what it claims to. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { validate } from "../../pkg/node.js";
import { REGRESSIONS } from "./history/facts.js";
import { realDump } from "./history/make.js";
import { HOSTILE, scaledDump } from "./history/scaled.js";

const MAKE = fileURLToPath(new URL("history/make.js", import.meta.url));

/** @param {import("./history/facts.js").Dump} dump */
const repository = (dump) => dump.repositories[0] ?? assert.fail("no repository");

/** @param {import("./history/facts.js").Issue} issue */
const judged = (issue) => validate({ ...issue, state: issue.state === "open" ? "open" : "closed" });

test("every real issue is valid and agrees with the facts", () => {
  const { issues } = repository(realDump());
  assert.equal(issues.length, REGRESSIONS.length);
  for (const [index, issue] of issues.entries()) {
    const answer = judged(issue);
    const { introducedIn, resolvedIn, binaries, pullRequests } = REGRESSIONS[index] ?? assert.fail();
    const rules = answer.diagnostics.map(({ rule }) => rule);
    // For one regression, no SIG or pull request is known.
    assert.deepEqual(rules, issue.number === 1 ? ["missing-sig", "empty-section"] : [], issue.title);
    assert.deepEqual(answer.issue.introducedIn, introducedIn);
    assert.deepEqual(answer.issue.resolvedIn, resolvedIn);
    assert.deepEqual(answer.issue.binaries, binaries);
    assert.deepEqual(answer.issue.pullRequests.map(({ number }) => number), pullRequests);
  }
});

test("a dump of an earlier day contains what was published by then", () => {
  const { issues, tags } = repository(realDump({ on: "2018-03-15" }));
  const special = issues.find(({ number }) => number === 61480);
  assert.equal(special?.state, "open");
  assert.match(special.body, /v1\.9\.4\n```\n\n## Symptoms/);
  assert.deepEqual(judged(special).diagnostics, []);
  const [only, ...others] = repository(realDump({ on: "2018-03-15", since: "2018-03-01", planned: true })).issues;
  assert.deepEqual(others.map(({ number }) => number), [61480]);
  assert.match(only?.body ?? "", /v1\.9\.4\n```\n\n```release\nresolved-in=v1\.7\.15\nresolved-in=v1\.8\.10\nresolved-in=v1\.9\.5\n/);
  assert.ok(tags.some(({ name }) => name === "v1.9.4") && !tags.some(({ name }) => name === "v1.10.0"));
});

test("a made-up dump has every kind of issue, and is the same each time", () => {
  const dump = scaledDump({ issues: 300 });
  assert.deepEqual(dump, scaledDump({ issues: 300 }));
  const printed = execFileSync(process.execPath, [MAKE, "--issues", "300"], { encoding: "utf8", maxBuffer: 1 << 24 });
  assert.deepEqual(JSON.parse(printed), dump);
  const answers = repository(dump).issues.map(judged);
  const count = (/** @type {(answer: typeof answers[0]) => boolean} */ is) => answers.filter(is).length;
  assert.ok(count(({ inScope, valid }) => inScope && valid) > 240);
  assert.ok(count(({ inScope, valid }) => inScope && !valid) >= 3);
  assert.ok(count(({ withheld }) => withheld) >= 3);
  assert.ok(count(({ inScope }) => !inScope) >= 1);
});

test("all hostile titles occur", () => {
  const titles = repository(scaledDump({ issues: HOSTILE.length, hostile: true })).issues.map(({ title }) => title);
  assert.ok(HOSTILE.length > 400);
  assert.deepEqual(titles, HOSTILE);
});
