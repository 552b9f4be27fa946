/**
 * The state as GraphQL returns it: one function per type, with the schema's names for members.
 */

import { timestamp } from "./clock.js";
import { REACTIONS } from "./comment.js";
import { connection } from "./connection.js";
import { commit, git, ref } from "./git-nodes.js";
import { forbidden, only, unresolved } from "./graphql-refusal.js";
import { mergeCommitOf } from "./pull-requests.js";
import { SITE, htmlUrl } from "./represent.js";
import { timelineItems } from "./timeline.js";

/** @import { PageArguments } from "./connection.js" */
/** @import { FieldFaults } from "./field-faults.js" */
/** @import { Forge, Identity, Permissions, User } from "./forge.js" */
/** @import { Comment } from "./comment.js" */
/** @import { Issue } from "./issue.js" */
/** @import { Label, Repository } from "./repository.js" */

/** @typedef {{ forge: Forge, identity: Identity, faults: FieldFaults }} Viewer the recipient of an answer */
/** @typedef {PageArguments & Record<string, any>} Arguments */

/** @param {Viewer} viewer */
export function queryRoot(viewer) {
  const { forge, identity } = viewer;
  return {
    repository: (/** @type {Arguments} */ { owner, name }) => {
      const found = forge.repository(`${owner}/${name}`);
      if (!found || !forge.allows(identity, found, "metadata", "read")) {
        throw unresolved(`a Repository with the name '${owner}/${name}'`);
      }
      return repository(found, viewer);
    },
    viewer: () => ({ __typename: "User", login: identity.user.login }),
    rateLimit: () => rateLimit(identity),
  };
}

/** @param {Identity} identity */
function rateLimit({ rate: { limit, used, reset } }) {
  return { limit, used, remaining: limit - used, resetAt: timestamp(reset), cost: 1, nodeCount: 0 };
}

/**
 * @param {Repository} repository
 * @param {Viewer} viewer
 */
function repository(repository, viewer) {
  const { forge, identity } = viewer;
  /** @param {keyof Permissions} what */
  const need = (what) => {
    if (!forge.allows(identity, repository, what, "read")) {
      throw forbidden();
    }
  };
  return {
    __typename: "Repository",
    nameWithOwner: repository.name,
    isPrivate: repository.isPrivate,
    hasIssuesEnabled: repository.hasIssues,
    url: `${SITE}/${repository.name}`,
    defaultBranchRef: () => ref(repository, `refs/heads/${repository.defaultBranch}`),
    ...threads(repository, viewer, need),
    ...labels(repository),
    ...git(repository, need),
  };
}

/**
 * @param {Repository} repository
 * @param {Viewer} viewer
 * @param {(what: keyof Permissions) => void} need
 */
function threads(repository, viewer, need) {
  /**
   * @param {number} number
   * @param {string} what
   * @param {(issue: Issue) => boolean} is
   */
  const find = (number, what, is) => {
    const issue = repository.issues.get(number);
    if (!issue || !is(issue)) {
      throw unresolved(`${what} with the number of ${number}`);
    }
    need(issue.pullRequest ? "pull-requests" : "issues");
    return thread(issue, viewer);
  };
  return {
    issueOrPullRequest: (/** @type {Arguments} */ { number }) => find(number, "an issue or pull request", () => true),
    issue: (/** @type {Arguments} */ { number }) => find(number, "an Issue", (issue) => !issue.pullRequest),
    pullRequest: (/** @type {Arguments} */ { number }) => find(number, "a PullRequest", (issue) => Boolean(issue.pullRequest)),
    issues: (/** @type {Arguments} */ page) => {
      need("issues");
      return issues(repository, page, viewer);
    },
  };
}

/** The sort keys of issues. Issues of the same time are ordered by id, so that cursors distinguish them. */
const ISSUE_KEYS = {
  CREATED_AT: (/** @type {Issue} */ issue) => [issue.createdAt, issue.id],
  UPDATED_AT: (/** @type {Issue} */ issue) => [issue.updatedAt, issue.id],
  COMMENTS: (/** @type {Issue} */ issue) => [issue.comments.length, issue.id],
};

/**
 * @param {Repository} repository
 * @param {Arguments} args
 * @param {Viewer} viewer
 */
function issues(repository, { states, labels, filterBy, orderBy, ...page }, viewer) {
  const { since = "", ...otherFilters } = filterBy ?? {};
  only(otherFilters, ["states", "labels"], "issues(filterBy:)");
  const wantedStates = states ?? otherFilters.states;
  const wantedLabels = /** @type {string[] | undefined} */ (labels ?? otherFilters.labels);
  const found = [...repository.issues.values()].filter(
    (issue) =>
      !issue.pullRequest &&
      (!wantedStates || wantedStates.includes(issue.state.toUpperCase())) &&
      (!wantedLabels || wantedLabels.some((name) => issue.hasLabel(name))) &&
      Date.parse(issue.updatedAt) >= (Date.parse(since) || 0),
  );
  const key = ISSUE_KEYS[/** @type {keyof typeof ISSUE_KEYS} */ (orderBy?.field ?? "CREATED_AT")];
  const view = (/** @type {Issue} */ issue) => thread(issue, viewer);
  return connection("issues", found, page, { key, view, descending: orderBy?.direction === "DESC" });
}

/**
 * @param {Issue} issue
 * @param {Viewer} viewer
 */
