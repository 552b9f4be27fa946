/** Provides the policy that the user names, like a file of the default branch. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { findFile } from "./files.js";

/**
 * @param {string} folder the user's current folder
 * @param {string} path as written
 * @returns {{ name: string, text: string }}
 * @throws {import("./arguments.js").UsageError}
 */
export function findPolicy(folder, path) {
  const file = findFile(folder, path, "write the path of a policy file after --policy; docs/policy.md describes it");
  return { name: basename(file), text: readFileSync(file, "utf8") };
}
