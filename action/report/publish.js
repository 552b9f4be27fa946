/** The report's folder: it appears with all its files, or stays as it was. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

import { UsageError, errorCode } from "../usage-error.js";

/** What a report's folder may hold: the folder is replaced, and with it what an earlier report left. */
const OURS = new Set(["feed.xml", "index.html", "known-issues.json", "known-issues.md", "osv"]);

/**
 * @typedef {object} Staged files that nobody sees yet
 * @property {() => void} publish
 * @property {() => void} discard what was not published; may be called in any case
 */

/**
 * Writes the files beside the folder, on the same disk, so that one move publishes them.
 *
 * @param {[path: string, text: string][]} files
 * @param {string} output the folder, relative to the first of `places`
 * @param {(string | undefined)[]} places folders below which it may be
 * @returns {Staged}
 * @throws {UsageError} when the folder is elsewhere, holds something else, or cannot be written
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
      `the folder \`${output}\` that the input \`output\` names is replaced, but holds \`${other}\`, which is no part of a report: name another`,
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
  return new UsageError(`the folder \`${output}\` that the input \`output\` names cannot be written (${errorCode(error)})`);
}
