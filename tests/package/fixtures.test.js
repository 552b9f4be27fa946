/** The module gives the same answers as the native core: `tests/core/fixtures.rs` wrote the expectations. */

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import * as core from "../shipped-core.js";

/** @import { Event } from "../../pkg/types.js" */

const FOLDER = fileURLToPath(new URL("../core/fixtures/", import.meta.url));

const POLICY = JSON.parse(readFileSync(new URL("../../schema/policy.schema.json", import.meta.url), "utf8"));

/**
 * Whether a rule is on by default. The cases of the others turn their rule on.
 *
 * @param {string} path of a description
 */
function isOn(path) {
  const rule = basename(dirname(path));
  return POLICY.properties.rules.properties[rule].default !== "off";
}

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
  return { issue, isAlone: isOn(path) && !("policy" in other || "facts" in other) };
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
