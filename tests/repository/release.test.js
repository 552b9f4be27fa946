/** `cargo xtask release` in a copy of the repository, with stand-ins for `npm` and `gh` that record what they are told. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
after(() => rmSync(FOLDER, { recursive: true }));

const [COPY, PROGRAMS, TARGET, LOG] = ["copy", "programs", "target", "log.txt"].map((name) => join(FOLDER, name));
const FILES = join(TARGET ?? "", "release-files");

/** What a release is made of, and what cargo needs to build the command. */
const PARTS = [".cargo", ".gitignore", "CHANGELOG.md", "Cargo.lock", "Cargo.toml", "compose", "dist", "fuzz", "npm", "package-lock.json", "package.json", "pkg", "rust-toolchain.toml", "src", "xtask"];

/** `npm` packs, and says what `$NPM` says that npm has. `gh` says what `$GITHUB` says about the release, and fails for `$REFUSED`. */
const STANDINS = {
  npm: `case $1 in
pack) PATH=$OTHERS exec npm "$@" ;;
--version) echo "\${NPM_VERSION:-11.6.0}" ;;
view) [[ $NPM != "" ]] && echo "$NPM" ;;
*) echo "npm $*" >> "$LOG" ;;
esac
`,
  gh: `case "$1 $2" in
"release view") [[ $GITHUB != "" ]] && echo "$GITHUB" ;;
"$REFUSED "*) exit 1 ;;
*) echo "gh $*" >> "$LOG" ;;
esac
`,
};

const IDENTITY = ["user.name=x", "user.email=x@example.org", "commit.gpgsign=false", "tag.gpgsign=false"].flatMap((one) => ["-c", one]);

