/** What a sweep shows, what a dry run shows, how a sweep fails, and which events start one. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { COMPLETE, INCOMPLETE, LABELS, act, fresh, judged, ours, sweepOnce } from "../fake-github/act.js";
import { ACTIONS } from "../fake-github/forge.js";
import { issuesOf, many } from "../fake-github/many.js";
import { scaled } from "../fake-github/scaled.js";
import { varied } from "../fake-github/sweep-world.js";
import { declaredOutputs } from "../runner/harness.js";

const OF_SWEEPS = ["swept", "changed", "invalid", "results"];

test("the table shows issues, verdicts and changes; the outputs count them", async () => {
  const world = await varied();
  const { exitCode, log, outputs, summary } = await sweepOnce(world);
  assert.deepEqual(outputs.map(([name]) => name), OF_SWEEPS);
  const [fresh, , mended, left, closed] = issuesOf(world).map(({ number }) => number);
  const told = Object.fromEntries(outputs);
  assert.deepEqual([exitCode, told.swept, told.changed, told.invalid], [0, "3", "3", "2"]);
  assert.ok(fresh && mended && left && closed);
  assert.match(summary, /^## Sweep: 3 patch-release issues, \d not complete, 3 changed$/m);
  assert.match(summary, new RegExp(`^\\| #${fresh} \`A title\` \\| \\d errors.* \\| Added \`patch-release/incomplete\`\\. Commented on the issue\\. \\|$`, "m"));
  assert.ok(log.some((line) => line.startsWith(`#${fresh}: `)));
});

test("titles stay words, and those of withheld issues are not shown", async () => {
  const world = scaled(1, 0);
  world.repository.addIssue({ title: "a | b `c` @people <img> #1", body: "x", labels: LABELS });
  world.repository.addIssue({ title: "a secret", body: "The product security team is working on it.", labels: [...LABELS, "area/security"] });
  const { summary } = await sweepOnce(world);
  assert.match(summary, /^\| #\d+ ``a \\\| b `c` @people <img> #1`` \| \d errors?.*\|$/m);
  assert.doesNotMatch(summary, /secret/);
});

test("a sweep succeeds whatever the verdicts are, unless `fail-on` is set", async () => {
  for (const [failOn, code] of /** @type {const} */ ([["", 0], ["never", 0], ["error", 1], ["warning", 1]])) {
    const { exitCode } = await sweepOnce(scaled(3, 1), { inputs: { "fail-on": failOn } });
    assert.equal(exitCode, code, failOn);
  }
  assert.equal((await sweepOnce(scaled(3, 0), { inputs: { "fail-on": "error" } })).exitCode, 0);
});

test("a dry run writes nothing and shows everything", async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const [dry, wet] = [many(seed, 12), many(seed, 12)];
    const before = JSON.stringify(dry.github.forge.snapshot());
    const plan = await sweepOnce(dry, { inputs: { "dry-run": "true" } });
    assert.deepEqual([JSON.stringify(dry.github.forge.snapshot()), dry.github.journal.changes], [before, []]);
    const done = await sweepOnce(wet);
    assert.deepEqual(plan.outputs, done.outputs);
    const posted = issuesOf(wet).flatMap((issue) => ours(issue).map(({ body }) => body));
    assert.ok(posted.every((body) => plan.summary.includes(body.trimEnd())));
    const changes = wet.github.journal.changesBy(ACTIONS).filter(({ what }) => /^(add|remove)-label/.test(what));
    const rowOf = (/** @type {string} */ where) => new RegExp(`^\\| #${where.split("#")[1]} .*$`, "m").exec(plan.summary)?.[0] ?? assert.fail(where);
    for (const { where, detail } of changes) {
      const row = rowOf(where);
      assert.ok(row.includes(`\`${detail}\``) || / Would (add|remove) (a label|labels)\./.test(row), `${where}: ${detail}: ${row}`);
    }
    assert.equal(plan.log.at(-1), "This was a dry run: nothing was written.");
  }
});

