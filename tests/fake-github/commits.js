/**
 * A small git. Commits have parents and files. This answers both whether a tag contains a commit, as GitHub's API does,
 * and whether it contains a change by whatever way, which no API answers.
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
 * @property {ReadonlySet<string>} files names; files of the same name are identical
 */

/** @typedef {{ kind: "tag", oid: string, name: string, date: string | null, target: Target }} AnnotatedTag */
/** @typedef {Commit | AnnotatedTag} Target of a reference */
/** @typedef {Commit | string} Revision a commit, its id, or a reference's name, in full or without `refs/heads/` or `refs/tags/` */
/** @typedef {{ message?: string, date?: string }} Words the texts of a commit; its date is now by default */
/** @typedef {{ status: "AHEAD" | "BEHIND" | "DIVERGED" | "IDENTICAL", aheadBy: number, behindBy: number, base: Commit, head: Commit }} Comparison */

const NO_FILES = /** @type {ReadonlySet<string>} */ (new Set());

export class Commits {
  /** @type {Map<string, Commit>} by id */
  #commits = new Map();
  /** @type {Set<string>} ids of commits that GitHub cannot compare with any other */
  unanswerable = new Set();

  /**
   * @param {string} name the repository's name; different repositories have different commits
   * @param {Map<string, Target>} refs by full name; changes to it change this repository
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
   * @returns {Commit | undefined} the commit, also of an annotated tag
   */
  find(revision) {
    const found = typeof revision === "string" ? this.#find(revision) : revision;
    return found && peel(found);
  }

  /**
   * @param {Revision} revision one that must exist
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
   * Creates or moves a branch.
   *
   * @param {string} name
   * @param {Revision} from
   */
  branch(name, from) {
    return this.#move(name, this.at(from));
  }

  /**
   * Commits to a branch. The first commit creates the branch, with a new history.
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
   * Merges another branch with a merge commit, unless the branch already contains it.
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
   * Squashes all changes of another branch into one commit on a branch.
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
   * Rebases another branch: adds a new commit for each of its commits that the branch lacks, except merges.
   *
   * @param {string} branch
   * @param {Revision} other
   * @param {Words} [words] without a message, each commit keeps its own
   * @returns {Commit} the last one
   */
  rebase(branch, other, words) {
    const ours = this.at(fullName(branch));
    const picks = between(ours, this.at(other)).filter(({ parents }) => parents.length < 2);
    return picks.reduce((_, pick) => this.cherryPick(branch, pick, { message: pick.message, ...words }), ours);
  }

  /**
   * Cherry-picks a commit to a branch. For a merge, picks all changes that it brought.
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
   * Reverts a commit on a branch.
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
   * Creates a lightweight tag, or moves an existing one.
   *
   * @param {string} name
   * @param {Revision} at a branch's is its head
   */
  tag(name, at) {
    const target = typeof at === "string" ? this.#find(at) : at;
    this.refs.set(`refs/tags/${name}`, target ?? this.at(at));
  }

  /**
   * Creates an annotated tag, of a tag if `at` is an annotated tag.
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
   * A commit without parents that no operation created: the same for the same texts.
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
   * Whether a change is present, even if cherry-picked, and not reverted. GitHub's API does not answer this.
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
   * Makes a commit that differs from all before. GitHub makes a new commit even if nothing changes.
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
