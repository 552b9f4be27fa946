/** Reads the inputs of a command. Each is tried; one that cannot be read is passed on with the reason. */

import { existsSync } from "node:fs";

import { addressOf, placeOf } from "./checkout.js";
import { isRemote, readIssue } from "./connection.js";
import { readText } from "./files.js";
import { readExtended } from "./policy.js";
import { Stop } from "./stop.js";

/**
 * @typedef {object} Input
 * @property {string} name as written
 * @property {"description" | "issue" | "remote" | "policy"} kind
 * @property {string} [text]
 * @property {string | null} [shared] the text of the file that a policy extends
 * @property {string} [error] why there is no text
 * @property {string} uri
 * @property {string | null} path in the checkout
 * @property {string} mark the byte order mark before the text, or nothing
 */

/**
 * @param {readonly string[]} names files, `-`, or `owner/repo#number`
 * @param {string} stdinName the name of standard input
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Input[]>}
 */
export async function readInputs(names, stdinName, env) {
  const inputs = [];
  for (const name of names) {
    inputs.push(await readInput(name, stdinName, env));
  }
  return inputs;
}

/**
 * @param {string} name
 * @param {string} stdinName
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Input>}
 */
async function readInput(name, stdinName, env) {
  const input = placed(name, stdinName);
  try {
    const read = input.kind === "remote" ? await readIssue(name, env) : readText(name === "-" ? 0 : name);
    const text = input.kind === "issue" ? withoutHalves(read.text) : read.text;
    const shared = input.kind === "policy" ? await readExtended(text, env) : null;
    return { ...input, ...read, text, shared };
  } catch (error) {
    if (!(error instanceof Stop)) {
      throw error;
    }
    return { ...input, error: error.message };
  }
}

/**
 * What is known of an input before it is read.
 *
 * @param {string} name
 * @param {string} stdinName
 * @returns {Input}
 */
function placed(name, stdinName) {
  if (name === "-") {
    return { name: stdinName, kind: kindOf(stdinName), uri: addressOf(stdinName), path: null, mark: "" };
  }
  if (isRemote(name) && !existsSync(name)) {
    const [repository, number] = name.split("#");
    return { name, kind: "remote", uri: `https://github.com/${repository}/issues/${number}`, path: null, mark: "" };
  }
  return { name, kind: kindOf(name), ...placeOf(name), mark: "" };
}

/**
 * @param {string} name
 * @returns {"description" | "issue" | "policy"}
 */
function kindOf(name) {
  if (/\.json$/i.test(name)) {
    return "issue";
  }
  return /\.ya?ml$/i.test(name) ? "policy" : "description";
}

/**
 * JSON without halves of characters, which the core's text cannot contain.
 *
 * @param {string} text
 */
function withoutHalves(text) {
  try {
    return JSON.stringify(JSON.parse(text, (_, value) => (typeof value === "string" ? value.toWellFormed() : value)));
  } catch {
    return text; // The core says where the mistake is.
  }
}
