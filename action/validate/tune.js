/** Settings of V8 for long descriptions. */

/** @import { Event } from "../../pkg/types.js" */

/**
 * For descriptions of more than this length, in UTF-16 code units, V8 optimises the core's code in threads while it
 * runs, and the process waits for them at exit. Preventing that costs 1.6 ms and saves up to a third (bench/README.md).
 */
const LONG = 6_000;

/**
 * To be called before the core is loaded.
 *
 * @param {Event} event
 */
export function tune(event) {
  if ((event.payload.issue?.body?.length ?? 0) > LONG) {
    process.getBuiltinModule("node:v8").setFlagsFromString("--wasm-tiering-budget=1000000000");
  }
}
