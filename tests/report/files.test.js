/** The files that the report action reads and writes. */

import assert from "node:assert/strict";
import { renameSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

import { Workspace, act, dumpOf, start, succeed } from "./world.js";

test("dumps of every shape make the same report", async () => {
  const { repository } = start({ issues: 450, tags: 9 });
  const { issues, ...rest } = dumpOf(repository);
  const rests = { repositories: [rest] };
  /** @type {Record<string, Record<string, string>>} */
  const shapes = {
    whole: { "dump.json": `\uFEFF${JSON.stringify({ schema: 1, repositories: [{ ...rest, issues }] })}` },
    pages: { "rest.json": JSON.stringify(rests), "page-1.json": JSON.stringify(issues.slice(0, 100)), "sub/page-2.json": JSON.stringify(issues.slice(100)) },
    slurped: { "rest.json": JSON.stringify(rests), "pages.json": JSON.stringify([issues.slice(0, 100), issues.slice(100, 200), issues.slice(200), []]) },
    lines: { "a.ndjson": [rests, ...issues].map((value) => JSON.stringify(value)).join("\n\n") },
    more: { "a.jsonl": `${issues.map((value) => JSON.stringify(value)).join("\r\n")}\r\n`, "b.json": JSON.stringify(rests) },
  };
  const reports = [];
  for (const [name, files] of Object.entries(shapes)) {
    const workspace = new Workspace();
    for (const [path, text] of Object.entries(files)) {
      workspace.write(`${name}/${path}`, text);
    }
    reports.push((await succeed(null, { issues: name, token: "" }, workspace)).files);
    workspace.remove();
  }
  for (const files of reports) {
    assert.deepEqual(files, reports[0]);
  }
  const workspace = new Workspace();
  workspace.write("bad.json", "{");
  workspace.write("odd.json", "{}");
  workspace.write("list.ndjson", '{"number": 5, "title": "x"}\n');
  for (const [issues, message] of /** @type {[string, RegExp][]} */ ([
    ["bad.json", /`bad.json` is not valid JSON/],
    ["odd.json", /`repositories`/],
    ["list.ndjson", /the file `list.ndjson`: issue 5 of the list has no `html_url`/],
  ])) {
    assert.match((await act(null, { issues, token: "" }, workspace)).error ?? "", message);
  }
  assert.deepEqual(workspace.names, ["bad.json", "list.ndjson", "odd.json"]);
  workspace.remove();
});

test("only a report is replaced, and only inside the workspace", async () => {
  const { github } = start({ issues: 30, tags: 9 });
  const workspace = new Workspace();
  workspace.write("known-issues/known-issues.json", '{"schema":1}');
  workspace.write("known-issues/osv/example~engine~999.json", "{}");
  workspace.write("site/CNAME", "example.org");
  workspace.write("known-issues.json", "{}");
  const { files, outputs } = await succeed(github, {}, workspace);
  assert.equal(files["osv/example~engine~999.json"], undefined);
  assert.equal(outputs.json, "known-issues/known-issues.json");
  for (const output of ["site", ".", "..", "../elsewhere", "/"]) {
    assert.match((await act(github, { output }, workspace)).error ?? "", /the input `output`|not part of a report/, output);
  }
  const deep = await succeed(github, { output: "a/b/" }, workspace);
  assert.deepEqual([deep.files, deep.outputs.feed], [files, "a/b/feed.xml"]);
  assert.deepEqual(workspace.names, ["a", "known-issues", "known-issues.json", "site"]);
  workspace.remove();
});

test("a refused folder changes nothing on the disk", async () => {
  const { github } = start({ issues: 30, tags: 9 });
  const workspace = new Workspace();
  const outside = new Workspace();
  workspace.write("site/index.html", "Mine");
  symlinkSync(outside.folder, join(workspace.folder, "link"));
  for (const [output, message] of /** @type {const} */ ([
    [`../${basename(outside.folder)}/made/here`, /name a folder inside the workspace/],
    ["link/made/here", /name a folder inside the workspace/],
    ["site", /it contains `index\.html`, which is not part of a report/],
  ])) {
    assert.match((await act(github, { output }, workspace)).error ?? "", message, output);
  }
  assert.equal(github.journal.exchanges.length, 0);
  assert.deepEqual([outside.names, workspace.names, workspace.read("site")], [[], ["link", "site"], { "index.html": "Mine" }]);
  for (const place of [workspace, outside]) place.remove();
});

test("a run that was killed while it published loses no report", async () => {
  const { github } = start({ issues: 30, tags: 9 });
  const workspace = new Workspace();
  const { files } = await succeed(github, {}, workspace);
  const [old, staged] = [".known-issues.patch-release-issues-old-1", ".known-issues.patch-release-issues-new-x"];
  renameSync(join(workspace.folder, "known-issues"), join(workspace.folder, old));
  workspace.write(`${staged}/known-issues.json`, "half");
  assert.match((await act(null, { issues: "absent.json", token: "" }, workspace)).error ?? "", /no such file/);
  assert.deepEqual([workspace.read(), workspace.names], [files, ["known-issues"]]);
  workspace.write(`${old}/known-issues.json`, "older");
  assert.deepEqual([(await succeed(github, {}, workspace)).files, workspace.names], [files, ["known-issues"]]);
  workspace.remove();
});
