/** Sends a request until it is done, or it is no use to go on. */

/** @import { Answer, Client, Request } from "./client.js" */
/** @import { Cause, Failure } from "./failures.js" */
/** @import { TimeBudget } from "./time-budget.js" */

/** @typedef {{ client: Client, budget: TimeBudget }} Session */

/** @typedef {Partial<Record<Cause, number>>} Retries after which failures, and how often, a request is repeated */

/**
 * @param {Session} session
 * @param {Request} request
 * @param {(answer: Answer, now: number) => Failure | null} failureOf
 * @param {Retries} retries
 * @returns {Promise<{ data: unknown, failure: Failure | null, lost: boolean }>} the last answer's body, what is wrong
 *   with it, and whether this attempt or an earlier one may have been applied all the same
 */
export async function sendWithRetries({ client, budget }, request, failureOf, retries) {
  let lost = false;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await client.send(request, budget.left);
    const failure = failureOf(answer, budget.clock.now());
    lost ||= failure?.cause === "lost";
    if (!failure || attempt >= (retries[failure.cause] ?? 0) || !(await budget.again(attempt, failure.wait))) {
      return { data: answer.status === null ? null : answer.data, failure, lost };
    }
  }
}
