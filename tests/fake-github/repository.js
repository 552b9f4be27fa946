/**
 * A repository: its labels, issues and pull requests, tags and files.
 */

import { Commits } from "./commits.js";
import { Issue } from "./issue.js";
import { invalid } from "./refusal.js";

/** @import { Target } from "./commits.js" */
/** @import { Forge } from "./forge.js" */
/** @import { IssueOptions } from "./issue-options.js" */

/** @typedef {{ isPrivate?: boolean, defaultBranch?: string, hasIssues?: boolean }} RepositoryOptions */
/** @typedef {{ id: number, name: string, color: string, description: string | null }} Label */
/** @typedef {{ id: number, number: number, title: string, createdAt: string }} Milestone */
/** @typedef {{ text: string, isBinary: boolean }} File */

/** GitHub's default colour of a label. */
const DEFAULT_COLOR = "ededed";

const LONGEST_LABEL = 50;
const LONGEST_DESCRIPTION = 100;

export class Repository {
  /** @type {Map<string, Label>} by name in lower case */
  labels = new Map();
  /** @type {Map<number, Issue>} pull requests too */
  issues = new Map();
  /** @type {Map<number, Issue>} where transferred issues went, by their former number */
  transferred = new Map();
  /** @type {Set<number>} numbers */
  deleted = new Set();
  /** @type {Map<string, Target>} by full name, such as `refs/tags/v1.6.0` */
  refs = new Map();
  /** @type {Map<string, Milestone>} by title */
  milestones = new Map();
  /** @type {Map<string, File>} by `branch:path` */
  files = new Map();
  /** @type {Set<string>} logins that may comment on locked issues */
  collaborators = new Set();
  /** @type {Map<string, string>} what people are to the repository, as GraphQL spells it, by login; `NONE` otherwise */
  associations = new Map();

  /**
   * @param {Forge} forge
   * @param {string} name `owner/name`
   * @param {RepositoryOptions} [options]
   */
  constructor(forge, name, { isPrivate = false, defaultBranch = "main", hasIssues = true } = {}) {
    this.forge = forge;
    this.name = name;
    this.id = forge.newId();
    this.isPrivate = isPrivate;
    this.defaultBranch = defaultBranch;
    this.hasIssues = hasIssues;
    this.git = new Commits(name, this.refs, () => forge.now(), defaultBranch);
  }

  /**
   * An issue, or a pull request when `pullRequest` is given.
   *
   * @param {IssueOptions} [options]
   */
  addIssue(options = {}) {
    const issue = new Issue(this, options.number ?? this.#nextNumber(), options);
    this.issues.set(issue.number, issue);
    return issue;
  }

  #nextNumber() {
    return Math.max(0, ...this.issues.keys(), ...this.transferred.keys(), ...this.deleted) + 1;
  }

  /**
   * @param {number} number the number of an existing issue or pull request
   * @returns {Issue}
   */
  issue(number) {
    const issue = this.issues.get(number);
    if (!issue) {
      throw new Error(`${this.name} has no issue ${number}`);
    }
    return issue;
  }

  /**
   * Creates a tag with its own commit, for tests that do not ask what it contains. `git` creates the others.
   *
   * @param {string} name
   * @param {string} date ISO 8601
   * @param {{ tagged?: string | null }} [options] the tagger's date, null for an unknown one, of an annotated tag
   */
  addTag(name, date, { tagged } = {}) {
    const commit = this.git.loose(`Release ${name}`, date);
    if (tagged === undefined) {
      this.git.tag(name, commit);
    } else {
      this.git.annotate(name, commit, tagged);
    }
  }

  /**
   * @param {string} name
   * @param {string} date ISO 8601
   */
  addBranch(name, date) {
    this.git.branch(name, this.git.loose(`Begin ${name}`, date));
  }

  /**
   * @param {string} path
   * @param {string} text
   * @param {{ branch?: string, isBinary?: boolean }} [options] the default branch by default
   */
  addFile(path, text, { branch = this.defaultBranch, isBinary = false } = {}) {
    this.files.set(`${branch}:${path}`, { text, isBinary });
  }

  /**
   * @param {string} expression as for `git rev-parse`, but only `BRANCH:PATH`
   * @returns {File | undefined}
   */
  file(expression) {
    return this.files.get(expression.replace(/^HEAD:/, `${this.defaultBranch}:`));
  }

  /**
   * @param {string} title of a milestone, which is created if it is missing
   * @returns {Milestone}
   */
  milestone(title) {
    const known = this.milestones.get(title);
    const made = known ?? { id: this.forge.newId(), number: this.milestones.size + 1, title, createdAt: this.forge.now() };
    this.milestones.set(title, made);
    return made;
  }

  /** @param {string} name in any letter case */
  label(name) {
    return this.labels.get(name.toLowerCase());
  }

  /**
   * @param {string} who
   * @param {{ name: string, color?: string, description?: string | null }} label
   * @returns {Label}
   */
  createLabel(who, { name, color = DEFAULT_COLOR, description = null }) {
    this.#checkLabel(name, color, description);
    if (this.label(name)) {
      throw invalid("Label", "already_exists", "name");
    }
    const label = { id: this.forge.newId(), name, color, description };
    this.labels.set(name.toLowerCase(), label);
    this.#note(who, "create-label", name);
    return label;
  }

  /**
   * @param {string} name
   * @param {string} color
   * @param {string | null} description
   */
  #checkLabel(name, color, description) {
    if (name.trim() === "") {
      throw invalid("Label", "missing_field", "name");
    }
    if ([...name].length > LONGEST_LABEL) {
      throw invalid("Label", "custom", "name", `name is too long (maximum is ${LONGEST_LABEL} characters)`);
    }
    if (!/^[0-9a-f]{6}$/i.test(color)) {
      throw invalid("Label", "invalid", "color");
    }
    if ([...(description ?? "")].length > LONGEST_DESCRIPTION) {
      throw invalid("Label", "custom", "description", `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`);
    }
  }

  /**
   * Also removes it from every issue.
   *
   * @param {string} who
   * @param {string} name
   */
  deleteLabel(who, name) {
    const label = this.label(name);
    if (label) {
      this.issues.forEach((issue) => issue.labels.delete(label));
      this.labels.delete(name.toLowerCase());
      this.#note(who, "delete-label", name);
    }
  }

  /**
   * @param {string} who
   * @param {string} what
   * @param {string} detail
   */
  #note(who, what, detail) {
    this.forge.journal.changes.push({ who, what, where: this.name, detail, whose: null });
  }

  snapshot() {
    const labels = [...this.labels.values()].map(({ name, color, description }) => ({ name, color, description }));
    return {
      labels: labels.sort((a, b) => (a.name < b.name ? -1 : 1)),
      issues: Object.fromEntries([...this.issues].map(([number, issue]) => [number, issue.snapshot()])),
      deleted: [...this.deleted],
      transferred: [...this.transferred].map(([number, issue]) => `${number} to ${issue.repository.name}#${issue.number}`),
    };
  }
}

