/** Places in the description, and what becomes of them when it changes. Offsets are in UTF-16 code units. */

/**
 * @typedef {object} Place the place of a field
 * @property {number} start
 * @property {number} end
 * @property {string} before what must stand before the text of the field
 * @property {string} after what must stand after it
 */

/**
 * Replaces the text of a place.
 *
 * @param {string} body
 * @param {Place} place
 * @param {string} text
 * @returns {{ body: string, place: Place }} the new description, and where the text is in it
 */
export function replaced(body, place, text) {
  const start = place.start + place.before.length;
  return {
    body: body.slice(0, place.start) + place.before + text + place.after + body.slice(place.end),
    place: { start, end: start + text.length, before: "", after: "" },
  };
}

/**
 * A place after another part of the description changed.
 *
 * @param {Place} place
 * @param {{ start: number, removed: number, inserted: number }} change
 * @returns {Place | null} null if the change goes across its border, or it is not clear on which side of it
 */
export function moved(place, { start, removed, inserted }) {
  const delta = inserted - removed;
  if (place.start === place.end && start <= place.start && place.start <= start + removed) return null;
  if (place.end <= start) return place;
  if (place.start >= start + removed) return { ...place, start: place.start + delta, end: place.end + delta };
  if (place.start <= start && place.end >= start + removed) return { ...place, end: place.end + delta };
  return null;
}

/**
 * The offset of a line and column, both from 1.
 *
 * @param {string} text
 * @param {{ line: number, column: number }} position
 */
export function offset(text, { line, column }) {
  let start = 0;
  for (let count = 1; count < line; count++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}
