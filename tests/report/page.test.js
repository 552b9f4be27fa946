/** The known-issues page, read by a real HTML parser: it contains only our own elements. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { defaultTreeAdapter, parse } from "parse5";

import { realDump } from "../core/history/make.js";
import { HOSTILE, scaledDump } from "../core/history/scaled.js";
import { makePage } from "./page.js";

/** @typedef {{ name: string, attributes: Record<string, string>, text: string }} Element */

/** The elements of the page, and the attributes that each may have besides `id` and `class`. @type {Record<string, string[]>} */
const ALLOWED = {
  html: ["lang"], head: [], body: [], meta: ["charset", "http-equiv", "content", "name"], title: [], style: [], script: [],
  header: [], main: [], footer: [], article: [], section: ["aria-labelledby", "aria-label"], nav: ["aria-label"],
  h1: [], h2: [], h3: [], p: ["role"], b: [], bdi: [], code: [], span: [], time: ["datetime"], ul: ["aria-label"], li: [],
  a: ["href", "aria-label"], details: [], summary: [], div: ["role", "tabindex", "aria-label", "aria-labelledby", "data-version", "hidden"],
  form: ["hidden"], button: ["type"],
  input: ["type", "aria-labelledby", "autocomplete", "autocapitalize", "spellcheck", "placeholder"],
  table: [], caption: [], colgroup: ["span"], col: [], thead: [], tbody: [], tr: [], th: ["scope", "colspan"], td: ["rowspan"],
};
const LINK = /^(#[\w.-]+|https:\/\/github\.com\/[\w./-]+)$/;

/**
 * @param {string} html
 * @returns {Element[]}
 */
function elements(html) {
  /** @type {Element[]} */
  const found = [];
  /** @param {any} node */
  const walk = (node) => {
    if (!defaultTreeAdapter.isElementNode(node)) return node.childNodes?.forEach(walk);
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    found.push({ name: node.nodeName, attributes, text: textOf(node) });
    node.childNodes.forEach(walk);
  };
  walk(parse(html, { onParseError: ({ code, startLine }) => assert.fail(`line ${startLine}: ${code}`) }));
  return found;
}

/** @param {any} node @returns {string} */
const textOf = (node) => node.value ?? node.childNodes?.map(textOf).join("") ?? "";

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Fails if the page contains anything that it must not. @param {string} html */
function check(html) {
  const all = elements(html);
  const ids = all.flatMap(({ attributes }) => attributes["id"] ?? []);
  assert.equal(new Set(ids).size, ids.length, "an id occurs twice");
  for (const { name, attributes } of all) {
    const allowed = ALLOWED[name] ?? assert.fail(`<${name}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.ok(["id", "class", ...allowed].includes(attribute), `<${name} ${attribute}>`);
      if (attribute !== "href") continue;
      assert.match(value, LINK);
      assert.ok(!value.startsWith("#") || ids.includes(value.slice(1)), `${value} leads nowhere`);
    }
  }
  checkPolicy(all);
}

/** @param {Element[]} all */
function checkPolicy(all) {
  const [policy, ...others] = all.filter(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
  const only = (/** @type {string} */ name) => all.filter((one) => one.name === name).map(({ text }) => hash(text)).join(" ");
  assert.deepEqual(others, []);
  assert.equal(
    policy?.attributes["content"],
    `default-src 'none'; style-src ${only("style")}; script-src ${only("script")}; base-uri 'none'; form-action 'none'; ` +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  );
}

test("real history makes a page of only our elements", () => check(makePage(realDump(), { policy: "maintained: 30" }).html));

test("so do 300 issues on many releases, at a reasonable size", () => {
  const { html, report } = makePage(scaledDump({ issues: 300 }), { policy: "maintained: 5" });
  const releases = report.repositories[0]?.report.branches.flatMap((branch) => branch.releases) ?? [];
  assert.ok(releases.length >= 45);
  check(html);
  assert.ok(html.length < 4_000_000, `${html.length} bytes`);
});

test("so do thousands, which are listed by number", () => {
  const { html } = makePage(scaledDump({ issues: 3000 }), { policy: "maintained: 3" });
  check(html);
  assert.match(html, /Affected by:/);
  assert.ok(html.length < 12_000_000, `${html.length} bytes`);
});

test("so do an empty report and several repositories", () => {
  check(makePage({ schema: 1, now: "2026-01-01T00:00:00Z", repositories: [] }).html);
  const [one, other] = [realDump({ on: "2018-07-16" }), scaledDump({ issues: 30 })];
  check(makePage({ ...one, repositories: [...one.repositories, ...other.repositories] }).html);
});

test("hostile titles are text, unchanged or with invisible characters made visible", () => {
  const { html } = makePage(scaledDump({ issues: 2 * HOSTILE.length, hostile: true }), { policy: "maintained: 10" });
  check(html);
  const shown = new Set(elements(html).filter(({ name }) => name === "bdi").map(({ text }) => text));
  const plain = HOSTILE.filter((title) => /^[\x20-\x7e]*$/.test(title));
  const missing = plain.filter((title) => !shown.has(title));
  assert.ok(plain.length > 200 && missing.length < plain.length / 10, missing.join("\n"));
  assert.ok([...shown].some((title) => title.startsWith("⟨U+202E⟩gnp.exe ⟨U+2066⟩isolated⟨U+2069⟩")));
  assert.doesNotMatch([...shown].join(""), /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
});

test("the same report makes the same bytes", () => {
  const dump = scaledDump({ issues: 50 });
  const [repository] = dump.repositories;
  const reversed = { ...dump, repositories: [{ ...repository, issues: repository?.issues.toReversed() }] };
  assert.equal(makePage(dump).html, makePage(/** @type {typeof dump} */ (reversed)).html);
});

/** The custom properties of a rule for `:root`. @param {string} css */
const colours = (css) => Object.fromEntries([...css.matchAll(/--([\w-]+): (#\w+)/g)].map(([, name, value]) => [name, value ?? ""]));

/** Relative luminance, WCAG 2.2. @param {string} colour #rgb or #rrggbb */
function luminance(colour) {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, "$&$&") : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("every pair of colours has sufficient contrast for text: light, dark and printed", () => {
  const css = readFileSync(new URL("../../templates/page/page.css", import.meta.url), "utf8");
  const [light = {}, dark = {}, print = {}] = [...css.matchAll(/:root \{[^}]*--back[^}]*\}/g)].map(([rule]) => colours(rule));
  const pairs = `text/back text/card quiet/back quiet/card link/back link/card on-red/red red/back red/card red/red-back
    green/back green/card green/green-back amber/back amber/amber-back`.split(/\s+/);
  assert.equal(Object.keys(print).length, Object.keys(light).length);
  for (const theme of [light, { ...light, ...dark }, print]) {
    for (const pair of pairs) {
      const [front = 0, back = 0] = pair.split("/").map((name) => luminance(/** @type {any} */ (theme)[name]));
      const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      assert.ok(contrast >= 4.5, `${pair} ${contrast.toFixed(2)} ${JSON.stringify(theme)}`);
    }
  }
});
