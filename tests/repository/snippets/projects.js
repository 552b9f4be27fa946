/** The policies and steps of docs/any-project.md: whole policies are those of docs/projects/, others are read. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { ROOT, load } from "./place.js";

/** @import { Block } from "./blocks.js" */

/** @param {Block} block */
export const claims = ({ page, language }) => page === "docs/any-project.md" && language === "yaml";

/** @param {Block} block */
export async function check({ text }) {
  const { validate } = await load("node.js");
  const members = parse(text);
  if ("steps" in members) {
    const [{ uses, with: inputs }] = members.steps;
    assert.match(uses, /^patch-release-issues\/action@v1$/);
    const projects = /** @type {string[]} */ (members.strategy.matrix.project);
    for (const project of projects) {
      const policy = parse(readFileSync(join(ROOT, `docs/projects/monorepo/${project}.yml`), "utf8"));
      assert.equal(policy.name, project);
    }
    assert.match(inputs.policy, /matrix\.project/);
  } else if ("sections" in members) {
    const whole = readFileSync(join(ROOT, "docs/projects/numbers/policy.yml"), "utf8");
    assert.deepEqual(members, parse(whole));
    validate({ number: 1, title: "x", body: "", labels: [] }, text);
  } else {
    // The file of another repository takes access to GitHub, which the package does not have.
    assert.throws(() => validate({ number: 1, title: "x", body: "", labels: [] }, text), /line 1, column 10: `extends` names a file of another repository/);
    validate({ number: 1, title: "x", body: "", labels: [] }, text.replace(/extends: .*/, "extends: minimal").replace("{known", "{prefix: area/, known"));
  }
}
