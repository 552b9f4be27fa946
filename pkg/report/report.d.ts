/* tslint:disable */
/* eslint-disable */
import type { KnownIssues } from "./known-issues.js";
import type { Dump, DumpIssue, DumpPullRequest, Files, Plan, PullRequestName, ReportOptions } from "./types.js";
export type { Dump, DumpIssue, DumpPullRequest, Files, KnownIssues, PullRequestName, ReportOptions };


import type { Query, ReportingEnd, ReportingInputs, Trouble } from "./types.js";
export type { ReportingEnd, ReportingInputs };



/**
 * Builds a report: `add` what is known, in any order and in parts of any size, then `finish` it.
 */
export class Report {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Adds data: a dump, or a list of issues whose `html_url` names their repository. The list may also be a list of
     * pages, as `gh api --paginate --slurp` prints. Pass JSON text as it is: that is faster than passing objects.
     *
     * # Errors
     * Throws an `Error` if the data has another format. The report cannot be finished then: start a new one.
     */
    add(part: Dump | readonly DumpIssue[] | readonly (readonly DumpIssue[])[] | string): void;
    /**
     * Writes the report. The object cannot be used afterwards.
     *
     * # Errors
     * Throws an `Error` if the option `versions` names a vendor's build, such as `v1.9.4-gke.1`: it says which
     * release to ask about instead. Throws one, too, if no tag of a repository is a version of the project, but some
     * end in one.
     */
    finish(): Files;
    /**
     * Adds a `known-issues.json` of other repositories, or of another part of the same ones.
     *
     * # Errors
     * Throws an `Error` if the text is not a `known-issues.json`.
     */
    merge(text: string): void;
    /**
     * Starts an empty report.
     *
     * # Errors
     * Throws an `Error` that says what is wrong with `options`.
     */
    constructor(options: ReportOptions);
    /**
     * Continues an earlier `known-issues.json`, so that only later changes need to be added. Returns false, and adds
     * nothing, if it was judged under another policy, by another version or for another server: then everything must be
     * added.
     *
     * # Errors
     * Throws an `Error` if the text is not a `known-issues.json`.
     */
    previous(text: string): boolean;
    /**
     * The date of the newest known change of an issue in a repository: older issues need not be fetched again.
     */
    since(repository: string): string | undefined;
    /**
     * The pull requests that issues name and that are not known to be merged. Request these from GitHub.
     *
     * # Errors
     * Never.
     */
    wantedPullRequests(): PullRequestName[];
}

/**
 * A run of the report action: reads data, decides what to request from GitHub, and what to write at the end.
 */
export class Reporting {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Adds a part of a dump, as `Report.add` does.
     *
     * # Errors
     * Throws an `Error` if it has another format.
     */
    add(part: Dump | readonly DumpIssue[]): void;
    /**
     * The next query to GitHub; null if everything has been read.
     *
     * # Errors
     * Never.
     */
    ask(): Query | null;
    /**
     * The message about a final failure of a request to GitHub. It may contain untrusted text.
     *
     * # Errors
     * Throws an `Error` if the value is not a `Trouble`.
     */
    static explain(trouble: Trouble): string;
    /**
     * The file of another repository that a policy extends, `owner/name:path@ref`; empty if it extends none.
     */
    static extendedFile(policy: string): string;
    /**
     * Handles a failure that came instead of an answer.
     *
     * # Errors
     * Throws an `Error` that says why there can be no report.
     */
    fail(trouble: Trouble): void;
    /**
     * The query for the file at `path` in `repository`: a policy or a schedule.
     *
     * # Errors
     * Never.
     */
    static fileQuery(repository: string, path: string): Query;
    /**
     * The text of the file in GitHub's answer, which is passed as text. `input` is the input that names the file.
     *
     * # Errors
     * Throws an `Error` that says why there is none.
     */
    static fileText(input: string, path: string, body: string): string;
    /**
     * Why a file cannot be read without a token. `input` is the input that names it.
     */
    static fileWithoutToken(input: string, path: string): string;
    /**
     * Ends the run and returns its result. The object cannot be used afterwards.
     *
     * # Errors
     * Throws an `Error` that says why there can be no report.
     */
    finish(): ReportingEnd;
    /**
     * Adds a `known-issues.json` of other repositories, or of another part of the same ones.
     *
     * # Errors
     * Throws an `Error` if the text is not a `known-issues.json`.
     */
    merge(text: string): void;
    /**
     * Starts a run.
     *
     * # Errors
     * Throws an `Error` that lists every mistake in the inputs and the policy, one per line.
     */
    constructor(inputs: ReportingInputs);
    /**
     * Adds a note to the log: plain text without untrusted parts.
     */
    note(text: string): void;
    /**
     * Continues an earlier `known-issues.json`. If that is not possible, the log says so and everything is read again.
     */
    previous(text: string): void;
    /**
     * The progress of the run: one line for the log, without untrusted text.
     */
    progress(): string;
    /**
     * Reads GitHub's answer: the text of its body, JSON.
     *
     * # Errors
     * Throws an `Error` that says why there can be no report.
     */
    take(body: string): void;
}

/**
 * Answers a question of the compose page. `question` is JSON, and so is the answer.
 */
export function compose(question: string): string;

/**
 * The plan of a run that cannot continue: prints `message`, escaped, and fails.
 *
 * # Errors
 * Never.
 */
export function failure(message: string): Plan;

/**
 * Runs a command of the command line. `request` is JSON, and so is the result: what to print and to write, and the
 * exit code.
 */
export function runCommand(request: string): string;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_report_free: (a: number, b: number) => void;
    readonly __wbg_reporting_free: (a: number, b: number) => void;
    readonly compose: (a: number, b: number) => [number, number];
    readonly failure: (a: number, b: number) => [number, number, number];
    readonly report_add: (a: number, b: any) => [number, number];
    readonly report_finish: (a: number) => [number, number, number];
    readonly report_merge: (a: number, b: number, c: number) => [number, number];
    readonly report_new: (a: any) => [number, number, number];
    readonly report_previous: (a: number, b: number, c: number) => [number, number, number];
    readonly report_since: (a: number, b: number, c: number) => [number, number];
    readonly report_wantedPullRequests: (a: number) => [number, number, number];
    readonly reporting_add: (a: number, b: any) => [number, number];
    readonly reporting_ask: (a: number) => [number, number, number];
    readonly reporting_explain: (a: any) => [number, number, number, number];
    readonly reporting_extendedFile: (a: number, b: number) => [number, number];
    readonly reporting_fail: (a: number, b: any) => [number, number];
    readonly reporting_fileQuery: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly reporting_fileText: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number, number];
    readonly reporting_fileWithoutToken: (a: number, b: number, c: number, d: number) => [number, number];
    readonly reporting_finish: (a: number) => [number, number, number];
    readonly reporting_merge: (a: number, b: number, c: number) => [number, number];
    readonly reporting_new: (a: any) => [number, number, number];
    readonly reporting_note: (a: number, b: number, c: number) => void;
    readonly reporting_previous: (a: number, b: number, c: number) => void;
    readonly reporting_progress: (a: number) => [number, number];
    readonly reporting_take: (a: number, b: number, c: number) => [number, number];
    readonly runCommand: (a: number, b: number) => [number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
