/** The bundle that `dist/validate.cjs` loads to read from GitHub or write to it. */
export * from "./github.js";
