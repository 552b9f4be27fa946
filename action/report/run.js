/**
 * A run of the report action: it reads files, sends GitHub the core's queries, writes the tracking issue, and publishes
 * the report as a whole or not at all.
 */


import { readPolicyFile } from "../policy-file.js";
import { UsageError } from "../usage-error.js";
import { askCore } from "./ask-core.js";
import { CONFIG } from "./compose-page.js";
import { readInputs } from "./inputs.js";
import { Progress } from "./progress.js";
import { prepare, stage } from "./publish.js";
import { addDumps, addPrevious, addReports } from "./sources.js";

/** @import { Reporting } from "../../pkg/report/report.js" */
/** @import { DescribeIssue, ReportingEnd } from "../../pkg/report/types.js" */
/** @import { Plan, Query, Trouble } from "../../pkg/types.js" */
/** @import { Inputs } from "./inputs.js" */

/**
 * Access to GitHub. Neither function throws when GitHub, the network or the token fails.
 *
 * @typedef {object} Describer
 * @property {(query: Query) => Promise<{ body: object } | { trouble: Trouble }>} ask
 * @property {(number: number, write: DescribeIssue) => Promise<{ id: string | null } | { trouble: Trouble }>} write
 */

/**
 * @typedef {object} Means
 * @property {() => Describer} connect called at most once, when there is something to ask
 * @property {(lines: readonly string[]) => void} print
 * @property {() => Core} load loads the core
 * @property {() => [path: string, bytes: Buffer][]} [composePage] the files of the compose page
 * @property {string} [policy] the policy's text, instead of the file that the inputs name
 * @property {string | null} [shared] the text of the file that it extends, instead of asking GitHub for it
 * @property {number} [pause] milliseconds between two lines about progress
 */

/** @typedef {typeof Reporting} Core */

/**
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action
 * @param {Means} means
 * @returns {Promise<Pick<Plan, "exitCode" | "log" | "outputs" | "summary">>}
 * @throws {UsageError} when no report can be made; nothing is published then
 */
export async function runReport(env, { connect, print, load, composePage, policy: given, shared: givenToo, pause }) {
  /** @type {Describer | undefined} */
  let github;
  const lazily = () => (github ??= connect());
  const inputs = readInputs(env);
  const core = load();
  const policy = given ?? (await findFile("policy", inputs, core, lazily));
  const shared = givenToo ?? (await findFile("policy", { ...inputs, policy: core.extendedFile(policy) }, core, lazily));
  const schedule = await findFile("schedule", inputs, core, lazily);
  const run = begin(inputs, core, { policy, shared, schedule });
  const places = [inputs.workspace, env.RUNNER_TEMP];
  prepare(inputs.output, places);
  const progress = new Progress(run, print, pause);
  try {
    addPrevious(run, inputs);
    addReports(run, inputs);
    addDumps(run, inputs, progress);
    await gather(run, lazily, progress);
  } finally {
    progress.end();
  }
  const end = askCore(() => run.finish());
  const isComposed = end.files.some(([path]) => path === CONFIG);
  const page = isComposed ? composePage?.() ?? [] : [];
  const staged = stage([...end.files, ...page], inputs.output, places);
  try {
    await describe(end, core, lazily);
    staged.publish();
  } finally {
    staged.discard();
  }
  return { exitCode: 0, log: end.log, outputs: end.outputs, summary: end.summary };
}

/**
 * Reads a file from the default branch. Without a token it is read from the workspace: what a workflow has checked out
 * may be a branch that nobody has reviewed.
 *
 * @param {"policy" | "schedule"} input the input that names the file
 * @param {Inputs} inputs
 * @param {Core} core
 * @param {() => Describer} github
 * @returns {Promise<string>} the text; empty if the input is empty
 */
async function findFile(input, { [input]: path, workspace, repository, token }, core, github) {
  if (path === "") {
    return "";
  }
  if (token === "") {
    const text = readPolicyFile(path, workspace, input);
    if (text !== null) {
      return text;
    }
    throw new UsageError(core.fileWithoutToken(input, path));
  }
  const reply = await github().ask(core.fileQuery(repository, path));
  if ("trouble" in reply) {
    throw new UsageError(core.explain(reply.trouble));
  }
  return askCore(() => core.fileText(input, path, JSON.stringify(reply.body)));
}

/**
 * @param {Inputs} inputs
 * @param {Core} core
 * @param {{ policy: string, shared: string, schedule: string }} texts
 * @returns {Reporting}
 */
function begin({ issues, merge, token, previous: _, workspace: __, ...asWritten }, core, texts) {
  const [hasDump, hasShards, hasToken] = [issues.length > 0, merge.length > 0, token !== ""];
  // Nobody can know before the run what will be checked of the earlier report.
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint16Array(2));
  const seed = high * 2 ** 16 + low;
  return askCore(() => new core({ ...asWritten, hasDump, hasShards, hasToken, ...texts, seed }));
}

/**
 * Sends queries to GitHub until the core has all the data that it needs.
 *
 * @param {Reporting} run
 * @param {() => Describer} github
 * @param {Progress} progress
 */
async function gather(run, github, progress) {
  for (let query = run.ask(); query !== null; query = run.ask()) {
    const reply = await github().ask(query);
    askCore(() => ("trouble" in reply ? run.fail(reply.trouble) : run.take(JSON.stringify(reply.body))));
    progress.tick();
  }
}

/**
 * Writes the tracking issue's description if it changes.
 *
 * @param {ReportingEnd} end
 * @param {Core} core
 * @param {() => Describer} github
 */
async function describe({ description }, core, github) {
  if (description) {
    const { number, body } = description;
    const reply = await github().write(number, { kind: "describe-issue", body });
    if ("trouble" in reply) {
      throw new UsageError(core.explain(reply.trouble));
    }
  }
}
