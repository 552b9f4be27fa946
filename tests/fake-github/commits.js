/**
 * A little git. Commits have parents and files, so both questions have an answer: whether a tag contains a commit, which
 * GitHub tells, and whether it contains a change, however it came there, which nobody tells.
 */

import { createHash } from "node:crypto";

import { between, mergeFiles, reachable, threeWay } from "./ancestry.js";

/**
 * @typedef {object} Commit
 * @property {"commit"} kind
 * @property {string} oid
 * @property {Commit[]} parents
 * @property {string} date ISO 8601
 * @property {string} message
 * @property {ReadonlySet<string>} files names; a file of one name is always the same
 */

/** @typedef {{ kind: "tag", oid: string, name: string, date: string | null, target: Target }} AnnotatedTag */
/** @typedef {Commit | AnnotatedTag} Target of a reference */
/** @typedef {Commit | string} Revision a commit, its id, or a reference's name, in full or without `refs/heads/` or `refs/tags/` */
/** @typedef {{ message?: string, date?: string }} Words of a commit; it is made now by default */
/** @typedef {{ status: "AHEAD" | "BEHIND" | "DIVERGED" | "IDENTICAL", aheadBy: number, behindBy: number, base: Commit, head: Commit }} Comparison */

const NO_FILES = /** @type {ReadonlySet<string>} */ (new Set());

export class Commits {
  /** @type {Map<string, Commit>} by id */
  #commits = new Map();
  /** @type {Set<string>} ids of commits that GitHub does not compare with any other */
  unanswerable = new Set();

  /**
   * @param {string} name of the repository; those of different repositories have different commits
   * @param {Map<string, Target>} refs by full name; what is changed there is changed here
   * @param {() => string} now
   * @param {string} defaultBranch
   */
  constructor(name, refs, now, defaultBranch) {
    this.name = name;
    this.refs = refs;
    this.now = now;
    this.defaultBranch = defaultBranch;
  }

