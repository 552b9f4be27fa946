/** Reads the files that the user names. */

import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { UsageError } from "./arguments.js";

/**
 * @param {string} folder the user's current folder
 * @param {string} path as written
 * @param {string} help what to do if the file does not exist
 * @returns {string} the absolute path of a file
 * @throws {UsageError}
 */
export function findFile(folder, path, help) {
  const file = resolve(folder, path);
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status) {
    throw new UsageError(`there is no file \`${path}\``, help);
  }
  if (!status.isFile()) {
    throw new UsageError(`\`${path}\` is not a file`, help);
  }
  return file;
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {string} help
 * @returns {string} the text, without a byte order mark
 * @throws {UsageError}
 */
export function readText(folder, path, help) {
  const file = findFile(folder, path, help);
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new UsageError(`\`${path}\` cannot be read: ${error instanceof Error ? error.message : error}`, help);
  }
}