/** @param {string[]} words */
function git(...words) {
  const { status, stdout, stderr } = spawnSync("git", [...IDENTITY, ...words], { cwd: COPY, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

/**
 * Runs `cargo xtask release`.
 *
 * @param {string[]} words
 * @param {Record<string, string>} [env]
 */
function release(words, env = {}) {
  const others = process.env.PATH ?? "";
  const given = { ...process.env, PATH: `${PROGRAMS}${delimiter}${others}`, OTHERS: others, LOG, NPM: "", GITHUB: "", REFUSED: "", CARGO_TARGET_DIR: TARGET, ...env };
  writeFileSync(LOG ?? "", "");
  const { status, stdout, stderr } = spawnSync("cargo", ["xtask", "release", ...words], { cwd: COPY, encoding: "utf8", env: given });
  return { status, stdout, stderr, log: readFileSync(LOG ?? "", "utf8").replaceAll(`${FILES}/`, "").trim().split("\n").filter((line) => line !== "") };
}

/** The version of the copy, whichever this repository has. */
const [VERSION, TAG, MAJOR] = ["7.8.9", "v7.8.9", "v7"];
const MANIFESTS = ["Cargo.toml", "Cargo.lock", "package.json", "package-lock.json", "npm/package.json", "pkg/package.json"];

/** Gives the copy its version. */
function setVersion() {
  for (const path of MANIFESTS.map((path) => join(COPY ?? "", path))) {
    const own = path.endsWith("lock") ? /(?<=\nname = "patch-release-issues"\nversion = ")[^"]+/ : /(?<="?version"?(:| =) ")[^"]+/;
    writeFileSync(path, readFileSync(path, "utf8").replace(own, VERSION));
  }
}

test("what must not be released is refused, with all reasons", () => {
  mkdirSync(PROGRAMS ?? "");
  for (const [name, script] of Object.entries(STANDINS)) {
    writeFileSync(join(PROGRAMS ?? "", name), `#!/usr/bin/env bash\n${script}`);
    chmodSync(join(PROGRAMS ?? "", name), 0o755);
  }
  for (const part of PARTS) cpSync(join(ROOT, part), join(COPY ?? "", part), { recursive: true });
  setVersion();
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=x");
  writeFileSync(join(COPY ?? "", "new.txt"), "x");
  const { status, stderr } = release(["--dry-run", "v9.8.7", "--skip-tests"]);
  assert.equal(status, 1);
  const [first, ...reasons] = stderr.trim().split("\n");
  assert.equal(first, "error: v9.8.7 cannot be released:");
  assert.deepEqual(reasons.slice(0, 6), MANIFESTS.map((path) => `  ${path} has version ${VERSION}, but the tag is v9.8.7: write 9.8.7`));
  assert.match(reasons[6] ?? "", /^ {2}CHANGELOG\.md has /);
  assert.deepEqual(reasons.slice(7), ["  the work tree has changes that are not committed: new.txt"]);
});

test("a word that is no tag, and a step that is none, are refused", () => {
  assert.match(release(["check", "1.0"]).stderr, /^error: `1\.0` is not a release tag, such as `v1\.2\.3`/);
  assert.match(release(["publish", TAG]).stderr, /^error: Usage: cargo xtask release --dry-run/);
  assert.match(release(["--dry-run", "--skip-test"]).stderr, /^error: Usage/);
});

test("a release needs its tag, on this commit, on a branch of releases", () => {
  rmSync(join(COPY ?? "", "new.txt"));
  const path = join(COPY ?? "", "CHANGELOG.md");
  const changelog = `# Changelog\n\n## [Unreleased]\n\n## [${VERSION}] - 2026-11-24\n\n- A [page](docs/x.md).\n`;
  writeFileSync(path, changelog);
  git("commit", "--quiet", "--all", "--message=y");
  const refused = () => release(["check", TAG]).stderr;
  assert.match(refused(), new RegExp(`there is no tag ${TAG}: create it on ${git("rev-parse", "HEAD")}`));
  git("tag", TAG, "HEAD~1");
  assert.match(refused(), /names another commit, [0-9a-f]{40}: a release tag never moves/);
  git("tag", "--force", TAG);
  assert.match(refused(), /is on no branch of releases/);
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  assert.equal(refused(), "");
});

test("the files are the package, its bill and the notes", () => {
  assert.equal(release(["files", TAG]).status, 0);
  const names = ["digest.txt", "notes.md", `patch-release-issues-${VERSION}.cdx.json`, `patch-release-issues-${VERSION}.tgz`];
  assert.deepEqual(readdirSync(FILES).sort(), names);
  assert.ok(readFileSync(join(FILES, "notes.md"), "utf8").startsWith(`- A [page](https://github.com/patch-release-issues/action/blob/${TAG}/docs/x.md).\n`));
  assert.deepEqual(readFileSync(join(FILES, names[2] ?? "")), readFileSync(join(ROOT, "dist/sbom.cdx.json")));
});

test("the package is published once, and an npm that needs a token is refused", () => {
  const digest = readFileSync(join(FILES, "digest.txt"), "utf8");
  const published = [`npm publish patch-release-issues-${VERSION}.tgz --provenance --access=public --ignore-scripts --tag=latest`];
  assert.deepEqual(release(["npm", TAG]).log, published);
  assert.deepEqual(release(["npm", TAG], { NPM: digest }).log, []);
  const other = release(["npm", TAG], { NPM: "sha512-AAAA" });
  assert.deepEqual([other.status, other.log], [1, []]);
  assert.match(other.stderr, /npm has other bytes/);
  const old = release(["npm", TAG], { NPM_VERSION: "10.9.2" });
  assert.deepEqual([old.status, old.log], [1, []]);
});

test("the release has the attestations, and is complete before it is published", () => {
  writeFileSync(join(FILES, "provenance.sigstore.json"), "{}");
  const files = ["cdx.json", "tgz"].map((end) => `patch-release-issues-${VERSION}.${end}`).join(" ");
  const commit = git("rev-parse", "HEAD");
  const made = [
    `gh release create ${TAG} --draft --verify-tag --title=${TAG} --notes-file=notes.md ${files} provenance.sigstore.json`,
    `gh release edit ${TAG} --draft=false --latest=true`,
  ];
  const rest = [
    `gh release verify ${TAG}`,
    `gh api --method=POST repos/patch-release-issues/action/git/refs -f ref=refs/tags/${MAJOR} -f sha=${commit}`,
  ];
  assert.deepEqual(release(["github", TAG]).log, [...made, ...rest]);
  assert.deepEqual(release(["github", TAG], { GITHUB: "false" }).log, rest);
  assert.deepEqual(release(["github", TAG], { GITHUB: "true" }).log, [`gh release delete ${TAG} --yes`, ...made, ...rest]);
  git("tag", MAJOR, "HEAD~1");
  const moved = `gh api --method=PATCH repos/patch-release-issues/action/git/refs/tags/${MAJOR} -f sha=${commit} -F force=true`;
  assert.equal(release(["github", TAG]).log.at(-1), moved);
});

test("if GitHub does not let the workflow move the tag, the log says what to do", () => {
  const { status, stderr, log } = release(["github", TAG], { REFUSED: "api" });
  assert.deepEqual([status, log.at(-1)], [1, `gh release verify ${TAG}`]);
  assert.ok(stderr.includes(`git push --force origin '${TAG}^{}:refs/tags/${MAJOR}'`), stderr);
  const early = release(["github", TAG], { REFUSED: "release" });
  assert.ok(early.status === 1 && !early.stderr.includes("git push"), early.stderr);
});

test("a release that is older than another moves nothing", () => {
  git("tag", `${MAJOR}.999.0`);
  assert.ok(release(["npm", TAG]).log[0]?.endsWith("--tag=previous"));
  const { log } = release(["github", TAG]);
  assert.ok(log.includes(`gh release edit ${TAG} --draft=false --latest=false`) && log.at(-1) === `gh release verify ${TAG}`, String(log));
});

test("without the files nothing is published", () => {
  rmSync(FILES, { recursive: true });
  for (const step of ["npm", "github"]) {
    const { status, stderr, log } = release([step, TAG]);
    assert.deepEqual([status, log], [1, []]);
    assert.ok(stderr.includes(`run \`cargo xtask release files ${TAG}\``), stderr);
  }
});
