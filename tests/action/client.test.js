/** Every kind of GitHub answer: how often the action retries, after which pauses, and what it reports to the core. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { DATA, NOON, QUERY, asked, refused, reset, scripted, timeout, trouble, troubleIn, unknownHost, wrote } from "./github-answers.js";

/** @import { Write } from "../../pkg/types.js" */
/** @import { Answer } from "./github-answers.js" */

const HTML = "<!DOCTYPE html><title>Unicorn!</title>";

/** @satisfies {Record<Write["kind"], Write>} */
const WRITES = /** @type {const} */ ({
  "create-label": { kind: "create-label", name: "x/y", color: "ededed", description: "d" },
  "add-labels": { kind: "add-labels", names: /** @type {string[]} */ (["a", "b"]) },
  "remove-label": { kind: "remove-label", name: "needs/work?#" },
  "post-comment": { kind: "post-comment", body: "long", shorter: "short" },
  "update-comment": { kind: "update-comment", id: "9", body: "long", shorter: "short" },
  "edit-description": { kind: "edit-description", body: "b", comment: "1" },
  "add-reaction": { kind: "add-reaction", comment: "3141592653", content: "+1", reason: "" },
  "delete-comment": { kind: "delete-comment", id: "9" },
});
const REPEATABLE = Object.values(WRITES).filter(({ kind }) => !["post-comment", "edit-description"].includes(kind));
const EDIT = WRITES["edit-description"];
const POST = WRITES["post-comment"];
const CREATED = { status: 201, body: { id: 123456789012 } };
const DONE = { status: 200, body: {} };

/** Failures after which GitHub may have carried out the request. */
const DOUBTS = /** @type {[string, Answer, number | null, string][]} */ ([
  ["a timeout", timeout, null, "ETIMEDOUT"],
  ["a reset", reset, null, "ECONNRESET"],
  ["500", { status: 500, body: { message: "Server Error" } }, 500, "500"],
  ["502 with an HTML body", { status: 502, body: HTML }, 502, "502"],
  ["503 with an HTML body", { status: 503, body: HTML }, 503, "503"],
  ["504 with an empty body", { status: 504 }, 504, "504"],
  ["200 with an HTML body", { status: 200, body: HTML }, 200, "200"],
  ["200 with half a JSON body", { status: 200, headers: { "content-type": "application/json" }, body: '{"data":{"r' }, 200, "200"],
  ["200 with an empty body", { status: 200, headers: { "content-type": "application/json" } }, 200, "200"],
  ["408", { status: 408, body: { message: "?" } }, 408, "408"],
]);

/** No connection. */
const UNSENT = /** @type {[string, Answer, string][]} */ ([
  ["connection refused", refused, "ECONNREFUSED"],
  ["an unknown host", unknownHost, "ENOTFOUND"],
]);

const BACKOFF = [1_000, 2_000, 4_000];

test("a query is one request", async () => {
  const { reply, sent, pauses } = await asked([DATA], { ...QUERY, delay: 250 });
  assert.deepEqual([reply, pauses], [{ body: DATA.body }, [250]]);
  assert.deepEqual(sent.map(({ method, url, body }) => [method, url, body]), [
    ["POST", "https://api.example/graphql", { query: QUERY.text, variables: QUERY.variables }],
  ]);
  assert.equal(sent[0]?.init.headers.authorization, "token TOKEN");
  assert.equal(sent[0]?.init.redirect, "manual");
});

test("every write is the request that GitHub documents", async () => {
  const expected = {
    "create-label": ["POST", "/repos/o/r/labels", { name: "x/y", color: "ededed", description: "d" }],
    "add-labels": ["POST", "/repos/o/r/issues/7/labels", { labels: ["a", "b"] }],
    "remove-label": ["DELETE", "/repos/o/r/issues/7/labels/needs%2Fwork%3F%23", undefined],
    "post-comment": ["POST", "/repos/o/r/issues/7/comments", { body: "long" }],
    "update-comment": ["PATCH", "/repos/o/r/issues/comments/9", { body: "long" }],
    "delete-comment": ["DELETE", "/repos/o/r/issues/comments/9", undefined],
    "edit-description": ["PATCH", "/repos/o/r/issues/7", { body: "b" }],
    "add-reaction": ["POST", "/repos/o/r/issues/comments/3141592653/reactions", { content: "+1" }],
  };
  for (const write of Object.values(WRITES)) {
    const { sent } = await wrote(write, [CREATED]);
    const [{ method, url, body, init } = assert.fail()] = sent;
    assert.deepEqual([method, new URL(url).pathname, body], expected[write.kind]);
    assert.deepEqual([new URL(url).origin, init.redirect, sent.length], ["https://api.example", "manual", 1]);
  }
});

