/** Writes a JSON value as bytes, which the core reads faster than an object: `src/wasm/flat.rs` tells the form. */

/** The greatest number that the core reads as a whole number. */
const GREATEST = 9e15;

/**
 * @param {unknown} value a JSON value whose strings are well-formed
 * @returns {Uint8Array}
 */
export function flat(value) {
  /** @type {string[]} */
  const shape = [];
  /** @type {string[]} */
  const texts = [];
  add(value, shape, texts);
  return Buffer.from(`${shape.join(" ")}\n${texts.join("")}`);
}

/**
 * @param {unknown} value
 * @param {string[]} shape
 * @param {string[]} texts
 */
function add(value, shape, texts) {
  if (typeof value === "string") {
    shape.push(`s${Buffer.byteLength(value)}`);
    texts.push(value);
  } else if (typeof value === "object" && value !== null) {
    addAll(value, shape, texts);
  } else if (typeof value === "number") {
    shape.push(number(value));
  } else {
    shape.push(typeof value === "boolean" ? (value ? "t" : "f") : "z");
  }
}

/**
 * @param {object} value
 * @param {string[]} shape
 * @param {string[]} texts
 */
function addAll(value, shape, texts) {
  if (Array.isArray(value)) {
    shape.push(`a${value.length}`);
    value.forEach((item) => add(item, shape, texts));
    return;
  }
  const members = Object.entries(value);
  shape.push(`o${members.length}`);
  for (const [name, member] of members) {
    add(name, shape, texts);
    add(member, shape, texts);
  }
}

/** @param {number} value */
function number(value) {
  if (!Number.isFinite(value)) {
    return "z";
  }
  return Number.isInteger(value) && value >= 0 && value <= GREATEST ? `n${value}` : "x";
}
