/** Dumps and reports in files: which they are, and their parts one after the other. */

import { existsSync, globSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { UsageError, errorCode } from "../usage-error.js";
import { askCore } from "./ask-core.js";
import { readLines } from "./json-lines.js";

/** @import { Reporting } from "../../pkg/report/report.js" */
/** @import { Dump, DumpIssue } from "../../pkg/report/types.js" */
/** @import { Inputs } from "./inputs.js" */
/** @import { Progress } from "./progress.js" */

/** How many issues the core is given at once: of each part it keeps only the facts. */
const AT_ONCE = 200;

/** The largest file that is read whole, in bytes: its text and what is parsed from it must fit in memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A file with one JSON value a line. */
const LINES = /\.(?:ndjson|jsonl)$/;

/**
 * Continues the report of before. In the first run there is none.
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
    run.note("there is no previous report, so everything is read: that is right for the first run");
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
 * @param {string} input its name
 * @param {(file: string) => boolean} isWanted which files of a folder are
 * @returns {[path: string, name: string][]} absolute, and as told to people
 */
function find(patterns, workspace, input, isWanted) {
  return patterns.flatMap((pattern) => {
    const path = resolve(workspace, pattern);
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    const inside = () => readdirSync(path, { recursive: true, encoding: "utf8" }).filter(isWanted).map((name) => join(pattern, name));
    const found = isFolder ? inside() : existsSync(path) ? [pattern] : globSync(pattern, { cwd: workspace });
    if (found.length === 0) {
      throw new UsageError(`the input \`${input}\` names \`${pattern}\`, where no file is: name a file, a folder or a pattern`);
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
      throw new UsageError(`the file \`${name}\` is larger than 256 MiB: write one issue a line into a file called \`….ndjson\``);
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
    throw new UsageError(`the file \`${name}\` is not JSON, or not all of it: save it again`);
  }
}

/**
 * A dump in parts. What has not the shape of one is handed on, for the core to complain about.
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
 * The same of a file with an issue or a dump a line.
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
 * Asks the core about a file, and names it in what is wrong.
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
