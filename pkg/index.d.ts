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

/** What `draft` may know besides the issue. */
export interface DraftOptions {
  /** The text of a policy file; if left out, Kubernetes' rules apply. */
  policy?: string | null;
  /**
   * The tags of the repository, in any order. With them, an entry is certain only for a release or the next one, and a
   * range without a start gets a proposal. Tags that are no versions are ignored.
   */
  releases?: readonly string[] | null;
  /** The repository, `owner/name`; if left out, the one of the issue's page, else `kubernetes/kubernetes`. */
  repository?: string | null;
}

/** `certain`: the text says so, and nothing contradicts it. `to-confirm`: a person has to confirm it. */
export type DraftConfidence = "certain" | "to-confirm";

/** Where a fact was read. */
export interface DraftFact {
  confidence: DraftConfidence;
  /** The words it was read from, without markup: untrusted text. */
  words: string;
  /**
   * Their place in the description, from 1, columns in UTF-16 code units, the end exclusive; null for a label, a title
   * and a pull request's own number.
   */
  span: { start: { line: number; column: number }; end: { line: number; column: number } } | null;
}

/** A release entry. */
export interface DraftEntry extends DraftFact {
  key: "introduced-in" | "resolved-in";
  /** A version, such as `v1.6.2`. */
  value: string;
}

/** A binary, in lower case. */
export interface DraftedName extends DraftFact {
  name: string;
}

/** A pull request with the fix. Owner and repository are null for the issue's own. */
export interface DraftPullRequest extends DraftFact {
  owner: string | null;
  repo: string | null;
  number: number;
}

/** What `draft` returns. */
export interface DraftAnswer {
  /** The version of this format. */
  schema: 1;
  /** Whether the issue is a withheld security issue. If so, nothing of this answer may be shown to others. */
  withheld: boolean;
  entries: DraftEntry[];
  binaries: DraftedName[];
  pullRequests: DraftPullRequest[];
  /**
   * The description in the format: one release block, the author's text, and the template. What is to be confirmed is a
   * comment in the release block. The text as it is, when it is in the format already or cannot be read.
   */
  description: string;
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
 * @param policy the text of a policy file, which may extend a preset, but no file of another repository; if left out,
 *   Kubernetes' rules apply
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

/**
 * Turns an old description, in which versions stand in words, into one in the format.
 *
 * @throws as `validate`, or an `Error` that names the wrong option
 */
export function draft(issue: Issue, options?: DraftOptions | null): DraftAnswer;
