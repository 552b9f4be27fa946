/* tslint:disable */
/* eslint-disable */
import type { Done, Trouble } from "../types.js";


import type { Event, Plan } from "../types.js";



/**
 * A run that sweeps: judges all issues again.
 */
export class Sweep {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Notes that the planned query failed.
     *
     * # Errors
     * Throws an `Error` if the value is not a `Trouble`.
     */
    fail(trouble: Trouble): void;
    /**
     * Starts a sweep for an event whose plan says so, at `now`, in milliseconds since 1970.
     *
     * # Errors
     * Never: `plan` has read the same event.
     */
    constructor(event: Event, now: number);
    /**
     * What to do next, at `now`, in milliseconds since 1970.
     *
     * # Errors
     * Never.
     */
    next(now: number): Plan;
    /**
     * Reads the JSON body of GitHub's answer to the planned query.
     */
    take(body: object): void;
    /**
     * Notes which of the planned writes were carried out, and why the next one failed. `sent` is how often the sweep has
     * attempted to write so far.
     *
     * # Errors
     * Throws an `Error` if the values have other types.
     */
    wrote(done: Done[], trouble: Trouble | null, sent: number): void;
}

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

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_sweep_free: (a: number, b: number) => void;
    readonly failure: (a: number, b: number) => [number, number, number];
    readonly plan: (a: any) => [number, number, number];
    readonly sweep_fail: (a: number, b: any) => [number, number];
    readonly sweep_new: (a: any, b: number) => number;
    readonly sweep_next: (a: number, b: number) => [number, number, number];
    readonly sweep_take: (a: number, b: any) => void;
    readonly sweep_wrote: (a: number, b: any, c: any, d: number) => [number, number];
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
