/** The number of requests of a sweep, and how fast it writes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { INCOMPLETE, sweepOnce } from "../fake-github/act.js";
import { many } from "../fake-github/many.js";
import { FIXES, scaled } from "../fake-github/scaled.js";

/** @import { World } from "../fake-github/act.js" */

/**
 * The requests since the journal was cleared: how many queries, and how many writes.
 *
 * @param {World} world
 */
function counted({ github }) {
  const { exchanges } = github.journal;
  const queries = exchanges.filter(({ operation }) => operation === "graphql").length;
  return { queries, writes: exchanges.length - queries };
}

const pages = (/** @type {number} */ items, size = 100) => Math.max(1, Math.ceil(items / size));

/**
 * The queries of a sweep over open issues that all have the scope's label and were updated lately.
 *
 * @param {number} issues
 * @param {number[]} labelled how many issues have each label of ours
 */
function formula(issues, labelled) {
  const lists = pages(issues) + labelled.map((count) => pages(count)).reduce((sum, count) => sum + count, 0) + pages(issues);
  const [tags, requests, comparisons] = [pages(2), Math.ceil((2 * FIXES) / 50), Math.ceil((2 * FIXES) / 50)];
  return lists + Math.ceil(issues / 50) + tags + requests + comparisons;
}

/**
 * What is asked to write to some issues: 5 at a time are read before and after.
 *
 * @param {number} changed
 */
const rereads = (changed) => 2 * Math.ceil(changed / 5);

