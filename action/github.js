/**
 * The connection to GitHub. It is a bundle of its own, loaded only when there is something to read or write.
 */

import { openClient } from "./github/client.js";
import { read } from "./github/read.js";
import { pace } from "./github/pace.js";
import { BUDGET, CLOCK, REPORT_BUDGET, SWEEP_BUDGET, TimeBudget, WRITE_PAUSE } from "./github/time-budget.js";
import { transport } from "./github/transport.js";
import { write } from "./github/writes.js";

/** @import { Describer } from "./report/run.js" */
/** @import { GitHub } from "./validate/run.js" */
/** @import { Timed } from "./validate/sweep.js" */

/** @typedef {{ fetch?: import("./github/client.js").Fetch, clock?: import("./github/time-budget.js").Clock }} World a network and a clock that replace the real ones */

/**
 * Connects to the GitHub server that the runner names. Sends nothing yet.
 *
 * @param {NodeJS.ProcessEnv} env the environment that the runner gives an action, with its proxies
 * @param {string} token
 * @param {World} [world]
 * @returns {GitHub}
 */
export function connect(env, token, world) {
  return open(env, token, BUDGET, world);
}

/**
 * Connects in the same way for a sweep, which has more time.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} token
 * @param {World} [world]
 * @returns {Timed}
 */
export function connectForSweep(env, token, world) {
  return open(env, token, SWEEP_BUDGET, world);
}

/**
 * Connects in the same way for a report, with a larger time budget.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} token
 * @param {World} [world]
 * @returns {Describer}
 */
export function connectForReport(env, token, world) {
  return open(env, token, REPORT_BUDGET, world);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} token
 * @param {number} budget milliseconds
 * @param {World} [world]
 * @returns {Timed & Describer}
 */
function open(env, token, budget, { fetch = transport(env), clock = CLOCK } = {}) {
  const client = openClient({
    token,
    api: env.GITHUB_API_URL || "https://api.github.com",
    graphql: env.GITHUB_GRAPHQL_URL || "https://api.github.com/graphql",
    fetch,
    clock,
  });
  const paced = pace(client, clock, WRITE_PAUSE);
  const session = { client: paced, budget: new TimeBudget(clock, budget) };
  const [owner = "", repo = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
  return {
    now: () => clock.now(),
    sent: paced.sent,
    ask: (query) => read(session, query),
    write: (number, change) => write(session, { owner, repo, number }, change),
  };
}
