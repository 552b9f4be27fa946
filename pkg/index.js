/** The entry point for browsers and bundlers. Node, Deno and Bun get `node.cjs`. */

import load, * as core from "./patch_release_issues.js";
import { notStarted, start } from "./start.js";

let isStarted = false;

export default async function init(source) {
  await start(load, source, new URL("patch_release_issues_bg.wasm", import.meta.url));
  isStarted = true;
}

export function validate(issue, policy) {
  return started().validate(issue, policy);
}

export function fix(issue, policy) {
  return started().fix(issue, policy);
}

export function affected(issue, version, policy) {
  return started().affected(issue, version, policy);
}

export function template(policy) {
  return started().template(policy);
}

export function draft(issue, options) {
  return started().draft(issue, options);
}

function started() {
  if (!isStarted) {
    throw notStarted();
  }
  return core;
}
