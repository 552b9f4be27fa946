/**
 * Paging in GraphQL. A cursor names an item, not an offset, so additions and deletions do not shift the pages.
 */

import { GraphqlRefusal } from "./graphql-refusal.js";

/** @typedef {{ first?: number | null, after?: string | null, last?: number | null, before?: string | null }} PageArguments */
/** @typedef {(string | number)[]} Key the sort key of an item */

const LARGEST_PAGE = 100;

/**
 * @template T
 * @param {string} name of the field, for messages
 * @param {T[]} items
 * @param {PageArguments} page
 * @param {{ key: (item: T) => Key, view: (item: T) => unknown, descending?: boolean }} how
 */
export function connection(name, items, page, { key, view, descending = false }) {
  checkSize(name, page);
  const order = (/** @type {Key} */ a, /** @type {Key} */ b) => (descending ? compare(b, a) : compare(a, b));
  const sorted = items.map((item) => ({ item, key: key(item) })).sort((a, b) => order(a.key, b.key));
  const after = page.after ? decode(name, page.after) : null;
  const before = page.before ? decode(name, page.before) : null;
  const wanted = sorted.filter(
    (entry) => (!after || order(entry.key, after) > 0) && (!before || order(entry.key, before) < 0),
  );
  const shown = page.first != null ? wanted.slice(0, page.first) : wanted.slice(-(page.last ?? 0) || wanted.length);
  const rows = () => {
    checkBoundaries(name, page);
    return shown;
  };
  return {
    totalCount: items.length,
    nodes: () => rows().map(({ item }) => view(item)),
    edges: () => rows().map(({ item, key }) => ({ cursor: encode(key), node: view(item) })),
    pageInfo: () => ({
      hasNextPage: page.first != null ? rows().length < wanted.length : Boolean(before),
      hasPreviousPage: page.first != null ? Boolean(after) : rows().length < wanted.length,
      startCursor: rows().map(({ key }) => encode(key)).at(0) ?? null,
      endCursor: rows().map(({ key }) => encode(key)).at(-1) ?? null,
    }),
  };
}

/**
 * A query that only counts need not give a page size.
 *
 * @param {string} name
 * @param {PageArguments} page
 */
function checkBoundaries(name, { first, last }) {
  if (first == null && last == null) {
    throw new GraphqlRefusal(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
}

/**
 * @param {string} name
 * @param {PageArguments} page
 */
function checkSize(name, { first, last }) {
  const size = first ?? last ?? 0;
  if (size > LARGEST_PAGE || size < 0) {
    throw new GraphqlRefusal(
      "EXCESSIVE_PAGINATION",
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${first == null ? "last" : "first"}\` limit of ${LARGEST_PAGE} records.`,
    );
  }
}

/**
 * @param {Key} a
 * @param {Key} b
 */
function compare(a, b) {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? "";
    if (left !== right) {
      return left < right ? -1 : 1;
    }
  }
  return 0;
}

/** @param {Key} key */
function encode(key) {
  return Buffer.from(`cursor:v2:${JSON.stringify(key)}`).toString("base64");
}

/**
 * @param {string} name
 * @param {string} cursor
 * @returns {Key}
 */
function decode(name, cursor) {
  const [, key] = /^cursor:v2:(.*)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (key === undefined) {
    throw new GraphqlRefusal("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor for \`${name}\`.`);
  }
  return JSON.parse(key);
}
