/** `deny.toml` refuses what it should. `cargo xtask test` holds our own dependencies to it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { tool } from "./tools.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CONFIG = readFileSync(join(ROOT, "deny.toml"), "utf8");

/**
 * What `cargo-deny` says with this configuration.
 *
 * @param {string} program
 * @param {string} config
 */
function check(program, config) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  writeFileSync(join(folder, "deny.toml"), config);
  const words = ["--locked", "--workspace", `--config=${join(folder, "deny.toml")}`, "check", "bans", "licenses", "sources"];
  const { status, stderr } = spawnSync(program, words, { cwd: ROOT, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, stderr };
}

test("a licence, a second version or a registry that is not allowed is refused", (t) => {
  const program = tool(t, "cargo-deny");
  if (!program) return;
  assert.equal(check(program, CONFIG).status, 0);
  /** @type {[string | RegExp, string, RegExp][]} */
  const changes = [
    ['"MIT", ', "", /error\[rejected\].*license/],
    [/^exceptions = .*?^\]$/ms, "", /rejected: license is not explicitly allowed/],
    [/^skip-tree = .*$/m, "", /error\[duplicate\]/],
    [/^unknown-registry = .*$/m, 'unknown-registry = "deny"\nallow-registry = ["https://example.org/index"]', /error\[source-not-allowed\]/],
  ];
  for (const [from, to, wanted] of changes) {
    const changed = CONFIG.replace(from, to);
    assert.notEqual(changed, CONFIG, String(from));
    const { status, stderr } = check(program, changed);
    assert.notEqual(status, 0, String(from));
    assert.match(stderr, wanted);
  }
});