  /**
   * @param {string} text
   * @returns {Target | undefined}
   */
  #find(text) {
    const name = text === "HEAD" ? this.defaultBranch : text;
    const ref = [name, `refs/heads/${name}`, `refs/tags/${name}`].find((name) => this.refs.has(name));
    return this.refs.get(ref ?? "") ?? this.#commits.get(name);
  }

  /**
   * @param {Revision} revision
   * @returns {Commit | undefined} what an annotated tag is of, too
   */
  find(revision) {
    const found = typeof revision === "string" ? this.#find(revision) : revision;
    return found && peel(found);
  }

  /**
   * @param {Revision} revision that must be there
   * @returns {Commit}
   */
  at(revision) {
    const found = this.find(revision);
    if (!found) {
      throw new Error(`${this.name} has no ${revision}`);
    }
    return found;
  }

  /**
   * Makes a branch, or moves it.
   *
   * @param {string} name
   * @param {Revision} from
   */
  branch(name, from) {
    return this.#move(name, this.at(from));
  }

  /**
   * A commit on a branch. The first one makes the branch, with a history of its own.
   *
   * @param {string} branch
   * @param {Words & { add?: string[], remove?: string[] }} [what] files
   */
  commit(branch, { add = [], remove = [], ...words } = {}) {
    const parent = this.find(fullName(branch));
    const before = parent?.files ?? NO_FILES;
    const files = add.length + remove.length === 0 ? before : new Set([...before, ...add].filter((file) => !remove.includes(file)));
    return this.#move(branch, this.#make(parent ? [parent] : [], files, { message: "Change something", ...words }));
  }

  /**
   * A merge commit on a branch, unless it has all of the other already.
   *
   * @param {string} branch
   * @param {Revision} other
   * @param {Words} [words]
   */
  merge(branch, other, words) {
    const [ours, theirs] = [this.at(fullName(branch)), this.at(other)];
    if (reachable(ours).has(theirs)) {
      return ours;
    }
    return this.#move(branch, this.#make([ours, theirs], mergeFiles(ours, theirs), { message: `Merge into ${branch}`, ...words }));
  }

  /**
   * One commit on a branch with all that the other has.
   *
   * @param {string} branch
   * @param {Revision} other
   * @param {Words} [words]
   */
  squash(branch, other, words) {
    const [ours, theirs] = [this.at(fullName(branch)), this.at(other)];
    return this.#move(branch, this.#make([ours], mergeFiles(ours, theirs), { message: `Squash into ${branch}`, ...words }));
  }

  /**
   * New commits on a branch, one for each that the other has and the branch has not; none for merges.
   *
   * @param {string} branch
   * @param {Revision} other
   * @param {Words} [words] the message is that of each
   * @returns {Commit} the last one
   */
  rebase(branch, other, words) {
    const ours = this.at(fullName(branch));
    const picks = between(ours, this.at(other)).filter(({ parents }) => parents.length < 2);
    return picks.reduce((_, pick) => this.cherryPick(branch, pick, { message: pick.message, ...words }), ours);
  }

  /**
   * A new commit on a branch with what another one changed; a merge, with what it brought.
   *
   * @param {string} branch
   * @param {Revision} revision
   * @param {Words} [words]
   */
  cherryPick(branch, revision, words) {
    const pick = this.at(revision);
    const message = `${pick.message}\n\n(cherry picked from commit ${pick.oid})`;
    return this.#apply(branch, pick.parents[0]?.files ?? NO_FILES, pick.files, { message, ...words });
  }

  /**
   * A new commit on a branch that takes back what another one changed.
   *
   * @param {string} branch
   * @param {Revision} revision
   * @param {Words} [words]
   */
  revert(branch, revision, words) {
    const wrong = this.at(revision);
    const message = `Revert "${wrong.message}"\n\nThis reverts commit ${wrong.oid}.`;
    return this.#apply(branch, wrong.files, wrong.parents[0]?.files ?? NO_FILES, { message, ...words });
  }

  /**
   * A lightweight tag. One of the same name is moved.
   *
   * @param {string} name
   * @param {Revision} at a branch's is its head
   */
  tag(name, at) {
    const target = typeof at === "string" ? this.#find(at) : at;
    this.refs.set(`refs/tags/${name}`, target ?? this.at(at));
  }

  /**
   * An annotated tag, of a tag when `at` is an annotated one.
   *
   * @param {string} name
   * @param {Revision} at
   * @param {string | null} [date] the tagger's; null for an unknown one
   */
  annotate(name, at, date = this.now()) {
    const target = (typeof at === "string" ? this.#find(at) : at) ?? this.at(at);
    const oid = this.#hash(["tag", name, target.oid, date]);
    this.refs.set(`refs/tags/${name}`, { kind: "tag", oid, name, date, target });
  }

  /**
   * A commit without parents that no operation made: the same for the same words.
   *
   * @param {string} message
   * @param {string} date
   */
  loose(message, date) {
    return this.#keep([], NO_FILES, { message, date }, 0);
  }

  /**
   * How `head` differs from `base`. Null when one of them is unknown or unanswerable, or they have no common history.
   *
   * @param {Revision} base
   * @param {Revision} head
   * @returns {Comparison | null}
   */
  compare(base, head) {
    const [from, to] = [this.find(base), this.find(head)];
    if (!from || !to || this.unanswerable.has(from.oid) || this.unanswerable.has(to.oid)) {
      return null;
    }
    const [before, after] = [reachable(from), reachable(to)];
    const common = [...after].filter((commit) => before.has(commit)).length;
    const [aheadBy, behindBy] = [after.size - common, before.size - common];
    return common === 0 ? null : { status: status(aheadBy, behindBy), aheadBy, behindBy, base: from, head: to };
  }

  /**
   * What nobody asks GitHub: whether a change is there, even picked by hand, and not reverted.
   *
   * @param {Revision} revision
   * @param {string} file
   */
  has(revision, file) {
    return this.at(revision).files.has(file);
  }

  /**
   * @param {string} branch
   * @param {ReadonlySet<string>} before
   * @param {ReadonlySet<string>} after
   * @param {Words & { message: string }} words
   */
  #apply(branch, before, after, words) {
    const ours = this.at(fullName(branch));
    return this.#move(branch, this.#make([ours], threeWay(before, ours.files, after), words));
  }

  /**
   * @param {string} branch
   * @param {Commit} commit
   */
  #move(branch, commit) {
    this.refs.set(fullName(branch), commit);
    return commit;
  }

  /**
   * Another commit than all before, as GitHub makes a new one even where nothing would change.
   *
   * @param {Commit[]} parents
   * @param {ReadonlySet<string>} files
   * @param {Words & { message: string }} words
   */
  #make(parents, files, { message, date = this.now() }) {
    return this.#keep(parents, files, { message, date }, this.#commits.size + 1);
  }

  /**
   * @param {Commit[]} parents
   * @param {ReadonlySet<string>} files
   * @param {Required<Words>} words
   * @param {number} salt
   * @returns {Commit}
   */
  #keep(parents, files, { message, date }, salt) {
    const oid = this.#hash([parents.map(({ oid }) => oid), message, date, salt]);
    const commit = this.#commits.get(oid) ?? { kind: "commit", oid, parents, date, message, files };
    this.#commits.set(oid, commit);
    return commit;
  }

  /** @param {unknown[]} what */
  #hash(what) {
    return createHash("sha1").update(JSON.stringify([this.name, ...what])).digest("hex");
  }
}

/**
 * @param {Target} target
 * @returns {Commit}
 */
export function peel(target) {
  return target.kind === "commit" ? target : peel(target.target);
}

/** @param {string} branch */
function fullName(branch) {
  return branch.startsWith("refs/") ? branch : `refs/heads/${branch}`;
}

/**
 * @param {number} aheadBy
 * @param {number} behindBy
 */
function status(aheadBy, behindBy) {
  if (aheadBy > 0) {
    return behindBy > 0 ? "DIVERGED" : "AHEAD";
  }
  return behindBy > 0 ? "BEHIND" : "IDENTICAL";
}
