/** Any failure between the action and GitHub: no second comment, no other writes, and the next run repairs it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { act, fresh, mended, requests } from "../fake-github/act.js";
import { FAULTS } from "../fake-github/faults.js";
import { assertHarmless, assertMended, matches } from "../fake-github/trial.js";
import { findCommands } from "../runner/commands.js";

/** @import { Act, World } from "../fake-github/act.js" */
/** @import { Fault } from "../fake-github/faults.js" */

/** As good as for ever. */
const ALWAYS = 1_000;

/** With these inputs, only a bad token makes a run fail, whatever the verdict. */
const QUIET = /** @type {Act} */ ({ inputs: { "fail-on": "never" } });

/**
 * The writes of a run, and its output `valid`.
 *
 * @type {Record<string, { begin: () => World | Promise<World>, writes: string[], valid: string }>}
 */
const SCRIPTS = {
  fresh: { begin: fresh, writes: ["create-label", "add-labels", "create-comment"], valid: "false" },
  mended: { begin: mended, writes: ["remove-label", "update-comment", "delete-comment"], valid: "true" },
};

for (const [name, { begin, writes, valid }] of Object.entries(SCRIPTS)) {
  const clean = (async () => {
    const world = await begin();
    const { exitCode } = await act(world);
    assert.equal(exitCode, valid === "true" ? 0 : 1);
    return { end: world, operations: world.github.journal.exchanges.map(({ operation }) => operation) };
  })();

  test(`${name}: a run without faults, and one after it`, async () => {
    const { end } = await clean;
    assert.deepEqual(requests(end), ["graphql", ...writes, "graphql"]);
    end.github.journal.clear();
    await act(end);
    assert.deepEqual(requests(end), ["graphql"]);
  });

  for (const fault of FAULTS) {
    test(`${name}: ${fault.name} at any request, once or always`, async () => {
      const { end, operations } = await clean;
      for (const [index, operation] of operations.entries()) {
        for (const times of matches(fault, operation) ? [1, ALWAYS] : []) {
          const when = `${operation}, at ${index + 1}, ${times} times`;
          const hurt = await begin();
          hurt.github.faults.when(({ n, operation }) => n > index && matches(fault, operation), fault.name, times);
          const { exitCode, log, outputs } = await assertHarmless(hurt, when, QUIET);
          assert.equal(exitCode, fault.row === "unauthorized" ? 1 : 0, when);
          assert.equal(Object.fromEntries(outputs).valid, valid, when);
          assertMessage(log, expected(fault, operation.replace("issues/", ""), times), when);
          await assertMended(hurt, end, [fault], when);
        }
      }
    });
  }
}

/**
 * @param {string[]} log
 * @param {[level: string, text: RegExp] | null} expected
 * @param {string} when
 */
function assertMessage(log, expected, when) {
  const said = findCommands(log.join("\n")).filter(({ properties }) => properties.title === undefined);
  if (!expected) {
    assert.deepEqual(said, [], when);
    return;
  }
  assert.ok(said.length > 0, when);
  for (const { name, data } of said) {
    assert.equal(name, expected[0], when);
    assert.match(data, expected[1], when);
  }
}

/**
 * The message about a fault in the log, besides the diagnostics; null if the run recovers.
 *
 * @param {Fault} fault
 * @param {string} operation
 * @param {number} times
 * @returns {[level: string, text: RegExp] | null}
 */
function expected({ name, row }, operation, times) {
  const isRead = operation === "graphql";
  const isOnce = times === 1;
  switch (row) {
    case "unsent":
    case "doubtful":
      // GitHub refuses a label that already exists, in a truncated answer.
      return isOnce ? null : ["warning", /failed.*The next run tries again|was refused \(422\)$/];
    case "secondary":
      return isOnce && !name.includes("far") ? null : ["warning", /rate limit.*The next run tries again/];
    case "exhausted":
      return isOnce && isRead && !name.includes("far") ? null : ["warning", /rate limit.*The next run tries again/];
    case "unauthorized":
      return ["error", /does not accept the token.*`token`/];
    case "forbidden":
      return ["warning", name === "not-accessible" ? /Add `issues: (read|write)` to the `permissions:`/ : /is not possible \(403\)/];
    case "missing":
      return isOnce && (isRead || isDeleted(name, operation)) ? null : ["warning", /was deleted or moved|is gone/];
    case "redirect":
      return isRead && isOnce && name.endsWith("-here") ? null : ["warning", /was sent elsewhere/];
    case "invalid":
      // The comment of a valid issue is one line, so there is no shorter version.
      return isOnce && operation === "create-comment" ? null : ["warning", /was refused \(422\): `data unprocessable`/];
  }
}

/**
 * Whether the request deletes something that is already gone, which needs no message.
 *
 * @param {string} name
 * @param {string} operation
 */
function isDeleted(name, operation) {
  return operation === "delete-comment" || (operation === "remove-label" && name === "not-found");
}
