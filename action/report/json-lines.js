/** The lines of a file of any size. */

import { closeSync, openSync, readSync } from "node:fs";

const LINE_END = 10;

/** The number of bytes read at once. */
const BLOCK = 1 << 20;

/**
 * Reads lines without `node:readline`, which also ends lines at U+2028. JSON may contain that character.
 *
 * @param {string} path
 * @returns {Iterable<string>} the lines that are not blank
 */
export function* readLines(path) {
  const descriptor = openSync(path, "r");
  const block = Buffer.alloc(BLOCK);
  /** @type {Buffer[]} the parts of the current line read so far */
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
 * @returns {string[]} the line, or nothing if it is blank
 */
function shown(pieces) {
  const line = Buffer.concat(pieces).toString("utf8").replace(/^\uFEFF/, "").trim();
  return line === "" ? [] : [line];
}
