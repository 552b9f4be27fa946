/** `draft`. */

import { readTags } from "./connection.js";
import { run } from "./core.js";
import { readText } from "./files.js";
import { readInputs } from "./inputs.js";
import { readPolicy } from "./policy.js";
import { stream } from "./print.js";
import { Stop, WrongOptions } from "./stop.js";

/** @import { Command } from "./core.js" */

/** @type {Command} */
export async function draft({ values, positionals, env }) {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    throw new WrongOptions("name one file, or `-` for standard input");
  }
  const { title, label, closed } = values;
  const options = { ...(await readPolicy(values.policy, env)), title: title ?? null, labels: label ?? null, closed };
  const [input] = await readInputs([name], values["stdin-filename"], env);
  const remote = input?.kind === "remote" && input.error === undefined ? name : null;
  const releases = await releasesOf(remote, values.releases, env);
  const { repository = null, format } = values;
  return run({ command: "draft", input, options, releases, repository, format, stream: stream(env) });
}

/**
 * The tags, one a line: from a file, or of the repository on GitHub whose issue is drafted.
 *
 * @param {string | null} remote the issue; null if none was read from GitHub
 * @param {string | undefined} path
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} null if they are not known
 */
async function releasesOf(remote, path, env) {
  if (path === undefined) {
    return remote === null ? null : (await readTags(remote, env)).join("\n");
  }
  try {
    return readText(path).text;
  } catch (error) {
    throw error instanceof Stop ? new Stop(`${path}: ${error.message}`) : error;
  }
}
