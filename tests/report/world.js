/** A GitHub with issues to report, and runs of the report action against it on a virtual clock. */

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { connectForReport } from "../../action/github.js";
import { composePage } from "../../action/report/compose-page.js";
import { runReport } from "../../action/report/run.js";
import { UsageError } from "../../action/usage-error.js";
import { Reporting } from "../shipped-report.js";
import { completeDescription } from "../core/complete-description.js";
import { GitHub } from "../fake-github/github.js";
import { mergeCommitOf } from "../fake-github/pull-requests.js";
import { transport } from "../fake-github/transport.js";

/** @import { Clock } from "../fake-github/clock.js" */
/** @import { Issue } from "../fake-github/issue.js" */
/** @import { Repository } from "../fake-github/repository.js" */

export const OWN = "example/engine";
export const TOKEN = "ghs_report";

/** Text that must appear nowhere except on GitHub. */
export const CANARY = "canary-5f3a";

const SCOPE = ["patch-release", "priority/critical-urgent", "sig/node"];

/** @param {number} day of a long year */
export function date(day) {
  return new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().replace(".000", "");
}

/** @param {string[]} entries @param {string} pullRequests */
function description(entries, pullRequests) {
  const releases = `\`\`\`release\n${entries.join("\n")}\n\`\`\``;
  return completeDescription({ releases, binaries: ["kubelet"], pullRequests });
}

/** Kinds of issues: one in ten is of each kind. The rest have nothing to do with patch releases. */
const KINDS = /** @type {((n: number) => import("../fake-github/issue-options.js").IssueOptions)[]} */ ([
  (n) => ({ title: `Listed ${n}`, labels: SCOPE, body: description(["introduced-in=v1.6.0", "resolved-in=v1.6.2"], `- #${n + 100_000}`) }),
  (n) => ({ title: `Open ${n}`, labels: [...SCOPE.slice(0, 1), "priority/important-soon", "sig/cli"], body: description(["introduced-in=v1.7.0"], "TBD") }),
  (n) => ({ title: `Invalid ${n}`, labels: SCOPE, body: "introduced-in=v1.6.1\n" }),
  (n) => ({ title: `Withheld ${CANARY} ${n}`, labels: [...SCOPE, "area/security"], body: description(["introduced-in=v1.7.1"], CANARY) }),
  (n) => ({ title: `Suspect ${n}`, labels: [], body: description(["introduced-in=v1.6.3"], `- example/other#${n}`) }),
  (n) => ({ title: `Closed ${n}`, labels: SCOPE, state: "closed", stateReason: "completed", body: description(["introduced-in=v1.6.0", "resolved-in=v1.7.1"], `- #${n + 100_000}`) }),
]);

/**
 * @param {Repository} repository
 * @param {{ issues: number, tags: number, pullRequests?: number }} counts
 */
export function fill(repository, { issues, tags, pullRequests = Infinity }) {
  for (let n = 1; n <= issues; n += 1) {
    const kind = KINDS[n % 10];
    const issue = repository.addIssue({ number: n, author: "reporter", createdAt: date(n % 300), ...(kind ? kind(n) : { title: `Other ${n}`, labels: ["kind/bug"], body: "Please help" }) });
    issue.updatedAt = date((n * 7) % 320);
  }
  for (let n = 0; n < tags; n += 1) {
    repository.addTag(n % 5 === 4 ? `not-a-version-${n}` : `v1.${5 + (n % 3)}.${Math.floor(n / 3)}`, date(n), n % 2 ? { tagged: date(n + 1) } : {});
  }
  let made = 0;
  for (const issue of [...repository.issues.values()].filter(({ body }) => body?.includes(`#${100_000 + 1}`.slice(0, 4)))) {
    made += 1;
    if (made <= pullRequests) {
      const mergedAt = made % 3 === 0 ? date(200 + (made % 50)) : null;
      const request = repository.addIssue({ number: issue.number + 100_000, author: "fixer", createdAt: date(100), pullRequest: { mergedAt, baseRefName: made % 2 ? "main" : "release-1.6" } });
      request.updatedAt = date(260);
    }
  }
}

/**
 * @param {{ issues: number, tags: number, pullRequests?: number }} counts
 * @param {Clock} [clock]
 */
export function start(counts, clock) {
  const github = new GitHub(clock);
  const repository = github.forge.addRepository(OWN);
  const permissions = /** @type {const} */ ({ issues: "write", contents: "read", "pull-requests": "read" });
  github.forge.addToken(TOKEN, { repository: OWN, permissions });
  fill(repository, counts);
  github.journal.clear();
  return { github, repository };
}

/** The folder in which the workflow runs. */
export class Workspace {
  folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));

  /** @param {string} path @param {string} text */
  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** @returns {Record<string, string>} every file by its path */
  read(path = "known-issues") {
    const root = join(this.folder, path);
    const paths = existsSync(root) ? readdirSync(root, { recursive: true, encoding: "utf8" }).sort() : [];
    const files = paths.filter((name) => statSync(join(root, name)).isFile());
    return Object.fromEntries(files.map((name) => [name, readFileSync(join(root, name), "utf8")]));
  }

  /** The names of its top-level files and folders. */
  get names() {
    return readdirSync(this.folder).sort();
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}

