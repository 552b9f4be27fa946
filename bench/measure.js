/** Measures times and prints tables. */

/**
 * The medians of several functions that run in turn.
 *
 * @param {number} rounds
 * @param {(() => number)[]} works each returns its duration in milliseconds
 * @returns {number[]} milliseconds, in the order of `works`
 */
export function medians(rounds, works) {
  const times = works.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < rounds; round += 1) {
    works.forEach((work, index) => times[index]?.push(work()));
  }
  return times.map((list) => list.sort((one, other) => one - other)[list.length >> 1] ?? 0);
}

/** @param {() => void} work */
export function duration(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const lines = [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows];
  console.log(`\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`);
}
