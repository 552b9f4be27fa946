/** Writes the report's folder: either all of its files appear, or the folder stays as it was. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

import { UsageError, errorCode } from "../usage-error.js";

/** What a report's folder may contain. The folder is replaced, including the files of an earlier report. */
const OURS = new Set(["compose", "feed.xml", "index.html", "known-issues.json", "known-issues.md", "osv"]);

/** What a report's JSON starts with. A folder with files but without it is somebody else's. */
const START = '{"schema":';

/**
 * @typedef {object} Staged files that are written but not published yet
 * @property {() => void} publish
 * @property {() => void} discard removes files that were not published; may always be called
 */

/**
 * Checks the report's folder, and cleans up after a run that was killed while it published.
 *
 * @param {string} output the folder, relative to the first of `places`
 * @param {(string | undefined)[]} places folders that may contain it
 * @throws {UsageError} as `stage`
 */
export function prepare(output, places) {
  const folder = resolve(places[0] ?? ".", output);
  try {
    check(folder, output, places);
    recover(folder);
  } catch (error) {
    throw explain(error, output);
  }
}

/**
 * Writes the files to a folder next to the report's folder, on the same disk, so that one move publishes them.
 *
 * @param {[path: string, content: string | Buffer][]} files
 * @param {string} output the folder, relative to the first of `places`
 * @param {(string | undefined)[]} places folders that may contain it
 * @returns {Staged}
 * @throws {UsageError} when the folder is outside these places, contains other files, or cannot be written
 */
export function stage(files, output, places) {
  const folder = resolve(places[0] ?? ".", output);
  try {
    check(folder, output, places);
    mkdirSync(dirname(folder), { recursive: true });
    const staging = mkdtempSync(`${prefixOf(folder)}new-`);
    for (const [path, content] of files) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      writeFileSync(join(staging, path), content);
    }
    return { publish: () => publish(staging, folder, output), discard: () => rmSync(staging, { force: true, recursive: true }) };
  } catch (error) {
    throw explain(error, output);
  }
}

/** How the names of our folders next to a report's folder begin. @param {string} folder */
const prefixOf = (folder) => join(dirname(folder), `.${basename(folder)}.patch-release-issues-`);

/**
 * Cleans up after a run that was killed: puts back the earlier report if it was moved aside, and deletes what such a
 * run left.
 *
 * @param {string} folder
 */
function recover(folder) {
  const start = basename(prefixOf(folder));
  const names = existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : [];
  for (const name of names.filter((other) => other.startsWith(start))) {
    const left = join(dirname(folder), name);
    if (name.startsWith(`${start}old-`) && !existsSync(folder)) {
      renameSync(left, folder);
    }
    rmSync(left, { force: true, recursive: true });
  }
}

/** A path without symbolic links, whether it exists or not. @param {string} path @returns {string} */
const real = (path) => (existsSync(path) ? realpathSync(path) : join(real(dirname(path)), basename(path)));

/**
 * Checks the folder. Nothing is made or changed.
 *
 * @param {string} folder
 * @param {string} output
 * @param {(string | undefined)[]} places
 */
function check(folder, output, places) {
  const parent = real(dirname(folder));
  const roots = places.filter((place) => place !== undefined && place !== "").map((place) => real(resolve(String(place))));
  const isBelow = roots.some((root) => parent === root || parent.startsWith(`${root}${sep}`));
  if (!isBelow || roots.includes(join(parent, basename(folder)))) {
    throw new UsageError(`the input \`output\` is \`${output}\`: name a folder inside the workspace`);
  }
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const other = names.find((name) => !OURS.has(name)) ?? (isReport(folder) ? undefined : names[0]);
  if (other !== undefined) {
    throw new UsageError(
      `the folder \`${output}\` named by the input \`output\` would be replaced, but it contains \`${other}\`, which is not part of a report: name another folder`,
    );
  }
}

/** @param {string} folder */
function isReport(folder) {
  const json = join(folder, "known-issues.json");
  return existsSync(json) && readFileSync(json, "utf8").startsWith(START);
}

/**
 * Moves the earlier report aside, moves the new one to its place, and deletes the earlier one. A run that is killed in
 * between leaves one of the two, which `recover` finds.
 *
 * @param {string} staging
 * @param {string} folder
 * @param {string} output
 */
function publish(staging, folder, output) {
  const old = `${prefixOf(folder)}old-${process.pid}`;
  try {
    if (existsSync(folder)) {
      renameSync(folder, old);
    }
    renameSync(staging, folder);
  } catch (error) {
    if (existsSync(old) && !existsSync(folder)) {
      renameSync(old, folder);
    }
    throw explain(error, output);
  }
  rmSync(old, { force: true, recursive: true });
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
