/** The small git of the fake GitHub answers as git does: every operation is also done on a real repository. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { Commits } from "./commits.js";

/** @import { TestContext } from "node:test" */
/** @import { Commit } from "./commits.js" */

/** Ignores the machine's settings and turns off the detection of renames. */
const SETTINGS = ["user.name=A", "user.email=a@example.com", "merge.renames=false", "commit.gpgSign=false", "tag.gpgSign=false", "core.hooksPath=/dev/null"];
const DATE = "2026-01-05T09:00:00Z";

/** Does the same to both repositories. */
class Twins {
  commits = new Commits("o/r", new Map(), () => DATE, "main");
  folder = mkdtempSync(join(tmpdir(), "commits-"));
  /** @type {Map<Commit, string>} git's ids */
  real = new Map();
  #files = 0;
  #seconds = Date.parse(DATE) / 1000;

  constructor() {
    this.git("init", "--quiet", "--initial-branch=main");
  }

  /** @param {string[]} args */
  git(...args) {
    // Two commits of the same second with the same content would be identical.
    const now = `${(this.#seconds += 1)} +0000`;
    const env = { ...process.env, GIT_COMMITTER_DATE: now, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", GIT_EDITOR: "true" };
    const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
    return execFileSync("git", [...settings, ...args], { cwd: this.folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  }

  /** @param {string} branch @param {Commit} commit */
  #learn(branch, commit) {
    this.real.set(commit, this.git("rev-parse", branch));
    return commit;
  }

  /** @param {string} branch @param {string[]} words of git, that leave the work to be committed */
  #commitReal(branch, ...words) {
    this.git("checkout", "--quiet", branch);
    this.git(...words);
    this.git("commit", "--quiet", "--allow-empty", "--message=x");
  }

  /** @param {string} branch */
  commit(branch) {
    const file = `file-${(this.#files += 1)}`;
    writeFileSync(join(this.folder, file), `${file}\n`.repeat(9));
    this.git("add", file);
    this.git("commit", "--quiet", "--message=x");
    return this.#learn(branch, this.commits.commit(branch, { add: [file] }));
  }

  /** @param {string} branch */
  commitOn(branch) {
    this.git("checkout", "--quiet", branch);
    return this.commit(branch);
  }

  /** @param {string} branch @param {string} from */
  branch(branch, from) {
    this.git("branch", branch, from);
    this.commits.branch(branch, from);
  }

  /** @param {string} branch @param {string} other */
  merge(branch, other) {
    this.git("checkout", "--quiet", branch);
    this.git("merge", "--quiet", "--no-ff", "--no-edit", other);
    return this.#learn(branch, this.commits.merge(branch, other));
  }

  /** @param {string} branch @param {string} other */
  squash(branch, other) {
    this.#commitReal(branch, "merge", "--squash", "--quiet", other);
    return this.#learn(branch, this.commits.squash(branch, other));
  }

  /** Rebases as GitHub's button does. @param {string} branch @param {string} other */
  rebase(branch, other) {
    this.git("checkout", "--quiet", "--detach", other);
    this.git("rebase", "--quiet", "--force-rebase", "--reapply-cherry-picks", "--empty=keep", branch);
    this.git("checkout", "--quiet", "-B", branch);
    return this.#learn(branch, this.commits.rebase(branch, other));
  }

  /** @param {string} branch @param {Commit} commit */
  cherryPick(branch, commit) {
    this.#commitReal(branch, "cherry-pick", "--no-commit", ...this.#side(commit));
    return this.#learn(branch, this.commits.cherryPick(branch, commit));
  }

  /** @param {string} branch @param {Commit} commit */
  revert(branch, commit) {
    this.#commitReal(branch, "revert", "--no-commit", ...this.#side(commit));
    return this.#learn(branch, this.commits.revert(branch, commit));
  }

  /** @param {Commit} commit */
  #side(commit) {
    return [...(commit.parents.length > 1 ? ["--mainline=1"] : []), this.real.get(commit) ?? ""];
  }

  /** @param {string} name @param {string} at */
  tag(name, at) {
    this.git("tag", "--force", name, at);
    this.commits.tag(name, at);
  }

