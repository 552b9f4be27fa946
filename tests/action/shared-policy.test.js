/** Policies that extend a file of another repository, or are one: read through GitHub's API, before anything is written. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, LABELS, act, fresh, names, ours, requests } from "../fake-github/act.js";
import { ACTIONS } from "../fake-github/forge.js";

/** @import { Act, World } from "../fake-github/act.js" */

const PATH = ".github/patch-release-issues.yml";
const SHARED = "example/release:policies/shared.yml@stable";
const NAMED = /** @type {Act} */ ({ inputs: { policy: PATH } });
const ELSEWHERE = /** @type {Act} */ ({ inputs: { policy: SHARED } });

/**
 * @param {{ own?: string, shared?: string, isPrivate?: boolean }} files
 * @returns {World}
 */
function under({ own = `extends: ${SHARED}\n`, shared, isPrivate = false }) {
  const world = fresh();
  world.repository.addFile(PATH, own);
  const other = world.github.forge.addRepository("example/release", { isPrivate });
  if (shared !== undefined) {
    other.addFile("policies/shared.yml", shared, { branch: "stable" });
  }
  world.issue.edit("author", { body: COMPLETE });
  world.issue.addLabels("author", LABELS);
  world.github.journal.clear();
  return world;
}

/** @param {World} world @param {Act} how */
async function refused(world, how) {
  const before = names(world.issue);
  const { exitCode, log, outputs } = await act(world, how);
  assert.deepEqual([exitCode, outputs], [1, []]);
  assert.deepEqual(world.github.journal.changesBy(ACTIONS), [], "something was written");
  assert.deepEqual(names(world.issue), before);
  assert.equal(ours(world.issue).length, 0);
  return log.join("\n");
}

test("a shared file is read with one more request, and the own file wins leaf by leaf", async () => {
  const shared = "sigs: {prefix: area/}\nrules: {missing-binaries: off}\n";
  const world = under({ own: `extends: ${SHARED}\nsigs: {known: [cli]}\nrules: {late-release-block: off}\n`, shared });
  const { exitCode, log } = await act(world, NAMED);
  assert.equal(exitCode, 1);
  assert.match(log.join("\n"), /the issue has no `area\/\*` label/);
  assert.deepEqual(requests(world).slice(0, 2), ["graphql", "graphql"]);
  world.issue.addLabels("author", ["area/cli"]);
  assert.equal((await act(world, NAMED)).exitCode, 0);
});

test("the input may name a file of another repository", async () => {
  const world = under({ shared: "extends: minimal\n" });
  world.issue.edit("author", { body: COMPLETE.replace(/## Impact[^#]*/, "") });
  assert.equal((await act(world, ELSEWHERE)).exitCode, 0);
  assert.equal((await act(world, { ...ELSEWHERE, event: { policy: "scope: [" } })).exitCode, 0, "a file of this name was believed");
});

for (const [what, files, message] of /** @type {[string, Parameters<typeof under>[0], RegExp][]} */ ([
  ["missing", {}, /the policy `example\/release:policies\/shared\.yml@stable` cannot be found, or the token may not read it/],
  ["withheld", { shared: "scope: all\n", isPrivate: true }, /cannot be found, or the token may not read it/],
  ["broken", { shared: "scope: all\nsig: {}\n" }, /`example\/release:policies\/shared\.yml@stable` line 2, column 1: unknown key `sig`: did you mean `sigs`/],
  ["of another file", { shared: "extends: example/other:p.yml@main\n" }, /shared\.yml@stable` line 1, column 10: a policy that others extend may extend only a preset/],
  ["of itself", { shared: `extends: ${SHARED}\n` }, /may extend only a preset/],
])) {
  test(`a shared file that is ${what} ends the run before any write`, async () => {
    assert.match(await refused(under(files), NAMED), message);
  });
}

test("an own file that extends what no repository has is a mistake with a place", async () => {
  const world = under({ own: "scope: all\nextends: release/policy.yml@main\n" });
  assert.match(await refused(world, NAMED), /line 2, column 10: `extends` is the text `release\/policy\.yml@main`: write `kubernetes`, `minimal`, or a file/);
});

test("clashes are found after merging", async () => {
  const world = under({ own: `extends: ${SHARED}\nlabels: {affects: "kind/{branch}"}\n`, shared: "sigs: {prefix: kind/}\n" });
  assert.match(await refused(world, NAMED), /line 2, column 19: `labels\.affects` can produce a label that `sigs` reads/);
});

test("without a token the run fails instead of using the defaults", async () => {
  const world = under({ shared: "scope: all\n" });
  const own = { policy: `extends: ${SHARED}\n`, ref: "refs/heads/master" };
  const log = await refused(world, { ...NAMED, token: "", event: own });
  assert.match(log, /cannot be read: it is in another repository, which takes a token/);
  assert.match(await refused(world, { ...ELSEWHERE, token: "" }), /which takes a token/);
});

test("a policy that names other tags is told that no tag fits", async () => {
  const world = under({ own: 'tags: "{version}"\n' });
  world.repository.addTag("engine-v1.6.2", "2026-01-01T00:00:00Z");
  const { log } = await act(world, NAMED);
  assert.match(log.join("\n"), /^::warning::no tag has the form `\{version\}`.*most tags have the form `engine-v\{version\}`/m);
});
