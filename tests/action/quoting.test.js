/**
 * Untrusted text appears in our comment only as code: it mentions no one, refers to nothing, and neither adds HTML nor
 * closes ours. The tests read the posted comment as GitHub renders it.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import naughty from "big-list-of-naughty-strings" with { type: "json" };

import * as core from "../shipped-core.js";
import { FORGED, act, ours } from "../fake-github/act.js";
import { start } from "../fake-github/caller.js";
import { findReference, render } from "../fake-github/rendered.js";
import { findCommands } from "../runner/commands.js";
import { event } from "../runner/harness.js";
import { PLACES, STARTS, batch, everywhere } from "./injections.js";

/** @import { Event, Issue } from "../../pkg/types.js" */

/** GitHub refuses more than 65,536. */
const LONGEST = 60_000;

const SHA = "0123456789abcdef0123456789abcdef01234567";

/** Text that GitHub interprets outside code, and text that ends code whose fence is too short. */
const REFERENCES = [
  "@octocat",
  "@kubernetes/sig-cli",
  "#1",
  "GH-1",
  "kubernetes/kubernetes#1",
  `kubernetes/kubernetes@${SHA}`,
  SHA,
  "https://github.com/kubernetes/kubernetes/issues/1",
  "www.example.com",
  "octocat@github.com",
  "&#64;octocat &commat;octocat",
  "[x](https://example.com) ![x](https://example.com) <https://example.com>",
  "[x]: https://example.com\n\n[x]",
  "[^1]\n\n[^1]: @octocat",
  "| @octocat |\n|---|\n| #1 |",
  "<b>@octocat</b>",
  "<img src=x onerror=alert(1)>",
  "</summary></details><details open><summary>@octocat",
  "</code></pre>",
  "<!-- @octocat",
  "-->\n@octocat",
  `${FORGED}\n@octocat`,
  `x\n\n${FORGED}`,
  "$`@octocat`$ $$@octocat$$",
  "```\n@octocat\n```\n@octocat",
  "~~~\n@octocat",
  "`@octocat`",
  "``@octocat` ``",
  "\\`@octocat",
  "`".repeat(300),
  `${"`".repeat(99)}\n@octocat`,
  `\n\n    @octocat\n\n@octocat`,
  "> @octocat\n\n- @octocat\n\n1. @octocat\n\n---\n\n# @octocat",
  "a\u0085@octocat\u2028@octocat\u2029@octocat\v@octocat\f@octocat\r@octocat",
  "\u202E@octocat\u2066#1\u200B",
  "@octocat ".repeat(8_000),
  `${"@octocat\n".repeat(7_000)}`,
];

const OTHERS = [.../** @type {string[]} */ (naughty), ...STARTS.map(({ prefix, lineEnd }) => batch(prefix, lineEnd))].map((text) =>
  text.toWellFormed(),
);

const STRINGS = [...REFERENCES, ...OTHERS];

/** The tags that our own text may contain. */
const TAGS = [
  /^<\/?(p|h3|ol|li|strong|code|pre|details|summary|table|thead|tbody|tr|th|td)>$/,
  /^<ol start="\d+">$/,
  /^<code class="language-(diff|markdown)">$/,
  /^<hr \/>$/,
  /^<a href="https:\/\/github\.com\/patch-release-issues\/action\/blob\/v1\/docs\/[a-z/-]+\.md">$/,
  /^<\/a>$/,
];

/** A policy under which as much as possible is quoted. */
const POLICY = "scope: all\nbinaries: [kubectl]\nsigs: {known: [cli]}\n";

/**
 * @param {string} comment
 * @param {string} message
 */
function assertHarmless(comment, message) {
  assert.ok(comment.length <= LONGEST, `${comment.length} of ${message}`);
  assert.ok(comment.startsWith("<!-- patch-release-issues/action kind=validation schema=1 issue="), message);
  const { tags, words } = render(comment);
  const [marker = "", ...others] = tags;
  assert.match(marker, /^<!-- [a-z0-9/=.,\- ]+ -->$/, message);
  assertOurs(others, words, message);
}

