/**
 * Answers of the report that misled release managers and operators once: what people write in all good faith, while
 * the history of the repository says something else. Each case is a small history with one fix, and what the report
 * must say.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Report } from "../../pkg/report/node.js";
import { completeDescription } from "../core/complete-description.js";

/** @import { Dump, DumpIssue, DumpPullRequest } from "../../pkg/report/types.js" */

const LABELS = ["patch-release", "priority/critical-urgent", "sig/node"];
const MAIN_FIX = { number: 10, state: "closed", merged_at: "2026-03-02T00:00:00Z", base: "main", title: "Keep the field", merge_commit_sha: sha(10) };
const BACKPORT = { number: 11, state: "closed", merged_at: "2026-03-04T00:00:00Z", base: "release-1.9", title: "Keep the field", body: "Cherry pick of #10 on release-1.9.", merge_commit_sha: sha(11) };
const OPEN_BACKPORT = { ...BACKPORT, state: "open", merged_at: null, merge_commit_sha: null };

/** The tags, with the days of March 2026 on which they were made. Commits are numbered by them. */
const TAGS = Object.entries({
  "v1.6.0": "2025-06-01", "v1.6.9": "2025-12-01", "v1.7.0": "2025-09-01", "v1.7.5": "2026-02-01", "v1.8.0": "2025-12-01",
  "v1.8.3": "2026-02-20", "v1.9.0": "2026-02-10", "v1.9.3": "2026-02-25", "v1.9.4": "2026-03-01", "v1.9.5": "2026-03-05",
});

/** @param {number | string} of */
function sha(of) {
  return Buffer.from(String(of)).toString("hex").padEnd(40, "0").slice(0, 40);
}

/**
 * @typedef {object} History
 * @property {string[]} entries
 * @property {number[]} [listed] the pull requests that the issue lists
 * @property {Partial<DumpIssue>} [issue]
 * @property {DumpPullRequest[]} [requests]
 * @property {[tag: string, number: number][]} [contained] which tag contains which pull request
 * @property {[tag: string, number: number][]} [lacking] which does not
 * @property {Record<string, string>} [tags] more tags
 * @property {DumpIssue[]} [others] more issues
 */

/** @param {string[]} entries @param {number[]} listed */
function describe(entries, listed) {
  const pullRequests = listed.map((number) => `- #${number}`).join("\n") || "TBD";
  return completeDescription({ releases: `\`\`\`release\n${entries.join("\n")}\n\`\`\``, resolution: "The field is kept.", pullRequests });
}

/**
 * The report about a history.
 *
 * @param {History} history
 * @param {string[]} [versions]
 */
function report({ entries, listed = [10], issue, requests = [], contained = [], lacking = [], tags = {}, others = [] }, versions) {
  const made = new Report({ now: "2026-03-10T00:00:00Z", versions: versions ?? null });
  const all = [...TAGS, ...Object.entries(tags)].map(([name, day]) => ({ name, date: `${day}T00:00:00Z`, commit: sha(name) }));
  const compared = [...contained.map((pair) => /** @type {const} */ ([...pair, true])), ...lacking.map((pair) => /** @type {const} */ ([...pair, false]))];
  /** @type {Dump} */
  const dump = {
    repositories: [{
      name: "example/engine",
      default_branch: "main",
      tags: all,
      pullRequests: requests,
      comparisons: compared.map(([tag, number, contains]) => ({ tag: sha(tag), commit: sha(number), contains })),
      issues: [{ number: 1, title: "Fields are lost", body: describe(entries, listed), labels: LABELS, state: "open", created_at: "2026-02-26T00:00:00Z", updated_at: "2026-03-06T00:00:00Z", ...issue }, ...others],
    }],
  };
  made.add(dump);
  const { files } = made.finish();
  const read = (/** @type {string} */ path) => files.find(([name]) => name === path)?.[1] ?? assert.fail(path);
  const model = JSON.parse(read("known-issues.json")).repositories[0].report;
  const release = (/** @type {string} */ version) => {
    const found = model.branches.flatMap((/** @type {any} */ one) => one.releases).find((/** @type {any} */ one) => one.version === version);
    return found ?? assert.fail(version);
  };
  const branch = (/** @type {string} */ name) => model.branches.find((/** @type {any} */ one) => one.branch === name);
  return {
    model,
    markdown: read("known-issues.md"),
    page: read("index.html"),
    branch,
    next: (/** @type {string} */ name) => branch(name).next ?? assert.fail(`${name} has no next release`),
    release,
    /** The status of issue 1 for a release: affected, unknown, or neither. */
    status: (/** @type {string} */ version) => {
      const { affected, unknown } = release(version);
      return affected.includes(1) ? "affected" : unknown.includes(1) ? "unknown" : "good";
    },
    /** The state of the claim about a branch. */
    claim(/** @type {string} */ name) {
      const answer = model.answers.find((/** @type {any} */ one) => one.issue === 1);
      return answer?.branches.find((/** @type {any} */ one) => one.branch === name)?.claim?.state;
    },
  };
}

