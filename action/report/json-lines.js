/** The lines of a file of any size. */

import { closeSync, openSync, readSync } from "node:fs";

const LINE_END = 10;

/** How much is read at once, in bytes. */
const BLOCK = 1 << 20;

/**
 * Not by `node:readline`, which ends lines at U+2028 too: JSON may hold it.
 *
 * @param {string} path
 * @returns {Iterable<string>} without those that are blank
 */
export function* readLines(path) {
  const descriptor = openSync(path, "r");
  const block = Buffer.alloc(BLOCK);
  /** @type {Buffer[]} what of the line is here already */
  let begun = [];
  try {
    for (let count = readSync(descriptor, block); count > 0; count = readSync(descriptor, block)) {
      let start = 0;
      for (let end = block.indexOf(LINE_END); end !== -1 && end < count; end = block.indexOf(LINE_END, start)) {
        yield* shown([...begun, block.subarray(start, end)]);
        begun = [];
        start = end + 1;
      }
      begun.push(Buffer.from(block.subarray(start, count)));
    }
    yield* shown(begun);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * @param {Buffer[]} pieces
 * @returns {string[]} the line, if it is not blank
 */
function shown(pieces) {
  const line = Buffer.concat(pieces).toString("utf8").replace(/^\uFEFF/, "").trim();
  return line === "" ? [] : [line];
}
