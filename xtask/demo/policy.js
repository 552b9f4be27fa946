/** The policy that the person names, as a checked-out repository has it. */

import { realpathSync } from "node:fs";
import { basename, dirname } from "node:path";

import { findFile } from "./files.js";

/**
 * @param {string} folder where the person stands
 * @param {string} path as written
 * @returns {{ workspace: string, name: string }} a folder, and the file in it
 * @throws {import("./arguments.js").UsageError}
 */
export function findPolicy(folder, path) {
  // The action refuses a link that leads out of the workspace, so the demo follows links first.
  const file = realpathSync(findFile(folder, path, "write the path of a policy file after --policy; docs/policy.md describes it"));
  return { workspace: dirname(file), name: basename(file) };
}