test("names that would change the path are not sent", async () => {
  for (const name of ["", ".", ".."]) {
    const world = scripted([DONE]);
    await assert.rejects(world.github.write(7, { kind: "remove-label", name }));
    assert.equal(world.sent.length, 0);
  }
});

test("a posted comment returns its id", async () => {
  assert.deepEqual((await wrote(POST, [CREATED])).reply, { id: "123456789012" });
  for (const write of REPEATABLE) {
    assert.deepEqual((await wrote(write, [DONE])).reply, { id: null }, write.kind);
  }
  assert.deepEqual((await wrote(WRITES["delete-comment"], [{ status: 204 }])).reply, { id: null });
  const { reply, count } = await wrote(POST, [{ status: 201, body: {} }]);
  assert.deepEqual([troubleIn(reply).kind, count], ["doubtful", 1]);
});

for (const [name, answer, detail] of UNSENT) {
  test(`${name}: everything but a description is sent again`, async () => {
    const cases = [/** @type {{ doing: string, reply: unknown, pauses: number[], count: number }} */ ({ doing: "read", ...(await asked([answer])) })];
    for (const write of Object.values(WRITES).filter((write) => write !== EDIT)) {
      cases.push({ doing: write.kind, ...(await wrote(write, [answer])) });
    }
    const edit = await wrote(EDIT, [answer, DONE]);
    assert.deepEqual([edit.reply, edit.count], [trouble(EDIT.kind, "unavailable", null, detail), 1]);
    for (const { doing, reply, pauses, count } of cases) {
      assert.deepEqual([reply, pauses, count], [trouble(doing, "unavailable", null, detail), BACKOFF, 4]);
    }
    assert.deepEqual((await wrote(POST, [answer, answer, CREATED])).reply, { id: "123456789012" });
  });
}

for (const [name, answer, status, detail] of DOUBTS) {
  test(`${name}: reads and repeatable writes are sent again, a comment and a description are not`, async () => {
    const read = await asked([answer]);
    assert.deepEqual([read.reply, read.pauses], [trouble("read", "unavailable", status, detail), BACKOFF]);
    assert.deepEqual((await asked([answer, answer, answer, DATA])).reply, { body: DATA.body });
    const post = await wrote(POST, [answer, CREATED]);
    assert.deepEqual([post.reply, post.count], [trouble("post-comment", "doubtful", status, detail), 1]);
    const edit = await wrote(EDIT, [answer, DONE]);
    assert.deepEqual([edit.reply, edit.count], [trouble("edit-description", "doubtful", status, detail), 1]);
    for (const write of REPEATABLE) {
      const never = await wrote(write, [answer]);
      assert.deepEqual([never.reply, never.pauses], [trouble(write.kind, "doubtful", status, detail), BACKOFF]);
      assert.deepEqual((await wrote(write, [answer, DONE])).reply, { id: null });
    }
  });
}

test("a comment that may have been posted is doubtful, whatever the earlier failures were", async () => {
  const { reply, count } = await wrote(POST, [refused, reset, CREATED]);
  assert.deepEqual([reply, count], [trouble("post-comment", "doubtful", null, "ECONNRESET"), 2]);
  const later = await wrote(WRITES["update-comment"], [reset, refused]);
  assert.deepEqual(later.reply, trouble("update-comment", "doubtful", null, "ECONNREFUSED"));
});

const IN_20_S = new Date(NOON + 20_000).toUTCString();
const SECONDARY = { message: "You have exceeded a secondary rate limit. Please wait." };

