/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_sweep_free: (a: number, b: number) => void;
export const failure: (a: number, b: number) => [number, number, number];
export const plan: (a: any) => [number, number, number];
export const sweep_fail: (a: number, b: any) => [number, number];
export const sweep_new: (a: any, b: number) => number;
export const sweep_next: (a: number, b: number) => [number, number, number];
export const sweep_take: (a: number, b: any) => void;
export const sweep_wrote: (a: number, b: any, c: any, d: number) => [number, number];
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_start: () => void;
