/** Answers that are outdated or incomplete: what is unknown is neither written nor removed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, LABELS, act, fresh, judged, mended, names, ours, requests } from "../fake-github/act.js";
import { start } from "../fake-github/caller.js";
import { ACTIONS } from "../fake-github/forge.js";

/** @import { World } from "../fake-github/act.js" */

/**
 * Changes what GraphQL answers.
 *
 * @param {World} world
 * @param {(body: any, count: number) => unknown} change receives the answer's body and the number of earlier answers
 */
function answering({ github }, change) {
  let count = 0;
  github.on("after", ({ operation }, answer) => {
    if (operation === "graphql" && answer) {
      answer.body = JSON.stringify(change(JSON.parse(answer.body), count));
      count += 1;
    }
  });
}

for (const [name, begin] of Object.entries({ fresh, mended })) {
  test(`${name}: reads may be older than the writes, and nothing is written twice`, async () => {
    const world = await begin();
    world.github.journal.clear();
    /** @type {unknown} */
    let old;
    answering(world, (body) => (old ??= body));
    await act(world);
    const writes = requests(world).filter((operation) => operation !== "graphql");
    assert.equal(new Set(writes).size, writes.length, String(writes));
    assert.equal(ours(world.issue).length, 1);
  });
}

/** Parts that may be missing from an answer: their paths, and what is null then. */
const PARTS = /** @type {Record<string, (issue: any) => void>} */ ({
  labels: (issue) => (issue.labels = null),
  "labels/nodes": (issue) => (issue.labels.nodes = null),
  "labels/nodes/0": (issue) => (issue.labels.nodes[0] = null),
  "comments/nodes": (issue) => (issue.comments.nodes = null),
  "comments/nodes/1": (issue) => (issue.comments.nodes[1] = null),
  "comments/pageInfo": (issue) => (issue.comments.pageInfo = null),
  "comments/nodes/1/fullDatabaseId": (issue) => (issue.comments.nodes[1].fullDatabaseId = ".."),
  "comments/nodes/1/viewerDidAuthor": (issue) => delete issue.comments.nodes[1].viewerDidAuthor,
});

/**
 * @param {any} body
 * @param {string} path
 * @param {string} type of the error; empty for none
 */
function without(body, path, type) {
  const error = { type, path: ["repository", "issue", ...path.split("/")].filter(Boolean), message: "Something went wrong" };
  if (path === "") {
    body.data.repository.issue = null;
  } else {
    PARTS[path]?.(body.data.repository.issue);
  }
  return type === "" ? body : { ...body, errors: [error] };
}

for (const path of ["", ...Object.keys(PARTS)]) {
  for (const type of ["SERVICE_UNAVAILABLE", "FORBIDDEN", "INTERNAL", ""]) {
    test(`an answer without issue/${path} (${type || "no error"}): the query is retried, and then nothing is written`, async () => {
      const world = await judged();
      answering(world, (body, count) => (count === 0 ? without(body, path, type) : body));
      await act(world);
      assert.deepEqual(world.github.journal.changes, []);
      const always = await judged();
      answering(always, (body) => without(body, path, type));
      const { log, exitCode } = await act(always);
      assert.equal(exitCode, 1);
      assert.match(log.join("\n"), /^::warning::/m);
      assert.ok(requests(always).length <= 3);
      assert.deepEqual(always.github.journal.changes, []);
    });
  }
}

for (const field of ["tags", "main"]) {
  test(`a comment is not rewritten while ${field} cannot be read`, async () => {
    const world = fresh();
    world.repository.addTag("v1.6.2", "2026-01-01T00:00:00Z");
    world.issue.edit("author", { body: COMPLETE.replace("introduced-in=v1.6.2", "introduced-in=v1.6.1") });
    world.issue.addLabels("author", LABELS);
    await act(world);
    const told = ours(world.issue)[0]?.body ?? "";
    assert.match(told, /unreleased-version/);
    const breaking = { is: true };
    answering(world, (body) => {
      if (breaking.is && body.data?.repository && field in body.data.repository) {
        body.data.repository[field] = null;
        body.errors = [{ type: "SERVICE_UNAVAILABLE", path: ["repository", field], message: "Something went wrong" }];
      }
      return body;
    });
    const { log } = await act(world);
    assert.equal(ours(world.issue)[0]?.body, told);
    assert.match(log.join("\n"), /the comment was left as it is/);
    breaking.is = false;
    await act(world);
    assert.equal(ours(world.issue)[0]?.body, told);
  });
}

/** @param {number} count of comments */
async function crowded(count) {
  const world = start();
  const others = Array.from({ length: count }, () => ({ author: "author", body: "+1" }));
  others.forEach(({ author, body }) => world.issue.addComment(author, body));
  world.github.journal.clear();
  return world;
}

test("2,400 comments are read to the end, before and after a comment is posted", async () => {
  const world = await crowded(2_400);
  const { log } = await act(world);
  assert.equal(ours(world.issue).length, 1);
  assert.deepEqual(log.filter((line) => line.includes("internal")), []);
  world.github.journal.clear();
  await act(world);
  assert.deepEqual(world.github.journal.changes, []);
});

test("an issue that is moved between two pages of comments is gone", async () => {
  const world = await crowded(150);
  let count = 0;
  world.github.on("before", () => void ((count += 1) === 2 && world.issue.delete("maintainer")));
  const { log, exitCode } = await act(world);
  assert.equal(exitCode, 1);
  assert.match(log.join("\n"), /^::warning::issue #7 is gone/m);
  assert.deepEqual(world.github.journal.changesBy(ACTIONS), []);
  assert.ok(requests(world).length <= 4, String(requests(world).length));
});

test("if a page of comments cannot be read, labels are written but no comment", async () => {
  const world = await crowded(150);
  answering(world, (body, count) => (count > 0 && body.data.repository.issue ? without(body, "comments/nodes/1", "INTERNAL") : body));
  const { log } = await act(world);
  assert.match(log.join("\n"), /^::warning::/m);
  assert.deepEqual(ours(world.issue), []);
  assert.ok(names(world.issue).length >= 1);
});
