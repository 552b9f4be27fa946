/** Keeps a distance between writes. */

/** @import { Client } from "./client.js" */
/** @import { Clock } from "./time-budget.js" */

/**
 * A client that waits before each attempt to write until some time has passed since the last one was answered.
 *
 * @param {Client} client
 * @param {Clock} clock
 * @param {number} pause milliseconds
 * @returns {Client & { sent: () => number }} `sent` counts the attempts to write
 */
export function pace(client, clock, pause) {
  let last = clock.now() - pause;
  let count = 0;
  return {
    ...client,
    sent: () => count,
    send: async (request, most) => {
      if (request.url === client.graphql) {
        return client.send(request, most);
      }
      const wait = last + pause - clock.now();
      if (wait > 0) {
        await clock.sleep(wait);
      }
      count += 1;
      const answer = await client.send(request, most - Math.max(wait, 0));
      last = clock.now();
      return answer;
    },
  };
}
