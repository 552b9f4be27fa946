/** The report action's input and its end, for the repository's own scripts; not published. */

import type { Dump, DumpIssue, DumpPullRequest, Files, PullRequestName, ReportOptions } from "./index.js";

export * from "../types.js";
export type { Dump, DumpIssue, DumpPullRequest, Files, PullRequestName, ReportOptions };

/** The report action's inputs as written in the workflow, and values from the runner. All may be left out. */
export interface ReportingInputs {
  /** `owner/name`, separated by spaces, commas or line breaks. */
  repositories?: string;
  /** Whether issues are read from files. */
  hasDump?: boolean;
  /** Whether reports are merged. */
  hasShards?: boolean;
  trackingIssue?: string;
  /** Separated like `repositories`. */
  versions?: string;
  changesSince?: string;
  /** The report's folder, as the outputs name it. */
  output?: string;
  /** A policy file's text. */
  policy?: string;
  /** The text of the file of another repository that the policy extends. */
  shared?: string;
  /** A schedule's text. */
  schedule?: string;
  /** The repository that the workflow runs in: `owner/name`. */
  repository?: string;
  /** The address of GitHub's web pages. */
  server?: string;
  hasToken?: boolean;
  /** A number that was drawn for this run: it selects what is checked of an earlier report. */
  seed?: number;
}

/** A write to an issue's description. */
export interface DescribeIssue {
  kind: "describe-issue";
  body: string;
}

/** The result of a run of the report action. */
export interface ReportingEnd {
  /** The path and text of each file. */
  files: [path: string, text: string][];
  /** The tracking issue's new description; null if it is not to be written. */
  description: { number: number; body: string } | null;
  /** Lines for standard output: workflow commands, complete and escaped. */
  log: string[];
  /** Step outputs in order. */
  outputs: [name: string, value: string][];
  /** The job summary: Markdown, at most 900 KiB. */
  summary: string;
}
