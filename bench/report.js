/** Compares the report from a dump with `JSON.parse` and bare parsing of the same files, each in its own process. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parts } from "./dump.js";
import { table } from "./measure.js";

/** The numbers of issues, each with its number of rounds. */
const SIZES = [[1_000, 9], [10_000, 5], [100_000, 1]];
/** About 3 MB of text. 100,000 issues at once would be too long for a string. */
const ISSUES_A_PART = 1_000;
const WORKER = fileURLToPath(new URL("report-worker.js", import.meta.url));

/** @typedef {{ ms: number, mib: number }} Cost */

/**
 * @param {string} folder
 * @param {number} issues
 * @returns {number} the number of bytes written
 */
function write(folder, issues) {
  mkdirSync(folder);
  let bytes = 0;
  let index = 0;
  for (const part of parts(issues, ISSUES_A_PART)) {
    const text = JSON.stringify(part);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(folder, `${String(index++).padStart(3, "0")}.json`), text);
  }
  return bytes;
}

/**
 * @param {string} what
 * @param {string} folder
 * @returns {Cost}
 */
const run = (what, folder) => JSON.parse(execFileSync(process.execPath, [WORKER, what, folder], { encoding: "utf8" }));

/**
 * @param {Cost[]} costs
 * @param {keyof Cost} which
 */
const median = (costs, which) => costs.map((cost) => cost[which]).sort((one, other) => one - other)[costs.length >> 1] ?? 0;

/**
 * @param {string} root
 * @param {number} issues
 * @param {number} rounds
 */
function row(root, issues, rounds) {
  const folder = join(root, String(issues));
  const bytes = write(folder, issues);
  const [bare, ours] = [/** @type {Cost[]} */ ([]), /** @type {Cost[]} */ ([])];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(run("bare", folder));
    ours.push(run("report", folder));
  }
  rmSync(folder, { recursive: true });
  const [base, time] = [median(bare, "ms"), median(ours, "ms")];
  const [least, most] = [median(bare, "mib"), median(ours, "mib")];
  const cells = [(time / base).toFixed(2), `${time.toFixed(0)} / ${base.toFixed(0)}`, `${most.toFixed(0)} / ${least.toFixed(0)}`];
  return [`${issues.toLocaleString("en")} issues, ${(bytes / 1e6).toFixed(1)} MB`, ...cells];
}

/** Prints the time and memory of reports of several sizes. */
export function report() {
  const root = mkdtempSync(join(tmpdir(), "patch-release-issues-report-"));
  const rows = SIZES.map(([issues = 0, rounds = 0]) => row(root, issues, rounds));
  rmSync(root, { recursive: true });
  table(["the report, against `JSON.parse` and bare parsing", "ratio", "ms", "MiB at most"], rows);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  report();
}
