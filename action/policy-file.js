/** The policy that a workflow names: the file is read, the core reads what it says. */

import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { sep } from "node:path";

import { UsageError, errorCode } from "./usage-error.js";

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

/** A policy has at most 65,536 bytes. One more is read, for the core to see that a longer one is too long. */
const MOST_BYTES = 65_537;

/**
 * Reads the policy.
 *
 * @param {string} path relative to the workspace; empty for none
 * @param {string | undefined} workspace the folder that the runner names in GITHUB_WORKSPACE
 * @returns {string | null} well-formed, of at most 65,537 bytes of the file, without a byte order mark; null when there is no such file
 * @throws {UsageError} when the path leads out of the workspace, or to something that cannot be read
 */
export function readPolicyFile(path, workspace) {
  if (path.trim() === "" || !workspace) {
    return null;
  }
  try {
    return readInside(realpathSync(workspace), realpathSync(`${workspace}${sep}${path.trim()}`));
  } catch (error) {
    const why = error instanceof Outside ? "it leads out of the workspace" : errorCode(error);
    if (why === "ENOENT" || why === "ENOTDIR") {
      return null;
    }
    throw new UsageError(
      `the file \`${path}\` that the input \`policy\` names cannot be read (${why}): name a file by its path from the workspace`,
    );
  }
}

class Outside extends Error {}

/**
 * @param {string} folder
 * @param {string} file both without symbolic links
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