  /** @param {string} name @param {string} at */
  annotate(name, at) {
    this.git("tag", "--force", "--message=x", name, at);
    this.commits.annotate(name, at);
  }

  /** @param {string} base @param {string} head */
  #isAncestor(base, head) {
    try {
      this.git("merge-base", "--is-ancestor", base, head);
      return true;
    } catch (error) {
      assert.equal(/** @type {any} */ (error).status, 1);
      return false;
    }
  }

  /** @param {string} base a name @param {string} head a name, or an id of git */
  status(base, head) {
    const [isBehind, isAhead] = [this.#isAncestor(head, base), this.#isAncestor(base, head)];
    return isBehind && isAhead ? "IDENTICAL" : isBehind ? "BEHIND" : isAhead ? "AHEAD" : "DIVERGED";
  }

  /**
   * Whether both give the same answer about a name and a commit.
   *
   * @param {string} name
   * @param {Commit} commit
   */
  check(name, commit) {
    const head = this.real.get(commit) ?? "";
    const { status, aheadBy, behindBy } = this.commits.compare(name, commit.oid) ?? assert.fail();
    const counts = this.git("rev-list", "--left-right", "--count", `${name}...${head}`);
    assert.deepEqual([status, `${behindBy}\t${aheadBy}`], [this.status(name, head), counts], `${name} and ${commit.message}`);
    return status;
  }

  /** @param {string} name */
  checkFiles(name) {
    const files = this.git("ls-tree", "--name-only", name).split("\n").filter(Boolean).sort();
    assert.deepEqual([...this.commits.at(name).files].sort(), files, name);
  }
}

/** @param {TestContext} t */
function twins(t) {
  const both = new Twins();
  t.after(() => rmSync(both.folder, { recursive: true }));
  both.commit("main");
  return both;
}

test("a tag contains the commits merged before it, and no other commit with the same change", (t) => {
  const both = twins(t);
  both.branch("release-1.9", "main");
  both.branch("feature", "main");
  const [own] = [both.commitOn("feature"), both.commitOn("main")];
  both.annotate("v1.9.0", "release-1.9");
  const merged = both.merge("main", "feature");
  const picked = both.cherryPick("release-1.9", merged);
  both.tag("v1.9.1", "release-1.9");
  both.annotate("v1.10.0", "main");
  const statuses = ["v1.9.0", "v1.9.1", "v1.10.0", "main"].map((name) => [merged, picked, own].map((commit) => both.check(name, commit)));
  assert.deepEqual(statuses, [
    ["AHEAD", "AHEAD", "AHEAD"],
    ["DIVERGED", "IDENTICAL", "DIVERGED"],
    ["IDENTICAL", "DIVERGED", "BEHIND"],
    ["IDENTICAL", "DIVERGED", "BEHIND"],
  ]);
  assert.deepEqual(["v1.9.0", "v1.9.1", "v1.10.0"].map((name) => both.commits.has(name, "file-2")), [false, true, true]);
  ["v1.9.0", "v1.9.1", "v1.10.0"].forEach((name) => both.checkFiles(name));
});

test("squash and rebase do not take over the branch's own commits", (t) => {
  const both = twins(t);
  both.branch("feature", "main");
  const own = [both.commitOn("feature"), both.commitOn("feature")];
  both.commitOn("main");
  both.branch("rebased", "main");
  const squashed = both.squash("main", "feature");
  const rebased = both.rebase("rebased", "feature");
  assert.deepEqual(own.map((commit) => both.check("main", commit)), ["DIVERGED", "DIVERGED"]);
  assert.deepEqual(own.map((commit) => both.check("rebased", commit)), ["DIVERGED", "DIVERGED"]);
  assert.deepEqual([both.check("main", squashed), both.check("rebased", rebased)], ["IDENTICAL", "IDENTICAL"]);
  assert.equal(rebased.parents[0]?.parents[0], squashed.parents[0], "one for each");
  ["main", "rebased"].forEach((name) => both.checkFiles(name));
  both.branch("ahead", "main");
  const fast = both.commitOn("ahead");
  assert.notEqual(both.rebase("main", "ahead"), fast, "a new commit where git would move the branch");
  assert.equal(both.check("main", fast), "DIVERGED");
});

