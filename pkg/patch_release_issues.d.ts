/* tslint:disable */
/* eslint-disable */
import type { Answer } from "./answer.js";
import type { DraftAnswer, DraftOptions, Event, Issue, Plan } from "./types.js";
export type { Answer, DraftAnswer, DraftOptions, Event, Issue, Plan };
export type { Answered, Done, DraftConfidence, DraftEntry, DraftFact, DraftPullRequest, DraftedName } from "./types.js";
export type { Inputs, Query, Trouble, Write } from "./types.js";



/**
 * Drafts a description in the format from an old one, in which versions stand in words. `issue` is what `validate`
 * takes.
 *
 * # Errors
 * Throws an `Error` that names the wrong member if `issue` or `options` do not have their format, and one that lists
 * every mistake in the policy.
 */
export function draft(issue: Issue, options?: DraftOptions | null): DraftAnswer;

/**
 * The plan of a run that cannot continue: prints `message`, escaped, and fails.
 *
 * # Errors
 * Never.
 */
export function failure(message: string): Plan;

/**
 * Decides what the action does for one event.
 *
 * # Errors
 * Never for any JSON value: for an unusable event, the plan fails and says why.
 */
export function plan(event: Event): Plan;

/**
 * Judges one issue. `issue` is an issue object as GitHub's REST API and webhooks return it. `policy` is the text of
 * a policy file; if left out, Kubernetes' rules apply.
 *
 * # Errors
 * Throws an `Error` that names the wrong member if `issue` does not have the format of an issue. Throws an `Error`
 * that lists every mistake in `policy`, each on a line with its position, if `policy` is not valid.
 */
export function validate(issue: Issue, policy?: string | null): Answer;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly draft: (a: any, b: any) => [number, number, number];
    readonly failure: (a: number, b: number) => [number, number, number];
    readonly plan: (a: any) => [number, number, number];
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