/**
 * @typedef {object} Ran
 * @property {string | null} error the error of a failed run; null if it succeeded
 * @property {Record<string, string>} outputs
 * @property {string[]} log
 * @property {string} summary
 * @property {Record<string, string>} files of the report's folder
 */

/**
 * Runs the action once.
 *
 * @param {GitHub | null} github null if the run must make no request
 * @param {Record<string, string>} [inputs]
 * @param {Workspace} [workspace] a new one by default
 * @returns {Promise<Ran>}
 */
export async function act(github, inputs = {}, workspace = new Workspace()) {
  /** @type {Record<string, string>} */
  const env = { GITHUB_REPOSITORY: OWN, GITHUB_SERVER_URL: "https://github.com", GITHUB_WORKSPACE: workspace.folder, INPUT_TOKEN: TOKEN };
  for (const [name, value] of Object.entries(inputs)) {
    env[`INPUT_${name.toUpperCase()}`] = value;
  }
  /** @type {string[]} */
  const log = [];
  const connect = () => {
    if (!github) {
      throw new Error("the run must make no request");
    }
    const clock = { now: () => github.clock.now(), sleep: github.clock.sleep.bind(github.clock), random: () => 0.5 };
    return connectForReport({ ...env, GITHUB_API_URL: github.origin, GITHUB_GRAPHQL_URL: `${github.origin}/graphql` }, TOKEN, { fetch: transport(github), clock });
  };
  try {
    const page = () => composePage(fileURLToPath(new URL("../..", import.meta.url)));
    const end = await runReport(env, { connect, composePage: page, load: () => Reporting, print: (lines) => log.push(...lines) });
    return { error: null, outputs: Object.fromEntries(end.outputs), log: [...log, ...end.log], summary: end.summary, files: workspace.read(inputs.output) };
  } catch (error) {
    if (error instanceof UsageError) {
      return { error: error.message, outputs: {}, log, summary: "", files: workspace.read() };
    }
    throw error;
  }
}

/**
 * A run that must succeed.
 *
 * @param {Parameters<typeof act>} given
 */
export async function succeed(...given) {
  const ran = await act(...given);
  assert.equal(ran.error, null);
  return ran;
}

/**
 * The state as a dump, in the words of GitHub's REST API.
 *
 * @param {Repository} repository
 * @param {{ tag: string, commit: string }[]} [compared] commits that are compared
 */
export function dumpOf(repository, compared = []) {
  const issues = [...repository.issues.values()];
  return {
    name: repository.name,
    issues: issues.filter(({ pullRequest }) => !pullRequest).map((issue) => issueOf(issue, repository)),
    tags: [...repository.refs.keys()].filter((name) => name.startsWith("refs/tags/")).map((name) => tagOf(name, repository)),
    default_branch: repository.refs.has(`refs/heads/${repository.defaultBranch}`) ? repository.defaultBranch : null,
    pullRequests: issues.filter(({ pullRequest }) => pullRequest).map(pullRequestOf),
    comparisons: compared.map(({ tag, commit }) => ({ tag, commit, contains: contains(repository, tag, commit) })),
  };
}

/** @param {Repository} repository @param {string} tag @param {string} commit */
function contains({ git }, tag, commit) {
  const comparison = git.compare(tag, commit);
  return comparison && ["BEHIND", "IDENTICAL"].includes(comparison.status);
}

/** @param {string} name in full @param {Repository} repository */
function tagOf(name, { git, refs }) {
  return { name: name.slice("refs/tags/".length), date: refs.get(name)?.date, commit: { sha: git.find(name)?.oid } };
}

/** @param {Issue} request */
function pullRequestOf(request) {
  const { number, title, body, state, updatedAt, author, pullRequest } = request;
  const { mergedAt, baseRefName } = pullRequest ?? assert.fail();
  return {
    number,
    title,
    body,
    state,
    merged_at: mergedAt,
    merge_commit_sha: mergeCommitOf(request)?.oid ?? null,
    updated_at: mergedAt ?? updatedAt,
    base: { ref: baseRefName },
    user: author && { login: author.login },
  };
}

/** The report as JSON. @param {Ran} ran */
export function model({ files }) {
  return JSON.parse(files["known-issues.json"] ?? "");
}

/**
 * @param {Issue} issue
 * @param {Repository} repository
 */
function issueOf(issue, repository) {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body,
    labels: [...issue.labels].map(({ name }) => ({ name })),
    state: issue.state,
    state_reason: issue.stateReason,
    html_url: `https://github.com/${repository.name}/issues/${issue.number}`,
    user: issue.author && { login: issue.author.login },
    assignees: issue.assignees.map(({ login }) => ({ login })),
    milestone: issue.milestone && { title: issue.milestone.title },
    reopened_at: issue.reopenings.at(-1)?.createdAt ?? null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    last_edited_at: issue.lastEditedAt,
    last_commented_at: issue.comments.at(-1)?.createdAt ?? null,
  };
}
