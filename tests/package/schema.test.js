/** The published JSON Schema of answers, checked against the answers of the package. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { Ajv2020 } from "ajv/dist/2020.js";

import { validate } from "../../pkg/node.js";
import { payload, runAction } from "../runner/harness.js";

const schema = JSON.parse(readFileSync(new URL("../../schema/answer.schema.json", import.meta.url), "utf8"));
const isAnswer = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(schema);

/** @param {unknown} answer */
function assertAnswer(answer) {
  assert.ok(isAnswer(answer), JSON.stringify(isAnswer.errors, null, 1));
}

const FIXTURES = new URL("../core/fixtures/", import.meta.url);

/** Every fixture as an issue, with valid labels unless it sets others. */
function* issues() {
  for (const path of readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".md") && !path.endsWith(".summary.md")) {
      const body = readFileSync(new URL(path, FIXTURES), "utf8");
      yield { ...payload().issue, body, .../** @type {object} */ (members(path.replace(/\.md$/, ".json"))) };
    }
  }
}

/** @param {string} path */
function members(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, FIXTURES), "utf8"));
  } catch {
    return {};
  }
}

/**
 * @param {Record<string, unknown>} issue
 * @returns {import("../../pkg/index.js").Answer}
 */
function ask(issue) {
  return validate(/** @type {import("../../pkg/types.js").Issue} */ (/** @type {unknown} */ (issue)));
}

test("the answer for every fixture follows the schema", () => {
  const answers = [...issues()].map(ask);
  answers.forEach(assertAnswer);
  const diagnostics = answers.flatMap((answer) => answer.diagnostics);
  assert.ok(answers.length > 100);
  for (const member of /** @type {const} */ (["span", "note", "fix"])) {
    assert.deepEqual(new Set(diagnostics.map((found) => found[member] === null)), new Set([true, false]), member);
  }
  assert.ok(answers.some((answer) => answer.withheld));
});

test("so do the answers for empty, complete and oversized issues", () => {
  assertAnswer(ask({ number: 1, title: "", body: null }));
  assertAnswer(ask({ number: 1, title: "x", body: "", labels: ["patch-release"], state: null }));
  const crowded = ask({ number: 1, title: "x", body: `\`\`\`release\n${"x=1\n".repeat(600)}\`\`\`\n` });
  assertAnswer(crowded);
  assert.equal(crowded.truncated, true);
  const { outputs } = runAction({ payload: payload({ body: `## Impact\n\n${"word ".repeat(60_000)}` }) });
  assertAnswer(JSON.parse(Object.fromEntries(outputs).result ?? ""));
});

test("the schema refuses anything else", () => {
  const answer = ask({ number: 1, title: "" });
  for (const other of [{}, [], null, { ...answer, schema: 2 }, { ...answer, more: true }, { ...answer, errors: "0" }]) {
    assert.ok(!isAnswer(other), JSON.stringify(other));
  }
  const { fixedDescription, ...rest } = answer;
  assert.ok(!isAnswer(rest), String(fixedDescription));
});
