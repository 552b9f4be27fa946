/** The action's event and its plan, for the repository's own scripts; not published. */

import type { DraftAnswer, DraftOptions, Issue, VersionAnswer } from "./index.js";

export type { DraftAnswer, DraftOptions, Issue, VersionAnswer };

/** The event that started a run of the action, and what has happened since. Every string is well-formed. */
export interface Event {
  /** The event's name, such as `issues`. */
  name: string;
  /** The repository that the workflow runs in: `owner/name`; empty if the runner does not provide it. */
  repository: string;
  /** The ref that the workflow runs on, such as `refs/heads/main`; empty if the runner does not provide it. */
  ref: string;
  /** The part of the event payload that is read. */
  payload: { issue?: Issue | null; comment?: { body?: string } | null; repository?: { default_branch?: string } | null };
  /** The action's inputs as written in the workflow. An empty string means that the input is absent. */
  inputs: Inputs;
  /** When the run started, as ISO 8601. Without it, no commands in comments are carried out. */
  now?: string;
  /** Whether there is a token. The token itself stays in JavaScript. */
  hasToken: boolean;
  /** The text of the file that the input `policy` names; null if the input is empty or there is no such file. */
  policy: string | null;
  /** GitHub's answers to this run's queries, in order. */
  answers: Answered[];
  /** How many times this run has carried out writes. */
  round: number;
  /** The writes that were certainly carried out, in order. */
  done: Done[];
  /** The requests to GitHub that failed, in order. */
  troubles: Trouble[];
}

/** The action's inputs that the core reads. */
export interface Inputs {
  "fail-on"?: string;
  comment?: string;
  labels?: string;
  facts?: string;
  "issue-number"?: string;
  policy?: string;
  sweep?: string;
  "dry-run"?: string;
}

/** An answer of GitHub's GraphQL endpoint. */
export interface Answered {
  /** The event's `round` when the query was planned. */
  round: number;
  /** The variables of the query. */
  variables: Query["variables"];
  /** The JSON body: `data`, which is never null, and possibly `errors`. */
  body: object;
}

/** A query to GitHub's GraphQL endpoint. */
export interface Query {
  /** The document. All values from outside are variables. */
  text: string;
  variables: Record<string, string | number>;
  /** Milliseconds to wait before sending it. */
  delay: number;
}

/** A change on GitHub to the event's repository or the plan's issue. */
export type Write =
  | { kind: "create-label"; name: string; /** Six hexadecimal digits. */ color: string; description: string }
  | { kind: "add-labels"; names: string[] }
  | { kind: "remove-label"; name: string }
  | { kind: "post-comment"; body: string; /** To be tried once if GitHub refuses `body`. */ shorter: string }
  | { kind: "update-comment"; id: string; body: string; /** As in `post-comment`. */ shorter: string }
  | { kind: "delete-comment"; id: string }
  | { kind: "edit-description"; body: string; /** The id of the comment that asks for it. */ comment: string }
  | {
      kind: "add-reaction";
      /** The id of the comment. */
      comment: string;
      content: "+1" | "confused";
      /** Why its commands were refused; empty if they were carried out. */
      reason: string;
    };

/** A write that was carried out. */
export interface Done {
  /** As it was planned. */
  write: Write;
  /** The id of the comment that was posted; null for every other write. */
  id: string | null;
}

/** A failure when a query was sent to GitHub or a write was carried out. */
export interface Trouble {
  /** `describe-issue` is a report's write to its tracking issue. */
  doing: "read" | Write["kind"] | "describe-issue";
  /**
   * The kind of failure:
   *
   * - `unauthorized`: the token is not accepted.
   * - `forbidden`: the token does not allow this, or no token does; `detail` is GitHub's message.
   * - `limited`: a rate limit that lasts longer than a run waits.
   * - `gone`: the target does not exist, or this token cannot see it.
   * - `moved`: GitHub redirected the request; nothing is written to the new place.
   * - `invalid`: GitHub refused the request, and for a comment also the shorter text; `detail` is
   *   `field code, field code`, or GitHub's message.
   * - `doubtful`: a write that may or may not have been applied.
   * - `unavailable`: after all retries, GitHub could not be reached or did not answer a read usably; `detail` is the
   *   system's error code, such as `ECONNREFUSED`, or the HTTP status.
   */
  kind: "unauthorized" | "forbidden" | "limited" | "gone" | "moved" | "invalid" | "doubtful" | "unavailable";
  /** The HTTP status; null if there was no answer. */
  status: number | null;
  /** Untrusted text of at most 1,000 UTF-16 code units; empty if there is no detail. */
  detail: string;
}

/**
 * What to do next. Unless that is a sweep: if there is a query, send it and plan again with the answer. Otherwise, if there are writes, carry
 * them out in order until one fails, and plan again. Otherwise the run ends with the exit code, the log, the outputs
 * and the summary.
 */
export interface Plan {
  /** Whether the event starts a sweep. Then nothing else is carried out: a `Sweep` plans the run. */
  sweep: boolean;
  query: Query | null;
  /** The number of the issue that the writes are about. */
  number: number;
  writes: Write[];
  /** The process's exit code: 0 or 1. */
  exitCode: number;
  /** Lines for standard output: workflow commands, complete and escaped. */
  log: string[];
  /** Step outputs in order; no value holds a line break. */
  outputs: [name: string, value: string][];
  /** The job summary: Markdown, at most 900 KiB; empty if there is nothing to show. */
  summary: string;
}