/** Secondary rate limits, and the pauses that they ask for, with half a second of jitter. */
const THROTTLED = /** @type {[string, Answer, number][]} */ ([
  ["403 with Retry-After in seconds", { status: 403, headers: { "retry-after": "20" }, body: SECONDARY }, 20_500],
  ["429 with Retry-After as a date", { status: 429, headers: { "retry-after": IN_20_S }, body: SECONDARY }, 20_500],
  ["403 with Retry-After that is past", { status: 403, headers: { "retry-after": new Date(0).toUTCString() }, body: SECONDARY }, 500],
  ["429 with Retry-After that is neither", { status: 429, headers: { "retry-after": "soon" }, body: SECONDARY }, 60_500],
  ["403 without Retry-After", { status: 403, headers: { "x-ratelimit-remaining": "4000" }, body: SECONDARY }, 60_500],
  ["403 for abuse", { status: 403, body: { message: "You have triggered an abuse detection mechanism." } }, 60_500],
  ["429 without anything", { status: 429, body: HTML }, 60_500],
]);

for (const [name, answer, pause] of THROTTLED) {
  test(`${name}: waits, and the issue is read again before a comment is posted or a description edited`, async () => {
    const read = await asked([answer, DATA]);
    assert.deepEqual([read.reply, read.pauses], [{ body: DATA.body }, [pause]]);
    for (const write of REPEATABLE) {
      const { reply, pauses } = await wrote(write, [answer, DONE]);
      // The second attempt is a second after the first.
      assert.deepEqual([reply, pauses], [{ id: null }, pause < 1_000 ? [pause, 1_000 - pause] : [pause]], write.kind);
    }
    for (const write of [POST, EDIT]) {
      const once = await wrote(write, [answer, CREATED]);
      const { kind, doing } = troubleIn(once.reply);
      assert.deepEqual([doing, kind, once.pauses, once.count], [write.kind, "doubtful", [pause], 1]);
    }
  });
}

test("a pause that exceeds the budget is not started", async () => {
  for (const seconds of ["300", "3600"]) {
    const long = { status: 403, headers: { "retry-after": seconds }, body: SECONDARY };
    const cases = [await asked([long]), ...(await Promise.all(Object.values(WRITES).map((write) => wrote(write, [long]))))];
    for (const { reply, pauses, count } of cases) {
      const { kind, status } = troubleIn(reply);
      assert.deepEqual([kind, status, pauses, count], ["limited", 403, [], 1]);
    }
  }
});

test("with an hour's requests used up, reads wait for the reset and writes stop", async () => {
  const body = { message: "API rate limit exceeded for installation." };
  const spent = (/** @type {number} */ seconds) => {
    const reset = String(NOON / 1_000 + seconds);
    return { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }, body };
  };
  const soon = await asked([spent(90), DATA]);
  assert.deepEqual([soon.reply, soon.pauses], [{ body: DATA.body }, [90_500]]);
  const late = await asked([spent(1_800), DATA]);
  assert.deepEqual([late.reply, late.pauses], [trouble("read", "limited", 403, body.message), []]);
  for (const write of Object.values(WRITES)) {
    const { reply, count } = await wrote(write, [spent(90), CREATED]);
    assert.deepEqual([reply, count], [trouble(write.kind, "limited", 403, body.message), 1]);
  }
});

/** Refusals that a retry cannot change. */
const REFUSALS = /** @type {[number, string, string][]} */ ([
  [401, "Bad credentials", "unauthorized"],
  [403, "Resource not accessible by integration", "forbidden"],
  [403, "Unable to create comment because issue is locked.", "forbidden"],
  [403, "Commenting is disabled on issues with more than 2500 comments", "forbidden"],
  [451, "Repository access blocked", "forbidden"],
  [400, "Problems parsing JSON", "invalid"],
  [409, "Conflict", "invalid"],
]);

for (const [status, message, kind] of REFUSALS) {
  test(`${status} ${message}: stops`, async () => {
    const answer = { status, headers: { "x-ratelimit-remaining": "1" }, body: { message } };
    const read = await asked([answer]);
    assert.deepEqual([read.reply, read.count], [trouble("read", kind, status, message), 1]);
    for (const write of Object.values(WRITES)) {
      const { reply, count } = await wrote(write, [answer]);
      assert.deepEqual([reply, count], [trouble(write.kind, kind, status, message), 1]);
    }
  });
}

