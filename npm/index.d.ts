/** Judges issues that track known problems in patch releases. */

import type { Answer } from "./answer.js";

export type { Answer };
export type { Diagnostic, Fix, Location, Note, Position, Replacement } from "./answer.js";

/** An issue as GitHub's REST API and webhooks return it. Other members are ignored. */
export interface Issue {
  /** The issue's number in its repository. */
  number: number;
  title: string;
  /** The description; null if it was never written. */
  body?: string | null;
  /** Names, or objects with a `name`, in any order. */
  labels?: readonly (string | { name?: string | null } | null)[] | null;
  /** Missing in some events. */
  state?: "open" | "closed" | null;
  /** Why it was closed, if GitHub gives a reason. */
  state_reason?: string | null;
  /** When it was last reopened, as `YYYY-MM-DDTHH:MM:SSZ`; webhooks do not say. */
  reopened_at?: string | null;
  /** When its description was last edited, likewise. */
  last_edited_at?: string | null;
  /** The issue's page. */
  html_url?: string | null;
  /** Any value but null means that this is a pull request: GitHub's REST API lists both as issues. */
  pull_request?: object | true | null;
}

/** Whether a version has the problem that an issue tracks. */
export interface VersionAnswer {
  /** `unknown` if the issue's entries do not tell: treat it as affected. */
  status: "affected" | "fixed" | "not-affected" | "unknown";
  /** Whether the issue says so, or it follows from how branches are cut; `none` if the status is unknown. */
  basis: "declared" | "inferred" | "none";
  /** The name of the rule that decided: `D…` declared, `I…` inferred, `U…` unknown. */
  rule: string;
}

/**
 * The WebAssembly file: its address (text or a `URL`), its bytes, a `Response`, or a compiled `WebAssembly.Module`.
 */
export type WasmSource = string | object;

/**
 * Loads the module. Browsers and bundlers need it once, before any other function; elsewhere it does nothing.
 *
 * @param source where the WebAssembly file is; if left out, beside the script
 * @throws an `Error` that names the line to add to a bundler's settings, if the file is not there
 */
export default function init(source?: WasmSource | Promise<WasmSource>): Promise<void>;

/**
 * Judges one issue.
 *
 * @param policy the text of a policy file; if left out, Kubernetes' rules apply
 * @throws an `Error` that names the wrong member if `issue` does not have the format of an issue, or lists every mistake
 *   in `policy`, each on a line with its position
 */
export function validate(issue: Issue, policy?: string | null): Answer;

/**
 * Corrects the description of an issue: applies every fix. Returns the description as it is if there is nothing to fix,
 * and an empty text if it was never written.
 *
 * @throws as `validate`
 */
export function fix(issue: Issue, policy?: string | null): string;

/**
 * Says whether a version has the problem that an issue tracks, as far as the issue's entries tell. Nothing is known
 * about an issue that is out of scope, or whose details are withheld.
 *
 * @param version such as `v1.6.2`; the `v` may be missing. Other text gets the answer `unknown`
 * @throws as `validate`
 */
export function affected(issue: Issue, version: string, policy?: string | null): VersionAnswer;

/**
 * The text that an issue's author starts with: Markdown.
 *
 * @throws an `Error` that lists every mistake in `policy`
 */
export function template(policy?: string | null): string;

// `draft(issue, { policy, releases, repository })` belongs here, with its types, in `index.js`, `node.cjs` and `node.js`.
