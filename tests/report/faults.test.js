/** Any failure between the report action and GitHub: a whole report or none, and the next run makes it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { REPORT_BUDGET } from "../../action/github/time-budget.js";
import { START } from "../fake-github/clock.js";
import { FAULTS } from "../fake-github/faults.js";
import { CANARY, Workspace, act, date, start } from "./world.js";

/** @import { Fault } from "../fake-github/faults.js" */

const INPUTS = { "tracking-issue": "300" };
const OLD = { "known-issues.json": '{"schema":1,"repositories":[]}' };

/** Two pages of everything, and an earlier report. Few issues are in scope, because writing their files takes long. */
function begin() {
  const world = start({ issues: 4, tags: 101 });
  const { repository } = world;
  for (let number = 11; number <= 110; number += 1) {
    repository.addIssue({ number, title: "Other", createdAt: date(number) });
  }
  const requests = Array.from({ length: 60 }, (_, index) => 500 + index);
  const list = requests.map((number) => `- #${number}`).join("\n");
  repository.addIssue({ number: 400, createdAt: date(1), labels: ["patch-release"], body: `introduced-in=v1.6.0\n\n## PRs\n\n${list}\n` });
  for (const number of requests.slice(0, 55)) {
    repository.addIssue({ number, createdAt: date(2), pullRequest: { mergedAt: number % 2 ? date(3) : null, baseRefName: "release-1.6" } });
  }
  const issue = repository.addIssue({ number: 300, title: "Known issues", body: "" });
  const workspace = new Workspace();
  workspace.write("known-issues/known-issues.json", OLD["known-issues.json"]);
  world.github.journal.clear();
  return { ...world, issue, workspace };
}

/** A run without faults. */
async function clean() {
  const { github, issue, workspace } = begin();
  const { error, files } = await act(github, INPUTS, workspace);
  assert.equal(error, null);
  workspace.remove();
  return { files, body: issue.body, operations: github.journal.exchanges.map(({ operation }) => operation) };
}

const whole = await clean();

test("a run asks for two pages of everything, three of comparisons, and for the tracking issue before and after, and writes it", () => {
  assert.deepEqual(whole.operations, [...Array(11).fill("graphql"), "issues/update"]);
});

/** The faults that a run must survive when they happen once. Faults of the write follow the table of writes. */
const SURVIVED = /** @type {Partial<Record<Fault["row"], { reads: boolean, writes: boolean }>>} */ ({
  unsent: { reads: true, writes: true },
  doubtful: { reads: true, writes: true },
  secondary: { reads: true, writes: true },
  exhausted: { reads: true, writes: false },
  missing: { reads: true, writes: false },
});

for (const fault of FAULTS) {
  test(`${fault.name} at any request, once or always`, async () => {
    for (const [index, operation] of whole.operations.entries()) {
      const isHit = fault.hits === "any" || (fault.hits === "graphql") === (operation === "graphql");
      for (const times of isHit ? [1, 10_000] : []) {
        const when = `${operation}, at ${index + 1}, ${times} times`;
        const { github, issue, workspace } = begin();
        github.faults.when(({ n }) => n > index, fault.name, times);
        const { error, files, log, outputs } = await act(github, INPUTS, workspace);
        const isWhole = error === null;
        assert.deepEqual(files, isWhole ? whole.files : OLD, when);
        assert.ok(issue.body === "" || issue.body === whole.body, when);
        assert.equal(isWhole && issue.body === "", false, when);
        assert.deepEqual(workspace.names, ["known-issues"], when);
        assert.equal(isWhole, isSurvived(fault, operation, times), `${when}: ${error}`);
        assert.ok(github.clock.now() - START <= REPORT_BUDGET, when);
        assert.ok(![error, ...log, ...Object.values(outputs)].some((text) => text?.includes(CANARY) || text?.includes("ghs_")), when);
        assert.deepEqual([github.journal.violations, github.journal.strays], [[], []], when);
        github.faults.clear();
        const next = isWhole ? { error, files } : await act(github, INPUTS, workspace);
        assert.deepEqual([next.error, next.files, issue.body], [null, whole.files, whole.body], when);
        workspace.remove();
      }
    }
  });
}

