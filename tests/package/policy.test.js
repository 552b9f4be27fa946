/** The JSON Schema of policy files, on the cases of tests/core/policy.rs: it finds every mistake that a schema can. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { Ajv } from "ajv";
import { parse } from "yaml";

const schema = JSON.parse(readFileSync(new URL("../../schema/policy.schema.json", import.meta.url), "utf8"));
const isPolicy = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const CASES = new URL("../core/policy/", import.meta.url);
const cases = readdirSync(CASES).filter((name) => name.endsWith(".yml"));

/**
 * Parses a file as an editor does. An empty file is a policy without members.
 *
 * @param {URL} path
 */
function accepts(path) {
  try {
    return isPolicy(parse(readFileSync(path, "utf8"), { logLevel: "error" }) ?? {});
  } catch {
    return false; // Not YAML.
  }
}

for (const name of cases) {
  const [kind] = name.split("-");
  // A `beyond-…` case has a mistake that a schema cannot express.
  const wanted = kind !== "bad";
  test(`the schema ${wanted ? "accepts" : "refuses"} ${name}`, () => {
    assert.equal(accepts(new URL(name, CASES)), wanted, JSON.stringify(isPolicy.errors));
  });
}

test("the schema accepts the example", () => {
  assert.ok(accepts(new URL("../../docs/patch-release-issues.yml", import.meta.url)), JSON.stringify(isPolicy.errors));
});

test("the schema finds no fewer mistakes than the parser", () => {
  for (const name of ["bad-types.yml", "bad-unknown-keys.yml", "bad-rules.yml", "bad-patterns.yml", "bad-names.yml"]) {
    accepts(new URL(name, CASES));
    const schemas = new Set(isPolicy.errors?.map((error) => error.instancePath + JSON.stringify(error.params)));
    const read = readFileSync(new URL(name.replace(/\.yml$/, ".txt"), CASES), "utf8").trim().split("\n");
    assert.ok(schemas.size >= read.length, `${name}: ${schemas.size} < ${read.length}`);
  }
});

test("the schema describes every key and contains every default", () => {
  /** @param {Record<string, any>} node @param {string} path */
  const walk = (node, path) => {
    for (const [name, member] of Object.entries(node.properties ?? {})) {
      assert.ok(member.description, `${path}${name}`);
      assert.ok("default" in member, `${path}${name}`);
      walk(member, `${path}${name}.`);
    }
  };
  walk(schema, "");
  assert.equal(schema.additionalProperties, false);
});
