/** Writes the report's folder: either all of its files appear, or the folder stays as it was. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

import { UsageError, errorCode } from "../usage-error.js";

/** What a report's folder may contain. The folder is replaced, including the files of an earlier report. */
const OURS = new Set(["feed.xml", "index.html", "known-issues.json", "known-issues.md", "osv"]);

/**
 * @typedef {object} Staged files that are written but not published yet
 * @property {() => void} publish
 * @property {() => void} discard removes files that were not published; may always be called
 */

/**
 * Writes the files to a folder next to the report's folder, on the same disk, so that one move publishes them.
 *
 * @param {[path: string, text: string][]} files
 * @param {string} output the folder, relative to the first of `places`
 * @param {(string | undefined)[]} places folders that may contain it
 * @returns {Staged}
 * @throws {UsageError} when the folder is outside these places, contains other files, or cannot be written
 */
export function stage(files, output, places) {
  const folder = resolve(places[0] ?? ".", output);
  try {
    check(folder, output, places);
    const staging = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      writeFileSync(join(staging, path), text);
    }
    return { publish: () => publish(staging, folder, output), discard: () => rmSync(staging, { force: true, recursive: true }) };
  } catch (error) {
    throw explain(error, output);
  }
}

/**
 * @param {string} folder
 * @param {string} output
 * @param {(string | undefined)[]} places
 */
function check(folder, output, places) {
  mkdirSync(dirname(folder), { recursive: true });
  const parent = realpathSync(dirname(folder));
  const roots = places.filter((place) => place !== undefined && place !== "").map((place) => realpathSync(String(place)));
  const isBelow = roots.some((root) => parent === root || parent.startsWith(`${root}${sep}`));
  if (!isBelow || roots.includes(join(parent, basename(folder)))) {
    throw new UsageError(`the input \`output\` is \`${output}\`: name a folder inside the workspace`);
  }
  const other = existsSync(folder) ? readdirSync(folder).find((name) => !OURS.has(name)) : undefined;
  if (other !== undefined) {
    throw new UsageError(
      `the folder \`${output}\` named by the input \`output\` would be replaced, but it contains \`${other}\`, which is not part of a report: name another folder`,
    );
  }
}

/**
 * @param {string} staging
 * @param {string} folder
 * @param {string} output
 */
function publish(staging, folder, output) {
  try {
    rmSync(folder, { force: true, recursive: true });
    renameSync(staging, folder);
  } catch (error) {
    throw explain(error, output);
  }
}

/**
 * @param {unknown} error
 * @param {string} output
 */
function explain(error, output) {
  if (error instanceof UsageError) {
    return error;
  }
  return new UsageError(`the folder \`${output}\` named by the input \`output\` cannot be written (${errorCode(error)})`);
}
