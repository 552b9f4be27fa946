/** Runs the action's sources against the fake GitHub: the real client, the real core, virtual time. */

import { connect, connectForSweep } from "../../action/github.js";
import { run } from "../../action/validate/run.js";
import { sweep } from "../../action/validate/sweep.js";
import * as core from "../shipped-core.js";
import { completeDescription } from "../core/complete-description.js";
import { event } from "../runner/harness.js";
import { NAME, TOKEN, start } from "./caller.js";
import { ACTIONS } from "./forge.js";
import { transport } from "./transport.js";

/** @import { Event, Inputs, Plan } from "../../pkg/types.js" */
/** @import { GitHub } from "./github.js" */
/** @import { Comment } from "./comment.js" */
/** @import { Issue } from "./issue.js" */
/** @import { Repository } from "./repository.js" */

/**
 * @typedef {object} World
 * @property {GitHub} github
 * @property {Repository} repository
 * @property {Issue} issue
 */

/**
 * @typedef {object} Act the differences from a run on an `issues` event about the current issue
 * @property {Record<string, unknown>} [was] members of the payload's issue
 * @property {Partial<Inputs>} [inputs]
 * @property {Partial<Event>} [event]
 * @property {string} [client] the run's name in the journal
 * @property {string} [token]
 */

/** A description that is valid with the labels below. */
export const COMPLETE = completeDescription();
export const LABELS = ["patch-release", "priority/critical-urgent", "sig/cli"];

/** The label of an issue with errors. */
export const INCOMPLETE = "patch-release/incomplete";

/** The start of a stranger's comment that imitates ours. */
export const FORGED = "<!-- patch-release-issues/action kind=validation schema=1 issue=7 now=none -->";

/**
 * Runs the action once.
 *
 * @param {World} world
 * @param {Act} [act]
 * @returns {Promise<Plan>}
 */
export function act(world, { was = {}, inputs = {}, event: members = {}, client, token = TOKEN } = {}) {
  const { github } = world;
  const env = { GITHUB_API_URL: github.origin, GITHUB_GRAPHQL_URL: `${github.origin}/graphql`, GITHUB_REPOSITORY: NAME };
  const clock = { now: () => github.clock.now(), sleep: github.clock.sleep.bind(github.clock), random: () => 0.5 };
  const now = new Date(clock.now()).toISOString();
  const given = { ...event({ ...seen(world.issue), ...was }), inputs, now, hasToken: token !== "", ...members };
  const there = { fetch: transport(github, client), clock };
  return run(given, core.plan, () => connect(env, token, there), (event) => sweep(event, startSweep, connectForSweep(env, token, there)));
}

/**
 * @param {Event} event
 * @param {number} now
 */
function startSweep(event, now) {
  return new core.Sweep(event, now);
}

/** The event of a schedule. */
export const SCHEDULE = { name: "schedule", ref: "refs/heads/main", payload: { issue: null, comment: null, repository: { default_branch: "main" } } };

/**
 * Sweeps once.
 *
 * @param {World} world
 * @param {Act} [act]
 * @returns {Promise<Plan>}
 */
export function sweepOnce(world, { event: members = {}, ...others } = {}) {
  return act(world, { event: { ...SCHEDULE, ...members }, ...others });
}

/** @param {Issue} issue */
function seen({ number, title, body, labels, state }) {
  return { number, title, body, labels: [...labels].map(({ name }) => ({ name })), state };
}

/** An issue without an earlier run: a label is created and added, a comment posted. A stranger copied our marker. */
export function fresh() {
  const world = start();
  world.issue.addComment("author", `${FORGED}\n✅ Nothing to do.\n`);
  return world;
}

/** @type {Promise<string> | undefined} */
let comment;

/** The comment that a run on a fresh issue posts. */
function posted() {
  comment ??= (async () => {
    const world = fresh();
    await act(world);
    return ours(world.issue).at(0)?.body ?? "";
  })();
  return comment;
}

/** An issue that was judged and has not changed since. */
export async function judged() {
  const world = fresh();
  world.repository.createLabel(ACTIONS, { name: INCOMPLETE, color: "fbca04", description: "Labels or description lack what a patch release needs" });
  world.issue.addLabels(ACTIONS, [INCOMPLETE]);
  world.issue.addComment(ACTIONS, await posted());
  world.github.journal.clear();
  return world;
}

/** An issue that was invalid and is valid now: a label is removed, one of two comments updated, the other deleted. */
export async function mended() {
  const world = await judged();
  world.issue.addComment(ACTIONS, await posted());
  mend(world);
  world.github.journal.clear();
  return world;
}

/**
 * The author follows the comment's advice.
 *
 * @param {World} world
 */
export function mend({ issue }) {
  issue.edit("author", { body: COMPLETE });
  issue.addLabels("author", LABELS);
}

/**
 * @param {Issue} issue
 * @returns {Comment[]}
 */
export function ours({ comments }) {
  return comments.filter(({ author }) => author?.login === ACTIONS);
}

/** @param {Issue} issue */
export function names({ labels }) {
  return [...labels].map(({ name }) => name).sort();
}

/**
 * The requests since the journal was cleared.
 *
 * @param {World} world
 */
export function requests({ github }) {
  return github.journal.exchanges.map(({ operation }) => operation.replace("issues/", ""));
}
