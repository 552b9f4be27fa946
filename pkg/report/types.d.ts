/** What a report is made from, and what it is. The report itself is in `known-issues.d.ts`, made from its JSON Schema. */

export * from "../types.js";

/** How a report is asked for; everything may be left out. */
export interface ReportOptions {
  /** The text of a policy file, without which Kubernetes' rules hold. */
  policy?: string | null;
  /** Releases and branches to tell about instead of all releases of the maintained branches. */
  versions?: readonly string[] | null;
  /** What counts as now, ISO 8601, when it is later than every date that is known. */
  now?: string | null;
  /** Where the repositories are; `https://github.com` when left out. */
  server?: string | null;
}

/** Everything known about some repositories, or a part of it. Other members are ignored. */
export interface Dump {
  schema?: 1;
  /** When it was fetched, ISO 8601. */
  now?: string | null;
  /** One repository may be there several times, each time with a part of it. */
  repositories: readonly {
    /** `owner/name`. */
    name: string;
    issues?: readonly DumpIssue[];
    tags?: readonly { name: string; date?: string | null }[];
    /** The pull requests that issues name. */
    pullRequests?: readonly DumpPullRequest[];
  }[];
}

/** An issue as GitHub's REST API lists it; the GraphQL API's spelling (`updatedAt`) is fine, too. */
export interface DumpIssue {
  number: number;
  title: string;
  body?: string | null;
  labels?: readonly (string | { name?: string | null } | null)[] | null;
  state?: string | null;
  state_reason?: string | null;
  html_url?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  closed_at?: string | null;
  /** The last edit of the description: null is never, left out is not known. */
  last_edited_at?: string | null;
  last_commented_at?: string | null;
  /** Anything but null says that this is a pull request, and is not read. */
  pull_request?: object | null;
}

/** What is known of a pull request. */
export interface DumpPullRequest {
  /** `owner/name`; left out for the repository that it stands in. */
  repository?: string | null;
  number: number;
  state?: string | null;
  merged?: boolean | null;
  merged_at?: string | null;
  updated_at?: string | null;
  /** The branch it was made for. */
  base?: string | { ref: string } | null;
}

/** A pull request's name. */
export interface PullRequestName {
  /** `owner/name` in lower case. */
  repository: string;
  number: number;
}

/** What a report is written as. */
export interface Files {
  /** Path and text of each file. */
  files: [path: string, text: string][];
  /** Markdown for an issue's body, at most 60,000 characters. */
  issueBody: string;
  /** Markdown for a job summary, at most 900 KiB. */
  summary: string;
}

/** The inputs of the report action, as they stand in the workflow, and what the runner says; all may be left out. */
export interface ReportingInputs {
  /** `owner/name`, separated by blanks, commas or line ends. */
  repositories?: string;
  /** Whether issues are read from files. */
  hasDump?: boolean;
  /** Whether reports are merged. */
  hasShards?: boolean;
  trackingIssue?: string;
  /** Separated like repositories. */
  versions?: string;
  /** The folder that outputs name. */
  output?: string;
  /** A policy file's text. */
  policy?: string;
  /** Where the workflow runs: `owner/name`. */
  repository?: string;
  /** Where GitHub's pages are. */
  server?: string;
  hasToken?: boolean;
}

/** A write to an issue's description. */
export interface DescribeIssue {
  kind: "describe-issue";
  body: string;
}

/** What a run of the report action ends with. */
export interface ReportingEnd {
  /** Path and text of each file. */
  files: [path: string, text: string][];
  /** The tracking issue's new description; null when it is not to be written. */
  description: { number: number; body: string } | null;
  /** Lines for standard output: workflow commands, complete and escaped. */
  log: string[];
  /** Step outputs in order. */
  outputs: [name: string, value: string][];
  /** The job summary: Markdown, at most 900 KiB. */
  summary: string;
}
