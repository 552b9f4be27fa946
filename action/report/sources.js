/** Finds the files that contain dumps and reports, and passes their parts to the core. */

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { UsageError, errorCode } from "../usage-error.js";
import { askCore } from "./ask-core.js";
import { readLines } from "./json-lines.js";
import { filesLike } from "./patterns.js";

/** @import { Reporting } from "../../pkg/report/report.js" */
/** @import { Dump, DumpIssue } from "../../pkg/report/types.js" */
/** @import { Inputs } from "./inputs.js" */
/** @import { Progress } from "./progress.js" */

/** The number of issues passed to the core at once. The core keeps only the facts of each part. */
const AT_ONCE = 200;

/** The largest file that is read as a whole, in bytes: both its text and the parsed values must fit in memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The names of files with one JSON value per line. */
const LINES = /\.(?:ndjson|jsonl)$/;

/**
 * Continues the previous report. On the first run there is none.
 *
 * @param {Reporting} run
 * @param {Inputs} inputs
 */
export function addPrevious(run, { previous, workspace }) {
  if (previous === "") {
    return;
  }
  const path = resolve(workspace, previous);
  if (existsSync(path)) {
    run.previous(readText(path, previous).toWellFormed());
  } else {
    run.note("there is no previous report, so everything is read: this is expected on the first run");
  }
}

/**
 * @param {Reporting} run
 * @param {Inputs} inputs
 */
export function addReports(run, { merge, workspace }) {
  for (const [path, name] of find(merge, workspace, "merge", (file) => file.endsWith("known-issues.json"))) {
    const text = readText(path, name).toWellFormed();
    explain(name, () => run.merge(text));
  }
}

/**
 * @param {Reporting} run
 * @param {Inputs} inputs
 * @param {Progress} progress
 */
export function addDumps(run, { issues, workspace }, progress) {
  for (const [path, name] of find(issues, workspace, "issues", (file) => /\.json$/.test(file) || LINES.test(file))) {
    for (const part of LINES.test(path) ? linesOf(path, name) : partsOf(parse(readText(path, name), name))) {
      explain(name, () => run.add(part));
      progress.tick();
    }
  }
}

/**
 * The files that an input names.
 *
 * @param {string[]} patterns paths of files or folders, or patterns such as `dump/*.json`
 * @param {string} workspace
 * @param {string} input the input's name
 * @param {(file: string) => boolean} isWanted selects the files of a folder
 * @returns {[path: string, name: string][]} the absolute path, and the name for messages
 */
function find(patterns, workspace, input, isWanted) {
  return patterns.flatMap((pattern) => {
    const path = resolve(workspace, pattern);
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    const inside = () => readdirSync(path, { recursive: true, encoding: "utf8" }).filter(isWanted).map((name) => join(pattern, name));
    const found = isFolder ? inside() : existsSync(path) ? [pattern] : filesLike(pattern, workspace);
    if (found.length === 0) {
      throw new UsageError(`the input \`${input}\` names \`${pattern}\`, but there is no such file: name a file, a folder or a pattern`);
    }
    return found.sort().map((name) => /** @type {[string, string]} */ ([resolve(workspace, name), name]));
  });
}

/**
 * @param {string} path
 * @param {string} name
 */
function readText(path, name) {
  try {
    if (statSync(path).size > MOST_BYTES) {
      throw new UsageError(`the file \`${name}\` is larger than 256 MiB: write one issue per line to a file whose name ends in \`.ndjson\``);
    }
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`the file \`${name}\` cannot be read (${errorCode(error)})`);
  }
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {unknown}
 */
function parse(text, name) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`the file \`${name}\` is not valid JSON, or is incomplete: save it again`);
  }
}

/**
 * Splits a dump into parts. Values of the wrong type are passed on for the core to report.
 *
 * @param {any} dump
 * @returns {Iterable<Dump | DumpIssue[]>}
 */
function* partsOf(dump) {
  if (Array.isArray(dump)) {
    // Issues, or the pages of issues that `gh api --paginate --slurp` prints.
    yield* chunks(dump.flat());
    return;
  }
  if (!Array.isArray(dump?.repositories)) {
    throw new UsageError("a dump is a list of issues, or an object with `repositories`: docs/report-action.md shows both");
  }
  for (const { issues, ...rest } of dump.repositories) {
    yield { ...dump, repositories: [rest] };
    for (const chunk of chunks(Array.isArray(issues) ? issues : [])) {
      yield { repositories: [{ name: rest.name, issues: chunk }] };
    }
  }
}

/**
 * Does the same for a file with an issue or a dump per line.
 *
 * @param {string} path
 * @param {string} name
 * @returns {Iterable<Dump | DumpIssue[]>}
 */
function* linesOf(path, name) {
  /** @type {DumpIssue[]} */
  let issues = [];
  for (const line of readLines(path)) {
    const value = /** @type {any} */ (parse(line, name));
    if (value !== null && typeof value === "object" && "repositories" in value) {
      yield* partsOf(value);
    } else {
      issues.push(value);
    }
    if (issues.length >= AT_ONCE) {
      yield issues;
      issues = [];
    }
  }
  yield issues;
}

/**
 * @template T
 * @param {T[]} list
 */
function* chunks(list) {
  for (let start = 0; start < list.length; start += AT_ONCE) {
    yield list.slice(start, start + AT_ONCE);
  }
}

/**
 * Passes a file to the core, and adds the file's name to the core's errors.
 *
 * @param {string} name
 * @param {() => void} ask
 */
function explain(name, ask) {
  try {
    askCore(ask);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`the file \`${name}\`: ${error.message}`) : error;
  }
}