function thread(issue, viewer) {
  const { number, title, createdAt, updatedAt, lastEditedAt, closedAt, locked } = issue;
  return {
    __typename: issue.pullRequest ? "PullRequest" : "Issue",
    id: `${issue.pullRequest ? "PR" : "I"}_${issue.id}`,
    ...{ number, title, createdAt, updatedAt, lastEditedAt, closedAt, locked },
    fullDatabaseId: String(issue.id),
    body: issue.body ?? "",
    closed: issue.state === "closed",
    url: htmlUrl(issue),
    author: () => actor(issue.author),
    editor: () => actor(issue.editor),
    viewerDidAuthor: issue.author === viewer.identity.user,
    repository: () => repository(issue.repository, viewer),
    labels: (/** @type {Arguments} */ args) => labelPage([...issue.labels], args),
    comments: (/** @type {Arguments} */ { orderBy, ...page }) => {
      only({ ...orderBy }, [], "comments(orderBy:)");
      const view = (/** @type {Comment} */ one) => comment(one, viewer);
      return connection("comments", issue.comments, page, { key: ({ id }) => [id], view });
    },
    ...plans(issue),
    timelineItems: (/** @type {Arguments} */ args) => timelineItems(issue, args, viewer, thread),
    ...(issue.pullRequest ? pullRequest(issue, issue.pullRequest, viewer) : issueOnly(issue)),
  };
}

/** @param {Issue} issue */
function plans({ assignees, milestone }) {
  return {
    assignees: (/** @type {Arguments} */ page) =>
      connection("assignees", [...assignees.entries()], page, { key: ([index]) => [index], view: ([, user]) => actor(user) }),
    milestone: milestone && { __typename: "Milestone", id: `MI_${milestone.id}`, number: milestone.number, title: milestone.title },
  };
}

/** @param {Issue} issue */
function issueOnly({ state, stateReason }) {
  return {
    state: state.toUpperCase(),
    stateReason: (/** @type {Arguments} */ { enableDuplicate }) =>
      stateReason === "duplicate" && !enableDuplicate ? "NOT_PLANNED" : (stateReason?.toUpperCase() ?? null),
  };
}

/**
 * @param {Issue} issue
 * @param {import("./issue-options.js").PullRequest} pullRequest
 * @param {Viewer} viewer
 */
function pullRequest(issue, { mergedAt, baseRefName }, { forge, identity }) {
  const mergeCommit = () => {
    if (!forge.allows(identity, issue.repository, "contents", "read")) {
      throw forbidden();
    }
    const found = mergeCommitOf(issue);
    return found && commit(found);
  };
  return { merged: mergedAt !== null, mergedAt, baseRefName, mergeCommit, state: mergedAt ? "MERGED" : issue.state.toUpperCase() };
}

/**
 * @param {Comment} comment
 * @param {Viewer} viewer
 */
function comment({ id, author, body, createdAt, updatedAt, lastEditedAt, issue, reactions }, viewer) {
  return {
    __typename: "IssueComment",
    id: `IC_${id}`,
    fullDatabaseId: String(id),
    databaseId: id < 2 ** 31 ? id : null,
    ...{ body, createdAt, updatedAt, lastEditedAt },
    author: () => actor(author),
    authorAssociation: issue.repository.associations.get(author?.login ?? "") ?? "NONE",
    reactionGroups: reactionGroups(reactions, viewer),
    viewerDidAuthor: author === viewer.identity.user,
    url: `${htmlUrl(issue)}#issuecomment-${id}`,
  };
}

/**
 * All groups, empty ones too.
 *
 * @param {Comment["reactions"]} reactions
 * @param {Viewer} viewer
 */
function reactionGroups(reactions, { identity }) {
  return Object.entries(REACTIONS).map(([name, content]) => {
    const viewerHasReacted = reactions.some((reaction) => reaction.content === name && reaction.user === identity.user);
    return { __typename: "ReactionGroup", content, viewerHasReacted };
  });
}

/**
 * GraphQL omits the end of a bot's login, so a user may have the same one.
 *
 * @param {User | null} user
 */
function actor(user) {
  return user && { __typename: user.type, id: `U_${user.id}`, login: user.login.replace(/\[bot\]$/, "") };
}

/** @param {Repository} repository */
function labels(repository) {
  return {
    label: (/** @type {Arguments} */ { name }) => {
      const found = repository.label(name);
      return found ? label(found) : null;
    },
    labels: (/** @type {Arguments} */ { query = "", ...args }) => {
      const wanted = query.toLowerCase();
      return labelPage([...repository.labels.values()].filter(({ name }) => name.toLowerCase().includes(wanted)), args);
    },
  };
}

/** The sort keys of labels. Ids grow with time. */
const LABEL_KEYS = {
  CREATED_AT: (/** @type {Label} */ { id }) => [id],
  NAME: (/** @type {Label} */ { name }) => [name.toLowerCase()],
};

/**
 * @param {Label[]} labels
 * @param {Arguments} args the schema orders them by their creation
 */
function labelPage(labels, { orderBy: { field, direction }, ...page }) {
  const key = LABEL_KEYS[/** @type {keyof typeof LABEL_KEYS} */ (field)];
  return connection("labels", labels, page, { key, view: label, descending: direction === "DESC" });
}

/** @param {Label} label */
function label({ id, name, color, description }) {
  return { __typename: "Label", id: `LA_${id}`, name, color, description };
}
