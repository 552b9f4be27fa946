/** What was told about an issue before it was withheld must not be told again. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, LABELS, act, fresh, names, ours, sweepOnce } from "../fake-github/act.js";

/** @import { World } from "../fake-github/act.js" */

const POLICY = ".github/patch-release-issues.yml";
const INPUTS = { policy: POLICY };

/** An issue whose comment and labels name versions. */
async function told() {
  const world = fresh();
  world.repository.addFile(POLICY, 'labels: {introduced-in: "introduced-in/{version}"}\n');
  world.repository.addTag("v1.6.2", "2026-01-01T00:00:00Z");
  world.issue.edit("author", { body: COMPLETE.replace("introduced-in=v1.6.2", "introduced-in=v1.6.2\nresolved-in=1.6.7\nresolved-in=1.6.9") });
  world.issue.addLabels("author", LABELS);
  await act(world, { inputs: INPUTS });
  assert.ok(names(world.issue).includes("introduced-in/v1.6.2"));
  assert.match(ours(world.issue)[0]?.body ?? "", /v1\.6\.7/);
  world.issue.addLabels("maintainer", ["area/security"]);
  world.issue.edit("author", { body: "The owner is working with the product security team.\n" });
  return world;
}

/** @param {World} world @param {object} plan */
function assertSilent(world, plan) {
  assert.doesNotMatch(JSON.stringify(plan), /v1\.6/);
  assert.match(JSON.stringify(plan), /(Removed|Would remove) a label\./);
  assert.doesNotMatch(ours(world.issue)[0]?.body ?? "", / before=|v1\.6\.[279]/);
}

test("a run about the issue names no label, and its marker keeps no trace", async () => {
  const world = await told();
  assertSilent(world, await act(world, { inputs: INPUTS }));
  assert.ok(!names(world.issue).includes("introduced-in/v1.6.2"));
});

test("so does a sweep", async () => {
  const world = await told();
  assertSilent(world, await sweepOnce(world, { inputs: INPUTS }));
});

test("a dry run names no label either", async () => {
  const world = await told();
  const { log, summary } = await act(world, { inputs: { ...INPUTS, "dry-run": "true" } });
  assert.doesNotMatch(log.join("\n") + summary, /v1\.6/);
  assert.match(log.join("\n"), /Would remove a label\./);
});

test("labels of other issues are still named", async () => {
  const world = fresh();
  assert.match((await act(world)).log.join("\n"), /^Added `patch-release\/incomplete`\.$/m);
});
