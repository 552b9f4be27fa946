/**
 * The turns of a run: the core plans, the action reads from GitHub or writes to it, and the core plans again with the
 * results. The core decides what to do, how often, and when to end.
 */

/** @import { Done, Event, Plan, Query, Trouble, Write } from "../../pkg/types.js" */

/**
 * Access to GitHub. Neither function throws when GitHub, the network or the token fails.
 *
 * @typedef {object} GitHub
 * @property {(query: Query) => Promise<{ body: object } | { trouble: Trouble }>} ask
 * @property {(number: number, write: Write) => Promise<{ id: string | null } | { trouble: Trouble }>} write
 *   `number` is the number, `id` the id of a posted comment
 */

/** More turns than any plan needs, which is 68 rounds of at most 40 queries. A core that wants more is in a loop. */
const MOST_TURNS = 4_000;

/**
 * Takes turns until the core plans an end.
 *
 * @param {Event} event
 * @param {(event: Event) => Plan} plan the core
 * @param {() => GitHub} connect called at most once, when there is something to read or write
 * @param {(event: Event) => Promise<Plan>} [sweep] called when the core plans a sweep
 * @returns {Promise<Plan>} without a query and without writes
 * @throws {Error} when the core does not finish
 */
export async function run(event, plan, connect, sweep = refuse) {
  /** @type {GitHub | undefined} */
  let github;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = plan(event);
    if (next.sweep) {
      return sweep(event);
    }
    if (!next.query && next.writes.length === 0) {
      return next;
    }
    github ??= connect();
    event = next.query ? await ask(event, next.query, github) : await write(event, next, github);
  }
  throw new Error("the core does not finish");
}

/** @returns {Promise<never>} */
async function refuse() {
  throw new Error("a sweep was not expected");
}

/**
 * @param {Event} event
 * @param {Query} query
 * @param {GitHub} github
 * @returns {Promise<Event>} the event with GitHub's answer
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
 * @param {Plan} plan
 * @param {GitHub} github
 * @returns {Promise<Event>} the event with the results of the writes
 */
async function write(event, plan, github) {
  const { done, trouble } = await writeAll(plan, github);
  const troubles = trouble ? [...event.troubles, trouble] : event.troubles;
  return { ...event, round: event.round + 1, done: [...event.done, ...done], troubles };
}

/**
 * Carries out a plan's writes in order, up to the first that fails.
 *
 * @param {Plan} plan
 * @param {GitHub} github
 * @returns {Promise<{ done: Done[], trouble: Trouble | null }>}
 */
export async function writeAll({ number, writes }, github) {
  /** @type {Done[]} */
  const done = [];
  for (const write of writes) {
    const reply = await github.write(number, write);
    if ("trouble" in reply) {
      return { done, trouble: reply.trouble };
    }
    done.push({ write, id: reply.id });
  }
  return { done, trouble: null };
}
