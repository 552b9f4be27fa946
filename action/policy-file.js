/** Reads the policy file, or another small file that a workflow names. The core parses it. */

import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { sep } from "node:path";

import { UsageError, errorCode } from "./usage-error.js";

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

/** Such a file has at most 65,536 bytes. One more byte is read so that the core can detect a longer file. */
const MOST_BYTES = 65_537;

/**
 * Reads the file that an input names.
 *
 * @param {string} path relative to the workspace; empty for no file
 * @param {string | undefined} workspace the folder in GITHUB_WORKSPACE
 * @param {string} [input] the input
 * @returns {string | null} well-formed text of at most 65,537 bytes, without a byte order mark; null if the file does not exist
 * @throws {UsageError} when the path is outside the workspace or cannot be read
 */
export function readPolicyFile(path, workspace, input = "policy") {
  if (path.trim() === "" || !workspace) {
    return null;
  }
  try {
    return readInside(realpathSync(workspace), realpathSync(`${workspace}${sep}${path.trim()}`));
  } catch (error) {
    const why = error instanceof Outside ? "it is outside the workspace" : errorCode(error);
    if (why === "ENOENT" || why === "ENOTDIR") {
      return null;
    }
    throw new UsageError(
      `the file \`${path}\` named by the input \`${input}\` cannot be read (${why}): use a path relative to the workspace`,
    );
  }
}

class Outside extends Error {}

/**
 * @param {string} folder
 * @param {string} file like `folder`, without symbolic links
 */
function readInside(folder, file) {
  if (!file.startsWith(`${folder}${sep}`)) {
    throw new Outside();
  }
  const bytes = readStart(file, BYTE_ORDER_MARK.length + MOST_BYTES);
  const start = bytes.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0;
  return bytes.toString("utf8", start, start + MOST_BYTES);
}

/**
 * @param {string} file
 * @param {number} most bytes
 */
function readStart(file, most) {
  const buffer = Buffer.alloc(most);
  const descriptor = openSync(file, "r");
  try {
    return buffer.subarray(0, readSync(descriptor, buffer));
  } finally {
    closeSync(descriptor);
  }
}
