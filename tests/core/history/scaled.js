/** Made-up issues about Kubernetes' real releases, in any number, and the same on every run. */

import strings from "big-list-of-naughty-strings" with { type: "json" };

import { completeDescription } from "../complete-description.js";
import { NAMES, PULL_REQUESTS, RELEASES, at, blocks } from "./facts.js";

/** @typedef {import("./facts.js").Issue} Issue */
/** @typedef {import("./facts.js").Dump} Dump */

/**
 * @typedef {object} Options
 * @property {number} issues the number of issues
 * @property {number} [seed] each seed gives other issues; default 1
 * @property {boolean} [hostile] whether titles and one SIG of each issue are strings that break programs
 */

const NAME = "example/project";
const TODAY = "2026-07-31";
/** Issues concern the branches from this one on, mostly the newest. */
const OLDEST = 24;

/** The releases of each branch, oldest first: `BRANCHES[36 - OLDEST]` is v1.36. @type {string[][]} */
const BRANCHES = [];
for (const version of Object.keys(RELEASES)) {
  const minor = Number(version.split(".")[1]);
  if (minor >= OLDEST) (BRANCHES[minor - OLDEST] ??= []).push(version);
}

/** Titles that break programs: control characters, bidirectional marks, markup, scripts, templates. @type {string[]} */
export const HOSTILE = [
  ...strings.filter((/** @type {string} */ text) => text.trim() !== ""),
  "\u202egnp.exe \u2066isolated\u2069 \u200bzero\u200d \ufeffmark",
  "</script><script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "<!--<script>",
  "]]><svg/onload=alert(1)>",
  "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
  "\" onmouseover=\"alert(1)\" x='",
  "&lt;b&gt; &#x202e; &amp;amp;",
  "W".repeat(256),
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467} ".repeat(40),
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA".repeat(12),
];

/** @param {number} seed */
function generator(seed) {
  // Mulberry32: 32 bits of state, random enough for tests.
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  /** @param {number} end */
  const below = (end) => next() % end;
  return {
    below,
    /** @template T @param {T[]} things @returns {T} */
    one: (things) => /** @type {T} */ (things[below(things.length)]),
    /** @param {number} percent */
    chance: (percent) => below(100) < percent,
  };
}

/** @typedef {ReturnType<typeof generator>} Random */

/**
 * @param {Options} options
 * @returns {Dump}
 */
export function scaledDump(options) {
  const tags = Object.entries(RELEASES).map(([name, date]) => ({ name, date }));
  const [issues, pullRequests] = [[...scaledIssues(options)], [...scaledPullRequests(options)]];
  return { schema: 1, now: at(TODAY), repositories: [{ name: NAME, issues, tags, pullRequests }] };
}

/**
 * @param {Options} options
 * @returns {Generator<Issue>}
 */
export function* scaledIssues({ issues, seed = 1, hostile = false }) {
  for (let index = 0; index < issues; index += 1) {
    yield issue(index + 1, generator(seed * 1_000_003 + index), hostile);
  }
}

/**
 * @param {number} number
 * @param {Random} random
 * @param {boolean} hostile
 * @returns {Issue}
 */
function issue(number, random, hostile) {
  const { introduced, resolved } = history(random);
  const kind = kindOf(random);
  const title = hostile ? HOSTILE[(number - 1) % HOSTILE.length] : random.one(PULL_REQUESTS).title;
  const isClosed = resolved.length > 0 && kind !== "security" && random.chance(90);
  const created = RELEASES[introduced[0] ?? ""] ?? TODAY;
  const changed = RELEASES[(resolved.at(-1) ?? introduced.at(-1)) ?? ""] ?? TODAY;
  return {
    number,
    title: title ?? "",
    body: body(kind, random, number, introduced, resolved),
    labels: [...labels(kind, random), ...(hostile ? [`sig/${title}`] : [])].map((name) => ({ name })),
    state: isClosed ? "closed" : "open",
    state_reason: isClosed ? "completed" : null,
    html_url: `https://github.com/${NAME}/issues/${number}`,
    created_at: at(created),
    updated_at: at(changed),
    closed_at: isClosed ? at(changed) : null,
    last_edited_at: random.chance(50) ? at(created) : at(changed),
  };
}

