/**
 * Finds the programs that tests run. `cargo xtask test` installs them (`xtask/requirements.txt`) and puts them on the
 * path.
 */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @import { TestContext } from "node:test" */

/**
 * The path of a program. Without it the test is skipped, or fails in CI.
 *
 * @param {TestContext} t
 * @param {"act" | "cargo-deny" | "zizmor"} program
 * @returns {string | null} null if the test was skipped
 */
export function tool(t, program) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const path = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
  if (path !== undefined) {
    return path;
  }
  assert.ok(!process.env.CI, `CI must have ${program} on the path: \`cargo xtask test\` installs it`);
  t.skip(`NOT TESTED: ${program} is not on the path: \`cargo xtask test\` installs it`);
  return null;
}
