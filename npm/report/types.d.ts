/** The input of a report, and its files. The report itself is in `known-issues.d.ts`, generated from its JSON Schema. */

export * from "../types.js";

/** The options of a report. All may be left out. */
export interface ReportOptions {
  /** The text of a policy file. If left out, Kubernetes' rules apply. */
  policy?: string | null;
  /** Releases and branches to report on instead of all releases of the maintained branches. */
  versions?: readonly string[] | null;
  /** Since when changes are shown: a date, or a number of days before now. Seven days when left out. */
  changesSince?: string | null;
  /** The text of a schedule in the form of Kubernetes' `data/releases/schedule.yaml`. */
  schedule?: string | null;
  /** What counts as now if it is later than every known date, ISO 8601. */
  now?: string | null;
  /** The address of the server with the repositories; `https://github.com` when left out. */
  server?: string | null;
}

/** Everything known about some repositories, or a part of it. Other members are ignored. */
export interface Dump {
  schema?: 1;
  /** When it was fetched, ISO 8601. */
  now?: string | null;
  /** A repository may occur several times, each time with a part of its data. */
  repositories: readonly {
    /** `owner/name`. */
    name: string;
    issues?: readonly DumpIssue[];
    /** The default branch, such as `main`. */
    default_branch?: string | null;
    /** `commit` is what the tag points to: its id, or REST's object. */
    tags?: readonly { name: string; date?: string | null; commit?: string | { sha: string } | null }[];
    /** The pull requests that issues name. */
    pullRequests?: readonly DumpPullRequest[];
    /** Whether tags contain merge commits; null when that was asked and cannot be told. */
    comparisons?: readonly { tag: string; commit: string; contains: boolean | null }[];
  }[];
}

/** An issue as GitHub's REST API lists it. The GraphQL API's names (`updatedAt`) are accepted too. */
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
  /** When the description was last edited. Null means never; left out means unknown. */
  last_edited_at?: string | null;
  last_commented_at?: string | null;
  reopened_at?: string | null;
  user?: { login: string } | null;
  assignees?: readonly { login: string }[] | null;
  milestone?: { title: string } | null;
  /** Any value but null means that this is a pull request, which is ignored. */
  pull_request?: object | null;
}

/** The data of a pull request. */
export interface DumpPullRequest {
  /** `owner/name`; may be left out for the repository that lists it. */
  repository?: string | null;
  number: number;
  state?: string | null;
  merged?: boolean | null;
  merged_at?: string | null;
  updated_at?: string | null;
  /** The base branch. */
  base?: string | { ref: string } | null;
  /** The commit that it was merged as. */
  merge_commit_sha?: string | null;
  title?: string | null;
  /** Only what it says of other pull requests is kept. */
  body?: string | null;
  user?: { login: string } | null;
}

/** A pull request's name. */
export interface PullRequestName {
  /** `owner/name` in lower case. */
  repository: string;
  number: number;
}

/** The files and texts of a report. */
export interface Files {
  /** The path and text of each file. */
  files: [path: string, text: string][];
  /** Markdown for an issue's body, at most 60,000 characters. */
  issueBody: string;
  /** Markdown for a job summary, at most 900 KiB. */
  summary: string;
}

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
