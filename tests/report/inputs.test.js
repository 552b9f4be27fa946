/** The inputs of the report action that select what is reported, and by which rules. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Workspace, act, date, dumpOf, model, start, succeed } from "./world.js";

/** @import { Ran } from "./world.js" */

test("the policy is read from the default branch, whatever is checked out; without a token, from the workspace", async () => {
  const { github, repository } = start({ issues: 30, tags: 9 });
  repository.addFile("policy.yml", "maintained: 1\n");
  const branches = (/** @type {Ran} */ ran) => JSON.parse(ran.outputs.decisions ?? "").length;
  assert.equal(branches(await succeed(github)), 3);
  assert.equal(branches(await succeed(github, { policy: "policy.yml" })), 1);
  const workspace = new Workspace();
  workspace.write("policy.yml", "maintained: 2\n");
  assert.equal(branches(await succeed(github, { policy: "policy.yml" }, workspace)), 1);
  workspace.write("dump.json", JSON.stringify({ repositories: [dumpOf(repository)] }));
  const local = { policy: "policy.yml", issues: "dump.json", token: "" };
  assert.equal(branches(await succeed(null, local, workspace)), 2);
  workspace.write("policy.yml", "maintaned: 2\n");
  assert.match((await act(null, local, workspace)).error ?? "", /maintaned/);
  assert.match((await act(github, { policy: "absent.yml" })).error ?? "", /`absent.yml` cannot be found/);
});

test("the input versions selects the versions to report", async () => {
  const { github } = start({ issues: 30, tags: 9 });
  const ran = await succeed(github, { versions: "1.6.0, v1.5" });
  const told = model(ran).repositories[0].report.branches.filter((/** @type {any} */ { releases }) => releases.length > 0);
  assert.deepEqual(told.map((/** @type {any} */ { branch }) => branch), ["v1.6", "v1.5"]);
});

test("the schedule is read like the policy", async () => {
  const { github, repository } = start({ issues: 30, tags: 9 });
  const schedule = "schedules:\n- {release: 1.7, endOfLifeDate: 2026-06-30, next: {release: 1.7.3, cherryPickDeadline: 2026-01-10}}\n- {release: 1.6, endOfLifeDate: 2025-01-31}\n";
  repository.addFile("schedule.yaml", schedule);
  /** @returns {[string, object][]} */
  const told = (/** @type {Ran} */ ran) => model(ran).repositories[0].report.branches.map((/** @type {any} */ { branch, next }) => [branch, next?.planned]);
  const ran = await succeed(github, { schedule: "schedule.yaml" });
  const planned = { cherryPickDeadline: "2026-01-10", targetDate: null, endOfLife: "2026-06-30" };
  assert.deepEqual(told(ran), [["v1.7", planned]]);
  assert.match(ran.files["known-issues.md"] ?? "", /backports until 2026-01-10, end of life on 2026-06-30/);
  const workspace = new Workspace();
  workspace.write("schedule.yaml", schedule.replace("2025-01-31", "2026-01-31"));
  workspace.write("dump.json", JSON.stringify({ repositories: [dumpOf(repository)] }));
  const local = { schedule: "schedule.yaml", issues: "dump.json", token: "" };
  assert.deepEqual(told(await succeed(null, local, workspace)).map(([branch]) => branch), ["v1.7", "v1.6"]);
  workspace.write("schedule.yaml", "schedules: [{release: 1.7, endOfLifeDate: soon}]\n");
  assert.match((await act(null, local, workspace)).error ?? "", /`schedule` line 1, column 43: `endOfLifeDate` is the text `soon`/);
  assert.match((await act(github, { schedule: "absent.yaml" })).error ?? "", /the schedule `absent.yaml` cannot be found: .* check the input `schedule`/);
  assert.match((await act(null, { schedule: "absent.yaml", token: "", issues: "x" })).error ?? "", /`absent.yaml` named by the input `schedule` cannot be found/);
});

test("the input changes-since selects the changes to list", async () => {
  const { github } = start({ issues: 30, tags: 9 });
  const changed = async (/** @type {string} */ span) => model(await succeed(github, { "changes-since": span })).repositories[0].report.changes.since;
  assert.deepEqual([await changed(""), await changed("30"), await changed("2025-02-03")], [date(253), date(230), "2025-02-03T00:00:00Z"]);
  const { error } = await act(github, { "changes-since": "yesterday" });
  assert.match(error ?? "", /the input `changes-since` is `yesterday`: write a number of days, such as `14`, or a date/);
});

test("a vendor's build is refused", async () => {
  const { github } = start({ issues: 30, tags: 9 });
  const { error } = await act(github, { versions: "v1.6.0-rc.1 v1.6.0-gke.1" });
  assert.equal(error, "the input `versions` names `v1.6.0-gke.1`, a vendor's build: ask about `v1.6.0`");
});
