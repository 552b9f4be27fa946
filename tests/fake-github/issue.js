/**
 * An issue or a pull request, which are the same on GitHub, with its labels and comments.
 */

import { LONGEST_BODY, MOST_COMMENTS, addReaction, checkCommentBody, checkLock, newComment, snapshotOf } from "./comment.js";
import { Refusal, invalid, notFound } from "./refusal.js";

/** @import { Comment, Reaction } from "./comment.js" */
/** @import { IssueOptions, StateReason } from "./issue-options.js" */
/** @import { Label, Milestone, Repository } from "./repository.js" */
/** @import { User } from "./forge.js" */

const MOST_LABELS = 100;

export class Issue {
  /** @type {Set<Label>} in the order in which they were added */
  labels = new Set();
  /** @type {Comment[]} the oldest first */
  comments = [];
  locked = false;
  /** @type {string | null} */
  lastEditedAt = null;
  /** @type {User | null} who edited the description last */
  editor = null;
  /** @type {string | null} */
  closedAt = null;
  /** @type {User[]} in the order in which they were assigned */
  assignees = [];
  /** @type {Milestone | null} */
  milestone = null;
  /** @type {{ id: number, createdAt: string }[]} the oldest first */
  reopenings = [];

  /**
   * @param {Repository} repository
   * @param {number} number
   * @param {IssueOptions} options
   */
  constructor(repository, number, options) {
    const { author = "reporter", createdAt = repository.forge.now(), state = "open" } = options;
    this.repository = repository;
    this.number = number;
    this.id = repository.forge.newId();
    this.title = options.title ?? "kubectl apply drops a field";
    this.body = options.body ?? null;
    this.author = author === null ? null : repository.forge.user(author);
    this.state = state;
    this.stateReason = options.stateReason ?? null;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.closedAt = state === "closed" ? createdAt : null;
    this.pullRequest = options.pullRequest ? { mergedAt: null, baseRefName: "main", commits: [], ...options.pullRequest } : null;
    this.#begin(options);
    for (const name of options.labels ?? []) {
      this.labels.add(this.repository.label(name) ?? repository.createLabel(author ?? "ghost", { name }));
    }
  }

