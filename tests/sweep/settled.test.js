/** What holds over sweeps, runs about one issue and commands together, also while GitHub does not answer everything. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { LABELS, act, ours, sweepOnce } from "../fake-github/act.js";
import { start } from "../fake-github/caller.js";
import { BEFORE, answer, commanded } from "../fake-github/commanded.js";
import { many } from "../fake-github/many.js";
import { completeDescription } from "../core/complete-description.js";

const DISPATCH = { name: "workflow_dispatch", payload: { issue: null, comment: null, repository: { default_branch: "main" } } };
const SECRET = "exploit steps";

test("a sweep keeps the offer of a command, and writes nothing that a run about the issue would take back", async () => {
  const world = await commanded({ command: "/patch-release check", body: BEFORE.replace("introduced-in=v", "introduced-in=") });
  await answer(world);
  assert.match(ours(world.issue)[0]?.body ?? "", /\/patch-release fix/);
  for (const run of [sweepOnce, act, sweepOnce]) {
    world.github.journal.clear();
    await run(world);
    assert.deepEqual(world.github.journal.changes.map(({ what }) => what), []);
  }
});

test("a sweep keeps the reason of a refusal", async () => {
  for (const inputs of /** @type {Record<string, string>[]} */ ([{}, { facts: "false" }])) {
    const world = await commanded({ command: "/introduced-in nonsense" });
    await answer(world, { inputs });
    const before = ours(world.issue)[0]?.body;
    assert.match(before ?? "", /refused/i);
    await sweepOnce(world, { inputs });
    assert.equal(ours(world.issue)[0]?.body, before);
  }
});

for (const field of ["Repository.refs", "Ref.target"]) {
  test(`a security issue stays withheld while ${field} cannot be read`, async () => {
    for (const how of ["single", "sweep", "command"]) {
      for (const times of [1, 3, 1_000]) {
        const world = start();
        const { git } = world.repository;
        git.commit("main", { date: "2025-12-01T00:00:00Z" });
        git.branch("release-1.9", "main");
        git.annotate("v1.9.0", "release-1.9", "2025-12-02T00:00:00Z");
        git.annotate("v1.9.1", "release-1.9", "2025-12-20T00:00:00Z");
        const body = completeDescription({ releases: "```release\nintroduced-in=1.9.0\nresolved-in=v1.9.2\n```", symptoms: SECRET, pullRequests: "TBD" });
        world.issue.author = world.github.forge.user("author");
        world.issue.edit("author", { body });
        world.issue.addLabels("author", [...LABELS, "area/security"]);
        await act(world);
        await world.github.clock.sleep(60_000);
        const comment = how === "command" ? world.issue.addComment("author", "/patch-release fix") : null;
        world.github.faults.fields.when(field, "trouble", { times });
        const plan = how === "sweep" ? await sweepOnce(world) : comment ? await answer({ ...world, comment }) : await act(world);
        const shown = [...world.issue.comments.map((one) => one.body), plan.summary, JSON.stringify(plan.outputs), ...plan.log].join("\n");
        assert.ok(!shown.includes(SECRET), `${how}, ${times} times`);
        assert.equal(world.issue.body, body);
      }
    }
  });
}

test("a sweep writes nothing when it cannot read the tags, or what it lacks for an issue", async () => {
  for (const [field, exitCode] of /** @type {const} */ ([["Repository.refs", 1], ["PullRequest.timelineItems", 0]])) {
    const world = many(5, 10);
    await sweepOnce(world, { event: DISPATCH });
    world.github.journal.clear();
    world.github.faults.fields.when(field, "trouble", { times: 1_000 });
    const plan = await sweepOnce(world, { event: DISPATCH });
    assert.deepEqual([plan.exitCode, world.github.journal.changes.length], [exitCode, 0], field);
    world.github.faults.fields.clear();
    await sweepOnce(world, { event: DISPATCH });
    assert.equal(world.github.journal.changes.length, 0, field);
  }
});

test("a refused command stays refused where GitHub takes no reaction, and keeps a person's later edit", async () => {
  const world = await commanded({ command: "/introduced-in v1.6.3" });
  await world.github.clock.sleep(60_000);
  const edited = BEFORE.replace(/introduced-in=v1\.6\.\d+/, "introduced-in=v1.6.4");
  world.issue.edit("author", { body: edited });
  await world.github.clock.sleep(60_000);
  world.issue.addComment("author", "/wont-fix v1.5");
  world.github.faults.when((/** @type {any} */ { operation }) => operation.includes("reactions"), "not-accessible", 1_000);
  for (let run = 0; run < 3; run += 1) {
    await act(world);
    await world.github.clock.sleep(60_000);
    assert.match(world.issue.body ?? "", /introduced-in=v1\.6\.4/);
  }
  world.github.faults.clear();
  await act(world);
  assert.match(world.issue.body ?? "", /introduced-in=v1\.6\.4[^]*wont-fix=v1\.5|wont-fix=v1\.5[^]*introduced-in=v1\.6\.4/);
});