test("2,000 issues of which 50 change: the formula's requests, and another sweep writes nothing", async () => {
  const world = scaled(2_000, 50);
  const { exitCode, outputs, summary } = await sweepOnce(world);
  const told = Object.fromEntries(outputs);
  assert.deepEqual([exitCode, told.swept, told.changed, told.invalid], [0, "2000", "50", "50"]);
  assert.deepEqual([JSON.parse(told.results ?? "").length, summary.match(/^\| #/gm)?.length], [2_000, 2_000]);
  assert.deepEqual(counted(world), { queries: formula(2_000, []) + rereads(50), writes: 1 + 50 + 50 });
  assert.ok(world.github.clock.now() - start(world) < 3_600_000);
  world.github.journal.clear();
  await sweepOnce(world);
  assert.deepEqual([counted(world), world.github.journal.changes], [{ queries: formula(2_000, [50]), writes: 0 }, []]);
});

/** @param {World} world */
const start = ({ github }) => github.journal.exchanges[0]?.time ?? assert.fail();

test("writes are at least a second apart, at most 400 a run, and the rest is left to the next sweep", async () => {
  const world = scaled(600, 300);
  const { exitCode, log, outputs, summary } = await sweepOnce(world);
  assert.deepEqual([exitCode, Object.fromEntries(outputs).changed], [0, "199"]);
  const times = world.github.journal.exchanges.filter(({ operation }) => operation !== "graphql").map(({ time }) => time);
  assert.equal(times.length, 1 + 2 * 199);
  assert.ok(times.slice(1).every((time, index) => time - (times[index] ?? 0) >= 1_000));
  assert.match(log.join("\n"), /^::notice::101 issues are left to the next sweep: one sweep makes at most 400 writes/m);
  assert.equal(summary.match(/Left to the next sweep\./g)?.length, 101);
  const written = world.github.journal.changes.filter(({ what }) => what === "post-comment").map(({ where }) => Number(where.split("#")[1]));
  assert.deepEqual(written, [...written].sort((one, other) => one - other), "by number");
  const rest = await sweepOnce(world);
  assert.deepEqual([Object.fromEntries(rest.outputs).changed, rest.log.some((line) => line.includes("left to"))], ["101", false]);
});

test("after 48 minutes, nothing more is written", async () => {
  const world = scaled(60, 60);
  world.github.on("before", ({ operation }) => (operation === "graphql" ? undefined : world.github.clock.sleep(29_000)));
  const begin = world.github.clock.now();
  const { exitCode, log, outputs } = await sweepOnce(world);
  assert.ok(world.github.clock.now() - begin <= 3_000_000, `${world.github.clock.now() - begin} ms`);
  const { changed } = Object.fromEntries(outputs);
  assert.equal(exitCode, 0);
  assert.ok(Number(changed) > 40 && Number(changed) < 60, changed);
  assert.match(log.join("\n"), /^::notice::\d+ issues are left to the next sweep/m);
});

test("comments are read until ours is found, and not at all when comments are turned off", async () => {
  const world = scaled(60, 60);
  await sweepOnce(world);
  const [first, second] = [...world.repository.issues.values()].filter(({ pullRequest }) => !pullRequest);
  const later = second?.comments.splice(0) ?? [];
  for (let count = 0; count < 12; count += 1) {
    first?.addComment("author", "+1");
    second?.addComment("author", "+1");
  }
  second?.comments.push(...later.map((comment) => ({ ...comment, id: world.github.forge.newId() })));
  world.github.journal.clear();
  await sweepOnce(world);
  const some = formula(60, [60]);
  assert.deepEqual([counted(world), world.github.journal.changes], [{ queries: some + 1, writes: 0 }, []]);
  world.github.journal.clear();
  await sweepOnce(world, { inputs: { comment: "false" } });
  assert.deepEqual(counted(world), { queries: some - 2, writes: 0 });
});

test("old quiet issues without a label wait for a dispatch, which reads everything", async () => {
  const world = scaled(3, 0);
  const { repository } = world;
  const body = "```release\nintroduced-in=v1.9.0\n```\n";
  const quiet = repository.addIssue({ body, createdAt: "2025-01-01T00:00:00Z" });
  const closed = repository.addIssue({ body, labels: [INCOMPLETE], state: "closed", createdAt: "2025-01-01T00:00:00Z" });
  const recent = repository.addIssue({ body, createdAt: "2025-10-20T00:00:00Z" });
  const plain = repository.addIssue({ body: "Hello", createdAt: "2025-10-20T00:00:00Z" });
  const sees = async (/** @type {object} */ event) => {
    const { outputs } = await sweepOnce(world, { event, inputs: { "dry-run": "true" } });
    return JSON.parse(Object.fromEntries(outputs).results ?? "").map((/** @type {{ number: number }} */ { number }) => number).slice(3);
  };
  assert.deepEqual(await sees({}), [closed.number, recent.number]);
  assert.deepEqual(await sees({ name: "workflow_dispatch" }), [quiet.number, closed.number, recent.number]);
  repository.addFile("policy.yml", "scope: all\n");
  const { outputs } = await sweepOnce(world, { inputs: { "dry-run": "true", policy: "policy.yml" } });
  assert.equal(Object.fromEntries(outputs).swept, "7");
  assert.equal(plain.comments.length, 0);
});

test("a pushed tag sweeps 200 issues", async () => {
  const world = many(5, 200);
  const event = { name: "push", ref: "refs/tags/v1.9.2" };
  await sweepOnce(world, { event });
  while (Object.fromEntries((await sweepOnce(world, { event })).outputs).changed !== "0");
  world.repository.git.commit("release-1.9", { date: "2025-12-30T00:00:00Z" });
  world.repository.git.annotate("v1.9.2", "release-1.9", "2025-12-31T00:00:00Z");
  world.github.journal.clear();
  const { exitCode, outputs } = await sweepOnce(world, { event });
  assert.equal(exitCode, 0);
  assert.ok(Number(Object.fromEntries(outputs).changed) > 10, JSON.stringify(outputs.slice(-4, -1)));
  assert.ok(world.github.journal.changes.some(({ what, detail }) => what.endsWith("-label") && detail === "affects/v1.9"));
  assert.ok(world.github.journal.exchanges.length < 1_000);
});
