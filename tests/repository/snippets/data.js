/** Dumps: the package reads them, and they match its types. */

import assert from "node:assert/strict";

import { compile, report } from "./node.js";
import { project } from "./place.js";

/** @import { TestContext } from "node:test" */
/** @import { Block } from "./blocks.js" */

/** @param {Block} block */
export const claims = ({ language, text }) => ["json", "jsonc"].includes(language) && text.includes('"repositories"');

/**
 * @param {Block} block
 * @param {TestContext} t
 */
export async function check({ language, text }, t) {
  const json = language === "json" ? text : text.replace(/(^|\s)\/\/.*$/gm, "");
  const [{ name, issues }] = JSON.parse(json).repositories;
  const { repositories: [made] } = JSON.parse(await report(json));
  assert.equal(made.name, name);
  assert.equal(made.report.counts.read, issues.length);
  const typed = `import type { Dump } from "patch-release-issues/report";\nexport const dump: Dump = ${json};\n`;
  compile(project(t, { "dump.mts": typed }), ["dump.mts"]);
}
