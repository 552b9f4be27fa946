/* tslint:disable */
/* eslint-disable */
import type { Answer } from "./answer.js";
import type { DraftAnswer, DraftOptions, Issue, VersionAnswer } from "./types.js";
export type { Answer, DraftAnswer, DraftOptions, Issue, VersionAnswer };



/**
 * Says whether a version has the problem that an issue tracks, as far as the issue's entries tell.
 *
 * # Errors
 * As `validate`; also if `version` is not a string. Text that is not a version gets the answer unknown.
 */
export function affected(issue: Issue, version: string, policy?: string | null): VersionAnswer;

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
 * Corrects the description of an issue: applies every fix. Returns the description as it is if there is nothing to
 * fix, and an empty text if it was never written.
 *
 * # Errors
 * As `validate`.
 */
export function fix(issue: Issue, policy?: string | null): string;

/**
 * The text that an issue's author starts with, which becomes a valid description once it is filled in: Markdown.
 *
 * # Errors
 * Throws an `Error` that lists every mistake in `policy`.
 */
export function template(policy?: string | null): string;

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
    readonly affected: (a: any, b: any, c: any) => [number, number, number];
    readonly draft: (a: any, b: any) => [number, number, number];
    readonly fix: (a: any, b: any) => [number, number, number, number];
    readonly template: (a: any) => [number, number, number, number];
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
