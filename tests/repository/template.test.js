/** The published templates: filled in, they are valid; left alone, authors are told of every part. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { validate } from "../../pkg/node.js";
import { mistakes, readForm, submit } from "./form.js";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const FORM = readForm(read(".github/ISSUE_TEMPLATE/patch-release.yml"));
const [, HEAD = "", TEMPLATE = ""] = /^---\n([^]*?)\n---\n\n([^]*)$/.exec(read(".github/ISSUE_TEMPLATE/patch-release.md")) ?? [];
const SECTIONS = ["symptoms", "root-cause", "impact", "resolution", "prs"];

const FILLED = {
  releases: "introduced-in=v1.6.2\nresolved-in=v1.6.5\nresolved-in=v1.7.1",
  symptoms: "`kubectl apply` silently drops a field that was removed and re-added.",
  "root-cause": "Binaries:\n- kubectl\n\nThe three-way diff compared against the wrong side.",
  impact: "Manifests drift without an error.\n\n#### Workaround\n\nReplace the object.",
  resolution: "The diff uses the last applied configuration.",
  prs: "- #48123",
};
const FIRST_DAY = {
  releases: "introduced-in=v1.6.2\nresolved-in=",
  symptoms: "Pods restart.",
  "root-cause": "TBD",
  impact: "All users of Windows nodes.",
  resolution: "TBD",
  prs: "TBD",
};

/**
 * @param {string} body
 * @returns {string[]} the rules that fire
 */
function rules(body) {
  const labels = ["patch-release", "priority/important-soon", "sig/cli"];
  return validate({ number: 1, title: "x", body, labels, state: "open" }).diagnostics.map(({ rule }) => rule);
}

/** Both line ends that a form's text is known to have. */
const ENDS = ["\n", "\r\n"];

test("GitHub accepts the form", () => {
  assert.deepEqual(mistakes(FORM), []);
  assert.deepEqual(FORM.body.flatMap(({ id }) => id ?? []), ["releases", ...SECTIONS]);
});

for (const [name, answers] of Object.entries({ FILLED, FIRST_DAY })) {
  test(`a form filled in is valid: ${name}`, () => {
    for (const end of ENDS) {
      assert.deepEqual(rules(submit(FORM, answers, { end })), []);
    }
  });
}

test("a form left as it is has no answer", () => {
  const expected = ["missing-introduced-in", ...SECTIONS.map((id) => (id === "root-cause" ? "unfilled-section" : "empty-section"))];
  for (const end of ENDS) {
    assert.deepEqual(rules(submit(FORM, {}, { end })), expected);
  }
});

test("a form with blank fields has no answer", () => {
  const blank = Object.fromEntries(Object.keys(FILLED).map((id) => [id, ""]));
  const sections = SECTIONS.map(() => "empty-section");
  assert.deepEqual(rules(submit(FORM, blank, { blank: "" })), ["missing-introduced-in", ...sections]);
  assert.deepEqual(rules(submit(FORM, blank)), ["missing-release-block", ...sections]);
});

test("one field left blank is one diagnostic", () => {
  for (const id of SECTIONS) {
    assert.deepEqual(rules(submit(FORM, { ...FILLED, [id]: "" })), ["empty-section"], id);
  }
});

test("what the form asks is no answer", () => {
  for (const { id = "", attributes } of FORM.body.filter(({ id = "" }) => SECTIONS.includes(id))) {
    const asked = (attributes.description ?? "").replace(/ \(`TBD`.*/, "");
    const [rule, ...others] = rules(submit(FORM, { ...FILLED, [id]: asked }));
    assert.deepEqual([rule, others], [id === "prs" ? "missing-pull-request" : "unfilled-section", []], id);
  }
});

test("the issue template is the template, with a head that GitHub reads", () => {
  assert.deepEqual(HEAD.match(/^\w+(?=: ".*"$)/gm), ["name", "about", "title", "labels"]);
  assert.match(HEAD, /^labels: "patch-release"$/m);
  assert.doesNotMatch(HEAD, new RegExp(`"${FORM.name.replace(/[()]/g, "\\$&")}"`));
  assert.ok(read("docs/template.md").includes(`\n\`\`\`\`markdown\n${TEMPLATE}\`\`\`\`\n`));
});

test("the template left as it is has no answer", () => {
  const versions = ["unfilled-version", "unfilled-version", "unfilled-version"];
  for (const body of [TEMPLATE, TEMPLATE.replaceAll("\n", "\r\n")]) {
    assert.deepEqual(rules(body), [...versions, ...SECTIONS.map(() => "unfilled-section")]);
  }
});
