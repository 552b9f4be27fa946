/** Issues with a command in a comment, and what must hold after runs about them. */

import assert from "node:assert/strict";

import { COMPLETE, LABELS, act, ours } from "./act.js";
import { start } from "./caller.js";
import { ACTIONS } from "./forge.js";

/** @import { Plan } from "../../pkg/types.js" */
/** @import { Act, World } from "./act.js" */
/** @import { Comment } from "./comment.js" */

/** @typedef {World & { comment: Comment }} Commanded */

/** A command that the description below does not follow yet, and what it is afterwards. */
export const COMMAND = "/wont-fix v1.5";
export const BEFORE = COMPLETE.replaceAll("\n", "\r\n");
export const AFTER = BEFORE.replace(/(```release\r\n[^`]*)(```)/, (_, block, end) => `${block}wont-fix=v1.5\r\n${end}`);

/**
 * A valid issue, and a comment on it a minute later.
 *
 * @param {{ body?: string, command?: string, who?: string, labels?: string[] }} [differences] `who` is the author of the issue unless given
 * @returns {Promise<Commanded>}
 */
export async function commanded({ body = BEFORE, command = COMMAND, who = "author", labels = LABELS } = {}) {
  const world = start();
  const { github, issue } = world;
  issue.author = github.forge.user("author");
  issue.edit("author", { body });
  issue.addLabels("author", labels);
  await github.clock.sleep(60_000);
  const comment = issue.addComment(who, command);
  github.journal.clear();
  return { ...world, comment };
}

/**
 * A run on the comment.
 *
 * @param {Commanded} world
 * @param {Act} [what]
 * @returns {Promise<Plan>}
 */
export function answer(world, what = {}) {
  const { number, title, body, labels, state } = world.issue;
  const issue = { number, title, body, labels: [...labels].map(({ name }) => ({ name })), state };
  const comment = { body: world.comment.body };
  return act(world, { ...what, event: { name: "issue_comment", payload: { issue, comment, repository: { default_branch: "main" } }, ...what.event } });
}

/** @param {Comment} comment */
export function reactions({ reactions }) {
  return reactions.map(({ user, content }) => `${user.login} ${content}`);
}

/**
 * Whatever happened: GitHub was asked for nothing that it does not have, and only what a command allows was written.
 *
 * @param {Commanded} world
 * @param {string} when
 */
export function assertAllowed({ github, issue, comment }, when) {
  const { strays, violations } = github.journal;
  assert.deepEqual({ strays, violations }, { strays: [], violations: [] }, when);
  assert.ok(ours(issue).length <= 1, when);
  assert.ok(reactions(comment).length <= 1, `${when}: ${reactions(comment)}`);
  const allowed = ["create-label", "add-label", "remove-label", "post-comment", "update-comment", "delete-comment", "edit-issue", "add-reaction"];
  const deeds = github.journal.changesBy(ACTIONS);
  assert.deepEqual(deeds.filter(({ what, whose }) => !allowed.includes(what) || (whose !== null && whose !== ACTIONS)), [], when);
}