  /** @param {IssueOptions} options its history before the test starts */
  #begin({ assignees = [], milestone = null, reopenedAt = [] }) {
    const { forge } = this.repository;
    this.assignees = assignees.map((login) => forge.user(login));
    this.milestone = milestone === null ? null : this.repository.milestone(milestone);
    this.reopenings = reopenedAt.map((createdAt) => ({ id: forge.newId(), createdAt }));
    this.#refer(`${this.title}\n\n${this.body ?? ""}`, this.createdAt);
  }

  /**
   * @param {string} text
   * @param {string} [date]
   */
  #refer(text, date = this.repository.forge.now()) {
    this.repository.forge.references.note(this, text, date);
  }

  /**
   * @param {string} who
   * @param {string[]} logins the new assignees
   */
  assign(who, logins) {
    this.assignees = logins.map((login) => this.repository.forge.user(login));
    this.#note(who, "assign", logins.join(","));
  }

  /**
   * @param {string} who
   * @param {string | null} title
   */
  plan(who, title) {
    this.milestone = title === null ? null : this.repository.milestone(title);
    this.#note(who, "set-milestone", title ?? "");
  }

  /** @param {string} name in any letter case */
  hasLabel(name) {
    const label = this.repository.label(name);
    return label !== undefined && this.labels.has(label);
  }

  /**
   * Labels that the repository lacks are created, as on GitHub.
   *
   * @param {string} who
   * @param {string[]} names
   */
  addLabels(who, names) {
    const missing = new Set(names.map((name) => name.toLowerCase()).filter((name) => !this.hasLabel(name)));
    if (this.labels.size + missing.size > MOST_LABELS) {
      throw invalid("Issue", "custom", "labels", `you cannot add more than ${MOST_LABELS} labels to an issue`);
    }
    for (const name of names.filter((name) => !this.hasLabel(name))) {
      const label = this.repository.label(name) ?? this.repository.createLabel(who, { name });
      this.labels.add(label);
      this.#note(who, "add-label", label.name);
    }
  }

  /**
   * @param {string} who
   * @param {string} name in any letter case
   * @throws {Refusal} 404 when the issue has no such label
   */
  removeLabel(who, name) {
    const label = this.repository.label(name);
    if (!label || !this.labels.delete(label)) {
      throw new Refusal(404, "Label does not exist");
    }
    this.#note(who, "remove-label", label.name);
  }

  /** @param {string} who */
  removeAllLabels(who) {
    for (const { name } of [...this.labels]) {
      this.removeLabel(who, name);
    }
  }

  /**
   * @param {string} who
   * @param {string} body
   * @returns {Comment}
   */
  addComment(who, body) {
    checkLock(this, who, "create");
    if (this.comments.length >= MOST_COMMENTS) {
      throw new Refusal(403, `Commenting is disabled on issues with more than ${MOST_COMMENTS} comments`);
    }
    checkCommentBody(body);
    const { forge } = this.repository;
    const now = forge.now();
    const author = forge.user(who);
    const comment = newComment(this, author, body, now);
    this.comments.push(comment);
    forge.comments.set(comment.id, comment);
    this.#refer(body);
    this.#noteComment(who, "post-comment", comment);
    return comment;
  }

  /**
   * @param {string} who
   * @param {number} id of one of its comments
   * @param {string} body
   * @returns {Comment}
   */
  updateComment(who, id, body) {
    const comment = this.#comment(id);
    checkLock(this, who, "update");
    checkCommentBody(body);
    if (comment.body !== body) {
      comment.body = body;
      comment.updatedAt = comment.lastEditedAt = this.repository.forge.now();
      this.#refer(body);
      this.#noteComment(who, "update-comment", comment);
    }
    return comment;
  }

  /**
   * @param {string} who
   * @param {number} id
   */
  deleteComment(who, id) {
    const comment = this.#comment(id);
    this.comments = this.comments.filter((other) => other !== comment);
    this.repository.forge.comments.delete(id);
    this.#noteComment(who, "delete-comment", comment);
  }

  /**
   * @param {string} who
   * @param {Comment} comment one of its comments
   * @param {Reaction} content
   * @returns {boolean} whether it is new
   */
  react(who, comment, content) {
    checkLock(this, who, "react to");
    const isNew = addReaction(comment, this.repository.forge.user(who), content);
    if (isNew) {
      this.#note(who, "add-reaction", `${comment.id} ${content}`);
    }
    return isNew;
  }

  /**
   * @param {string} who
   * @param {{ title?: string, body?: string | null }} changes
   */
  edit(who, { title = this.title, body = this.body }) {
    if ([...(body ?? "")].length > LONGEST_BODY) {
      throw invalid("Issue", "custom", "body", `body is too long (maximum is ${LONGEST_BODY} characters)`);
    }
    if (title !== this.title || body !== this.body) {
      this.lastEditedAt = body === this.body ? this.lastEditedAt : this.repository.forge.now();
      this.editor = body === this.body ? this.editor : this.repository.forge.user(who);
      this.title = title;
      this.body = body;
      this.#refer(`${title}\n\n${body ?? ""}`);
      this.#note(who, "edit-issue", "");
    }
  }

  /**
   * @param {string} who
   * @param {"open" | "closed"} state
   * @param {StateReason | null} [reason]
   */
  setState(who, state, reason = state === "closed" ? "completed" : "reopened") {
    if (state !== this.state || reason !== this.stateReason) {
      this.#noteReopening(state);
      this.state = state;
      this.stateReason = reason;
      this.closedAt = state === "closed" ? this.repository.forge.now() : null;
      this.#note(who, state === "closed" ? "close-issue" : "reopen-issue", reason ?? "");
    }
  }

  /** @param {"open" | "closed"} state the new state */
  #noteReopening(state) {
    const { forge } = this.repository;
    if (state === "open" && this.state === "closed") {
      this.reopenings.push({ id: forge.newId(), createdAt: forge.now() });
    }
  }

  /** @param {string} who */
  delete(who) {
    this.#leave();
    this.comments.forEach(({ id }) => this.repository.forge.comments.delete(id));
    this.repository.deleted.add(this.number);
    this.#note(who, "delete-issue", "");
  }

  /**
   * Labels that the other repository lacks are lost.
   *
   * @param {string} who
   * @param {Repository} repository
   * @returns {Issue} the issue in the other repository
   */
  transfer(who, repository) {
    const there = repository.addIssue({ title: this.title, body: this.body, author: this.author?.login ?? null });
    there.labels = new Set([...this.labels].map(({ name }) => repository.label(name)).filter((label) => label !== undefined));
    there.comments = this.comments;
    there.comments.forEach((comment) => (comment.issue = there));
    this.#leave();
    this.repository.transferred.set(this.number, there);
    this.#note(who, "transfer-issue", `${repository.name}#${there.number}`);
    return there;
  }

  #leave() {
    this.repository.issues.delete(this.number);
  }

  /** @param {number} id */
  #comment(id) {
    const comment = this.comments.find((comment) => comment.id === id);
    if (!comment) {
      throw notFound();
    }
    return comment;
  }

  /**
   * @param {string} who
   * @param {string} what
   * @param {string} detail
   * @param {string | null} [whose]
   */
  #note(who, what, detail, whose = null) {
    const { forge, name } = this.repository;
    this.updatedAt = forge.now();
    forge.journal.changes.push({ who, what, where: `${name}#${this.number}`, detail, whose });
  }

  /**
   * @param {string} who
   * @param {string} what
   * @param {Comment} comment
   */
  #noteComment(who, what, comment) {
    this.#note(who, what, String(comment.id), comment.author?.login ?? null);
  }

  snapshot() {
    const { title, body, state, stateReason, locked } = this;
    return {
      title,
      body,
      state,
      stateReason,
      locked,
      labels: [...this.labels].map(({ name }) => name).sort(),
      comments: this.comments.map(snapshotOf),
    };
  }
}
