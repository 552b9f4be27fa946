/** The package under policies of projects that are not Kubernetes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { affected, draft, fix, template, validate } from "../../pkg/node.js";
import { Report } from "../../pkg/report/node.js";

const NUMBERS = "extends: minimal\ntags: ['{version}', 'v{version}']\nsections: [{name: What happens, prompt: What users see}]\n";
const ENGINE = "extends: minimal\ntags: engine-v{version}\n";
const SHARED = "scope: all\nextends: example/release:policy.yml@main\n";

test("a template has the policy's sections, and versions as its tags are", () => {
  assert.equal(template(NUMBERS), "```release\nintroduced-in=X.Y.Z\n```\n\n```release\nresolved-in=X.Y.Z\nresolved-in=X.Y+1.Z\n```\n\n## What happens\n\nWhat users see\n");
  assert.match(template(ENGINE), /^```release\nintroduced-in=engine-vX\.Y\.Z\n[^]*## Symptoms\n[^]*## Resolution\n/);
  assert.equal(template("extends: kubernetes\n"), template());
  assert.match(template("components: Modules\n"), /## Root cause\n\nModules:\n- NAME\n/);
});

test("a draft reads releases as the policy's tags are, in any of its patterns", () => {
  const issue = { number: 1, title: "x", body: "Affected versions: <= 1.6.4\n\nFixed in v1.6.5." };
  const entries = (/** @type {string} */ policy, /** @type {string[]} */ releases) => draft(issue, { policy, releases }).entries.map(({ key, value, confidence }) => `${key}=${value} ${confidence}`);
  const known = ["resolved-in=1.6.5 certain"];
  for (const releases of [["1.6.0", "1.6.4", "1.6.5", "nightly"], ["v1.6.0", "v1.6.4", "v1.6.5"]]) {
    const read = entries(NUMBERS, releases);
    assert.deepEqual(read.filter((entry) => entry.startsWith("resolved")), known);
    assert.ok(read.includes("introduced-in=1.6.0 to-confirm"), read.join());
  }
  const named = entries(ENGINE, ["ui-v1.6.5", "engine-v1.6.4"]);
  assert.ok(named.every((entry) => /=engine-v1\.6\.\d+ to-confirm$/.test(entry)), named.join());
  assert.match(draft(issue, { policy: NUMBERS }).description, /^```release\n[^]*resolved-in=1\.6\.5\n[^]*## What happens\n/);
});

test("a policy that extends a file of another repository is refused, with what to do", () => {
  const issue = { number: 1, title: "x", body: "introduced-in=1.6.2" };
  const refused = /^Error: `policy` line 2, column 10: `extends` names a file of another repository, which only the actions and the command line read: write its keys into this policy$/;
  for (const call of [() => validate(issue, SHARED), () => fix(issue, SHARED), () => affected(issue, "1.6.2", SHARED), () => template(SHARED), () => draft(issue, { policy: SHARED }), () => new Report({ policy: SHARED })]) {
    assert.throws(call, (error) => refused.test(String(error)), String(call));
  }
});
