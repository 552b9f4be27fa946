/**
 * The operations of GitHub's REST API that we use.
 */

import { findOperation, checkRequest, checkResponse } from "./openapi.js";
import { NOT_ACCESSIBLE, Refusal, notFound } from "./refusal.js";
import { json, problem, redirect } from "./reply.js";
import * as represent from "./represent.js";

/** @import { Access, Forge, Identity, Permissions } from "./forge.js" */
/** @import { Issue } from "./issue.js" */
/** @import { Match } from "./openapi.js" */
/** @import { Repository } from "./repository.js" */
/** @import { Answer } from "./reply.js" */

/**
 * @typedef {object} Call a request to REST
 * @property {string} origin of the server, for redirects
 * @property {string} method
 * @property {string} path normalised, percent-encoded
 * @property {URLSearchParams} query
 * @property {unknown} body undefined if there is none
 * @property {Identity | null} identity
 */

/**
 * @typedef {object} Scene the data of an operation
 * @property {Forge} forge
 * @property {Repository} repository
 * @property {Record<string, string>} parameters of the path
 * @property {URLSearchParams} query
 * @property {any} body as described
 * @property {string} path as it came
 * @property {string} who a login, "" for reads without a token
 */

/** @typedef {(scene: Scene) => [status: number, value?: unknown, headers?: Record<string, string>]} Handler */
/** @typedef {{ needs: [what: keyof Permissions, access: Access], handle: Handler }} Entry */

/** @type {Record<string, Entry>} */
const OPERATIONS = {
  "issues/get": { needs: ["issues", "read"], handle: (scene) => [200, represent.issue(findIssue(scene))] },
  "issues/update": { needs: ["issues", "write"], handle: updateIssue },
  "issues/list-comments": { needs: ["issues", "read"], handle: listComments },
  "issues/create-comment": { needs: ["issues", "write"], handle: createComment },
  "issues/update-comment": { needs: ["issues", "write"], handle: updateComment },
  "issues/delete-comment": { needs: ["issues", "write"], handle: deleteComment },
  "reactions/create-for-issue-comment": { needs: ["issues", "write"], handle: react },
  "issues/add-labels": { needs: ["issues", "write"], handle: addLabels },
  "issues/remove-label": { needs: ["issues", "write"], handle: removeLabel },
  "issues/remove-all-labels": { needs: ["issues", "write"], handle: removeAllLabels },
  "issues/create-label": { needs: ["issues", "write"], handle: createLabel },
  "repos/get-content": { needs: ["contents", "read"], handle: getContent },
};

/** @type {Handler} */
function updateIssue(scene) {
  const issue = findIssue(scene);
  const { state, state_reason: reason, ...changes } = scene.body;
  const unknown = Object.keys(changes).filter((name) => name !== "title" && name !== "body");
  if (unknown.length > 0) {
    throw new Error(`the fake cannot change an issue's ${unknown}`);
  }
  issue.edit(scene.who, changes);
  if (state) {
    issue.setState(scene.who, state, reason ?? undefined);
  }
  return [200, represent.issue(issue)];
}

/** @type {Handler} */
function listComments(scene) {
  const { query } = scene;
  const issue = findIssue(scene);
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const page = Number(query.get("page") ?? 1);
  const since = query.get("since") ?? "";
  const comments = issue.comments.filter(({ updatedAt }) => updatedAt >= since);
  const hasNext = comments.length > page * size;
  const rest = new URLSearchParams({ ...Object.fromEntries(query), page: String(page + 1) });
  const link = `<https://api.github.com/repositories/${issue.repository.id}/issues/${issue.number}/comments?${rest}>; rel="next"`;
  const shown = comments.slice((page - 1) * size, page * size);
  return [200, shown.map(represent.comment), hasNext ? { link } : {}];
}

/** @type {Handler} */
function createComment(scene) {
  const comment = represent.comment(findIssue(scene).addComment(scene.who, scene.body.body));
  return [201, comment, { location: comment.url }];
}

/** @type {Handler} */
function updateComment(scene) {
  const { id, issue } = findComment(scene);
  return [200, represent.comment(issue.updateComment(scene.who, id, scene.body.body))];
}

/** @type {Handler} */
function deleteComment(scene) {
  const { id, issue } = findComment(scene);
  issue.deleteComment(scene.who, id);
  return [204];
}

/** @type {Handler} */
function react(scene) {
  const comment = findComment(scene);
  const isNew = comment.issue.react(scene.who, comment, scene.body.content);
  return [isNew ? 201 : 200, represent.reaction(scene.forge, scene.who, scene.body.content)];
}

/** @type {Handler} */
function addLabels(scene) {
  const issue = findIssue(scene);
  const names = /** @type {(string | { name: string })[]} */ (scene.body.labels ?? []);
  issue.addLabels(scene.who, names.map((label) => (typeof label === "string" ? label : label.name)));
  return [200, represent.labels(issue)];
}

/** @type {Handler} */
function removeLabel(scene) {
  const issue = findIssue(scene);
  issue.removeLabel(scene.who, scene.parameters.name ?? "");
  return [200, represent.labels(issue)];
}

/** @type {Handler} */
function removeAllLabels(scene) {
  findIssue(scene).removeAllLabels(scene.who);
  return [204];
}

