/** What the core is given and what it plans. The answer of `validate` is in `answer.d.ts`, made from its JSON Schema. */

/** An issue as GitHub's REST API and webhooks spell it; other members are ignored. */
export interface Issue {
  /** The number in its repository. */
  number: number;
  title: string;
  /** The description; null when it was never written. */
  body?: string | null;
  /** Names, or objects that have one, in any order. */
  labels?: readonly (string | { name?: string | null } | null)[] | null;
  /** Some events do not say. */
  state?: "open" | "closed" | null;
  /** Why it was closed, when GitHub says so. */
  state_reason?: string | null;
  /** When it was last reopened, as `YYYY-MM-DDTHH:MM:SSZ`; webhooks do not say. */
  reopened_at?: string | null;
  /** When its description was last edited, likewise. */
  last_edited_at?: string | null;
  /** The issue's page. */
  html_url?: string | null;
  /** Anything but null says that this is a pull request: GitHub's API calls both issues. */
  pull_request?: object | true | null;
}

/** What started a run of the action, and what came of it so far. Every string is well-formed. */
export interface Event {
  /** The event's name, such as `issues`. */
  name: string;
  /** The repository that the workflow runs in: `owner/name`; empty where the runner does not say. */
  repository: string;
  /** The ref that the workflow runs on, such as `refs/heads/main`; empty where the runner does not say. */
  ref: string;
  /** The part of the event payload that is read. */
  payload: { issue?: Issue | null; repository?: { default_branch?: string } | null };
  /** The action's inputs as written in the workflow; an empty string is an absent input. */
  inputs: Inputs;
  /** Whether there is a token. The token itself stays in JavaScript. */
  hasToken: boolean;
  /** The text of the file that the input `policy` names; null when the input is empty or there is no such file. */
  policy: string | null;
  /** What GitHub answered to this run's queries, in order. */
  answers: Answered[];
  /** How many times this run carried out writes. */
  round: number;
  /** The writes that were carried out for certain, in order. */
  done: Done[];
  /** What went wrong at GitHub, in order. */
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
}

/** An answer of GitHub's GraphQL endpoint. */
export interface Answered {
  /** The event's `round` when it was asked for. */
  round: number;
  /** The variables sent. */
  variables: Query["variables"];
  /** The JSON body: `data`, which is never null, and perhaps `errors`. */
  body: object;
}

/** A question to GitHub's GraphQL endpoint. */
export interface Query {
  /** The document. All that comes from outside is a variable. */
  text: string;
  variables: Record<string, string | number>;
  /** Milliseconds to wait before asking. */
  delay: number;
}

/** A change at GitHub, of the event's repository and the plan's issue. */
export type Write =
  | { kind: "create-label"; name: string; /** Six hexadecimal digits. */ color: string; description: string }
  | { kind: "add-labels"; names: string[] }
  | { kind: "remove-label"; name: string }
  | { kind: "post-comment"; body: string; /** To be tried once when GitHub refuses `body`. */ shorter: string }
  | { kind: "update-comment"; id: string; body: string; /** As in `post-comment`. */ shorter: string }
  | { kind: "delete-comment"; id: string };

/** A write that was carried out. */
export interface Done {
  /** As it was planned. */
  write: Write;
  /** The id of the comment that was posted; null for every other write. */
  id: string | null;
}

/** What went wrong at GitHub when a query was asked or a write carried out. */
export interface Trouble {
  /** `describe-issue` is what a report does with its tracking issue. */
  doing: "read" | Write["kind"] | "describe-issue";
  /**
   * What it comes down to:
   *
   * - `unauthorized`: the token is not accepted.
   * - `forbidden`: the token may not do this, or nobody may; `detail` is GitHub's message.
   * - `limited`: a rate limit, for longer than a run waits.
   * - `gone`: what it is about does not exist, or not for this token.
   * - `moved`: GitHub answered with another place, where nothing is written.
   * - `invalid`: GitHub refused the request, a comment's shorter text too; `detail` is `field code, field code`, or
   *   GitHub's message.
   * - `doubtful`: a write that may or may not have been applied.
   * - `unavailable`: GitHub could not be reached, or did not answer a read sensibly, however often it was tried;
   *   `detail` is the system's error code, such as `ECONNREFUSED`, or the HTTP status.
   */
  kind: "unauthorized" | "forbidden" | "limited" | "gone" | "moved" | "invalid" | "doubtful" | "unavailable";
  /** The HTTP status; null when there was no answer. */
  status: number | null;
  /** At most 1,000 UTF-16 code units of foreign text; empty when there is nothing to say. */
  detail: string;
}

/**
 * What to do next. With a query: ask, and plan again with the answer. Else with writes: carry them out in order until
 * one fails, and plan again. Else the run ends with the exit code, the log, the outputs and the summary.
 */
export interface Plan {
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
  /** The job summary: Markdown, at most 900 KiB; empty when there is nothing to show. */
  summary: string;
}