/**
 * @param {Fault} fault
 * @param {string} operation
 * @param {number} times
 */
function isSurvived({ name, row }, operation, times) {
  if (times > 1) {
    return false;
  }
  const [isRead, survived] = [operation === "graphql", SURVIVED[row]];
  return isRead ? survived?.reads === true || name.endsWith("-here") : survived?.writes === true;
}

test("pages that GitHub cannot make in time are requested in smaller ones", async () => {
  const { github, workspace } = begin();
  const isLarge = (/** @type {any} */ { body }) => body?.variables?.size > 30;
  github.faults.when(isLarge, "graphql-502", 1_000);
  const { error, files } = await act(github, INPUTS, workspace);
  assert.deepEqual([error, files], [null, whole.files]);
  const sizes = github.journal.exchanges.filter(({ status }) => status === 200).map(({ body }) => body?.variables?.size);
  assert.deepEqual(sizes.filter(Boolean).slice(0, 3), [25, 25, 25]);
  workspace.remove();
});

test("an incomplete answer is retried, and never makes a report", async () => {
  for (const [times, isWhole] of /** @type {[number, boolean][]} */ ([
    [1, true],
    [100, false],
  ])) {
    for (const pattern of [/"nodes":\[\{"number"/, /"refs":\{/, /"p0":\{"it":\{/]) {
      const { github, issue, workspace } = begin();
      let left = times;
      github.on("after", (_exchange, answer) => {
        if (answer && pattern.test(answer.body) && left > 0) {
          left -= 1;
          answer.body = hole(answer.body);
        }
      });
      const { error, files } = await act(github, INPUTS, workspace);
      assert.deepEqual([error === null, files], [isWhole, isWhole ? whole.files : OLD], `${pattern}: ${error}`);
      assert.equal(issue.body, isWhole ? whole.body : "");
      workspace.remove();
    }
  }
});

test("a list that does not go on ends the run", async () => {
  /** @type {Record<string, (list: any, first: string) => void>} */
  const faults = {
    "the same cursor again": (list, first) => Object.assign(list.pageInfo, { hasNextPage: true, endCursor: first }),
    "empty pages": (list, first) => Object.assign(list, { nodes: [], pageInfo: { hasNextPage: true, endCursor: `${first}${Math.random()}` } }),
  };
  for (const [name, change] of Object.entries(faults)) {
    for (const list of ["issues", "refs"]) {
      const { github, workspace } = begin();
      let first = "";
      github.on("after", (_exchange, answer) => {
        const body = JSON.parse(answer?.body ?? "null");
        const found = body?.data?.repository?.[list];
        if (answer && found?.pageInfo) {
          if (first !== "") change(found, first);
          first ||= found.pageInfo.endCursor;
          answer.body = JSON.stringify(body);
        }
      });
      const { error, files } = await act(github, INPUTS, workspace);
      assert.match(error ?? "", /a page ends where an earlier one ended|a page is empty, and yet more should follow/, `${name}, ${list}`);
      assert.deepEqual(files, OLD);
      assert.ok(github.journal.exchanges.length < 20, `${github.journal.exchanges.length} requests`);
      workspace.remove();
    }
  }
});

/**
 * GitHub's answer when a part of a query takes too long: null for the part, and an error without a type.
 *
 * @param {string} body
 */
function hole(body) {
  const { data } = JSON.parse(body);
  const { issues } = data.repository ?? {};
  if (issues) {
    issues.nodes[0] = null;
  } else {
    data[Object.keys(data)[0] ?? ""] = null;
  }
  return JSON.stringify({ data, ...(issues ? {} : { errors: [{ message: "Something went wrong", path: Object.keys(data).slice(0, 1) }] }) });
}

test("a run may use up an hour's requests, and the next hour's", async () => {
  const { github, workspace } = begin();
  const identity = github.forge.identify("ghs_report") ?? assert.fail();
  identity.rate.limit = 6;
  const { error, files } = await act(github, INPUTS, workspace);
  assert.deepEqual([error, files], [null, whole.files]);
  assert.ok(github.clock.now() - START > 3_000_000);
  workspace.remove();
});
