/** Every result is a ratio of medians of alternating runs on one machine, because times alone depend on the machine. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import * as core from "../tests/shipped-core.js";
import { payload, runAction } from "../tests/runner/harness.js";
import { description } from "./descriptions.js";
import { withGitHub } from "./github.js";
import { hostile } from "./hostile.js";
import { duration, medians, table } from "./measure.js";
import { loadParser } from "./parser.js";
import { report } from "./report.js";

const SIZES = [4_096, 65_536];
const STARTS = 41;
const SAMPLES = 101;
const FILES = [
  "pkg/offline/offline_bg.wasm",
  "pkg/action/action_bg.wasm",
  "pkg/patch_release_issues_bg.wasm",
  "pkg/report/report_bg.wasm",
  "dist/validate.cjs",
  "dist/run.cjs",
  "dist/github.cjs",
];

/** @returns {string[][]} rows: what, ratio, milliseconds */
function wholeAction() {
  const runs = SIZES.map((size) => payload({ body: description(size) }));
  const idle = () => duration(() => void spawnSync(process.execPath, ["-e", "0"], { env: {} }));
  const [base = 0, ...times] = medians(STARTS, [idle, ...runs.map((run) => () => runAction({ payload: run }).ms)]);
  return [["`node -e 0`", "1", base.toFixed(1)], ...times.map((time, index) => row("whole action", index, time, base))];
}

/** @returns {string[][]} */
function validation() {
  const parse = loadParser("release", SIZES.at(-1) ?? 0);
  return SIZES.flatMap((size, index) => {
    const text = description(size);
    const issue = /** @type {import("../pkg/types.js").Issue} */ (/** @type {unknown} */ (payload({ body: text }).issue));
    const works = [() => parse(text), () => void core.validate(issue)].map((work) => repeated(work, 2 ** 20 / size));
    // The first rounds warm up the compiler.
    medians(SAMPLES >> 1, works);
    const [base = 0, time = 0] = medians(SAMPLES, works);
    return [row("bare parsing", index, base, base), row("validation", index, time, base)];
  });
}

/**
 * @param {() => void} work
 * @param {number} times
 */
function repeated(work, times) {
  return () =>
    duration(() => {
      for (let count = 0; count < times; count += 1) {
        work();
      }
    });
}

/**
 * @param {string} what
 * @param {number} index the size's index
 * @param {number} time
 * @param {number} base
 */
function row(what, index, time, base) {
  return [`${what}, ${(SIZES[index] ?? 0) / 1024} KB`, (time / base).toFixed(2), time.toFixed(1)];
}

/** @returns {string[][]} rows: file, bytes, bytes compressed */
function sizes() {
  return FILES.map((path) => {
    const bytes = readFileSync(new URL(`../${path}`, import.meta.url));
    return [`\`${path}\``, String(bytes.length), String(gzipSync(bytes, { level: 9 }).length)];
  });
}

console.log(`node ${process.version}`);
table(["the whole action", "ratio", "ms"], wholeAction());
await withGitHub();
table(["in a warm process, 1 MB of descriptions", "ratio", "ms"], validation());
table(["size", "bytes", "gzip"], sizes());
report();
hostile();
