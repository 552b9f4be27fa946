/** Loads pulldown-cmark alone, as WebAssembly. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {WebAssembly.Exports & {
 *   memory: WebAssembly.Memory,
 *   allocate: (length: number) => number,
 *   parse: (address: number, length: number) => number,
 * }} Parser
 */

const TARGET = join(tmpdir(), "patch-release-issues-bench");
const MODULE = "wasm32-unknown-unknown/PROFILE/parse.wasm";

/**
 * @param {"release" | "known-issues"} profile that of the module to compare with
 * @param {number} most the length of the longest text
 * @returns {(text: string) => void}
 */
export function loadParser(profile, most) {
  const manifest = fileURLToPath(new URL("parse/Cargo.toml", import.meta.url));
  const options = ["--profile", profile, "--locked", "--target", "wasm32-unknown-unknown", "--target-dir", TARGET];
  execFileSync("cargo", ["build", "--quiet", "--manifest-path", manifest, ...options], { stdio: "inherit" });
  const module = new WebAssembly.Module(readFileSync(join(TARGET, MODULE.replace("PROFILE", profile))));
  const exports = /** @type {Parser} */ (new WebAssembly.Instance(module).exports);
  const room = 3 * most;
  const address = exports.allocate(room);
  const encoder = new TextEncoder();
  return (text) => {
    const { written } = encoder.encodeInto(text, new Uint8Array(exports.memory.buffer, address, room));
    exports.parse(address, written);
  };
}
