/** Keeps a distance between writes. */

/** @import { Client } from "./client.js" */
/** @import { Clock } from "./time-budget.js" */

/**
 * A client that waits before each attempt to write until some time has passed since the last one was answered.
 *
 * @param {Client} client
 * @param {Clock} clock
 * @param {number} pause milliseconds; 0 for none
 * @returns {Client}
 */
export function pace(client, clock, pause) {
  if (pause === 0) {
    return client;
  }
  let last = clock.now() - pause;
  return {
    ...client,
    send: async (request, most) => {
      if (request.url === client.graphql) {
        return client.send(request, most);
      }
      const wait = last + pause - clock.now();
      if (wait > 0) {
        await clock.sleep(wait);
      }
      const answer = await client.send(request, most - Math.max(wait, 0));
      last = clock.now();
      return answer;
    },
  };
}
