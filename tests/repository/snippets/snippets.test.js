/** Runs or checks every snippet of the README and the pages, unchanged. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { blocks, blocksOf, pages, spans } from "./blocks.js";
import * as browser from "./browser.js";
import * as data from "./data.js";
import * as node from "./node.js";
import * as policies from "./policies.js";
import * as projects from "./projects.js";
import * as schedules from "./schedules.js";
import * as shell from "./shell.js";
import * as steps from "./steps.js";
import * as workflows from "./workflows.js";

/** @import { TestContext } from "node:test" */
/** @import { Block } from "./blocks.js" */

/**
 * @typedef {object} Check
 * @property {(block: Block) => boolean} claims whether it handles a block
 * @property {(block: Block, t: TestContext) => void | Promise<void>} check
 */

/** @type {Record<string, Check>} */
const CHECKS = { browser, data, node, policies, projects, schedules, shell, steps, workflows };

/** The languages that can be run or checked. Other blocks show descriptions and messages. */
const LANGUAGES = ["bash", "console", "javascript", "jq", "js", "json", "jsonc", "sh", "shell", "ts", "typescript", "yaml", "yml"];

const snippets = pages().flatMap(blocks).filter(({ language }) => LANGUAGES.includes(language));

test("fenced blocks are found, wherever they are", () => {
  const markdown = "a\n\n- b\n\n  ```Js x\n  c\n\n   d\n  ```\n\n~~~\ne\n~~~\n\n```sh\n```\n";
  const found = blocksOf(markdown, "p").map(({ line, language, text }) => [line, language, text]);
  assert.deepEqual(found, [[5, "js", "c\n\n d\n"], [11, "", "e\n"], [15, "sh", "\n"]]);
  assert.ok(snippets.length > 10);
});

describe("snippets", { timeout: 240_000 }, () => {
  for (const block of snippets) {
    const claims = Object.entries(CHECKS).filter(([, { claims }]) => claims(block));
    test(`${block.page}:${block.line}, ${block.language}`, async (t) => {
      assert.equal(claims.length, 1, `one check must know this block; these do: [${claims.map(([name]) => name)}]`);
      for (const [, { check }] of claims) await check(block, t);
    });
  }
});

for (const name of Object.keys(CHECKS)) {
  test(`there are snippets for ${name}.js`, () => {
    assert.ok(snippets.some((block) => CHECKS[name]?.claims(block)));
  });
}

test("commands in sentences exist", () => {
  const commands = pages().flatMap(spans).filter((span) => span.startsWith("cargo xtask"));
  assert.ok(commands.length > 0);
  for (const command of commands) shell.known(command);
});
