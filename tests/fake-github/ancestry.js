/**
 * The ancestry of commits, and the files that a merge results in.
 */

/** @import { Commit } from "./commits.js" */

/**
 * @param {Commit} commit
 * @returns {Set<Commit>} it, and all that came before it
 */
export function reachable(commit) {
  const found = new Set([commit]);
  for (const { parents } of found) {
    parents.forEach((parent) => found.add(parent));
  }
  return found;
}

/**
 * The commits that `git log base..head` lists.
 *
 * @param {Commit} base
 * @param {Commit} head
 * @returns {Commit[]} parents before their children
 */
export function between(base, head) {
  const seen = reachable(base);
  /** @type {Commit[]} */
  const found = [];
  const waiting = [head];
  for (let commit = waiting.at(-1); commit; commit = waiting.at(-1)) {
    const parents = commit.parents.filter((parent) => !seen.has(parent));
    if (parents.length > 0 && !seen.has(commit)) {
      waiting.push(...parents.reverse());
    } else {
      waiting.pop();
      found.push(...(seen.has(commit) ? [] : [commit]));
      seen.add(commit);
    }
  }
  return found;
}

/**
 * @param {Commit} one
 * @param {Commit} other
 * @returns {Commit[]} the common ancestors that are not ancestors of another one
 */
function mergeBases(one, other) {
  const before = reachable(other);
  const common = [...reachable(one)].filter((commit) => before.has(commit));
  const older = new Set(common.flatMap(({ parents }) => parents));
  return common.filter((commit) => !older.has(commit));
}

/**
 * Merges as git does. If there are several bases, they are merged first.
 *
 * @param {Commit} ours
 * @param {Commit} theirs
 * @returns {Set<string>} the files
 */
export function mergeFiles(ours, theirs) {
  const [first, ...others] = mergeBases(ours, theirs);
  const base = others.reduce((one, other) => ({ ...one, parents: [one, other], files: mergeFiles(one, other) }), first ?? ours);
  return threeWay(first ? base.files : new Set(), ours.files, theirs.files);
}

/**
 * Files have no contents: each exists or does not.
 *
 * @param {ReadonlySet<string>} base
 * @param {ReadonlySet<string>} ours
 * @param {ReadonlySet<string>} theirs
 * @returns {Set<string>}
 */
export function threeWay(base, ours, theirs) {
  const stays = (/** @type {string} */ file) => (base.has(file) ? ours.has(file) && theirs.has(file) : true);
  return new Set([...ours, ...theirs].filter(stays));
}
