/** The module gives the same answers as the native core: `tests/core/fixtures.rs` wrote the expectations. */

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import * as core from "../../pkg/node.js";

/** @import { Event } from "../../pkg/types.js" */

const FOLDER = fileURLToPath(new URL("../core/fixtures/", import.meta.url));

/** @param {string} path of the description */
function read(path) {
  const json = path.replace(/\.md$/, ".json");
  const other = existsSync(json) ? JSON.parse(readFileSync(json, "utf8")) : {};
  const issue = {
    number: 43210,
    title: "kubectl apply drops a field",
    labels: ["priority/critical-urgent", "sig/cli", "patch-release"],
    state: "open",
    html_url: "https://github.com/kubernetes/kubernetes/issues/43210",
    body: readFileSync(path, "utf8"),
    ...other,
  };
  return { issue, isAlone: !("policy" in other || "facts" in other) };
}

test("the module gives the same answer for every fixture", () => {
  const paths = globSync(`${FOLDER}*/*.md`).filter((path) => !path.endsWith(".summary.md"));
  const cases = paths.map((path) => ({ path, ...read(path) })).filter(({ isAlone }) => isAlone);
  assert.ok(cases.length > 100, `${cases.length} cases`);
  for (const { path, issue } of cases) {
    const event = /** @type {Event} */ (/** @type {unknown} */ ({ name: "issues", payload: { issue }, inputs: {} }));
    const { summary } = core.plan(event);
    assert.equal(summary, readFileSync(path.replace(/\.md$/, ".summary.md"), "utf8"), path);
  }
});