test("404 and 410: reads are retried twice, deletions count as done", async () => {
  for (const status of [404, 410]) {
    const answer = { status, body: { message: "Not Found" } };
    const read = await asked([answer]);
    assert.deepEqual([read.reply, read.pauses], [trouble("read", "gone", status, "Not Found"), [1_000, 2_000]]);
    const done = status === 404 ? ["remove-label", "delete-comment"] : ["delete-comment"];
    for (const write of Object.values(WRITES)) {
      const { reply, count } = await wrote(write, [answer]);
      const expected = done.includes(write.kind) ? { id: null } : trouble(write.kind, "gone", status, "Not Found");
      assert.deepEqual([reply, count], [expected, 1], write.kind);
    }
  }
});

test("reads follow up to three redirects with the same request, on the same origin", async () => {
  const to = (/** @type {string} */ location, status = 307) => ({ status, headers: { location }, body: HTML });
  const hops = [to("https://api.example/2", 301), to("/3", 302), to("4", 308)];
  const followed = await asked([...hops, DATA]);
  assert.deepEqual(followed.reply, { body: DATA.body });
  assert.deepEqual(followed.sent.map(({ url }) => url.slice(-2)), ["ql", "/2", "/3", "/4"]);
  for (const { method, body, init } of followed.sent) {
    assert.deepEqual([method, body, init.headers.authorization], ["POST", { query: QUERY.text, variables: QUERY.variables }, "token TOKEN"]);
  }
  for (const refused of [[...hops, to("/5")], [to("https://evil.example/")], [to("http://api.example/")], [to("//")], [to("/2", 303)], [{ status: 301, body: HTML }]]) {
    const { reply, count } = await asked([...refused, DATA]);
    assert.deepEqual([troubleIn(reply).kind, count], ["moved", refused.length]);
  }
});

test("redirects that were not followed: moved", async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    const answer = { status, headers: { location: "https://api.example/repositories/1" }, body: { message: "Moved" } };
    assert.deepEqual((await asked([answer])).reply, trouble("read", "moved", status, ""));
    for (const write of Object.values(WRITES)) {
      const { reply, count } = await wrote(write, [answer, CREATED]);
      assert.deepEqual([reply, count], [trouble(write.kind, "moved", status, ""), 1]);
    }
  }
});

const TOO_LONG = {
  status: 422,
  body: { message: "Validation Failed", errors: [{ resource: "IssueComment", field: "body", code: "too_long" }, "odd", { code: "custom" }] },
};

test("422: retried once with the shorter text, then reported with field and code", async () => {
  for (const write of [POST, WRITES["update-comment"]]) {
    const shorter = await wrote(write, [TOO_LONG, CREATED]);
    assert.deepEqual(shorter.sent.map(({ body }) => body), [{ body: "long" }, { body: "short" }]);
    assert.equal("id" in shorter.reply, true);
    const never = await wrote(write, [TOO_LONG]);
    assert.deepEqual([never.reply, never.count], [trouble(write.kind, "invalid", 422, "body too_long, odd, custom"), 2]);
    const same = await wrote({ ...write, shorter: "long" }, [TOO_LONG, CREATED]);
    assert.deepEqual([troubleIn(same.reply).kind, same.count], ["invalid", 1]);
  }
  const { reply, count } = await wrote(WRITES["add-labels"], [TOO_LONG]);
  assert.deepEqual([troubleIn(reply).kind, count], ["invalid", 1]);
  const plain = await wrote(WRITES["add-labels"], [{ status: 422, body: { message: "Validation Failed" } }]);
  assert.equal(troubleIn(plain.reply).detail, "Validation Failed");
});

test("422: a label that already exists counts as created", async () => {
  const errors = [{ resource: "Label", field: "name", code: "already_exists" }];
  const exists = { status: 422, body: { message: "Validation Failed", errors } };
  assert.deepEqual((await wrote(WRITES["create-label"], [reset, exists])).reply, { id: null });
  assert.equal(troubleIn((await wrote(WRITES["add-labels"], [exists])).reply).kind, "invalid");
});

test("a run ends within its budget, however long GitHub makes it wait", async () => {
  const world = scripted([{ status: 502, headers: { "retry-after": "50" }, body: HTML }]);
  const kinds = [];
  for (let count = 0; count < 5; count += 1) {
    kinds.push(troubleIn(await world.github.ask({ ...QUERY, delay: 30_000 })).kind);
  }
  assert.deepEqual(new Set(kinds), new Set(["unavailable"]));
  assert.ok(world.elapsed() <= 300_000, `${world.elapsed()} ms`);
});
