/** The report under a policy of another repository, and under one whose tags no tag matches. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Workspace, act, start, succeed } from "./world.js";

/** @import { Ran } from "./world.js" */

const SHARED = "example/release:policies/shared.yml@stable";

/** @param {Ran} ran */
function branches({ files }) {
  return JSON.parse(files["known-issues.json"] ?? "").repositories[0].report.branches.length;
}

/** @param {string | null} shared */
function world(shared) {
  const { github, repository } = start({ issues: 12, tags: 60 });
  const other = github.forge.addRepository("example/release");
  if (shared !== null) {
    other.addFile("policies/shared.yml", shared, { branch: "stable" });
  }
  return { github, repository };
}

test("a policy may extend a file of another repository, or be one", async () => {
  const { github, repository } = world("maintained: 1\n");
  assert.equal(branches(await succeed(github, { policy: SHARED })), 1);
  repository.addFile("policy.yml", `extends: ${SHARED}\nrules: {missing-sig: off}\n`);
  assert.equal(branches(await succeed(github, { policy: "policy.yml" })), 1);
  repository.addFile("policy.yml", `extends: ${SHARED}\nmaintained: 2\n`);
  assert.equal(branches(await succeed(github, { policy: "policy.yml" })), 2);
});

test("a shared file that is missing, broken or out of reach ends the run with its name", async () => {
  for (const [shared, message] of /** @type {[string | null, RegExp][]} */ ([
    [null, /the policy `example\/release:policies\/shared\.yml@stable` cannot be found/],
    ["maintaned: 1\n", /`example\/release:policies\/shared\.yml@stable` line 1, column 1: unknown key `maintaned`/],
    [`extends: ${SHARED}\n`, /may extend only a preset/],
  ])) {
    const { github, repository } = world(shared);
    repository.addFile("policy.yml", `extends: ${SHARED}\n`);
    const { error, files } = await act(github, { policy: "policy.yml" });
    assert.match(error ?? "", message);
    assert.deepEqual(Object.keys(files), []);
  }
  const workspace = new Workspace();
  workspace.write("policy.yml", `extends: ${SHARED}\n`);
  workspace.write("dump.json", JSON.stringify({ repositories: [] }));
  const { error } = await act(null, { policy: "policy.yml", issues: "dump.json", token: "" }, workspace);
  assert.match(error ?? "", /is in another repository, which takes the input `token`/);
  workspace.remove();
});

test("if no tag has the form that the policy says, the run fails and names the form of most", async () => {
  const { github } = world("tags: 'engine-v{version}'\n");
  const { error, files } = await act(github, { policy: SHARED });
  assert.match(error ?? "", /no tag has the form `engine-v\{version\}`.*most tags have the form `v\{version\}`/);
  assert.deepEqual(Object.keys(files), []);
});

test("one of several repositories without such a tag is a warning", async () => {
  const { github } = world(null);
  github.forge.addRepository("example/numbers").addTag("1.6.2", "2026-01-01T00:00:00Z");
  const ran = await succeed(github, { repositories: "example/engine example/numbers" });
  assert.match(ran.log.join("\n"), /^::warning::example\/numbers: no tag has the form `v\{version\}`.*`\{version\}`/m);
});
