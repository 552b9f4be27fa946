/** The compose page beside a report: its files, and what it knows of the repositories. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { CANARY, OWN, Workspace, act, dumpOf, start, succeed } from "./world.js";

/** @param {Record<string, string>} inputs @param {string} [policy] */
async function written(inputs, policy) {
  const { repository } = start({ issues: 20, tags: 3 });
  const workspace = new Workspace();
  workspace.write("dump.json", JSON.stringify({ repositories: [dumpOf(repository)] }));
  if (policy !== undefined) workspace.write("policy.yml", policy);
  return act(null, { issues: "dump.json", token: "", ...(policy === undefined ? {} : { policy: "policy.yml" }), ...inputs }, workspace);
}

test("the page comes with its files and its configuration, in which there is no issue", async () => {
  const policy = "binaries: [kubelet]\n";
  const { error, files, outputs } = await written({ compose: "true", template: "patch-release.md" }, policy);
  assert.equal(error, null);
  const own = readdirSync(new URL("../../compose", import.meta.url)).map((name) => `compose/${name}`);
  const wanted = [...own, "compose/config.json", "compose/core/report.js", "compose/core/report_bg.wasm"].sort();
  assert.deepEqual(Object.keys(files).filter((path) => path.startsWith("compose/")).sort(), wanted);
  assert.equal(outputs["compose"], "known-issues/compose");
  const text = files["compose/config.json"] ?? "";
  const { repositories, ...rest } = JSON.parse(text);
  assert.deepEqual(rest, { schema: 1, server: "https://github.com" });
  const [{ releases, ...repository }] = repositories;
  assert.deepEqual(repository, { name: OWN, policy, shared: null, template: "patch-release.md" });
  assert.equal(releases.length, 3);
  assert.ok(!text.includes(CANARY) && !text.includes("Listed"));
});

test("without the input there is no page, and the report is the same", async () => {
  const [with_, without] = [await written({ compose: "true" }), await written({})];
  assert.deepEqual(Object.keys(without.files).filter((path) => path.startsWith("compose")), []);
  assert.equal(without.outputs["compose"], "");
  assert.equal(with_.files["known-issues.json"], without.files["known-issues.json"]);
  assert.deepEqual(JSON.parse(with_.files["compose/config.json"] ?? "").repositories[0].template, null);
});

test("a report with the page is replaced by one without", async () => {
  const { repository } = start({ issues: 5, tags: 3 });
  const workspace = new Workspace();
  workspace.write("dump.json", JSON.stringify({ repositories: [dumpOf(repository)] }));
  await succeed(null, { issues: "dump.json", token: "", compose: "true" }, workspace);
  const { files } = await succeed(null, { issues: "dump.json", token: "" }, workspace);
  assert.ok(!Object.keys(files).some((path) => path.startsWith("compose")));
  workspace.remove();
});

test("wrong inputs are named", async () => {
  assert.match((await written({ compose: "yes" })).error ?? "", /the input `compose` is `yes`: write `true` or `false`/);
  for (const template of ["patch-release.yml", ".github/ISSUE_TEMPLATE/x.md"]) {
    assert.match((await written({ compose: "true", template })).error ?? "", /name a Markdown template/);
  }
});
