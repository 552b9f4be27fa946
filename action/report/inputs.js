/** Reads the report action's inputs and the runner's variables. Nothing is validated here. */

import { text } from "../environment.js";

/**
 * @typedef {object} Inputs
 * @property {string} token must be sent only to GitHub; empty when there is none
 * @property {string} repositories as written
 * @property {string[]} issues paths or patterns of dumps
 * @property {string[]} merge paths or patterns of reports
 * @property {string} previous a path; empty for no previous report
 * @property {string} output a path
 * @property {string} trackingIssue as written
 * @property {string} policy a path; empty for no policy
 * @property {string} schedule a path; empty for no schedule
 * @property {string} versions as written
 * @property {string} changesSince as written
 * @property {string} compose as written
 * @property {string} template as written
 * @property {string} repository `owner/name`
 * @property {string} server the address of GitHub's pages
 * @property {string} workspace the folder that paths are relative to
 */

/**
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @returns {Inputs} contains only well-formed strings
 */
export function readInputs(env) {
  const input = (/** @type {string} */ name) => text(env[`INPUT_${name.toUpperCase()}`]).trim();
  return {
    token: input("token"),
    repositories: input("repositories"),
    issues: lines(input("issues")),
    merge: lines(input("merge")),
    previous: input("previous"),
    output: input("output").replace(/(?<=.)\/$/, "") || "known-issues",
    trackingIssue: input("tracking-issue"),
    policy: input("policy"),
    schedule: input("schedule"),
    versions: input("versions"),
    changesSince: input("changes-since"),
    compose: input("compose"),
    template: input("template"),
    repository: text(env.GITHUB_REPOSITORY),
    server: text(env.GITHUB_SERVER_URL),
    workspace: text(env.GITHUB_WORKSPACE) || process.cwd(),
  };
}

/** @param {string} value */
function lines(value) {
  return value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
