/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const affected: (a: any, b: any, c: any) => [number, number, number];
export const draft: (a: any, b: any) => [number, number, number];
export const fix: (a: any, b: any) => [number, number, number, number];
export const template: (a: any) => [number, number, number, number];
export const validate: (a: any, b: any) => [number, number, number];
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_start: () => void;
