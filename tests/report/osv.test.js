/** OSV records follow OSV's schema, for real history and for made-up issues with hostile titles. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Ajv2020 } from "ajv/dist/2020.js";

import { Report } from "../../pkg/report/node.js";
import { realDump } from "../core/history/make.js";
import { scaledDump } from "../core/history/scaled.js";

const schema = JSON.parse(readFileSync(new URL("osv/schema.json", import.meta.url), "utf8"));
const isRecord = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);

/**
 * @param {unknown} dump
 * @returns {Record<string, any>[]} the records of a report
 */
function records(dump) {
  const report = new Report({});
  report.add(JSON.stringify(dump));
  const files = report.finish().files.filter(([path]) => path.startsWith("osv/"));
  return files.map(([, text]) => JSON.parse(text));
}

const DUMPS = { "real history": realDump({}), "made-up issues": scaledDump({ issues: 300, hostile: true }) };

for (const [name, dump] of Object.entries(DUMPS)) {
  test(`records of ${name} follow OSV's schema`, () => {
    const all = records(dump);
    assert.ok(all.length >= 10, `${all.length} records`);
    for (const record of all) {
      assert.ok(isRecord(record), `${record.id}: ${JSON.stringify(isRecord.errors, null, 1)}`);
    }
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  });
}

test("the schema refuses a record with two ends, a version with a v, or an unknown member", () => {
  const [record] = records(DUMPS["real history"]);
  assert.ok(record && isRecord(record));
  const withEvents = (/** @type {object[]} */ events) => ({ ...record, affected: [{ ranges: [{ type: "SEMVER", events }] }] });
  assert.equal(isRecord(withEvents([{ introduced: "1.6.0" }, { fixed: "1.6.2" }, { last_affected: "1.6.1" }])), false);
  assert.equal(isRecord(withEvents([{ introduced: "v1.6.0" }])), false);
  assert.equal(isRecord(withEvents([{ fixed: "1.6.2" }])), false);
  assert.equal(isRecord({ ...record, more: true }), false);
});

test("repositories with similar names have records of their own", () => {
  const [{ issues, tags }] = /** @type {[any]} */ (realDump({}).repositories);
  const repositories = ["a/b-c", "a-b/c"].map((name) => ({ name, issues: issues.slice(0, 1), tags }));
  const all = records({ schema: 1, repositories });
  assert.equal(new Set(all.map(({ id }) => id)).size, 2);
  assert.ok(all.every((record) => isRecord(record)));
});
