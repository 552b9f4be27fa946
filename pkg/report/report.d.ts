/* tslint:disable */
/* eslint-disable */
import type { Answer } from "./answer.js";
import type { Event, Issue, Plan } from "./types.js";
export type { Answer, Event, Issue, Plan };
export type { Answered, Done, Inputs, Query, Trouble, Write } from "./types.js";


import type { KnownIssues } from "./known-issues.js";
import type { Dump, DumpIssue, DumpPullRequest, Files, PullRequestName, ReportOptions } from "./types.js";
export type { Dump, DumpIssue, DumpPullRequest, Files, KnownIssues, PullRequestName, ReportOptions };


import type { Query, ReportingEnd, ReportingInputs, Trouble } from "./types.js";
export type { ReportingEnd, ReportingInputs };



/**
 * A report in the making: give it what is known, in any order and in parts of any size, then `finish` it.
 */
export class Report {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Takes a part of what is known: a dump, or a list of issues that tell their repository by `html_url`; the list may
     * be one of pages, as `gh api --paginate --slurp` prints. Give it as the JSON text that it came as, if it did: that
     * is read faster than objects are.
     *
     * # Errors
     * Throws an `Error` when it does not have that shape. The report cannot be finished then: make it anew.
     */
    add(part: Dump | readonly DumpIssue[] | readonly (readonly DumpIssue[])[] | string): void;
    /**
     * Writes the report. The object cannot be used afterwards.
     *
     * # Errors
     * Never.
     */
    finish(): Files;
    /**
     * Takes the `known-issues.json` of other repositories, or of other parts of the same.
     *
     * # Errors
     * Throws an `Error` when the text is no `known-issues.json`.
     */
    merge(text: string): void;
    /**
     * Starts a report about nothing.
     *
     * # Errors
     * Throws an `Error` that says what is wrong with `options`.
     */
    constructor(options: ReportOptions);
    /**
     * Takes a `known-issues.json` of before; then only what changed since need be added. False, and nothing is taken,
     * when it was judged under another policy or by another version: everything must be added.
     *
     * # Errors
     * Throws an `Error` when the text is no `known-issues.json`.
     */
    previous(text: string): boolean;
    /**
     * The newest change of an issue that is known of a repository; what is older need not be fetched again.
     */
    since(repository: string): string | undefined;
    /**
     * The pull requests that issues name and that are not known to be merged: what to ask GitHub about.
     *
     * # Errors
     * Never.
     */
    wantedPullRequests(): PullRequestName[];
}

/**
 * A run of the report action: reads what is known, says what to ask GitHub, and what to write at the end.
 */
export class Reporting {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Takes a part of a dump, as `Report.add` does.
     *
     * # Errors
     * Throws an `Error` when it does not have that shape.
     */
    add(part: Dump | readonly DumpIssue[]): void;
    /**
     * What to ask GitHub; null when everything is there.
     *
     * # Errors
     * Never.
     */
    ask(): Query | null;
    /**
     * What to say of something that went wrong at GitHub for good; may hold foreign text.
     *
     * # Errors
     * Throws an `Error` when it is no trouble.
     */
    static explain(trouble: Trouble): string;
    /**
     * Takes what went wrong instead.
     *
     * # Errors
     * Throws an `Error` that says why there can be no report.
     */
    fail(trouble: Trouble): void;
    /**
     * What the run ends with. The object cannot be used afterwards.
     *
     * # Errors
     * Throws an `Error` that says why there can be no report.
     */
    finish(): ReportingEnd;
    /**
     * Takes the `known-issues.json` of other repositories, or of other parts of the same.
     *
     * # Errors
     * Throws an `Error` when the text is no `known-issues.json`.
     */
    merge(text: string): void;
    /**
     * Starts a run.
     *
     * # Errors
     * Throws an `Error` that tells every mistake in the inputs and the policy, a line each.
     */
    constructor(inputs: ReportingInputs);
    /**
     * Tells readers of the log something, in plain words without anything from outside.
     */
    note(text: string): void;
    /**
     * What to ask GitHub for the policy file at `path` of `repository`.
     *
     * # Errors
     * Never.
     */
    static policyQuery(repository: string, path: string): Query;
    /**
     * The text of the policy file in GitHub's answer, which is given as text.
     *
     * # Errors
     * Throws an `Error` that says why there is none.
     */
    static policyText(path: string, body: string): string;
    /**
     * Takes the `known-issues.json` of before. What cannot be continued is told in the log, and read anew.
     */
    previous(text: string): void;
    /**
     * How far the run is: a line for the log, harmless.
     */
    progress(): string;
    /**
     * Takes GitHub's answer: the text of its body, JSON.
     *
     * # Errors
     * Throws an `Error` that says why there can be no report.
     */
    take(body: string): void;
}

/**
 * The plan of a run that cannot go on: prints `message`, escaped, and fails.
 *
 * # Errors
 * Never.
 */
export function failure(message: string): Plan;

/**
 * Decides what the action does about one event.
 *
 * # Errors
 * Never for any JSON value: an event that cannot be used becomes a plan that fails and says why.
 */
export function plan(event: Event): Plan;

/**
 * Judges one issue. `issue` is an issue object as GitHub's REST API and webhooks spell it; `policy` is the text of a
 * policy file, without which Kubernetes' rules hold.
 *
 * # Errors
 * Throws an `Error` that names the member when `issue` does not have the shape of an issue, and one that tells every
 * mistake in `policy`, a line each, with its line and column.
 */
export function validate(issue: Issue, policy?: string | null): Answer;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_report_free: (a: number, b: number) => void;
    readonly __wbg_reporting_free: (a: number, b: number) => void;
    readonly failure: (a: number, b: number) => [number, number, number];
    readonly plan: (a: any) => [number, number, number];
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
    readonly reporting_fail: (a: number, b: any) => [number, number];
    readonly reporting_finish: (a: number) => [number, number, number];
    readonly reporting_merge: (a: number, b: number, c: number) => [number, number];
    readonly reporting_new: (a: any) => [number, number, number];
    readonly reporting_note: (a: number, b: number, c: number) => void;
    readonly reporting_policyQuery: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly reporting_policyText: (a: number, b: number, c: number, d: number) => [number, number, number, number];
    readonly reporting_previous: (a: number, b: number, c: number) => void;
    readonly reporting_progress: (a: number) => [number, number];
    readonly reporting_take: (a: number, b: number, c: number) => [number, number];
    readonly validate: (a: any, b: any) => [number, number, number];
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
