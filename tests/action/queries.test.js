/** How the action treats GraphQL answers with status 200. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { DATA, NOON, asked, trouble, troubleIn } from "./github-answers.js";

const THROTTLED = { message: "You have exceeded a secondary rate limit. Please wait." };

test("errors next to data count as an answer", async () => {
  for (const type of ["NOT_FOUND", "FORBIDDEN", "SERVICE_UNAVAILABLE"]) {
    const body = { data: { repository: { issue: null } }, errors: [{ type, path: ["repository", "issue"], message: "…" }] };
    const { reply, count } = await asked([{ status: 200, body }]);
    assert.deepEqual([reply, count], [{ body }, 1]);
  }
});

test("a rate limit within 200", async () => {
  const reset = String(NOON / 1_000 + 30);
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
  for (const type of ["RATE_LIMITED", "RATE_LIMIT"]) {
    const answer = { status: 200, headers, body: { errors: [{ type, message: "API rate limit exceeded" }] } };
    assert.deepEqual((await asked([answer, DATA])).pauses, [30_500]);
    const { reply } = await asked([{ ...answer, headers: { ...headers, "x-ratelimit-reset": String(NOON) } }]);
    assert.deepEqual(reply, trouble("read", "limited", 200, "API rate limit exceeded"));
  }
  assert.deepEqual((await asked([{ status: 200, body: { data: null, errors: [THROTTLED] } }, DATA])).pauses, [60_500]);
});

test("no data", async () => {
  const wrong = { message: "Something went wrong while executing your query." };
  for (const body of [{ data: null, errors: [wrong] }, { data: null }, {}, [], { errors: [wrong, "odd", null] }]) {
    const { reply, count } = await asked([{ status: 200, body }]);
    assert.deepEqual([reply, count], [trouble("read", "unavailable", 200, "200"), 4], JSON.stringify(body));
  }
  const unknown = { message: "Field 'x' doesn't exist on type 'Query'", extensions: { code: "undefinedField" } };
  const refusal = await asked([{ status: 200, body: { errors: [unknown] } }]);
  assert.deepEqual([refusal.reply, refusal.count], [trouble("read", "invalid", 200, unknown.message), 1]);
  const forbidden = { type: "FORBIDDEN", message: "Resource not accessible by integration" };
  const kept = await asked([{ status: 200, body: { data: null, errors: [forbidden] } }]);
  assert.deepEqual([kept.reply, kept.count], [trouble("read", "forbidden", 200, forbidden.message), 1]);
});

test("lone surrogates do not reach the core", async () => {
  const body = '{"data":{"a":["x\\ud800",{"b":"\\udfff","__proto__":{"c":"\\ud800"}}]},"errors":[{"message":"\\ud83d"}]}';
  const { reply } = await asked([{ status: 200, headers: { "content-type": "application/json" }, body }]);
  const text = JSON.stringify(reply);
  assert.equal(text.includes("\\ud"), false, text);
  assert.equal(text.split("\uFFFD").length, 5);
  const long = await asked([{ status: 403, body: { message: `${"x".repeat(999)}😀` } }]);
  assert.equal(troubleIn(long.reply).detail, `${"x".repeat(999)}\uFFFD`);
});
