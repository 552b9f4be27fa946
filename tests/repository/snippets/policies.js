/** Policy files: the package reads them, and their settings for rules take effect. */

import assert from "node:assert/strict";

import { parse } from "yaml";

import { load } from "./place.js";

/** @import { Block } from "./blocks.js" */

/** An issue that breaks rules whose severity the page lowers. */
const ISSUE = {
  number: 1,
  title: "x",
  body: "## Root cause\n\nNobody knows.\n\n```release\nintroduced-in=v1.2.3\n```\n",
  labels: ["patch-release", "sig/node"],
};

/** @param {Block} block */
export const claims = ({ page, language }) => page === "docs/policy.md" && ["yaml", "yml"].includes(language);

/** @param {Block} block */
export async function check({ text }) {
  const { validate } = await load("node.js");
  const severities = (/** @type {any} */ { diagnostics }) =>
    Object.fromEntries(diagnostics.map((/** @type {any} */ one) => [one.rule, one.severity]));
  const usual = severities(validate(ISSUE));
  const found = severities(validate(ISSUE, text));
  for (const [rule, severity] of Object.entries(parse(text).rules)) {
    if (rule in usual) usual[rule] = severity;
    if (severity === "off") delete usual[rule];
  }
  assert.deepEqual(found, usual);
}
