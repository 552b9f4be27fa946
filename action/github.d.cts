/** The bundle that `dist/validate.cjs` loads when there is something to ask or to write. */
export * from "./github.js";
