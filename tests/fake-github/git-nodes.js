/**
 * References, commits and files, as GraphQL returns them.
 */

import { peel } from "./commits.js";
import { connection } from "./connection.js";
import { only } from "./graphql-refusal.js";

/** @import { Commit, Comparison, Target } from "./commits.js" */
/** @import { Permissions } from "./forge.js" */
/** @import { Arguments } from "./nodes.js" */
/** @import { File, Repository } from "./repository.js" */

/** The length at which GitHub truncates a blob's text. */
const LONGEST_BLOB = 512_000;

/**
 * @param {Repository} repository
 * @param {(what: keyof Permissions) => void} need
 */
export function git(repository, need) {
  return {
    ref: (/** @type {Arguments} */ { qualifiedName }) => {
      need("contents");
      return ref(repository, qualifiedName);
    },
    refs: (/** @type {Arguments} */ args) => {
      need("contents");
      return refs(repository, args);
    },
    object: (/** @type {Arguments} */ { expression, ...other }) => {
      need("contents");
      only(other, [], "object");
      const file = repository.file(expression ?? "");
      return file ? blob(file) : null;
    },
  };
}

/**
 * @param {Repository} repository
 * @param {Arguments} args
 */
function refs(repository, { refPrefix, orderBy, query = "", direction, ...page }) {
  only({ direction }, [], "refs");
  const found = [...repository.refs].filter(([name]) => name.startsWith(refPrefix) && name.slice(refPrefix.length).includes(query));
  const byDate = orderBy?.field === "TAG_COMMIT_DATE";
  return connection("refs", found, page, {
    key: ([name, target]) => (byDate ? [peel(target).date, name] : [name]),
    view: ([name]) => ref(repository, name),
    descending: orderBy?.direction === "DESC",
  });
}

/**
 * @param {Repository} repository
 * @param {string} qualifiedName
 */
export function ref(repository, qualifiedName) {
  const found = repository.refs.get(qualifiedName);
  const prefix = qualifiedName.split("/").slice(0, 2).join("/");
  return found
    ? {
        __typename: "Ref",
        prefix: `${prefix}/`,
        name: qualifiedName.slice(prefix.length + 1),
        target: target(found),
        compare: (/** @type {Arguments} */ { headRef }) => comparison(repository.git.compare(qualifiedName, headRef)),
      }
    : null;
}

/** @param {Comparison | null} found */
function comparison(found) {
  if (!found) {
    return null;
  }
  const { status, aheadBy, behindBy, base, head } = found;
  return { __typename: "Comparison", status, aheadBy, behindBy, baseTarget: commit(base), headTarget: commit(head) };
}

/**
 * @param {Target} found
 * @returns {object}
 */
function target(found) {
  if (found.kind === "commit") {
    return commit(found);
  }
  const { oid, name, date } = found;
  return { __typename: "Tag", oid, name, tagger: { __typename: "GitActor", date }, target: target(found.target) };
}

/** @param {Commit} commit */
export function commit({ oid, date, message }) {
  return { __typename: "Commit", oid, abbreviatedOid: oid.slice(0, 7), committedDate: date, message };
}

/** @param {File} file */
function blob({ text, isBinary }) {
  const byteSize = Buffer.byteLength(text);
  const isTruncated = byteSize > LONGEST_BLOB;
  return { __typename: "Blob", text: isBinary ? null : text.slice(0, LONGEST_BLOB), isBinary, isTruncated, byteSize };
}
