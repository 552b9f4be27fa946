/** Where files are: in which checkout, and at which path in it. */

import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The path of a file in its checkout, and its address in a log.
 *
 * @param {string} path as written
 * @returns {{ path: string | null, uri: string }} the path has `/`, and is null outside a checkout; the address is
 *   relative to the checkout, else a `file:` address
 */
export function placeOf(path) {
  const file = real(resolve(path));
  const root = rootOf(dirname(file));
  if (root === null) {
    return { path: null, uri: pathToFileURL(file).href };
  }
  const inside = relative(root, file).split(sep).join("/");
  return { path: inside, uri: addressOf(inside) };
}

/**
 * A path as a relative address.
 *
 * @param {string} path with `/`
 */
export function addressOf(path) {
  const parts = path.toWellFormed().split("/").map(encodeURIComponent);
  // The first part must not look like a scheme.
  return parts.join("/").replace(/^([^/]*):/, "./$1:");
}

/**
 * The folder of the checkout that contains a folder.
 *
 * @param {string} folder
 * @returns {string | null}
 */
export function rootOf(folder) {
  if (existsSync(join(folder, ".git"))) {
    return folder;
  }
  return dirname(folder) === folder ? null : rootOf(dirname(folder));
}

/** @param {string} file */
function real(file) {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
