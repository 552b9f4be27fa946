/** The compose page's files, which the action has beside its bundle. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What the page needs of the package. */
const CORE = ["report.js", "report_bg.wasm"];

/** The configuration is the core's. Where it is, the page is published, too. */
export const CONFIG = "compose/config.json";

/**
 * @param {string} root the folder that contains `compose/` and `pkg/`
 * @returns {[path: string, bytes: Buffer][]} the files, by their paths in a report's folder
 */
export function composePage(root) {
  const own = readdirSync(join(root, "compose")).map((name) => [name, join(root, "compose", name)]);
  const core = CORE.map((name) => [`core/${name}`, join(root, "pkg", "report", name)]);
  return [...own, ...core].map(([name = "", path = ""]) => [`compose/${name}`, readFileSync(path)]);
}
