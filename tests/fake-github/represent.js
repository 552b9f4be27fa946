/**
 * The state as REST returns it.
 */

/** @import { Forge, User } from "./forge.js" */
/** @import { Comment } from "./comment.js" */
/** @import { Issue } from "./issue.js" */
/** @import { File, Label, Milestone, Repository } from "./repository.js" */

/** The address in the fake's answers, which do not depend on its port. */
const API = "https://api.github.com";
export const SITE = "https://github.com";

const REACTIONS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket"];

/** @param {User} user */
export function user({ login, id, type }) {
  const url = `${API}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: "",
    url,
    html_url: `${SITE}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/**
 * @param {Repository} repository
 * @param {Label} label
 */
export function label(repository, { id, name, color, description }) {
  const url = `${API}/repos/${repository.name}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: `LA_${id}`, url, name, color, default: false, description };
}

/** @param {Issue} issue */
export function labels(issue) {
  return [...issue.labels].map((one) => label(issue.repository, one));
}

/** @param {Issue} issue */
export function htmlUrl(issue) {
  return `${SITE}/${issue.repository.name}/${issue.pullRequest ? "pull" : "issues"}/${issue.number}`;
}

/** @param {Issue} issue */
export function issue(issue) {
  const repository = `${API}/repos/${issue.repository.name}`;
  const url = `${repository}/issues/${issue.number}`;
  return {
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: htmlUrl(issue),
    id: issue.id,
    node_id: `I_${issue.id}`,
    number: issue.number,
    title: issue.title,
    user: issue.author && user(issue.author),
    labels: labels(issue),
    state: issue.state,
    locked: issue.locked,
    assignee: issue.assignees[0] ? user(issue.assignees[0]) : null,
    assignees: issue.assignees.map(user),
    milestone: issue.milestone && milestone(issue.repository, issue.milestone),
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: "NONE",
    active_lock_reason: null,
    body: issue.body,
    closed_by: null,
    reactions: reactions(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: issue.stateReason,
    ...(issue.pullRequest ? { draft: false, pull_request: pullRequest(issue, issue.pullRequest.mergedAt) } : {}),
  };
}

/**
 * @param {Repository} repository
 * @param {Milestone} milestone
 */
function milestone({ name, issues }, milestone) {
  const { id, number, title, createdAt } = milestone;
  const url = `${API}/repos/${name}/milestones/${number}`;
  const states = [...issues.values()].filter((issue) => issue.milestone === milestone).map(({ state }) => state);
  return {
    url,
    html_url: `${SITE}/${name}/milestone/${number}`,
    labels_url: `${url}/labels`,
    id,
    node_id: `MI_${id}`,
    number,
    state: "open",
    title,
    description: null,
    creator: null,
    open_issues: states.filter((state) => state === "open").length,
    closed_issues: states.filter((state) => state === "closed").length,
    created_at: createdAt,
    updated_at: createdAt,
    closed_at: null,
    due_on: null,
  };
}

/**
 * @param {Issue} issue
 * @param {string | null} merged_at
 */
function pullRequest(issue, merged_at) {
  const url = `${API}/repos/${issue.repository.name}/pulls/${issue.number}`;
  const html_url = htmlUrl(issue);
  return { url, html_url, diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch`, merged_at };
}

/** @param {Comment} comment */
export function comment({ id, issue, author, body, createdAt, updatedAt }) {
  const url = `${API}/repos/${issue.repository.name}/issues/comments/${id}`;
  return {
    url,
    html_url: `${htmlUrl(issue)}#issuecomment-${id}`,
    issue_url: `${API}/repos/${issue.repository.name}/issues/${issue.number}`,
    id,
    node_id: `IC_${id}`,
    user: author && user(author),
    created_at: createdAt,
    updated_at: updatedAt,
    body,
    author_association: "NONE",
    reactions: reactions(url),
    performed_via_github_app: null,
  };
}

/**
 * @param {Forge} forge
 * @param {string} who
 * @param {string} content
 */
export function reaction(forge, who, content) {
  const id = forge.newId();
  return { id, node_id: `REA_${id}`, user: user(forge.user(who)), content, created_at: forge.now() };
}

/** @param {string} url */
function reactions(url) {
  return { url: `${url}/reactions`, total_count: 0, ...Object.fromEntries(REACTIONS.map((name) => [name, 0])) };
}

/**
 * @param {Repository} repository
 * @param {string} path
 * @param {string} ref
 * @param {File} file
 */
export function file(repository, path, ref, { text }) {
  const url = `${API}/repos/${repository.name}/contents/${path}?ref=${ref}`;
  const git_url = `${API}/repos/${repository.name}/git/blobs/${repository.id}`;
  const html_url = `${SITE}/${repository.name}/blob/${ref}/${path}`;
  return {
    name: path.split("/").at(-1),
    path,
    sha: String(repository.id).padStart(40, "0"),
    size: Buffer.byteLength(text),
    url,
    html_url,
    git_url,
    download_url: `https://raw.githubusercontent.com/${repository.name}/${ref}/${path}`,
    type: "file",
    content: Buffer.from(text).toString("base64").replace(/.{60}/g, "$&\n"),
    encoding: "base64",
    _links: { self: url, git: git_url, html: html_url },
  };
}
