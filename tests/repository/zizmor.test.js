/** Our workflows, and those in the documentation, have none of the known security problems. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { tool } from "./tools.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXAMPLES = readdirSync(join(ROOT, "docs/examples")).map((name) => `docs/examples/${name}`);
const ACTIONS = ["action.yml", "report/action.yml"].filter((path) => existsSync(join(ROOT, path)));

/**
 * @param {string} zizmor
 * @param {string[]} paths
 * @param {string} [cwd]
 */
function audit(zizmor, paths, cwd = ROOT) {
  const options = ["--offline", "--no-progress", "--persona=auditor", `--config=${join(ROOT, ".github/zizmor.yml")}`, "--format=json"];
  const { status, stdout, stderr } = spawnSync(zizmor, [...options, ...paths], { cwd, encoding: "utf8" });
  return { status, stderr, findings: stdout === "" ? [] : JSON.parse(stdout).map((/** @type {{ ident: string }} */ { ident }) => ident) };
}

test("zizmor finds nothing", (t) => {
  const zizmor = tool(t, "zizmor");
  if (zizmor) {
    const { status, findings, stderr } = audit(zizmor, [".github", ...ACTIONS, ...EXAMPLES]);
    assert.deepEqual({ status, findings }, { status: 0, findings: [] }, stderr);
    assert.ok(ACTIONS.includes("action.yml") && EXAMPLES.length > 0);
    for (const path of [...ACTIONS, ...EXAMPLES, ".github/workflows/validate.yml"]) {
      assert.ok(stderr.includes(path), `${path} was not read`);
    }
  }
});

test("zizmor would find something", (t) => {
  const zizmor = tool(t, "zizmor");
  if (zizmor) {
    const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
    cpSync(join(ROOT, "docs/examples/step.yml"), join(folder, "good.yml"));
    writeFileSync(
      join(folder, "bad.yml"),
      "on: issues\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n      - uses: o/r@v1\n",
    );
    assert.deepEqual(audit(zizmor, ["good.yml"], folder).findings, []);
    const { findings } = audit(zizmor, ["bad.yml"], folder);
    assert.ok(findings.includes("template-injection") && findings.includes("unpinned-uses"), String(findings));
    rmSync(folder, { recursive: true });
  }
});
