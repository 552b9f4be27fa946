/** Sends a request until it succeeds or another attempt cannot help. */

/** @import { Answer, Client, Request } from "./client.js" */
/** @import { Cause, Failure } from "./failures.js" */
/** @import { TimeBudget } from "./time-budget.js" */

/** @typedef {{ client: Client, budget: TimeBudget }} Session */

/** @typedef {Partial<Record<Cause, number>>} Retries how often a request is retried after each kind of failure */

/**
 * @param {Session} session
 * @param {Request} request
 * @param {(answer: Answer, now: number) => Failure | null} failureOf
 * @param {Retries} retries
 * @returns {Promise<{ data: unknown, failure: Failure | null, lost: boolean }>} the last answer's body, why
 *   it failed, and whether GitHub may have applied this attempt or an earlier one nevertheless
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
