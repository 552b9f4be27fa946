/** Folders for running snippets, which contain the package and no other file of ours. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @import { TestContext } from "node:test" */

/** The repository's folder. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} folder
 * @returns {string}
 */
function findRoot(folder) {
  return existsSync(join(folder, "action.yml")) ? folder : findRoot(dirname(folder));
}

/**
 * A module of the package.
 *
 * @param {"node.js" | "report/node.js"} path
 * @returns {Promise<any>}
 */
export const load = (path) => import(pathToFileURL(join(ROOT, "pkg", path)).href);

/**
 * A folder that is removed after the test: a project that contains the package as `pkg/` and depends on it.
 *
 * @param {TestContext} t
 * @param {Record<string, string>} files
 */
export function project(t, files) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "node_modules"));
  for (const path of ["pkg", "node_modules/patch-release-issues"]) {
    symlinkSync(join(ROOT, "pkg"), join(folder, path), "dir");
  }
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
