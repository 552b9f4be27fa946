/** \`setup\`: looks at the checkout and at GitHub, and writes the files that the core names. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { rootOf } from "./checkout.js";
import { connected, failure, github, readNames } from "./connection.js";
import { run } from "./core.js";
import { readText, replaceFile } from "./files.js";
import { readExtended } from "./policy.js";
import { stream } from "./print.js";
import { Stop, WrongOptions, codeOf } from "./stop.js";
import { findToken } from "./token.js";

/** @import { Command, Printed } from "./core.js" */

const POLICY = ".github/patch-release-issues.yml";

/** The files that may be there already. The core names the same. */
const PATHS = [
  ".github/workflows/patch-release-issues.yml",
  ".github/ISSUE_TEMPLATE/patch-release.md",
  ".github/ISSUE_TEMPLATE/patch-release.yml",
  POLICY,
];

/** @type {Command} */
export async function setup({ values, positionals, env }) {
  if (positionals.length > 0) {
    throw new WrongOptions("`setup` takes no files");
  }
  const root = rootOf(process.cwd());
  if (root === null) {
    throw new Stop("this is not a checkout of a repository: run `setup` inside one");
  }
  const repository = values.repository ?? repositoryOf(root);
  const { labels, note } = await labelsOf(repository, values, env);
  const files = PATHS.filter((path) => existsSync(join(root, path))).map((path) => [path, textOf(join(root, path))]);
  const [, own = null] = files.find(([path]) => path === POLICY) ?? [];
  const [force, dryRun] = [values.force, values["dry-run"]];
  const shared = own === null || force ? null : await readExtended(own, env);
  const tags = git(root, ["tag", "--list"]);
  const printed = run({ command: "setup", tags, labels, files, shared, force, dryRun, stream: stream(env) });
  if (!dryRun) {
    writeAll(root, printed);
  }
  const created = values.labels && !dryRun ? await createLabels(repository, printed, env) : "";
  return { ...printed, stderr: `${note}${printed.stderr}${created}` };
}

/**
 * @param {string} root
 * @param {string[]} words
 * @returns {string[] | null} the lines that git prints; null if it cannot
 */
function git(root, words) {
  try {
    const options = { cwd: root, encoding: /** @type {const} */ ("utf8"), maxBuffer: 1 << 26 };
    const text = execFileSync("git", words, { ...options, stdio: ["ignore", "pipe", "ignore"] });
    return text.split("\n").filter((line) => line !== "");
  } catch {
    return null;
  }
}

/**
 * The repository of the remote `origin`.
 *
 * @param {string} root
 * @returns {string | null} `owner/name`
 */
function repositoryOf(root) {
  const [address = ""] = git(root, ["remote", "get-url", "origin"]) ?? [];
  return /[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address)?.[1] ?? null;
}

/** @param {string} path */
function textOf(path) {
  try {
    return readText(path).text;
  } catch {
    return null;
  }
}

/**
 * The labels on GitHub. Without them setup works, too, unless labels are to be created.
 *
 * @param {string | null} repository
 * @param {Record<string, any>} values
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ labels: string[] | null, note: string }>}
 */
async function labelsOf(repository, values, env) {
  if (values.offline && !values.labels) {
    return { labels: null, note: "" };
  }
  try {
    return { labels: await readLabels(repository, env), note: "" };
  } catch (error) {
    if (!(error instanceof Stop) || values.labels) {
      throw error;
    }
    return { labels: null, note: `the labels are not known: ${error.message}\n` };
  }
}

/**
 * @param {string | null} name
 * @param {NodeJS.ProcessEnv} env
 */
async function readLabels(name, env) {
  const [owner, repo] = split(name);
  return readNames("/repos/{owner}/{repo}/labels", { owner, repo }, env);
}

/**
 * @param {string | null} name
 * @returns {[owner: string, repo: string]}
 */
function split(name) {
  const [, owner, repo] = /^([\w-]+)\/([\w.-]+)$/.exec(name ?? "") ?? [];
  if (owner === undefined || repo === undefined) {
    throw new Stop("the repository is not known: name it with --repository owner/name");
  }
  return [owner, repo];
}

/**
 * @param {string} root
 * @param {Printed} printed
 */
function writeAll(root, { writes }) {
  for (const [path, text] of writes) {
    const file = join(root, path);
    if (existsSync(file)) {
      replaceFile(file, text);
      continue;
    }
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: "wx" });
    } catch (error) {
      throw new Stop(`${path}: it cannot be written (${codeOf(error)})`);
    }
  }
}

/**
 * @param {string | null} name
 * @param {Printed} printed
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} what was done
 */
async function createLabels(name, { labels }, env) {
  const [owner, repo] = split(name);
  const token = findToken(env);
  let done = "";
  for (const label of labels) {
    const reply = await github().request(connected(env), token, "POST", "/repos/{owner}/{repo}/labels", { owner, repo, ...label });
    // 422: somebody created it in the meantime.
    if (reply.status !== 201 && reply.status !== 422) {
      throw new Stop(`the label ${label.name} was not created: ${failure(reply, owner, repo)}`);
    }
    done += `label created: ${label.name}\n`;
  }
  return done;
}
