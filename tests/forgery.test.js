/**
 * No text of a stranger becomes a command. Every forgery is put everywhere a stranger, or a workflow that passes a
 * stranger's text on, can put text; ports of the runner's parsers then read what was printed and written.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as core from "../pkg/node.js";
import { declaredOutputs, payload, runAction } from "./harness.js";
import { BLANKS, COMMANDS, findCommands } from "./runner/commands.js";

/** @import { Event } from "../pkg/types.js" */

const PREFIXES = ["", ...BLANKS];
/** What stands before a forgery: a line end, or nothing, so that it continues the line. */
const LINE_ENDS = ["", "\n", "\r", "\r\n"];
const OUTPUTS = declaredOutputs();

/** @typedef {{ text: string, command: string, syntax: number }} Forgery */

/**
 * @param {string} prefix
 * @param {string} lineEnd
 * @returns {Forgery[]} each command in both syntaxes
 */
function forgeries(prefix, lineEnd) {
  return COMMANDS.flatMap((command) =>
    [`::${command} name=valid,title=forged::forged`, `##[${command} name=valid;title=forged]forged`].map(
      (text, syntax) => ({ text: `${lineEnd}${prefix}${text}`, command, syntax }),
    ),
  );
}

/** @type {{ prefix: string, lineEnd: string }[]} */
const STARTS = PREFIXES.flatMap((prefix) => LINE_ENDS.map((lineEnd) => ({ prefix, lineEnd })));

/** Where an issue holds text. Each makes the members of an issue that differ from a good one. */
const PLACES = /** @type {Record<string, (text: string) => Record<string, unknown>>} */ ({
  title: (text) => ({ title: text }),
  description: (text) => ({ body: text }),
  "version value": (text) => ({ body: `\`\`\`release\nintroduced-in=${text}\nresolved-in=v1.x\n\`\`\`\n` }),
  key: (text) => ({ body: `\`\`\`release\n${text}=v1.2.3\n\`\`\`\n` }),
  remark: (text) => ({ body: `\`\`\`release\nintroduced-in=v1.2.3 # ${text}\n\`\`\`\n` }),
  "info string": (text) => ({ body: `\`\`\`release ${text}\nintroduced-in=1.2.3\n\`\`\`\n` }),
  heading: (text) => ({ body: `introduced-in=v1.2.3\n\n## ${text}\n\n## Symptom ${text}\n\n## Impacts\n\nx\n` }),
  section: (text) => ({ body: `## Symptoms\n\n${text}\n\n## Impact\n\nTBD ${text}\n` }),
  binaries: (text) => ({ body: `## Root cause\n\nBinaries:\n- ${text}\n- \`${text}\`\n\nBad maths.\n` }),
  "pull requests": (text) => ({ body: `## PRs\n\n- ${text}\n- 123 ${text}\n`, state: "closed" }),
  comment: (text) => ({ body: `introduced-in=v1.2.3\n<!-- ${text}` }),
  labels: (text) => ({ labels: [text, `priority/${text}`, { name: `sig/${text}` }, "patch-release"] }),
  "state reason": (text) => ({ state: "closed", state_reason: text }),
  page: (text) => ({ html_url: text }),
  login: (text) => ({ user: { login: text } }),
  "state of the wrong kind": (text) => ({ state: text }),
  "number of the wrong kind": (text) => ({ number: text }),
  "labels of the wrong kind": (text) => ({ labels: text }),
});

/**
 * @param {string} printed
 * @param {import("./runner/commands.js").Command[]} commands
 */
function assertOurs(printed, commands) {
  for (const { name, properties, data } of commands) {
    assert.match(name, /^(error|warning|notice)$/, printed);
    assert.ok(Object.keys(properties).every((key) => key === "title"), printed);
    assert.doesNotMatch(`${properties.title ?? ""}\n${data}`, /^forged/m, printed);
  }
}

/** @param {import("./harness.js").Result} result */
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

const RUNS = /** @type {Record<string, (text: string) => import("./harness.js").Run>} */ ({
  "event name": (text) => ({ event: text, payload: payload() }),
  "event name without an issue": (text) => ({ event: text }),
  "fail-on": (text) => ({ failOn: text, payload: payload() }),
  "a payload that is not JSON": (text) => ({ payload: text }),
  "a payload that ends in the midst": (text) => ({ payload: JSON.stringify(payload({ title: text })).slice(0, -3) }),
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

/**
 * @param {string} prefix
 * @param {string} lineEnd
 */
function batch(prefix, lineEnd) {
  return forgeries(prefix, lineEnd)
    .map(({ text }) => text)
    .join("");
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>} an issue that holds `text` wherever it can and still is read
 */
function everywhere(text) {
  const { title, labels, login, page } = PLACES;
  const parts = Object.values(PLACES).map((members) => members(text).body ?? "");
  const members = [title, labels, login, page].map((place) => place?.(text));
  return Object.assign({ body: parts.join("\n\n"), state: "closed", state_reason: text }, ...members);
}
