/**
 * GitHub's state, in memory, and the operations on it. It knows nothing about HTTP.
 */

import { timestamp } from "./clock.js";
import { Journal } from "./journal.js";
import { References } from "./references.js";
import { Repository } from "./repository.js";

/** @import { Clock } from "./clock.js" */
/** @import { Comment } from "./comment.js" */

/** @typedef {{ login: string, id: number, type: "User" | "Bot" }} User */
/** @typedef {"none" | "read" | "write"} Access */
/** @typedef {{ issues?: Access, contents?: Access, "pull-requests"?: Access }} Permissions as a workflow names them */

/**
 * @typedef {object} Identity what a token identifies
 * @property {User} user
 * @property {Permissions} permissions in `repository`; those not named are `none`
 * @property {string} repository the only one in which the permissions hold; elsewhere, public data can be read
 * @property {{ limit: number, used: number, reset: number }} rate requests an hour; `reset` in milliseconds since 1970
 */

/** Larger than 32 bits, as GitHub's ids have been for years. */
const FIRST_ID = 3_141_592_653;

const HOUR = 3_600_000;

/** GITHUB_TOKEN's identity, as REST spells it. */
export const ACTIONS = "github-actions[bot]";

export class Forge {
  journal = new Journal();
  /** @type {Map<string, Repository>} by name in lower case, former names too */
  #repositories = new Map();
  /** @type {Map<string, User>} by login */
  #users = new Map();
  /** @type {Map<string, Identity>} by token */
  #identities = new Map();
  /** @type {Map<number, Comment>} by id */
  comments = new Map();
  references = new References(this);
  #nextId = FIRST_ID;

  /** @param {Clock} clock */
  constructor(clock) {
    this.clock = clock;
  }

  newId() {
    return this.#nextId++;
  }

  /** @returns {string} */
  now() {
    return timestamp(this.clock.now());
  }

  /**
   * @param {string} name `owner/name`
   * @param {import("./repository.js").RepositoryOptions} [options]
   */
  addRepository(name, options) {
    const repository = new Repository(this, name, options);
    this.#repositories.set(name.toLowerCase(), repository);
    return repository;
  }

  /** @param {string} name `owner/name`, in any letter case; may be a former name */
  repository(name) {
    return this.#repositories.get(name.toLowerCase());
  }

  /** @param {number} id */
  repositoryById(id) {
    return [...this.#repositories.values()].find((repository) => repository.id === id);
  }

  /**
   * Renames a repository. Its former name leads to it, as on GitHub.
   *
   * @param {Repository} repository
   * @param {string} name `owner/name`
   */
  rename(repository, name) {
    repository.name = name;
    this.#repositories.set(name.toLowerCase(), repository);
  }

  /**
   * @param {string} login a bot's ends in `[bot]`
   * @returns {User}
   */
  user(login) {
    const known = this.#users.get(login);
    const user = known ?? { login, id: this.newId(), type: login.endsWith("[bot]") ? "Bot" : "User" };
    this.#users.set(login, user);
    return user;
  }

  /**
   * @param {string} token
   * @param {{ repository: string, login?: string, permissions?: Permissions, limit?: number }} what
   */
  addToken(token, { repository, login = ACTIONS, permissions = {}, limit = 1000 }) {
    const rate = { limit, used: 0, reset: this.clock.now() + HOUR };
    this.#identities.set(token, { user: this.user(login), permissions, repository: repository.toLowerCase(), rate });
  }

  /** @param {string} token */
  revoke(token) {
    this.#identities.delete(token);
  }

  /** @param {string} token */
  identify(token) {
    return this.#identities.get(token);
  }

  /**
   * Whether a token permits something. Without a token, only public data can be read.
   *
   * @param {Identity | null} identity
   * @param {Repository} repository
   * @param {keyof Permissions | "metadata"} what
   * @param {Access} access
   */
  allows(identity, repository, what, access) {
    if (access === "read" && !repository.isPrivate) {
      return true;
    }
    if (!identity || this.repository(identity.repository) !== repository) {
      return false;
    }
    const granted = what === "metadata" ? "read" : identity.permissions[what];
    return granted === "write" || granted === access;
  }

  /**
   * The state without ids and times, which differ between runs that did the same.
   *
   * @returns {Record<string, unknown>} by the repositories' names
   */
  snapshot() {
    return Object.fromEntries([...new Set(this.#repositories.values())].map((repository) => [repository.name, repository.snapshot()]));
  }
}
