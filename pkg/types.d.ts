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
  /** The issue's page. */
  html_url?: string | null;
  /** Anything but null says that this is a pull request: GitHub's API calls both issues. */
  pull_request?: object | true | null;
}

/** What started a run of the action. */
export interface Event {
  /** The event's name, such as `issues`. */
  name: string;
  /** The part of the event payload that is read. */
  payload: { issue?: Issue | null };
  /** The action's inputs as written in the workflow; an empty string is an absent input. */
  inputs: { "fail-on"?: string };
}

/** All that a run of the action does. */
export interface Plan {
  /** The process's exit code: 0 or 1. */
  exitCode: number;
  /** Lines for standard output: workflow commands, complete and escaped. */
  log: string[];
  /** Step outputs in order; no value holds a line break. */
  outputs: [name: string, value: string][];
  /** The job summary: Markdown, at most 900 KiB; empty when there is nothing to show. */
  summary: string;
}
