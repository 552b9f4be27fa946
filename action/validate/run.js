/**
 * The turns of a run: the core plans, GitHub is asked or written to, the core plans again with what came of it. What to
 * do, how often, and when to end is the core's to say.
 */

/** @import { Event, Plan, Query, Trouble, Write } from "../../pkg/types.js" */

/**
 * What reaches GitHub. Neither function throws for what GitHub, the network or the token do.
 *
 * @typedef {object} GitHub
 * @property {(query: Query) => Promise<{ body: object } | { trouble: Trouble }>} ask
 * @property {(number: number, write: Write) => Promise<{ id: string | null } | { trouble: Trouble }>} write
 *   `number` is the issue's, `id` that of a comment that was posted
 */

/** More turns than any plan needs, 8 rounds of at most 40 questions: a core that wants more goes round in circles. */
const MOST_TURNS = 400;

/**
 * Takes turns until the core plans an end.
 *
 * @param {Event} event
 * @param {(event: Event) => Plan} plan the core
 * @param {() => GitHub} connect called once, and not before there is something to ask or to write
 * @returns {Promise<Plan>} without a query and without writes
 * @throws {Error} when the core comes to no end
 */
export async function run(event, plan, connect) {
  /** @type {GitHub | undefined} */
  let github;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = plan(event);
    if (!next.query && next.writes.length === 0) {
      return next;
    }
    github ??= connect();
    event = next.query ? await ask(event, next.query, github) : await write(event, next, github);
  }
  throw new Error("the core comes to no end");
}

/**
 * @param {Event} event
 * @param {Query} query
 * @param {GitHub} github
 * @returns {Promise<Event>} the event and what GitHub answered
 */
async function ask(event, query, github) {
  const reply = await github.ask(query);
  if ("trouble" in reply) {
    return { ...event, troubles: [...event.troubles, reply.trouble] };
  }
  const answer = { round: event.round, variables: query.variables, body: reply.body };
  return { ...event, answers: [...event.answers, answer] };
}

/**
 * @param {Event} event
 * @param {Plan} plan its writes are carried out in order; what fails ends them
 * @param {GitHub} github
 * @returns {Promise<Event>} the event and what came of the writes
 */
async function write(event, { number, writes }, github) {
  const after = { ...event, round: event.round + 1, done: [...event.done] };
  for (const each of writes) {
    const reply = await github.write(number, each);
    if ("trouble" in reply) {
      return { ...after, troubles: [...event.troubles, reply.trouble] };
    }
    after.done.push({ write: each, id: reply.id });
  }
  return after;
}