/**
 * @param {string[]} tags
 * @param {string} words
 * @param {string} message
 */
function assertOurs(tags, words, message) {
  assert.deepEqual(tags.filter((tag) => !TAGS.some((ours) => ours.test(tag))), [], message);
  assertClosed(tags, message);
  assert.equal(findReference(words), null, message);
}

/**
 * @param {string[]} tags
 * @param {string} message
 */
function assertClosed(tags, message) {
  /** @type {(string | undefined)[]} */
  const open = [];
  for (const [, slash, name] of tags.map((tag) => /^<(\/?)(\w+)/.exec(tag) ?? []).filter(([, , name]) => name !== "hr")) {
    if (slash === "/") {
      assert.equal(open.pop(), name, message);
    } else {
      open.push(name);
    }
  }
  assert.deepEqual(open, [], message);
}

/**
 * The comment that the core writes about an issue that GitHub returns, without its labels.
 *
 * @param {Record<string, unknown>} members
 * @returns {string[]} the comment, and the shorter one
 */
function judge(members) {
  const inputs = { policy: "policy.yml", labels: "false", facts: "false" };
  const asked = /** @type {Event} */ ({ ...event(members), inputs, hasToken: true });
  const { query } = core.plan(asked);
  const { variables } = query ?? assert.fail();
  const answers = [{ round: 0, variables, body: { data: { repository: { issue: live(asked.payload.issue ?? assert.fail()), policy: { text: POLICY } } } } }];
  const plan = core.plan({ ...asked, answers });
  return plan.writes.flatMap((write) => (write.kind === "post-comment" ? [write.body, write.shorter] : []));
}

/**
 * @param {Issue} issue as a payload has it
 * @returns {object} as GraphQL answers
 */
function live({ number, title, body, labels, state, state_reason: reason, html_url: url }) {
  const nodes = (labels ?? []).map((label) => (typeof label === "string" ? { name: label } : label));
  const stateReason = reason?.toUpperCase() ?? null;
  const comments = { nodes: [], pageInfo: { hasNextPage: false } };
  return { __typename: "Issue", number, title, body, state: state?.toUpperCase(), stateReason, url, labels: { nodes }, comments };
}

const QUOTING = Object.entries(PLACES).filter(([place]) => !place.includes("wrong type"));

for (const [place, members] of QUOTING) {
  test(`comes back as code: ${place}`, () => {
    const comments = new Map(STRINGS.flatMap((text) => judge(members(text)).slice(0, REFERENCES.includes(text) ? 2 : 1).map((comment) => [comment, text])));
    for (const [comment, text] of comments) {
      assertHarmless(comment, JSON.stringify([place, text]));
    }
    assert.ok(comments.size > 0);
  });
}

test("the posted comment and the log, with all of the text in every place", async () => {
  for (const text of STRINGS) {
    const { body, labels } = /** @type {{ body: string, labels: (string | { name: string })[] }} */ (everywhere(text));
    const world = start();
    world.repository.addTag("v1.2.3", "2026-01-01T00:00:00Z");
    const names = labels.map((label) => (typeof label === "string" ? label : label.name)).filter((name) => name.trim() !== "" && name.length <= 50);
    world.issue.addLabels("author", names);
    world.issue.edit("author", { title: text, body: body.slice(0, 65_536).toWellFormed() });
    world.repository.addFile("policy.yml", POLICY);
    const { log } = await act(world, { event: { inputs: { policy: "policy.yml" } } });
    const [comment] = ours(world.issue);
    assertHarmless(comment?.body ?? "", JSON.stringify(text));
    assert.equal(findCommands(log.join("\n")).length, log.filter((line) => /^::(error|warning|notice)[ :]/.test(line)).length, text);
  }
});

test("the reader of comments finds references outside code", () => {
  for (const text of REFERENCES.filter((text) => !/^[`~]+(@|\n@octocat$|$)/.test(text))) {
    const { tags, words } = render(text);
    assert.throws(() => assertOurs(tags, words, ""), assert.AssertionError, text);
  }
});
