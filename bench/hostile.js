/** Measures how the time for hostile text grows with its length and compares with that of prose of the same length. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { FAMILIES } from "../tests/core/hostile-descriptions.js";
import { table } from "./measure.js";

/** The longest time for a family, in milliseconds. */
const BUDGET = 60_000;
/** The highest accepted growth from 16 to 128 KiB. Linear growth is 8. */
const MOST_GROWTH = 12;
/** The highest accepted ratio to prose, at 64 KiB. */
const MOST_RATIO = 20;
const SHOWN = 15;

/** @typedef {{ name: string, place: string, growth: number, ratio: number, ms: number }} Row */

/**
 * @param {string} name
 * @returns {Row} for the place where the family takes longest
 */
function measured(name) {
  const script = fileURLToPath(new URL("family.js", import.meta.url));
  const { stdout, stderr, error } = spawnSync(process.execPath, [script, name], { encoding: "utf8", timeout: BUDGET });
  if (stderr !== "" || error || stdout === "") {
    const why = error && "code" in error && error.code === "ETIMEDOUT" ? "out of time" : "failed";
    return { name, place: why, growth: Infinity, ratio: Infinity, ms: Infinity };
  }
  const { place, base, times } = JSON.parse(stdout);
  return { name, place, growth: times[2] / times[0], ratio: times[1] / base, ms: times[1] };
}

/** Prints the families that miss a target, and the slowest ones. */
export function hostile() {
  const rows = Object.keys(FAMILIES).map(measured);
  rows.sort((one, other) => other.ratio - one.ratio || other.growth - one.growth);
  const misses = (/** @type {Row} */ { growth, ratio }) => growth > MOST_GROWTH || ratio > MOST_RATIO;
  const shown = rows.filter((row, index) => index < SHOWN || misses(row));
  const cells = shown.map(({ name, place, growth, ratio, ms }) => [
    `${name}, ${place}`,
    growth.toFixed(1),
    ratio.toFixed(1),
    ms.toFixed(1),
  ]);
  table([`hostile text, ${rows.length} families`, "128 to 16 KB", "ratio to prose", "ms at 64 KB"], cells);
  console.log(`\n${rows.filter(misses).length} miss a target: growth at most ${MOST_GROWTH}, ratio at most ${MOST_RATIO}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  hostile();
}