/** @type {Handler} */
function createLabel({ repository, who, body }) {
  const label = represent.label(repository, repository.createLabel(who, body));
  return [201, label, { location: label.url }];
}

/** @type {Handler} */
function getContent({ repository, parameters: { path = "" }, query }) {
  const ref = query.get("ref") ?? repository.defaultBranch;
  const file = repository.file(`${ref}:${path}`);
  if (!file) {
    throw notFound();
  }
  return [200, represent.file(repository, path, ref, file)];
}

/** The requested resource has moved. */
class Moved extends Error {
  /** @param {string} path there */
  constructor(path) {
    super(path);
    this.path = path;
  }
}

/**
 * @param {Scene} scene
 * @returns {Issue}
 */
function findIssue({ repository, parameters, path }) {
  const number = Number(parameters.issue_number);
  const there = repository.transferred.get(number);
  if (there) {
    const rest = path.split(`/issues/${number}`)[1] ?? "";
    throw new Moved(`/repositories/${there.repository.id}/issues/${there.number}${rest}`);
  }
  if (repository.deleted.has(number) || !repository.hasIssues) {
    throw new Refusal(410, repository.hasIssues ? "This issue was deleted" : "Issues are disabled for this repo");
  }
  const issue = repository.issues.get(number);
  if (!issue) {
    throw notFound();
  }
  return issue;
}

/** @param {Scene} scene */
function findComment({ forge, repository, parameters }) {
  const comment = forge.comments.get(Number(parameters.comment_id));
  if (comment?.issue.repository !== repository) {
    throw notFound();
  }
  return comment;
}

/**
 * @param {Forge} forge
 * @param {string} method
 * @param {string} path
 * @returns {Match | undefined} the repository by its name, or by its id as in redirects
 */
export function findCall(forge, method, path) {
  const [, id, rest] = /^\/repositories\/(\d+)(\/.*)$/.exec(path) ?? [];
  const repository = id === undefined ? undefined : forge.repositoryById(Number(id));
  return findOperation(method, repository ? `/repos/${repository.name}${rest}` : path);
}

/**
 * @param {Forge} forge
 * @param {Call} call
 * @returns {Answer}
 */
export function answerRest(forge, call) {
  const match = findCall(forge, call.method, call.path);
  if (!match) {
    forge.journal.violations.push(`${call.method} ${call.path} is not an operation that we use`);
    return problem(404, "Not Found");
  }
  const problems = checkRequest(match, call.query, call.body);
  if (problems.length > 0) {
    forge.journal.violations.push(...problems.map((text) => `${match.id}: ${text}`));
    return problem(422, `Invalid request.\n\n${problems.join("\n")}`);
  }
  const answer = attempt(forge, call, match);
  const wrong = checkResponse(match.id, answer.status, answer.body === "" ? undefined : JSON.parse(answer.body));
  if (wrong.length > 0) {
    throw new Error(`the fake answers ${match.id} as GitHub does not: ${wrong.join("; ")}`);
  }
  return answer;
}

/**
 * @param {Forge} forge
 * @param {Call} call
 * @param {Match} match
 * @returns {Answer}
 */
function attempt(forge, call, match) {
  try {
    const [status, value, headers = {}] = perform(forge, call, match);
    return value === undefined ? { status, headers, body: "" } : json(status, value, headers);
  } catch (error) {
    if (error instanceof Moved) {
      return redirect(301, `${call.origin}${error.path}`);
    }
    if (error instanceof Refusal) {
      return problem(error.status, error.message, { errors: error.errors });
    }
    throw error;
  }
}

/**
 * @param {Forge} forge
 * @param {Call} call
 * @param {Match} match
 */
function perform(forge, { identity, query, body, path }, { id, parameters }) {
  const repository = findRepository(forge, identity, `${parameters.owner}/${parameters.repo}`, path);
  const entry = OPERATIONS[id];
  if (!entry) {
    throw new Error(`the fake does not carry out ${id}`);
  }
  const scene = { forge, repository, parameters, query, body, path, who: identity?.user.login ?? "" };
  const [what, access] = entry.needs;
  if (!identity && access === "write") {
    throw new Refusal(401, "Requires authentication");
  }
  if (!forge.allows(identity, repository, what, access) && !allowsForPullRequest(scene, identity, access)) {
    throw new Refusal(403, NOT_ACCESSIBLE);
  }
  return entry.handle(scene);
}

/**
 * @param {Forge} forge
 * @param {Identity | null} identity
 * @param {string} name
 * @param {string} path
 */
function findRepository(forge, identity, name, path) {
  const repository = forge.repository(name);
  if (!repository || !forge.allows(identity, repository, "metadata", "read")) {
    throw notFound();
  }
  if (repository.name.toLowerCase() !== name.toLowerCase()) {
    throw new Moved(`/repositories/${repository.id}${path.slice(`/repos/${name}`.length)}`);
  }
  return repository;
}

/**
 * A token with permission for pull requests may label them and comment on them, without permission for issues.
 *
 * @param {Scene} scene
 * @param {Identity | null} identity
 * @param {Access} access
 */
function allowsForPullRequest({ forge, repository, parameters }, identity, access) {
  const { issue_number: number, comment_id: id } = parameters;
  const issue = number === undefined ? forge.comments.get(Number(id))?.issue : repository.issues.get(Number(number));
  return Boolean(issue?.pullRequest) && forge.allows(identity, repository, "pull-requests", access);
}
