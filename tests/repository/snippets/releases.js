/** The commands that check a release. They need one, so what they name is checked instead: options, files and workflows. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { ROOT } from "./place.js";
import { hasJq, known } from "./shell.js";

/** @import { TestContext } from "node:test" */
/** @import { Block } from "./blocks.js" */

const PAGE = "docs/verify.md";
const HOME = "patch-release-issues/action";

/** The release that the page is about. */
const [, VERSION = ""] = /The commands are about `v(\d+\.\d+\.\d+)`/.exec(readFileSync(join(ROOT, PAGE), "utf8")) ?? [];

/** The options of these commands of `gh`, and what their values must be. */
const OPTIONS = new Map([
  ["--bundle", /\.sigstore\.json$/],
  ["--predicate-type", /^https:\/\/cyclonedx\.org\/bom$/],
  ["--repo", new RegExp(`^${HOME}$`)],
  ["--signer-workflow", new RegExp(`^${HOME}/\\.github/workflows/release\\.yml$`)],
  ["--source-ref", new RegExp(`^refs/tags/v${VERSION}$`)],
]);

/** @param {Block} block */
export const claims = ({ page, language }) => page === PAGE && language === "sh";

/**
 * @param {Block} block
 * @param {TestContext} t
 */
export function check({ text }, t) {
  for (const line of text.trim().split("\n")) {
    const [program = ""] = line.split(" ");
    const run = PROGRAMS.get(program) ?? assert.fail(`${program}: ${line}`);
    run(line, t);
  }
}

/** @type {Map<string, (line: string, t: TestContext) => void>} */
const PROGRAMS = new Map(Object.entries({
  cargo: known,
  cd: (line) => assert.equal(line, "cd action"),
  gh,
  git: (line) => assert.equal(line, `git clone --branch v${VERSION} https://github.com/${HOME}`),
  jq,
  npm: (line) => assert.ok(["npm audit signatures", `npm pack patch-release-issues@${VERSION}`].includes(line), line),
}));

/** @param {string} line */
function gh(line) {
  const [, group, verb, ...words] = line.split(" ");
  if (group === "api") {
    assert.equal(line, `gh api repos/${HOME}/commits/v${VERSION} --jq .sha`);
    return;
  }
  const plain = words.slice(0, words.findIndex((word) => word.startsWith("--")));
  const options = words.slice(plain.length);
  for (let index = 0; index < options.length; index += 2) {
    const wanted = OPTIONS.get(options[index] ?? "") ?? assert.fail(`${options[index]}: ${line}`);
    assert.match(options[index + 1] ?? "", wanted, line);
  }
  assert.ok(options.includes("--repo") && (group !== "attestation" || options.includes("--signer-workflow")), line);
  const tag = `v${VERSION}`;
  /** @type {Record<string, () => boolean>} */
  const verbs = {
    "attestation verify": () => plain.length === 1 && isAttested(plain[0] ?? ""),
    "release download": () => plain.length === 1 && plain[0] === tag,
    "release verify": () => plain.length === 1 && plain[0] === tag,
    "release verify-asset": () => plain.length === 2 && plain[0] === tag && plain[1] === `patch-release-issues-${VERSION}.tgz`,
  };
  assert.ok(verbs[`${group} ${verb}`]?.(), line);
}

/**
 * Whether the release workflow attests a file.
 *
 * @param {string} path
 */
function isAttested(path) {
  const { jobs } = parse(readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8"));
  const step = jobs.npm.steps.find((/** @type {any} */ { uses = "" }) => uses.startsWith("actions/attest-build-provenance@"));
  /** @type {string[]} */
  const patterns = step.with["subject-path"].trim().split("\n");
  if (path === `patch-release-issues-${VERSION}.tgz`) return patterns.includes("target/release-files/*.tgz");
  return existsSync(join(ROOT, path)) && patterns.some((pattern) => pattern === path || path.startsWith(pattern.replace(/\*+$/, "")));
}

/**
 * @param {string} line
 * @param {TestContext} t
 */
function jq(line, t) {
  if (!hasJq(t)) return;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: ROOT, encoding: "utf8" });
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /^@octokit\/core \d+\.\d+\.\d+: MIT$/m);
  assert.match(stdout, /^std \d+\.\d+\.\d+: MIT OR Apache-2\.0$/m);
}
