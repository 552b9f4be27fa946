/** The published templates: when filled in, they are valid; when left unchanged, every missing part is reported. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { validate } from "../../pkg/node.js";
import { mistakes, readForm, submit } from "./form.js";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const FORM = readForm(read(".github/ISSUE_TEMPLATE/patch-release.yml"));
const [, HEAD = "", TEMPLATE = ""] = /^---\n([^]*?)\n---\n\n([^]*)$/.exec(read(".github/ISSUE_TEMPLATE/patch-release.md")) ?? [];
/** The sections of the template, by the names of the form's fields. */
const SECTIONS = [...TEMPLATE.matchAll(/^## (.*)$/gm)].map(([, name = ""]) => name.toLowerCase().replaceAll(" ", "-"));
const ANY = Object.fromEntries(SECTIONS.map((id) => [id, "Some words."]));

const FILLED = {
  ...ANY,
  releases: "introduced-in=v1.6.2\nresolved-in=v1.6.5\nresolved-in=v1.7.1",
  symptoms: "`kubectl apply` silently drops a field that was removed and re-added.",
  "root-cause": "Binaries:\n- kubectl\n\nThe three-way diff compared against the wrong side.",
  impact: "Manifests drift without an error.\n\n#### Workaround\n\nReplace the object.",
  resolution: "The diff uses the last applied configuration.",
  prs: "- #48123",
};
const FIRST_DAY = {
  ...ANY,
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

/** The rules that fire on a completed form: none, except a rule that the template does not cover yet. */
const USUAL = new Set(rules(submit(FORM, FIRST_DAY)));

/**
 * @param {string} body
 * @returns {string[]} the rules that fire because answers are missing
 */
function missing(body) {
  return rules(body).filter((rule) => !USUAL.has(rule));
}

/** The line ends that a form's text may have. */
const ENDS = ["\n", "\r\n"];

test("GitHub accepts the form", () => {
  assert.deepEqual(mistakes(FORM), []);
  assert.deepEqual(FORM.body.flatMap(({ id }) => id ?? []), ["releases", ...SECTIONS]);
  assert.ok(["symptoms", "root-cause", "impact", "resolution", "prs"].every((id) => SECTIONS.includes(id)));
});

for (const [name, answers] of Object.entries({ FILLED, FIRST_DAY })) {
  test(`a completed form is valid: ${name}`, () => {
    for (const end of ENDS) {
      assert.deepEqual(rules(submit(FORM, answers, { end })), [], "the template must ask for what these rules want");
    }
  });
}

test("an unchanged form has no answer", () => {
  const expected = ["missing-introduced-in", ...SECTIONS.map((id) => (id === "root-cause" ? "unfilled-section" : "empty-section"))];
  for (const end of ENDS) {
    assert.deepEqual(missing(submit(FORM, {}, { end })), expected);
  }
});

test("a form with empty fields has no answer", () => {
  const blank = Object.fromEntries(Object.keys(FILLED).map((id) => [id, ""]));
  const sections = SECTIONS.map(() => "empty-section");
  assert.deepEqual(missing(submit(FORM, blank, { blank: "" })), ["missing-introduced-in", ...sections]);
  assert.deepEqual(missing(submit(FORM, blank)), ["missing-release-block", ...sections]);
});

test("one field left blank is one diagnostic", () => {
  for (const id of SECTIONS) {
    assert.deepEqual(missing(submit(FORM, { ...FILLED, [id]: "" })), ["empty-section"], id);
  }
});

test("the form's question is not an answer", () => {
  for (const { id = "", attributes } of FORM.body.filter(({ id = "" }) => SECTIONS.includes(id))) {
    const asked = (attributes.description ?? "").replace(/ \(`TBD`.*/, "");
    const [rule, ...others] = missing(submit(FORM, { ...FILLED, [id]: asked }));
    assert.deepEqual([rule, others], [id === "prs" ? "missing-pull-request" : "unfilled-section", []], id);
  }
});

test("the issue template is the template, with a header for GitHub", () => {
  assert.deepEqual(HEAD.match(/^\w+(?=: ".*"$)/gm), ["name", "about", "title", "labels"]);
  assert.match(HEAD, /^labels: "patch-release"$/m);
  assert.doesNotMatch(HEAD, new RegExp(`"${FORM.name.replace(/[()]/g, "\\$&")}"`));
  assert.ok(read("docs/template.md").includes(`\n\`\`\`\`markdown\n${TEMPLATE}\`\`\`\`\n`));
});

test("the unchanged template has no answer", () => {
  const versions = ["unfilled-version", "unfilled-version", "unfilled-version"];
  for (const body of [TEMPLATE, TEMPLATE.replaceAll("\n", "\r\n")]) {
    assert.deepEqual(missing(body), [...versions, ...SECTIONS.map(() => "unfilled-section")]);
  }
});
