/** The turns of a sweep, which the core plans like those of a run about one issue. It keeps what it has learned. */

import { writeAll } from "./run.js";

/** @import { Sweep } from "../../pkg/action/action.js" */
/** @import { Event, Plan } from "../../pkg/types.js" */
/** @import { GitHub } from "./run.js" */

/** @typedef {GitHub & { now: () => number, sent: () => number }} Timed `now` is in milliseconds since 1970, `sent` how often a write was attempted */

/** More turns than the requests that GitHub allows in an hour, several times. A core that wants more is in a loop. */
const MOST_TURNS = 10_000;

/**
 * Takes turns until the core plans an end.
 *
 * @param {Event} event
 * @param {(event: Event, now: number) => Pick<Sweep, "next" | "take" | "fail" | "wrote">} start starts a sweep in the core
 * @param {Timed} github
 * @returns {Promise<Plan>} without a query and without writes
 * @throws {Error} when the core does not finish
 */
export async function sweep(event, start, github) {
  const core = start(event, github.now());
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = core.next(github.now());
    if (next.query) {
      const reply = await github.ask(next.query);
      "trouble" in reply ? core.fail(reply.trouble) : core.take(reply.body);
    } else if (next.writes.length > 0) {
      const { done, trouble } = await writeAll(next, github);
      core.wrote(done, trouble, github.sent());
    } else {
      return next;
    }
  }
  throw new Error("the core does not finish");
}