/** @param {Random} random */
function kindOf(random) {
  const percent = random.below(100);
  return percent < 92 ? "good" : percent < 95 ? "incomplete" : percent < 97 ? "security" : percent < 99 ? "unlabelled" : "other";
}

/** The versions in which it was introduced and fixed. @param {Random} random */
function history(random) {
  const newest = BRANCHES.length - 1;
  // Every second issue concerns the newest four branches.
  const first = random.chance(50) ? newest - random.below(4) : random.below(BRANCHES.length);
  const introduced = [random.one(BRANCHES[first] ?? [])];
  if (first < newest && random.chance(30)) introduced.push(random.one(BRANCHES[first + 1] ?? []));
  const resolved = [];
  const isFixed = random.chance(75);
  for (const branch of BRANCHES.slice(first, first + 1 + random.below(4))) {
    const from = introduced.find((version) => branch.includes(version));
    const rest = branch.slice(from === undefined ? 1 : branch.indexOf(from) + 1);
    const fix = rest.length > 0 ? random.one(rest) : next(branch);
    if (isFixed && random.chance(85)) resolved.push(fix);
  }
  return { introduced, resolved };
}

/** The patch release after the latest. @param {string[]} branch */
function next(branch) {
  return (branch.at(-1) ?? "").replace(/\d+$/, (patch) => String(Number(patch) + 1));
}

/**
 * @param {string} kind
 * @param {Random} random
 */
function labels(kind, random) {
  if (kind === "other") return ["kind/bug"];
  const names = [random.chance(25) ? "priority/critical-urgent" : "priority/important-soon"];
  names.push(...new Set([random.one(NAMES.sigs), random.one(NAMES.sigs)].map((sig) => `sig/${sig}`)));
  if (kind !== "unlabelled") names.push("patch-release");
  if (kind === "security") names.push("area/security");
  return names;
}

/**
 * @param {string} kind
 * @param {Random} random
 * @param {number} number
 * @param {string[]} introduced
 * @param {string[]} resolved
 */
function body(kind, random, number, introduced, resolved) {
  if (kind === "other") return "It does not work.\n";
  if (kind === "security") return "The owner is working with the product security team.\n";
  const impact = "Users of these releases wait for the fix.";
  const text = completeDescription({
    releases: blocks(introduced, resolved),
    symptoms: random.one(PULL_REQUESTS).title,
    binaries: [random.one(NAMES.binaries)],
    cause: `It came with ${introduced.join(", ")}.`,
    impact,
    resolution: resolved.length > 0 ? "Cherry-picked." : "TBD",
    pullRequests: requested(number, resolved),
  });
  return `${kind === "incomplete" ? text.replace(`## Impact\n\n${impact}\n\n`, "") : text}\n`;
}

/**
 * @param {number} number
 * @param {string[]} resolved
 */
function requested(number, resolved) {
  return [100_000 + number, ...resolved.map((_, index) => 200_000 + 10 * number + index)].map((request) => `- #${request}`).join("\n");
}

/**
 * The facts about the pull requests that issues name: one for the main branch, one for each branch with the fix.
 *
 * @param {Options} options
 * @returns {Generator<import("./facts.js").PullRequest>}
 */
export function* scaledPullRequests(options) {
  for (const issue of scaledIssues(options)) {
    const random = generator(issue.number);
    const branches = [...issue.body.matchAll(/^resolved-in=v(\d+\.\d+)/gm)].map(([, branch]) => `release-${branch}`);
    const numbers = [...issue.body.matchAll(/^- #(\d+)$/gm)].map(([, number]) => Number(number));
    for (const [index, number] of numbers.entries()) {
      if (random.chance(5)) continue;
      yield pullRequest(issue, number, ["main", ...branches][index] ?? "main", random);
    }
  }
}

/**
 * @param {Issue} issue
 * @param {number} number
 * @param {string} base
 * @param {Random} random
 */
function pullRequest(issue, number, base, random) {
  const merged = random.chance(85);
  const state = merged || random.chance(10) ? "closed" : "open";
  return { number, state, merged, merged_at: merged ? issue.updated_at : null, updated_at: issue.updated_at, base };
}
