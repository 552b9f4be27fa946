/**
 * Loads `pkg/offline/`, the small part of the core for runs that ask GitHub nothing and read no policy. It takes bytes
 * and gives bytes.
 */

import { readFileSync } from "node:fs";

import { fail, initSync, run } from "../../pkg/offline/offline.js";
import { flat } from "./flat.js";
import { tune } from "./tune.js";

/** @import { Event } from "../../pkg/types.js" */
/** @import { End } from "../runner.js" */

/**
 * Runs the action for an event, if that takes neither GitHub nor a policy.
 *
 * @param {Event} event all its strings are well-formed
 * @returns {End | null} null for any other run
 * @throws {Error} when the core cannot be loaded or traps; after a trap the instance must not be used again
 */
export function runOffline(event) {
  // The core has the last word. This only keeps its small part from being loaded in vain.
  if (event.hasToken || event.inputs.policy?.trim() !== "") {
    return null;
  }
  tune(event);
  load();
  const end = run(flat(event), Buffer.from(random()));
  return end.length === 0 ? null : read(end);
}

/**
 * The end of a run that cannot continue: prints the message, escaped, and fails.
 *
 * @param {string} message says what is wrong, where, and what to do; may contain untrusted text
 * @returns {End}
 * @throws {Error} when the core cannot be loaded
 */
export function failed(message) {
  load();
  return read(fail(Buffer.from(message.toWellFormed())));
}

/** Loads the core. Loading it again is free. */
function load() {
  initSync({ module: readFileSync(`${__dirname}/../pkg/offline/offline_bg.wasm`) });
}

/**
 * @param {Uint8Array} bytes as `src/wasm/offline.rs` tells
 * @returns {End}
 */
function read(bytes) {
  const start = bytes.indexOf(0x0a) + 1;
  const [log = 0, summary = 0, exitCode = 1] = Buffer.from(bytes.subarray(0, start)).toString("latin1").split(" ").map(Number);
  const [first, second] = [start + log, start + log + summary];
  return { exitCode, log: bytes.subarray(start, first), summary: bytes.subarray(first, second), outputs: bytes.subarray(second) };
}

/** Text that nobody can guess. The core makes sure that no output contains it; this is an additional protection. */
function random() {
  return `${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
}
