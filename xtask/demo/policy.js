/** Provides the policy that the user names, like a file of a checked-out repository. */

import { realpathSync } from "node:fs";
import { basename, dirname } from "node:path";

import { findFile } from "./files.js";

/**
 * @param {string} folder the user's current folder
 * @param {string} path as written
 * @returns {{ workspace: string, name: string }} a folder, and the file in it
 * @throws {import("./arguments.js").UsageError}
 */
export function findPolicy(folder, path) {
  // The action refuses links to files outside the workspace, so the demo resolves links first.
  const file = realpathSync(findFile(folder, path, "write the path of a policy file after --policy; docs/policy.md describes it"));
  return { workspace: dirname(file), name: basename(file) };
}
