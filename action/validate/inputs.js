/** Reads the event, the inputs and the token once from the environment. Nothing is validated here. */

import { text } from "../environment.js";
import { readPolicyFile } from "../policy-file.js";
import { readPayload } from "./payload.js";

/** @import { Event, Inputs } from "../../pkg/types.js" */

/** The inputs that the core reads, as `action.yml` spells them. The token is not one of them. */
const INPUTS = /** @type {const} */ (["fail-on", "comment", "labels", "facts", "issue-number", "policy", "sweep", "dry-run"]);

/**
 * Reads the event that started this run.
 *
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @returns {Event} contains only well-formed strings, and not the token
 * @throws {import("../usage-error.js").UsageError} when there is no payload, it is not JSON, or the policy cannot be read
 */
export function readEvent(env) {
  const inputs = readInputs(env);
  return {
    name: text(env.GITHUB_EVENT_NAME),
    repository: text(env.GITHUB_REPOSITORY),
    ref: text(env.GITHUB_REF),
    payload: readPayload(env.GITHUB_EVENT_PATH),
    inputs,
    now: new Date().toISOString(),
    hasToken: readToken(env) !== "",
    policy: readPolicyFile(inputs.policy, env.GITHUB_WORKSPACE),
    answers: [],
    round: 0,
    done: [],
    troubles: [],
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Required<Inputs>}
 */
function readInputs(env) {
  const inputs = INPUTS.map((name) => [name, text(env[`INPUT_${name.toUpperCase()}`])]);
  return /** @type {Required<Inputs>} */ (Object.fromEntries(inputs));
}

/**
 * Reads the token, which must be sent only to GitHub.
 *
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @returns {string} empty when there is none
 */
export function readToken(env) {
  return text(env.INPUT_TOKEN).trim();
}
