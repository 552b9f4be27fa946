/** Sweeps that overlap with runs about single issues, with people, and with each other, and sweeps that are killed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, INCOMPLETE, LABELS, act, names, ours, sweepOnce } from "../fake-github/act.js";
import { issuesOf, many, settled } from "../fake-github/many.js";
import { scaled } from "../fake-github/scaled.js";
import { varied } from "../fake-github/sweep-world.js";

/** @import { World } from "../fake-github/act.js" */

/** @param {World} world */
async function assertSettled(world, when = "") {
  world.github.journal.clear();
  await sweepOnce(world);
  assert.deepEqual(world.github.journal.changes, [], when);
  assert.ok(issuesOf(world).every((issue) => ours(issue).length <= 1), when);
  assert.deepEqual(world.github.journal.violations, [], when);
}

/** @returns {Promise<number>} how many requests a sweep makes */
async function length() {
  const world = await varied();
  await sweepOnce(world);
  return world.github.journal.exchanges.length;
}

test("an author edits an issue at any moment of a sweep, and a run about it overlaps the sweep", async () => {
  for (let at = 1; at <= (await length()); at += 1) {
    for (const boundary of /** @type {const} */ (["before", "after"])) {
      const world = await varied();
      world.github.latency = 200;
      /** @type {Promise<unknown>[]} */
      const runs = [];
      world.github.once(boundary, ({ n }) => n === at, () => {
        world.issue.edit("author", { body: COMPLETE });
        world.issue.addLabels("author", LABELS);
        runs.push(act(world, { client: "single" }));
      });
      await sweepOnce(world, { client: "sweep" });
      await Promise.all(runs);
      assert.deepEqual([names(world.issue).includes(INCOMPLETE), ours(world.issue).length <= 1], [false, true], `${boundary} ${at}`);
      await assertSettled(world, `${boundary} ${at}`);
    }
  }
});

test("two sweeps that overlap leave what one leaves", async () => {
  const alone = await varied();
  await sweepOnce(alone);
  for (let delay = 0; delay < 20_000; delay += 700) {
    const world = await varied();
    world.github.latency = 300;
    const first = sweepOnce(world, { client: "first" });
    await world.github.clock.sleep(delay);
    await Promise.all([first, sweepOnce(world, { client: "second" })]);
    const silent = new Set(/** @type {number[]} */ ([]));
    // The order of the edits shows in the line about changes only.
    assert.deepEqual(settled(world, silent), settled(alone, silent), `${delay} ms apart`);
    await assertSettled(world, `${delay} ms apart`);
  }
});

test("a sweep that is killed at any request is completed by the next", async () => {
  const alone = many(3, 12);
  await sweepOnce(alone);
  const silent = new Set(/** @type {number[]} */ ([]));
  const total = alone.github.journal.exchanges.length;
  for (let at = 1; at <= total; at += 1) {
    for (const boundary of /** @type {const} */ (["before", "after"])) {
      const world = many(3, 12);
      const killed = new Error("killed");
      world.github.once(boundary, ({ n }) => n === at, () => {
        throw killed;
      });
      await assert.rejects(sweepOnce(world), (error) => error === killed || error instanceof Error);
      await sweepOnce(world);
      assert.deepEqual(settled(world, silent), settled(alone, silent), `${boundary} ${at}`);
      await assertSettled(world, `${boundary} ${at}`);
    }
  }
});

test("an issue that is deleted, transferred or locked during a sweep is a row, and the sweep goes on", async () => {
  for (const leave of ["deleted", "transferred", "locked"]) {
    for (const wanted of ["graphql", "create-label", "create-comment"]) {
      const world = scaled(4, 4);
      const [, gone, next] = issuesOf(world);
      let seen = 0;
      world.github.on("before", ({ operation }) => {
        seen += Number(operation.replace("issues/", "") === wanted);
        if (gone && seen === (wanted === "graphql" ? 4 : 1) && world.repository.issues.has(gone.number) && !gone.locked) {
          leave === "deleted" && gone.delete("maintainer");
          leave === "transferred" && gone.transfer("maintainer", world.github.forge.addRepository("kubernetes/other"));
          gone.locked = leave === "locked";
        }
      });
      const { exitCode, summary } = await sweepOnce(world);
      assert.equal(exitCode, 0);
      assert.equal(ours(next ?? assert.fail()).length, 1, `${leave} at ${wanted}`);
      assert.equal(ours(gone ?? assert.fail()).length, 0, `${leave} at ${wanted}`);
      assert.match(summary, new RegExp(`^\\| #${gone?.number}.*⚠️`, "m"), `${leave} at ${wanted}`);
      assert.deepEqual(world.github.journal.violations, []);
    }
  }
});

test("a token without permission is told once, and each kind of write is tried once", async () => {
  const world = scaled(30, 30);
  const permissions = /** @type {const} */ ({ issues: "read", contents: "read", "pull-requests": "read" });
  world.github.forge.addToken("ghs_reader", { repository: world.repository.name, permissions });
  const { exitCode, log } = await sweepOnce(world, { token: "ghs_reader" });
  assert.equal(exitCode, 0);
  assert.ok(world.github.journal.exchanges.filter(({ operation }) => operation !== "graphql").length <= 3);
  assert.match(log.join("\n"), /^::warning::commenting is not allowed \(403\).*`issues: write`.*and 25 more\)/m);
});
