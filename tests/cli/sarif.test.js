/** The format `sarif`, checked against its JSON Schema. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { Ajv } from "ajv";

import { tool } from "../package/tarball.js";
import { folder, run } from "./command.js";

const FIXTURES = fileURLToPath(new URL("../core/fixtures/", import.meta.url));

/** @param {string} text */
const read = (text) => JSON.parse(text).runs[0];

test("the log of all fixtures follows the schema of SARIF 2.1.0", (t) => {
  const path = tool(t, "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  if (path === null) return;
  const { $schema: _, $id: __, id: ___, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false });
  const isLog = ajv.compile(schema);
  const names = globSync("*/*.md", { cwd: FIXTURES }).filter((name) => !name.endsWith(".summary.md")).sort();
  const { stdout } = run(FIXTURES, ["check", "--format", "sarif", "--label", "sig/x", ...names, "none.md"]);
  assert.ok(isLog(JSON.parse(stdout)), JSON.stringify(isLog.errors));
  const { results, tool: tools, invocations } = read(stdout);
  assert.ok(results.length > 300);
  assert.equal(invocations[0].executionSuccessful, false);
  for (const { ruleId, ruleIndex } of results) {
    assert.equal(tools.driver.rules[ruleIndex].id, ruleId);
  }
  assert.ok(!isLog({ version: "2.1.0" }));
});

test("addresses are relative to the checkout, and places are UTF-16 columns", () => {
  const body = "```release\nintroduced-in=😀1.6.2\n```\n";
  const place = folder({ "docs/a b#é.md": body, "x.json": JSON.stringify({ number: 1, title: "", body }) });
  execFileSync("git", ["init", "--quiet", place]);
  const log = read(run(`${place}/docs`, ["check", "--format", "sarif", "a b#é.md", "../x.json"]).stdout);
  assert.equal(log.columnKind, "utf16CodeUnits");
  /** @type {any[]} */
  const places = log.results.map((/** @type {any} */ result) => result.locations[0].physicalLocation);
  const inFile = places.filter(({ artifactLocation }) => artifactLocation.uri === "docs/a%20b%23%C3%A9.md");
  const inJson = places.filter(({ artifactLocation }) => artifactLocation.uri === "x.json");
  assert.equal(inFile.length + inJson.length, places.length);
  assert.ok(inFile.some(({ region }) => region.startLine === 2 && region.endColumn === 22), JSON.stringify(inFile));
  assert.ok(inJson.length > 0 && inJson.every(({ region }) => region === undefined));
});

test("standard input has the name of --stdin-filename", () => {
  const { results } = read(run(folder(), ["check", "-", "--format=sarif", "--stdin-filename", "a/b c.md"], { input: "x" }).stdout);
  assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, "a/b%20c.md");
});

test("outside a checkout addresses are whole", () => {
  const place = folder({ "x.md": "x" });
  const { results } = read(run(place, ["check", "--format=sarif", "x.md"]).stdout);
  assert.match(results[0].locations[0].physicalLocation.artifactLocation.uri, /^file:\/\/\/.*\/x\.md$/);
});
