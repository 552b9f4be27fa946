/**
 * The part of GitHub's API that the demo needs, on this machine: one issue of a repository without labels. It returns
 * the issue, accepts labels and comments, and refuses everything else.
 */

import { once } from "node:events";
import { createServer } from "node:http";

/** @import { IncomingMessage, ServerResponse } from "node:http" */
/** @import { IssueEvent } from "./event.js" */

/** @typedef {{ status: number, body: unknown }} Answer */

const NOT_FOUND = { status: 404, body: { message: "Not Found: the demo's GitHub does not provide this" } };

export class LocalGitHub {
  /** The texts of the comments that were posted. @type {string[]} */
  comments = [];
  /** The labels that were created in the repository. @type {string[]} */
  created = [];
  /** The labels of the issue. @type {string[]} */
  labels;

  #server = createServer((request, response) => void this.#exchange(request, response));

  /**
   * @param {IssueEvent} event
   * @param {string} [policy] the text of the policy file
   */
  constructor({ issue, repository }, policy) {
    this.issue = issue;
    this.policy = policy;
    this.repository = repository?.full_name ?? "kubernetes/kubernetes";
    this.labels = (issue.labels ?? []).map(({ name }) => name);
  }

  /**
   * @param {IssueEvent} event
   * @param {string} [policy] the text of the policy file
   * @returns {Promise<LocalGitHub>} listening on a free port of the loopback interface
   */
  static async start(event, policy) {
    const github = new LocalGitHub(event, policy);
    github.#server.listen(0, "127.0.0.1");
    await once(github.#server, "listening");
    return github;
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get url() {
    const address = /** @type {import("node:net").AddressInfo} */ (this.#server.address());
    return `http://127.0.0.1:${address.port}`;
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async #exchange(request, response) {
    const text = Buffer.concat(await request.toArray()).toString();
    const { status, body } = this.#answer(`${request.method} ${request.url}`, text === "" ? {} : JSON.parse(text));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  /**
   * @param {string} request
   * @param {any} body
   * @returns {Answer}
   */
  #answer(request, body) {
    const [repository, issue] = [`/repos/${this.repository}`, `/repos/${this.repository}/issues/${this.issue.number}`];
    switch (request) {
      case "POST /graphql":
        return { status: 200, body: { data: { repository: this.#query(body.variables) } } };
      case `POST ${repository}/labels`:
        this.created.push(body.name);
        return { status: 201, body: { name: body.name } };
      case `POST ${issue}/labels`:
        this.labels.push(...body.labels);
        return { status: 200, body: this.labels.map((name) => ({ name })) };
      case `POST ${issue}/comments`:
        this.comments.push(body.body);
        return { status: 201, body: { id: this.comments.length, body: body.body } };
      default:
        return request.startsWith(`DELETE ${issue}/labels/`) ? this.#removeLabel(request) : NOT_FOUND;
    }
  }

  /**
   * @param {string} request
   * @returns {Answer}
   */
  #removeLabel(request) {
    const name = decodeURIComponent(request.split("/").at(-1) ?? "");
    const rest = this.labels.filter((label) => label !== name);
    if (rest.length === this.labels.length) {
      return NOT_FOUND;
    }
    this.labels = rest;
    return { status: 200, body: rest.map((label) => ({ name: label })) };
  }

  /**
   * Answers the action's query. Each variable `lN` asks for the repository's labels whose names contain a word.
   *
   * @param {Record<string, unknown>} variables
   */
  #query(variables) {
    const searches = Object.entries(variables).filter(([name]) => /^l\d+$/.test(name));
    const found = (/** @type {unknown} */ word) => this.created.filter((name) => name.includes(String(word)));
    return {
      issue: "number" in variables ? this.#issue() : undefined,
      policy: "policy" in variables ? { text: this.policy } : null,
      ...Object.fromEntries(searches.map(([name, word]) => [name, nodes(found(word))])),
    };
  }

  #issue() {
    const { number, title, body, state, state_reason: reason, html_url: url } = this.issue;
    const comments = this.comments.map((text, index) => ({ fullDatabaseId: String(index + 1), viewerDidAuthor: true, body: text }));
    return {
      __typename: "Issue",
      number,
      title,
      body,
      state: state?.toUpperCase(),
      stateReason: reason?.toUpperCase() ?? null,
      url,
      labels: nodes(this.labels),
      comments: { nodes: comments, pageInfo: { hasNextPage: false, endCursor: null } },
    };
  }
}

/** @param {string[]} names */
function nodes(names) {
  return { nodes: names.map((name) => ({ name })) };
}
