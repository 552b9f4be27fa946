/**
 * Untrusted text never becomes a command. Every forgery is placed wherever a stranger, or a workflow that passes on a
 * stranger's text, can place text. Then ports of the runner's parsers read what was printed and written.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as core from "../shipped-core.js";
import { findCommands } from "../runner/commands.js";
import { declaredOutputs, payload, runAction } from "../runner/harness.js";
import { LINE_ENDS, PLACES, PREFIXES, STARTS, batch, everywhere, forgeries } from "./injections.js";

/** @import { Event } from "../../pkg/types.js" */

const OUTPUTS = declaredOutputs();

/**
 * @param {string} printed
 * @param {import("../runner/commands.js").Command[]} commands
 */
function assertOurs(printed, commands) {
  for (const { name, properties, data } of commands) {
    assert.match(name, /^(error|warning|notice)$/, printed);
    assert.ok(Object.keys(properties).every((key) => key === "title"), printed);
    assert.doesNotMatch(`${properties.title ?? ""}\n${data}`, /^forged/m, printed);
  }
}

/** @param {import("../runner/harness.js").Result} result */
function assertHarmless(result) {
  assertOurs(result.stdout, result.commands);
  assert.equal(result.stderr, "");
  const names = result.outputs.map(([name]) => name);
  assert.deepEqual(names, names.length > 0 ? OUTPUTS : [], result.stdout);
}

/**
 * @param {Record<string, unknown>} issue
 * @param {string} message
 */
function assertPlanHarmless(issue, message) {
  const event = { name: "issues", payload: payload(issue), inputs: {} };
  const plan = core.plan(/** @type {Event} */ (/** @type {unknown} */ (event)));
  const printed = plan.log.join("\n");
  assertOurs(`${message}\n${printed}`, findCommands(printed));
  assert.ok(plan.outputs.every(([name, value]) => OUTPUTS.includes(name) && !/[\r\n]/.test(value)), message);
}

for (const [place, members] of Object.entries(PLACES)) {
  test(`one forgery at a time, alone: ${place}`, () => {
    STARTS.forEach(({ prefix, lineEnd }, index) => {
      const all = forgeries(prefix, lineEnd);
      for (const { text } of all.slice((2 * index) % all.length).slice(0, 4)) {
        assertPlanHarmless(members(text), JSON.stringify([place, text]));
      }
    });
  });
}

test("every forgery, everywhere at once", () => {
  for (const { prefix, lineEnd } of STARTS) {
    for (const { text } of forgeries(prefix, lineEnd)) {
      assertPlanHarmless(everywhere(text), JSON.stringify(text));
    }
  }
});

test("every forgery, everywhere, through the bundle", () => {
  for (const { prefix, lineEnd } of STARTS) {
    assertHarmless(runAction({ payload: payload(everywhere(batch(prefix, lineEnd))) }));
  }
});

test("every forgery, place by place, through the bundle", () => {
  const all = STARTS.map(({ prefix, lineEnd }) => batch(prefix, lineEnd)).join("");
  for (const members of Object.values(PLACES)) {
    assertHarmless(runAction({ payload: payload(members(all)) }));
  }
});

const RUNS = /** @type {Record<string, (text: string) => import("../runner/harness.js").Run>} */ ({
  "event name": (text) => ({ event: text, payload: payload() }),
  "event name without an issue": (text) => ({ event: text }),
  "fail-on": (text) => ({ failOn: text, payload: payload() }),
  "a payload that is not JSON": (text) => ({ payload: text }),
  "a truncated payload": (text) => ({ payload: JSON.stringify(payload({ title: text })).slice(0, -3) }),
  "the payload's path": (text) => ({ env: { GITHUB_EVENT_PATH: text } }),
  "the outputs' path": (text) => ({ payload: payload(), env: { GITHUB_OUTPUT: `/nowhere/${text}` } }),
});

for (const [place, run] of Object.entries(RUNS)) {
  test(`every forgery through the bundle: ${place}`, () => {
    for (const lineEnd of LINE_ENDS) {
      assertHarmless(runAction(run(PREFIXES.map((prefix) => batch(prefix, lineEnd)).join(""))));
    }
    for (const { text } of PREFIXES.flatMap((prefix) => forgeries(prefix, "\n").slice(0, 2))) {
      assertHarmless(runAction(run(text)));
    }
  });
}
