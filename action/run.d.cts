/** The bundle that `dist/validate.cjs` loads for runs that ask GitHub or read a policy. */
export * from "./run.js";
