/** Annotations are escaped exactly as by GitHub's own toolkit. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

import { payload, runAction } from "../runner/harness.js";

const TOOLKIT = `
import * as core from "@actions/core";
import { readFileSync } from "node:fs";
for (const { name, properties, data } of JSON.parse(readFileSync(0, "utf8"))) {
  core[name](data, properties);
}`;

/** @param {import("../runner/commands.js").Command[]} commands */
function toolkit(commands) {
  const options = { cwd: import.meta.dirname, encoding: /** @type {const} */ ("utf8"), input: JSON.stringify(commands) };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", TOOLKIT], options);
  assert.equal(stderr, "");
  return stdout;
}

const TEXTS = ["100%", "%25%0A%3A", "a,b:c;d]e", "line\nline\r\nline\rline", "::x::", "##[x]", "\u2028\u0085", "😀 é \u0000"];

test("annotations equal those of @actions/core", () => {
  for (const text of TEXTS) {
    const labels = ["patch-release", `priority/${text}`, `sig/${text}`];
    const body = `\`\`\`release\nintroduced-in=${text}\n${text}=v1.2.3\n\`\`\`\n\n## Symptoms ${text}\n`;
    const { stdout, commands } = runAction({ payload: payload({ title: text, labels, body }) });
    assert.ok(commands.length > 0);
    const annotations = stdout.split("\n").filter((line) => line.startsWith("::"));
    assert.equal(`${annotations.join("\n")}\n`, toolkit(commands));
  }
});
