/** Generators of texts of a given size. */

/** A family: its text for an approximate size in bytes. */
/** @typedef {(bytes: number) => string} Family */

/**
 * @param {string} unit the text that is repeated
 * @param {string} [before]
 * @param {string} [behind]
 * @returns {Family}
 */
export function many(unit, before = "", behind = "") {
  const length = Buffer.byteLength(unit);
  return (bytes) => {
    const room = bytes - before.length - behind.length;
    return before + unit.repeat(Math.max(1, Math.floor(room / length))) + behind;
  };
}

/**
 * @param {(index: number) => string} unit the text for each number
 * @param {string} [before]
 * @param {string} [behind]
 * @returns {Family}
 */
export function counted(unit, before = "", behind = "") {
  return (bytes) => {
    const units = [];
    let left = bytes - before.length - behind.length;
    for (let index = 0; left > 0; index += 1) {
      const next = unit(index);
      units.push(next);
      left -= Buffer.byteLength(next);
    }
    return before + units.join("") + behind;
  };
}

/**
 * One family and then another, with half of the bytes each.
 *
 * @param {Family} one
 * @param {Family} other
 * @returns {Family}
 */
export function halves(one, other) {
  return (bytes) => one(bytes >> 1) + other(bytes >> 1);
}

/**
 * A list in a list in a list.
 *
 * @param {number} deep
 * @param {string} [text]
 */
export function staircase(deep, text = "a") {
  return Array.from({ length: deep }, (_, index) => `${"  ".repeat(index)}- ${text}\n`).join("");
}

/**
 * A table with as many columns as rows of one cell.
 *
 * @param {number} bytes
 */
export function table(bytes) {
  const columns = bytes >> 3;
  return `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"||\n".repeat(Math.floor(bytes / 6))}`;
}
