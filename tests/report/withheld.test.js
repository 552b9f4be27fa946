/** Security issues stay withheld until a release has the fix, whatever was known of them before. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Report } from "../../pkg/report/node.js";
import { completeDescription } from "../core/complete-description.js";
import { CANARY, Workspace, start, succeed } from "./world.js";

const LABELS = ["patch-release", "priority/critical-urgent", "sig/node"];
const SECURITY = [...LABELS, "area/security"];
const TAGS = ["v1.9.3", "v1.9.4", "v1.9.5"].map((name, day) => ({ name, date: `2026-03-0${day + 1}T00:00:00Z` }));

/** @param {string[]} resolved */
function body(resolved) {
  const entries = ["introduced-in=v1.9.3", ...resolved.map((version) => `resolved-in=${version}`)];
  return completeDescription({ releases: `\`\`\`release\n${entries.join("\n")}\n\`\`\``, symptoms: CANARY, resolution: CANARY, pullRequests: "- #901" });
}

/**
 * @param {string[]} resolved
 * @param {object} [more]
 */
const issue = (resolved, more = {}) => ({ number: 7, title: CANARY, body: body(resolved), labels: SECURITY, state: "open", updated_at: "2026-03-06T00:00:00Z", ...more });

const REQUESTS = [
  { number: 901, state: "closed", merged_at: "2026-03-05T09:00:00Z", base: "main", title: `Fix ${CANARY}`, merge_commit_sha: "a".repeat(40) },
  { number: 902, state: "closed", merged_at: "2026-03-05T09:00:00Z", base: "release-1.9", title: `${CANARY}`, body: "Cherry pick of #901", merge_commit_sha: "b".repeat(40) },
];

/** @param {object} repository @param {string[]} [previous] */
function report(repository, previous = []) {
  const made = new Report({});
  for (const text of previous) assert.ok(made.previous(text));
  made.add({ repositories: [{ name: "example/engine", ...repository }] });
  const { files, summary, issueBody } = made.finish();
  const json = files.find(([path]) => path === "known-issues.json")?.[1] ?? "";
  return { json, counts: JSON.parse(json).repositories[0].report.counts, all: [...files.flat(), summary, issueBody].join("\n") };
}

for (const [what, resolved, more] of /** @type {[string, string[], object][]} */ ([
  ["the next release", ["v1.9.6"], {}],
  ["a later release", ["v1.9.8"], {}],
  ["a release that does not have the fix", ["v1.9.5"], {}],
  ["no release", [], {}],
])) {
  test(`a security issue that names ${what} as fixed is withheld`, () => {
    const { counts, all } = report({ issues: [issue(resolved, more)], tags: TAGS, pullRequests: REQUESTS });
    assert.deepEqual([counts.listed, counts.withheld, counts.invalid], [0, 1, 0]);
    assert.ok(!all.includes(CANARY) && !all.includes("901"), "it shows");
  });
}

test("a security issue is listed once a release has the fix", () => {
  const { counts, all } = report({ issues: [issue(["v1.9.5"])], tags: TAGS });
  assert.deepEqual([counts.listed, counts.withheld], [1, 0]);
  assert.ok(all.includes(CANARY));
});

test("nothing is left of an issue that was listed before it was withheld", () => {
  const surroundings = { tags: TAGS, pullRequests: REQUESTS, comparisons: [{ tag: "v1.9.5", commit: "b".repeat(40), contains: false }] };
  const listed = report({ issues: [issue(["v1.9.6"], { labels: LABELS })], ...surroundings });
  assert.ok(listed.json.includes(CANARY));
  const later = issue(["v1.9.6"], { updated_at: "2026-03-07T00:00:00Z" });
  const continued = report({ issues: [later] }, [listed.json]);
  assert.deepEqual(continued.counts.withheld, 1);
  for (const word of [CANARY, "901", "902", "aaaaaaa", "bbbbbbb"]) assert.ok(!continued.all.includes(word), word);
  for (const order of [[listed, continued], [continued, listed]]) {
    const merged = new Report({});
    for (const { json } of order) merged.merge(json);
    const text = merged.finish().files.flat().join("\n");
    assert.ok(!text.includes(CANARY) && !text.includes("901"), "merged");
  }
});

test("a report is no dump", () => {
  const { json } = report({ issues: [issue(["v1.9.5"])], tags: TAGS });
  for (const part of [json, JSON.parse(json)]) {
    assert.throws(() => new Report({}).add(part), /this is a known-issues\.json, not a dump: use `merge` or `previous`/);
  }
});

test("a continued run lists what a new tag releases, as a run from scratch", async () => {
  const { github, repository } = start({ issues: 30, tags: 9 });
  repository.addIssue({ number: 77, author: "reporter", title: "Later", labels: SECURITY, body: body(["v1.7.9"]).replace("v1.9.3", "v1.7.0").replaceAll(CANARY, "x") });
  const workspace = new Workspace();
  const inputs = { previous: "before/known-issues.json" };
  const first = await succeed(github, inputs, workspace);
  const numbers = (/** @type {{ files: Record<string, string> }} */ { files }, /** @type {string} */ list) =>
    JSON.parse(files["known-issues.json"] ?? "").repositories[0][list].map((/** @type {any} */ { number }) => number);
  assert.deepEqual([numbers(first, "withheld").includes(77), numbers(first, "issues").includes(77)], [true, false]);
  workspace.write("before/known-issues.json", first.files["known-issues.json"] ?? "");
  repository.addTag("v1.7.9", "2026-01-05T10:00:00Z");
  const continued = await succeed(github, inputs, workspace);
  assert.ok(numbers(continued, "issues").includes(77));
  assert.deepEqual(continued.files, (await succeed(github)).files);
  workspace.remove();
});