/** @param {any} next @returns {[decision: string, reason: string | undefined]} the first reason that holds it */
const held = (next) => [next.decision, next.reasons.find((/** @type {any} */ one) => one.holds)?.kind];

const CLOSED = { state: "closed", state_reason: "completed", closed_at: "2026-03-02T00:00:00Z" };

test("closed by the main pull request, with the backport open: hold", () => {
  const { next, markdown, status } = report({ entries: ["introduced-in=v1.9.3"], issue: CLOSED, requests: [MAIN_FIX, OPEN_BACKPORT] });
  assert.deepEqual(held(next("v1.9")), ["hold", "critical"]);
  assert.match(markdown, /closed, but `#11` is open/);
  assert.equal(status("v1.9.5"), "affected");
});

test("closed by the main pull request, without a backport: hold", () => {
  const { next, markdown } = report({ entries: ["introduced-in=v1.9.3"], issue: CLOSED, requests: [MAIN_FIX] });
  assert.deepEqual(held(next("v1.9")), ["hold", "critical"]);
  assert.match(markdown, /closed, but no pull request is known to bring the fix/);
});

test("merged after the tag: the release is not called fixed", () => {
  const late = { ...BACKPORT, merged_at: "2026-03-05T09:00:00Z" };
  const said = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.5"], listed: [10, 11], requests: [MAIN_FIX, late] });
  assert.deepEqual([said.claim("v1.9"), said.status("v1.9.5"), said.status("v1.9.4")], ["refuted", "unknown", "affected"]);
  assert.deepEqual(said.branch("v1.9").firstGood, { version: "v1.9.5", unknown: [1] });
  assert.deepEqual(said.release("v1.9.4").advice.map((/** @type {any} */ { kind }) => kind), ["wait"]);
  assert.match(said.page, /refuted/);
  assert.match(said.page, /First release without known issues: <a href="#v1\.9\.5"><b>v1\.9\.5<\/b><\/a> <span class="tag unknown">1 unknown/);
});

test("only the main pull request is merged: the next patch does not have the fix", () => {
  const { next, claim } = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.6"], requests: [MAIN_FIX] });
  assert.equal(claim("v1.9"), "missing");
  assert.equal(next("v1.9").decision, "hold");
});

test("the backport is still open: the release does not have the fix", () => {
  const { claim, status, next } = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.5"], requests: [MAIN_FIX, OPEN_BACKPORT] });
  assert.deepEqual([claim("v1.9"), status("v1.9.5")], ["refuted", "unknown"]);
  assert.equal(next("v1.9").decision, "hold");
});

test("the backport was closed without being merged: it brings nothing", () => {
  const closed = { ...BACKPORT, merged_at: null, merge_commit_sha: null };
  const planned = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.6"], requests: [MAIN_FIX, closed] });
  assert.deepEqual([planned.claim("v1.9"), planned.next("v1.9").decision], ["missing", "hold"]);
  const { claim, status } = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.5"], listed: [11], requests: [closed] });
  assert.deepEqual([claim("v1.9"), status("v1.9.5")], ["refuted", "unknown"]);
});

test("reopened after the release: the release is not called fixed", () => {
  const issue = { reopened_at: "2026-03-08T00:00:00Z", last_edited_at: "2026-03-06T00:00:00Z" };
  const { claim, status, markdown } = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.5"], issue, requests: [MAIN_FIX, BACKPORT] });
  assert.deepEqual([claim("v1.9"), status("v1.9.5")], ["reopened", "unknown"]);
  assert.match(markdown, /↺/);
});