test("a revert removes the change, not the commit", (t) => {
  const both = twins(t);
  both.branch("feature", "main");
  both.commitOn("feature");
  const merged = both.merge("main", "feature");
  const reverted = both.revert("main", merged);
  both.tag("v1.0.0", "main");
  assert.deepEqual([both.check("v1.0.0", merged), both.commits.has("v1.0.0", "file-2")], ["BEHIND", false]);
  both.checkFiles("v1.0.0");
  both.revert("main", reverted);
  assert.equal(both.commits.has("main", "file-2"), true);
  both.checkFiles("main");
});

test("a moved tag, and a tag of a tag", (t) => {
  const both = twins(t);
  both.annotate("v1.0.0", "main");
  const late = both.commit("main");
  assert.equal(both.check("v1.0.0", late), "AHEAD");
  both.annotate("v1.0.0", "main");
  both.annotate("stable", "v1.0.0");
  both.tag("latest", "stable");
  assert.deepEqual(["v1.0.0", "stable", "latest"].map((name) => both.check(name, late)), ["IDENTICAL", "IDENTICAL", "IDENTICAL"]);
  assert.equal(both.commits.refs.get("refs/tags/latest"), both.commits.refs.get("refs/tags/stable"));
});

test("a comparison that is impossible is null", () => {
  const commits = new Commits("o/r", new Map(), () => DATE, "main");
  const [first, second] = [commits.commit("main"), commits.commit("main")];
  commits.commit("other");
  commits.tag("v1.0.0", "main");
  assert.equal(commits.compare("v1.0.0", first.oid)?.status, "BEHIND");
  assert.equal(commits.compare("v1.0.0", "HEAD")?.status, "IDENTICAL");
  const unknown = [["v1.0.0", "f".repeat(40)], ["v2.0.0", first.oid], ["v1.0.0", "other"], ["v1.0.0", first.oid.slice(0, 7)]];
  assert.deepEqual(unknown.map(([base = "", head = ""]) => commits.compare(base, head)), [null, null, null, null]);
  commits.unanswerable.add(first.oid);
  assert.deepEqual([commits.compare("v1.0.0", first), commits.compare("v1.0.0", second)?.status], [null, "IDENTICAL"]);
  assert.throws(() => commits.merge("main", "nothing"), /o\/r has no nothing/);
});

test("the same operations make the same ids", () => {
  const ids = () => {
    const commits = new Commits("o/r", new Map(), () => DATE, "main");
    const first = commits.commit("main");
    commits.branch("a", "main");
    return [first, commits.commit("main"), commits.commit("a"), commits.loose("x", DATE), commits.loose("x", DATE)].map(({ oid }) => oid);
  };
  assert.deepEqual(ids(), ids());
  assert.equal(new Set(ids()).size, 4);
  assert.ok(ids().every((id) => /^[0-9a-f]{40}$/.test(id)));
});

/** @param {number} seed @returns {(below: number) => number} */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("any history", (t) => {
  const roll = dice(9);
  const both = twins(t);
  const branches = ["main", "release-1.9", "feature", "other"];
  branches.slice(1).forEach((branch) => both.branch(branch, "main"));
  const deeds = /** @type {const} */ (["merge", "squash", "rebase", "cherryPick", "revert"]);
  for (let n = 0; n < 60; n += 1) {
    const [branch = "", other = ""] = [branches[roll(4)], branches[roll(4)]];
    const commit = [...both.real.keys()][roll(both.real.size)] ?? assert.fail();
    const deed = deeds[roll(9)];
    if (!deed || branch === other) {
      both.commitOn(branch);
    } else if (deed === "cherryPick" || deed === "revert") {
      both[deed](branch, commit);
    } else {
      both[deed](branch, other);
    }
    both.checkFiles(branch);
    const tagged = roll(2) === 0 ? "tag" : "annotate";
    both[tagged](`v1.${roll(3)}.${roll(4)}`, branch);
  }
  const tags = both.git("tag").split("\n");
  const statuses = new Set(tags.flatMap((tag) => [...both.real.keys()].filter(() => roll(6) === 0).map((commit) => both.check(tag, commit))));
  assert.deepEqual([...statuses].sort(), ["AHEAD", "BEHIND", "DIVERGED", "IDENTICAL"]);
});
