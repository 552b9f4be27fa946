/** The shipped module for reports: its output, checked against its JSON Schema, and its messages on invalid input. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { Ajv2020 } from "ajv/dist/2020.js";

import { Report } from "../../pkg/report/node.js";

/** @typedef {import("../../pkg/report/types.js").Dump} Dump */
/** @typedef {import("../../pkg/report/types.js").Files} Files */

const schema = JSON.parse(readFileSync(new URL("../../schema/known-issues.schema.json", import.meta.url), "utf8"));
const isReport = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictTuples: false }).compile(schema);

const CASES = new URL("../core/known_issues/", import.meta.url);

/** @param {string} path a file of a case, JSON */
const read = (path) => JSON.parse(readFileSync(new URL(path, CASES), "utf8"));

/** The case that covers everything. */
const dump = /** @type {Dump} */ (read("patch-day/dump.json"));

/**
 * @param {Files} written
 * @param {string} path
 * @returns {string} the text of one file
 */
function text(written, path) {
  const file = written.files.find(([name]) => name === path);
  assert.ok(file, `${path} is written`);
  return file[1];
}

/** @param {(report: Report) => void} fill */
function make(fill) {
  const report = new Report({});
  fill(report);
  return report.finish();
}

const whole = make((report) => report.add(dump));

test("writes the same files as the library", () => {
  for (const path of readdirSync(new URL("patch-day/", CASES), { recursive: true, encoding: "utf8" })) {
    if (path === "osv") continue;
    const expected = readFileSync(new URL(`patch-day/${path}`, CASES), "utf8");
    if (path.endsWith(".json") && path !== "dump.json") {
      assert.deepEqual(JSON.parse(text(whole, path)), JSON.parse(expected));
    } else if (/\.(md|xml)$/.test(path)) {
      assert.equal(text(whole, path), expected, path);
    }
  }
  assert.equal(whole.summary, text(whole, "known-issues.md"));
});

test("takes pages of issues as `gh api --paginate --slurp` prints them", () => {
  const issues = dump.repositories.flatMap((/** @type {any} */ one) =>
    one.issues.map((/** @type {any} */ issue) => ({ ...issue, html_url: `https://github.com/${one.name}/issues/${issue.number}` })));
  const flat = make((report) => report.add(issues));
  const pages = [[], issues.slice(0, 3), issues.slice(3)];
  assert.deepEqual(make((report) => report.add(pages)), flat);
  assert.deepEqual(make((report) => report.add(JSON.stringify(pages))), flat);
});

test("follows its schema", () => {
  assert.ok(isReport(JSON.parse(text(whole, "known-issues.json"))), JSON.stringify(isReport.errors, null, 1));
});

test("takes parts in any order", () => {
  const [repository] = dump.repositories;
  assert.ok(repository?.issues);
  const { issues, ...others } = repository;
  const parts = make((report) => {
    for (const issue of issues.toReversed()) {
      report.add([issue]);
    }
    report.add({ ...dump, repositories: [others] });
  });
  assert.deepEqual(parts, whole);
});

test("reads text like objects", () => {
  const issues = dump.repositories[0]?.issues ?? [];
  assert.deepEqual(make((report) => report.add(JSON.stringify(dump))), whole);
  const lists = [issues, ` ${JSON.stringify(issues)}`].map((list) => make((report) => report.add(list)));
  assert.deepEqual(lists[1], lists[0]);
  const half = [{ ...issues[0], number: 1, title: "\ud800" }];
  const halves = [half, JSON.stringify(half)].map((list) => make((report) => report.add(list)));
  assert.deepEqual(halves[1], halves[0]);
  assert.throws(() => new Report({}).add("nonsense"), /the data is not JSON/);
});

test("continues and merges its own reports", () => {
  const json = text(whole, "known-issues.json");
  const again = make((report) => assert.equal(report.previous(json), true));
  assert.deepEqual(again, whole);
  const merged = make((report) => [json, json].forEach((text) => report.merge(text)));
  assert.deepEqual(merged, whole);
  const other = new Report({ policy: "rules: {missing-sig: off}" });
  assert.equal(other.previous(json), false, "facts of another policy");
});

test("says what is still missing", () => {
  const report = new Report({});
  report.add(dump);
  assert.equal(report.since("EXAMPLE/engine"), "2026-03-01T09:00:00Z");
  assert.equal(report.since("example/other"), undefined);
  const wanted = report.wantedPullRequests().map(({ repository, number }) => `${repository}#${number}`);
  assert.deepEqual(wanted, ["example/engine#1", "example/engine#901", "example/engine#920", "example/engine#930", "other/repo#5"]);
});

test("names what it cannot read", () => {
  const odd = /** @type {any} */ ({});
  const cases = /** @type {[RegExp, (report: Report) => void][]} */ ([
    [/maintaned/, () => new Report({ policy: "maintaned: 3" })],
    [/`nonsense` is not the name of a repository/, (report) => report.add({ repositories: [{ name: "nonsense" }] })],
    [/issue 5 of the list has no `html_url`/, (report) => report.add([{ number: 5, title: "x" }])],
    [/cannot be read/, (report) => report.add({ repositories: [{ name: "o/r", issues: [{ ...odd, number: "x" }] }] })],
    [/is not the address of a server/, () => new Report({ server: "javascript:x" }).add(dump)],
    [/this is not a known-issues.json/, (report) => report.merge("{}")],
    [/only 1 can be read/, (report) => report.merge('{"schema": 2, "asOf": null, "repositories": []}')],
  ]);
  for (const [message, act] of cases) {
    assert.throws(() => act(new Report({})), message);
  }
});

test("reads all that JSON allows", () => {
  const issue = { number: 1, title: "\ud800 \u0000", labels: [null, "patch-release", {}], body: "\udfff", __proto__: null };
  const written = make((report) => report.add({ repositories: [{ name: "o/r", issues: [issue] }] }));
  const report = JSON.parse(text(written, "known-issues.json"));
  assert.deepEqual(report.repositories[0].report.counts, { read: 1, listed: 0, withheld: 0, invalid: 1, skipped: 0 });
  assert.ok(isReport(report));
});