for (const [what, version] of [["a minor version", "v1.99.4"], ["a patch version", "v1.9.40"]]) {
  test(`introduced-in has a typo in ${what}: every answer is unknown`, () => {
    const { status, next } = report({ entries: [`introduced-in=${version}`] });
    assert.deepEqual(["v1.9.3", "v1.9.5", "v1.8.3", "v1.7.5"].map((one) => status(one)), Array(4).fill("unknown"));
    assert.deepEqual(held(next("v1.9")), ["hold", "critical-unknown"]);
  });
}

test("no priority: hold until somebody has looked at it", () => {
  const { next } = report({ entries: ["introduced-in=v1.9.3"], issue: { labels: ["patch-release", "sig/node"] } });
  assert.deepEqual(held(next("v1.9")), ["hold", "untriaged"]);
});

test("the next minor version is decided about, too", () => {
  const { model } = report({ entries: ["introduced-in=v1.9.3"], requests: [OPEN_BACKPORT], tags: { "v1.10.0-alpha.1": "2026-02-15" } });
  assert.deepEqual([model.nextMinor.version, ...held(model.nextMinor)], ["v1.10.0", "hold", "critical"]);
});

test("closed, and fixed on one branch only: the other branch holds", () => {
  const entries = ["introduced-in=v1.8.3", "introduced-in=v1.9.3", "resolved-in=v1.9.5"];
  const { next } = report({ entries, issue: CLOSED, requests: [MAIN_FIX, BACKPORT], contained: [["v1.9.5", 11]] });
  assert.equal(next("v1.9").decision, "go");
  assert.deepEqual(held(next("v1.8")), ["hold", "critical"]);
});

test("a pull request that is older than the problem is no fix", () => {
  const old = { ...BACKPORT, merged_at: "2026-02-24T00:00:00Z" };
  const { next, model } = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.6"], listed: [11], requests: [old], contained: [["v1.9.3", 11]] });
  assert.deepEqual(held(next("v1.9")), ["hold", "promised"]);
  assert.ok(model.attention.some((/** @type {any} */ one) => one.issue === 1), "needs attention");
});

test("a branch that has just left the newest three is still decided about", () => {
  assert.deepEqual(held(report({ entries: ["introduced-in=v1.6.9"] }).next("v1.6")), ["hold", "critical"]);
});

test("planned for a later patch: go, and the plan stands beside it", () => {
  const { next, claim, markdown, model } = report({ entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.8"], requests: [MAIN_FIX, OPEN_BACKPORT] });
  assert.deepEqual([next("v1.9").decision, claim("v1.9")], ["go", "planned"]);
  assert.match(markdown, /planned for `v1\.9\.8`/);
  assert.deepEqual(model.attention, []);
});

test("a vendor's build is not answered as if it came before the release", () => {
  const refused = /`versions` names `v1\.9\.4-gke\.1`, a vendor's build: ask about `v1\.9\.4`/;
  assert.throws(() => report({ entries: ["introduced-in=v1.9.3"] }, ["v1.9.4-gke.1"]), refused);
});

test("every start of an advisory is declared: the branches between are born with the problem", () => {
  const { status } = report({ entries: ["introduced-in=v1.6.0", "introduced-in=v1.9.0"], listed: [] }, ["v1.6", "v1.7", "v1.8", "v1.9"]);
  assert.deepEqual(["v1.6.9", "v1.7.0", "v1.7.5", "v1.8.3", "v1.9.5"].map((one) => status(one)), Array(5).fill("affected"));
});

test("an upgrade that brings something more urgent is not advised", () => {
  const worse = { number: 2, title: "Data is lost", body: describe(["introduced-in=v1.9.5"], []), labels: LABELS, state: "open", updated_at: "2026-03-06T00:00:00Z" };
  const labels = ["patch-release", "priority/important-soon", "sig/node"];
  const history = { entries: ["introduced-in=v1.9.3", "resolved-in=v1.9.5"], issue: { labels }, others: [worse], requests: [MAIN_FIX, BACKPORT] };
  const { release, page } = report(history);
  const kinds = release("v1.9.4").advice.map((/** @type {any} */ { kind, version }) => [kind, version]);
  assert.deepEqual(kinds, [["worse", "v1.9.5"], ["wait", "v1.9.6"]]);
  assert.match(page.replaceAll(/<[^>]+>/g, ""), /v1\.9\.5 fixes 1 of 1 known issue and brings a critical one \(#2\): stay on v1\.9\.4, or wait for v1\.9\.6\./);
});
