/**
 * Makes a dump, as GitHub's API returns it, with Kubernetes' regressions in the form of patch-release issues.
 *
 * node tests/core/history/make.js [--on DAY] [--since DAY] [--planned]          the facts known that day, default all
 * node tests/core/history/make.js --issues COUNT [--seed NUMBER] [--hostile]    made-up issues, in any number
 */

import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { completeDescription } from "../complete-description.js";
import { REGRESSIONS, RELEASES, at, blocks } from "./facts.js";

/** @typedef {import("./facts.js").Regression} Regression */
/** @typedef {import("./facts.js").Issue} Issue */
/** @typedef {import("./facts.js").Dump} Dump */

const NAME = "kubernetes/kubernetes";
/** The facts have no dates before this day. Older events are dated to this day. */
const FIRST_DAY = "2017-09-14";

/** The day of a release. A release without a day has that of the release before. @type {Map<string, string>} */
const DAYS = new Map();
for (const [version, day] of Object.entries(RELEASES)) {
  DAYS.set(version, day ?? DAYS.get(previous(version)) ?? FIRST_DAY);
}

/** The previous patch release. @param {string} version */
function previous(version) {
  return version.replace(/\d+$/, (patch) => String(Number(patch) - 1));
}

/** @param {string} version */
const dayOf = (version) => DAYS.get(version) ?? FIRST_DAY;
/** @param {string[]} words */
const listed = (words) => words.join(", ").replace(/, ([^,]*)$/, " and $1");

/**
 * @typedef {object} When
 * @property {string} [on] the day, YYYY-MM-DD, not before 2017-09-14; default is all known facts
 * @property {string} [since] leaves out regressions from releases before that day
 * @property {boolean} [planned] whether an issue names a fix as soon as its release is the next of its branch
 */

/**
 * The facts known about Kubernetes' releases on a day: the regressions and the fixes that were released by then.
 *
 * @param {When} [when]
 * @returns {Dump}
 */
export function realDump(when = {}) {
  const { on = "2026-07-22", since = FIRST_DAY, planned = false } = when;
  const issues = REGRESSIONS.flatMap((regression) => issueOn(regression, { on, since, planned }));
  const tags = Object.entries(RELEASES).map(([name, date]) => ({ name, date })).filter(({ name }) => dayOf(name) <= on);
  return { schema: 1, now: at(on), repositories: [{ name: NAME, issues, tags, pullRequests: [] }] };
}

/**
 * @param {Regression} regression
 * @param {Required<When>} when
 * @returns {Issue[]} none if it was not released yet
 */
function issueOn(regression, { on, since, planned }) {
  const isOut = (/** @type {string} */ version) => dayOf(version) <= on;
  const isNext = (/** @type {string} */ version) => planned && isOut(previous(version));
  const introduced = regression.introducedIn.filter(isOut);
  const resolved = regression.resolvedIn.filter((version) => isOut(version) || isNext(version));
  const created = dayOf(introduced[0] ?? "");
  if (introduced.length === 0 || created < since) return [];
  const isDone = regression.resolvedIn.every(isOut);
  const changed = latest([...introduced, ...resolved].filter(isOut));
  // The pull request that fixed it. GitHub also shows it at an issue's URL.
  const number = regression.pullRequests[0] ?? 1;
  const labels = ["patch-release", regression.priority, ...regression.sigs].map((name) => ({ name }));
  return [{
    number,
    title: regression.title,
    body: description(regression, introduced, resolved),
    labels,
    state: isDone ? "closed" : "open",
    state_reason: isDone ? "completed" : null,
    html_url: `https://github.com/${NAME}/issues/${number}`,
    created_at: at(created),
    updated_at: at(changed),
    closed_at: isDone ? at(changed) : null,
    last_edited_at: at(changed),
  }];
}

/** @param {string[]} versions */
const latest = (versions) => versions.map(dayOf).sort().at(-1) ?? FIRST_DAY;

/**
 * A description that contains only the facts.
 *
 * @param {Regression} regression
 * @param {string[]} introduced
 * @param {string[]} resolved
 */
function description(regression, introduced, resolved) {
  const urgency = regression.priority.endsWith("critical-urgent") ? "Severe enough for a patch release at once" : "Should be fixed in a patch release";
  const unfixed = regression.unresolvedBranches.map((branch) => ` v${branch} never got the fix.`).join("");
  const text = completeDescription({
    releases: blocks(introduced, resolved),
    symptoms: `${regression.title}.`,
    binaries: regression.binaries.length > 0 ? regression.binaries : ["none"],
    cause: `It came with ${listed(introduced)}.`,
    impact: `${urgency}.`,
    resolution: resolved.length > 0 ? `The fix is in ${listed(resolved)}.${unfixed}` : "Under investigation",
    pullRequests: regression.pullRequests.map((number) => `- #${number}`).join("\n") || "None",
  });
  return `${text}\n`;
}

async function main() {
  const { values } = parseArgs({
    options: { on: { type: "string" }, since: { type: "string" }, planned: { type: "boolean" }, issues: { type: "string" }, seed: { type: "string" }, hostile: { type: "boolean" } },
  });
  if (values.issues === undefined) {
    process.stdout.write(`${JSON.stringify(realDump(values), null, 1)}\n`);
    return;
  }
  await printScaled({ issues: Number(values.issues), seed: Number(values.seed ?? 1), hostile: values.hostile ?? false });
}

/**
 * Prints made-up issues in pieces, because 100,000 are too many for one string. Unlike real history, they need an npm
 * package.
 *
 * @param {import("./scaled.js").Options} options
 */
async function printScaled(options) {
  const { scaledDump, scaledIssues, scaledPullRequests } = await import("./scaled.js");
  const { repositories: [repository], ...rest } = scaledDump({ ...options, issues: 0 });
  const { issues: _, pullRequests: __, ...facts } = repository ?? {};
  await print(`${JSON.stringify(rest).slice(0, -1)},"repositories":[${JSON.stringify(facts).slice(0, -1)}`);
  await printList("issues", scaledIssues(options));
  await printList("pullRequests", scaledPullRequests(options));
  await print("}]}\n");
}

/** @param {string} text */
async function print(text) {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/**
 * @param {string} name
 * @param {Iterable<object>} items
 */
async function printList(name, items) {
  let start = `,"${name}":[\n`;
  for (const item of items) {
    await print(start + JSON.stringify(item));
    start = ",\n";
  }
  await print(start === ",\n" ? "]" : `${start}]`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
