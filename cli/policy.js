/** Reads the policy that an option names, and the file of another repository that a policy extends. */

import { existsSync } from "node:fs";

import { askCore } from "../action/report/ask-core.js";
import { UsageError } from "../action/usage-error.js";
import { connected, github } from "./connection.js";
import { load } from "./core.js";
import { readText } from "./files.js";
import { Stop } from "./stop.js";
import { findToken } from "./token.js";

/**
 * The text of the policy that an option names: a file, or a file of another repository as `owner/name:path@ref`.
 *
 * @param {string | undefined} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ policy: string | null, policyName: string, shared: string | null }>} `shared` is the text of the file
 *   that it extends, if it extends one
 * @throws {Stop} when one cannot be read
 */
export async function readPolicy(name, env) {
  if (name === undefined) {
    return { policy: null, policyName: "", shared: null };
  }
  try {
    const isShared = !existsSync(name) && extendedFile(`extends: ${JSON.stringify(name)}\n`) === name;
    const policy = isShared ? await readShared(name, env) : readText(name).text;
    return { policy, policyName: name, shared: await readExtended(policy, env) };
  } catch (error) {
    throw error instanceof Stop ? new Stop(`${name}: ${error.message}`) : error;
  }
}

/**
 * The text of the file that a policy extends; null if it extends none.
 *
 * @param {string} policy
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>}
 * @throws {Stop} when it cannot be read
 */
export async function readExtended(policy, env) {
  const name = extendedFile(policy);
  return name === "" ? null : readShared(name, env);
}

/**
 * @param {string} name `owner/name:path@ref`
 * @param {NodeJS.ProcessEnv} env
 */
async function readShared(name, env) {
  const core = load();
  const token = findToken(env);
  const reply = await github().connectForReport(connected(env), token).ask(core.fileQuery("", name));
  if ("trouble" in reply) {
    throw new Stop(core.explain(reply.trouble));
  }
  try {
    return askCore(() => core.fileText("policy", name, JSON.stringify(reply.body)));
  } catch (error) {
    throw error instanceof UsageError ? new Stop(error.message) : error;
  }
}

/** @param {string} policy */
function extendedFile(policy) {
  return load().extendedFile(policy.toWellFormed());
}
