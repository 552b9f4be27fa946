/** Makes reports on known issues. */

import type { WasmSource } from "../index.js";
import type { KnownIssues } from "./known-issues.js";

/** The report as JSON: the content of `known-issues.json`. */
export type { KnownIssues };
export type { WasmSource };

/** The options of a report. All may be left out. */
export interface ReportOptions {
  /** The text of a policy file, which may extend a preset, but no file of another repository. If left out, Kubernetes' rules apply. */
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
  /** When it was last reopened; `last_reopened_at` is accepted too. */
  reopened_at?: string | null;
  user?: { login: string } | null;
  assignees?: readonly { login: string }[] | null;
  milestone?: { title: string } | null;
  /** Any value but null means that this is a pull request, which is ignored. */
  pull_request?: object | true | null;
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

/** Builds a report: `add` what is known, in any order and in parts of any size, then `finish` it. */
export class Report {
  /** @throws an `Error` that says what is wrong with `options` */
  constructor(options?: ReportOptions);

  /**
   * Adds data: a dump, or a list of issues whose `html_url` names their repository. The list may also be a list of pages,
   * as `gh api --paginate --slurp` prints. Pass JSON text as it is: that is faster than passing objects.
   *
   * @throws an `Error` if the data has another format. The report cannot be finished then: start a new one
   */
  add(part: Dump | readonly DumpIssue[] | readonly (readonly DumpIssue[])[] | string): void;

  /**
   * Continues an earlier `known-issues.json`, so that only later changes need to be added. Returns false, and adds
   * nothing, if it was judged under another policy, by another version or for another server: then everything must be added.
   *
   * @throws an `Error` if the text is not a `known-issues.json`
   */
  previous(text: string): boolean;

  /**
   * Adds a `known-issues.json` of other repositories, or of another part of the same ones.
   *
   * @throws an `Error` if the text is not a `known-issues.json`
   */
  merge(text: string): void;

  /** The date of the newest known change of an issue in a repository: older issues need not be fetched again. */
  since(repository: string): string | undefined;

  /** The pull requests that issues name and that are not known to be merged. Request these from GitHub. */
  wantedPullRequests(): PullRequestName[];

  /** Writes the report. The object cannot be used afterwards. */
  finish(): Files;

  /** Drops a report that is not finished, and frees its memory. */
  free(): void;
}

/**
 * Loads the module. Browsers and bundlers need it once, before any other function; elsewhere it does nothing.
 *
 * @param source where the WebAssembly file is; if left out, beside the script
 * @throws an `Error` that names the line to add to a bundler's settings, if the file is not there
 */
export default function init(source?: WasmSource | Promise<WasmSource>): Promise<void>;
