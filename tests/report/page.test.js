/** The known-issues page, read by a real HTML parser: it contains only our own elements. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { defaultTreeAdapter, parse } from "parse5";

import { parts } from "../../bench/dump.js";
import { Report } from "../../pkg/report/node.js";
import { realDump } from "../core/history/make.js";
import { HOSTILE, scaledDump } from "../core/history/scaled.js";
import { makePage } from "./page.js";

/** @typedef {{ name: string, attributes: Record<string, string>, text: string }} Element */

/** The elements of the page, and the attributes that each may have besides `id` and `class`. @type {Record<string, string[]>} */
const ALLOWED = {
  html: ["lang"], head: [], body: [], meta: ["charset", "http-equiv", "content", "name"], title: [], style: [], script: ["type"],
  header: [], main: [], footer: [], article: [], section: ["aria-labelledby", "aria-label"], nav: ["aria-label"],
  h1: [], h2: [], h3: [], p: ["role"], b: [], bdi: [], code: [], span: [], time: ["datetime"], ul: ["aria-label"], ol: [], li: [],
  a: ["href", "aria-label"], details: [], summary: [], div: ["role", "tabindex", "aria-label", "aria-labelledby", "data-version", "hidden"],
  form: ["hidden", "aria-labelledby"], button: ["type"], label: [], select: ["name"], option: ["value"],
  textarea: ["readonly", "aria-label", "hidden"],
  input: ["type", "name", "aria-labelledby", "autocomplete", "autocapitalize", "spellcheck", "placeholder"],
  table: [], caption: [], colgroup: ["span"], col: [], thead: [], tbody: [], tr: [], th: ["scope", "colspan"], td: ["rowspan"],
};
const LINK = /^(#[\w./-]+|https:\/\/github\.com\/[\w./-]+)$/;

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
  const runs = (/** @type {Element} */ { attributes }) => attributes["type"] !== "application/json";
  const only = (/** @type {string} */ name) => all.filter((one) => one.name === name && runs(one)).map(({ text }) => hash(text)).join(" ");
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
  checkSize(html, 500_000, 60_000);
});

test("so do thousands, whose lists are numbers", () => {
  const { html } = makePage(scaledDump({ issues: 3000 }), { policy: "maintained: 3" });
  check(html);
  assert.match(html, /Affected by:/);
  checkSize(html, 1_700_000, 260_000);
});

test("a thousand issues are a page that is sent in a moment", () => {
  const [dump = assert.fail()] = parts(1000, 1000);
  const { html } = makePage(/** @type {any} */ (dump), { policy: "maintained: 3" });
  check(html);
  checkSize(html, 480_000, 50_000);
});

test("ten thousand issues are a page that a browser can show", () => {
  const report = new Report({ policy: "maintained: 3" });
  for (const part of parts(10_000, 1000)) report.add(JSON.stringify(part));
  const { files } = report.finish();
  checkSize(files.find(([name]) => name === "index.html")?.[1] ?? "", 3_500_000, 300_000);
});

/** @param {string} html @param {number} most in bytes @param {number} compressed in bytes */
function checkSize(html, most, compressed) {
  const [size, sent] = [Buffer.byteLength(html), gzipSync(html).length];
  assert.ok(size <= most && sent <= compressed, `${size} bytes, ${sent} compressed`);
}

for (const issues of [40, 600]) {
  test(`each title stands there once, and the data of ${issues} issues has no words`, () => {
    const dump = scaledDump({ issues });
    const listed = dump.repositories[0]?.issues ?? [];
    for (const issue of listed) issue.title = `Title ${issue.number}.`;
    const { html, report } = makePage(dump, { policy: "maintained: 3" });
    const { answers = [] } = report.repositories[0]?.report ?? {};
    for (const { number, title } of listed) {
      const count = html.split(title).length - 1;
      assert.ok(count <= 1, `${title} ${count} times`);
      if (answers.some(({ issue }) => issue === number)) assert.equal(count, 1, title);
    }
    const data = elements(html).filter(({ name, attributes }) => name === "script" && attributes["type"] === "application/json");
    assert.ok(data.length > 0);
    for (const { text } of data) assert.match(text, /^[[\]\d,-]*$/);
  });
}

test("withheld issues are in no list and in no data", () => {
  const dump = scaledDump({ issues: 400 });
  const { html, report } = makePage(dump, { policy: "maintained: 3" });
  const withheld = report.repositories[0]?.withheld ?? [];
  assert.ok(withheld.length > 3);
  for (const { number } of withheld) assert.ok(!html.includes(`id="example/project/${number}"`), `${number}`);
});

test("dates of the schedule that are over say so", () => {
  const schedule = "schedules:\n- release: 1.36\n  next:\n    release: 1.36.4\n    cherryPickDeadline: 2026-07-24\n    targetDate: 2026-08-11\n  endOfLifeDate: 2027-06-28\n";
  const { html } = makePage(scaledDump({ issues: 5 }), { schedule });
  assert.match(html, /backports until 2026-07-24 \(passed\), release on 2026-08-11, end of life on 2027-06-28/);
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