test("a dry run of very many issues has all in the table, and counts the comments that have no room", async () => {
  const { summary } = await sweepOnce(scaled(2_000, 2_000), { inputs: { "dry-run": "true" } });
  assert.ok(Buffer.byteLength(summary) <= 900 * 1024);
  assert.equal(summary.match(/^\| #/gm)?.length, 2_000);
  assert.match(summary, /\n… and \d+ more comments\.\n$/);
});

test("a dry run about one issue writes nothing, and shows the label and the comment", async () => {
  const world = fresh();
  const { log, outputs, summary } = await act(world, { inputs: { "dry-run": "true" } });
  assert.deepEqual(world.github.journal.changesBy(ACTIONS), []);
  const told = Object.fromEntries(outputs);
  assert.deepEqual([told.changed, told.swept, told.valid], ["1", "1", "false"]);
  assert.match(summary, /Would create the label `patch-release\/incomplete`\. Would add `patch-release\/incomplete`\. Would comment on the issue\./);
  assert.match(summary, /things are left to do/);
  assert.ok(log.includes("Would comment on the issue."));
  const settled = await act(await judged(), { inputs: { "dry-run": "true" } });
  assert.equal(Object.fromEntries(settled.outputs).changed, "0");
});

test("a run about one issue has all outputs", async () => {
  const { outputs } = await act(fresh());
  assert.deepEqual(outputs.map(([name]) => name), declaredOutputs());
  assert.deepEqual(outputs.slice(-4, -1), [["swept", "1"], ["changed", "1"], ["invalid", "1"]]);
});

test("every event without an issue starts a sweep, except those about pull requests, unless that is turned off", async () => {
  for (const name of ["schedule", "push", "release", "create", "workflow_dispatch", "pull_request_target"]) {
    const { exitCode, outputs } = await sweepOnce(scaled(2, 0), { event: { name } });
    assert.deepEqual([exitCode, Object.fromEntries(outputs).swept], [0, "2"], name);
    const off = await sweepOnce(scaled(2, 0), { event: { name }, inputs: { sweep: "false" } });
    assert.equal(off.exitCode, 1);
    assert.match(off.log.join("\n"), /^::error::the event `\w+` carries no issue/);
  }
  assert.equal((await sweepOnce(scaled(1, 0), { event: { name: "pull_request" } })).exitCode, 1);
  const silent = await sweepOnce(scaled(1, 0), { token: "" });
  assert.match(silent.log.join("\n"), /^::error::.*set the input `token`/);
});

test("of `pull_request_target`, nothing but the name is read", async () => {
  const world = scaled(2, 0);
  const issue = { number: 99, title: "x", body: COMPLETE, labels: [INCOMPLETE] };
  const event = { name: "pull_request_target", ref: "refs/heads/main", payload: { issue, repository: { default_branch: "main" } }, policy: "scope: all\n" };
  const { exitCode, log } = await sweepOnce(world, { event, inputs: { policy: "policy.yml" } });
  assert.equal(exitCode, 1);
  assert.match(log.join("\n"), /the policy `policy\.yml` cannot be found/);
  world.repository.addFile("policy.yml", "rules: {section-order: off}\n");
  assert.equal(Object.fromEntries((await sweepOnce(world, { event, inputs: { policy: "policy.yml" } })).outputs).swept, "2");
});

test("new comments are posted on open issues only; on closed ones, labels and comments that are there are changed", async () => {
  const world = scaled(3, 3);
  const [silent, told] = issuesOf(world);
  await act({ ...world, issue: told ?? assert.fail() });
  [silent, told].forEach((issue) => issue?.setState("author", "closed"));
  told?.edit("author", { body: `${told.body}\n\n## Impact\n\nAll.` });
  const before = told && ours(told)[0]?.body;
  await sweepOnce(world);
  assert.deepEqual([silent && ours(silent).length, silent?.hasLabel(INCOMPLETE)], [0, true]);
  assert.notEqual(told && ours(told)[0]?.body, before);
});

test("an incomplete list writes nothing and fails", async () => {
  for (const field of ["Repository.issues", "IssueConnection.nodes", "Issue.title", "Issue.labels", "IssueConnection.pageInfo", "Repository.labels"]) {
    for (const [times, code] of /** @type {const} */ ([[1, 0], [1_000, 1]])) {
      const world = scaled(3, 2);
      world.github.faults.fields.when(field, "trouble", { times });
      const { exitCode, log } = await sweepOnce(world);
      assert.equal(exitCode, code, `${field} ${times}: ${log.join("\n")}`);
      assert.deepEqual(code === 1 ? world.github.journal.changes : [], [], field);
      assert.equal(code === 0 || /^::error::.*The sweep wrote nothing$/m.test(log.join("\n")), true, log.join("\n"));
    }
  }
});
