/** `draft`: an old issue in the format, on standard output; what was found, on standard error. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { draft, validate } from "../../pkg/node.js";
import { folder, run, runBeside, runInTerminal } from "./command.js";

/** @import { AddressInfo } from "node:net" */

const OLD = `Applying drops a field.

**Affected versions**: <= v1.24.13

**Fixed versions**: v1.24.14
`;
const TAGS = ["v1.0.0", "v1.24.12", "v1.24.13", "v1.24.14", "nightly"];

test("prints what the package drafts, and says where it was read", () => {
  const place = folder({ "old.md": OLD, "tags.txt": `${TAGS.join("\r\n")}\n`, "old.json": JSON.stringify({ number: 7, title: "x", body: OLD }) });
  const known = draft({ number: 1, title: "x", body: OLD }, { releases: TAGS });
  const { code, stdout, stderr } = run(place, ["draft", "old.md", "--releases", "tags.txt"]);
  assert.deepEqual([code, stdout], [0, known.description]);
  assert.equal(
    stderr,
    "old.md: 2 facts found, 1 to confirm\n" +
      "  to confirm: introduced-in=v1.0.0 (line 3, from `<= v1.24.13`)\n" +
      "  resolved-in=v1.24.14 (line 5, from `v1.24.14`)\n",
  );
  assert.match(stdout, /^```release\n# introduced-in=v1\.0\.0 \(to confirm: "<= v1\.24\.13"\)\nresolved-in=v1\.24\.14\n/m);
  assert.equal(run(place, ["draft", "-"], { input: OLD }).stdout, draft({ number: 1, title: "x", body: OLD }).description);
  const json = run(place, ["draft", "old.json", "--format=json", "--releases=tags.txt"]);
  const { answer, input } = JSON.parse(json.stdout).results[0];
  assert.deepEqual([input, answer], ["old.json", draft({ number: 7, title: "x", body: OLD }, { releases: TAGS })]);
});

test("confirming a line makes it an entry", () => {
  const place = folder({ "old.md": OLD, "tags.txt": TAGS.join("\n") });
  const { stdout } = run(place, ["draft", "old.md", "--releases", "tags.txt"]);
  const issue = { number: 1, title: "x", labels: [] };
  assert.deepEqual(validate({ ...issue, body: stdout }).issue.introducedIn, []);
  const confirmed = stdout.replace(/^# (introduced-in=\S+) .*$/m, "$1");
  assert.deepEqual(validate({ ...issue, body: confirmed }).issue.introducedIn, ["v1.0.0"]);
});

test("a project's own versions and the repository are used", () => {
  const place = folder({ "p.yml": 'tags: "{version}"\n', "old.md": "Affected versions: 1.6.2\n\nFixed in engine 1.6.4.\n" });
  const { stdout } = run(place, ["draft", "old.md", "--policy", "p.yml", "--repository", "example/engine"]);
  assert.match(stdout, /^introduced-in=1\.6\.2$/m);
  assert.match(stdout, /^resolved-in=1\.6\.4$/m);
  assert.equal(run(place, ["draft", "old.md", "--repository", "x"]).code, 2);
});

test("says what is wrong with its inputs", () => {
  const place = folder({ "a.md": OLD, "p.yml": "", "tags.txt": "none\n", "bad.yml": "x: 1\n", "none.md": "Nothing.\n" });
  for (const [words, why] of /** @type {[string[], RegExp][]} */ ([
    [[], /name one file/],
    [["a.md", "a.md"], /name one file/],
    [["absent.md"], /absent\.md: /],
    [["p.yml"], /a policy file is no issue/],
    [["a.md", "--releases", "tags.txt"], /no line of the releases is a version such as `v1\.6\.2`/],
    [["a.md", "--releases", "absent.txt"], /absent\.txt: /],
    [["a.md", "--policy", "bad.yml"], /bad\.yml/],
    [["a.md", "--format", "sarif"], /--format is one of text, json/],
  ])) {
    const { code, stdout, stderr } = run(place, ["draft", ...words]);
    assert.deepEqual([code, stdout], [2, ""], words.join(" "));
    assert.match(stderr, why);
  }
  const none = run(place, ["draft", "none.md"]);
  assert.deepEqual([none.code, none.stderr], [0, "none.md: nothing was found in its words\n"]);
  assert.match(none.stdout, /^Nothing\.\n\n```release\n/);
});

test("a security issue is its owner's: a local file is drafted with a warning, one on GitHub is not", async (t) => {
  const issue = { number: 7, title: "x", body: `canary. ${OLD}`, labels: [{ name: "area/security" }], state: "open" };
  const server = createServer((request, response) => {
    const body = request.url?.includes("/issues/7") ? issue : [{ name: "v1.24.14" }];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.close());
  const env = { GITHUB_API_URL: `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`, GITHUB_TOKEN: "t" };
  for (const words of [["draft", "o/r#7"], ["draft", "o/r#7", "--format=json"]]) {
    const { code, stdout, stderr } = await runBeside(folder(), words, env);
    assert.equal(code, 2);
    assert.ok(!/canary|1\.24/.test(stdout + stderr), stdout + stderr);
    assert.match(stderr, /o\/r#7: it is a security issue, and its details are withheld/);
  }
  const own = run(folder({ "x.json": JSON.stringify(issue) }), ["draft", "x.json"]);
  assert.equal(own.code, 0);
  assert.match(own.stdout, /resolved-in=v1\.24\.14/);
  assert.match(own.stderr, /do not publish the draft/);
});

test("the tags of an issue on GitHub are read, all pages of them", async (t) => {
  /** @type {string[]} */
  const seen = [];
  const pages = [Array.from({ length: 100 }, (_, index) => ({ name: `v1.23.${index}` })), TAGS.map((name) => ({ name }))];
  const server = createServer((request, response) => {
    const url = new URL(String(request.url), "http://x");
    seen.push(url.pathname);
    const body = url.pathname.endsWith("/tags") ? pages[Number(url.searchParams.get("page")) - 1] : { number: 7, title: "x", body: OLD, state: "open" };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.close());
  const env = { GITHUB_API_URL: `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`, GITHUB_TOKEN: "t" };
  const { code, stdout } = await runBeside(folder(), ["draft", "o/r#7"], env);
  assert.equal(code, 0);
  assert.match(stdout, /# introduced-in=v1\.0\.0 \(to confirm/);
  assert.deepEqual(seen, ["/repos/o/r/issues/7", "/repos/o/r/tags", "/repos/o/r/tags"]);
});

test("a terminal gets no control characters of the issue", (t) => {
  const place = folder({ "a.md": `${OLD}\nfixed in \u001b[2Jv1.24.14\u0007\u202e\n` });
  const ended = runInTerminal(t, place, ["draft", "a.md"]);
  assert.ok(ended === null || !/\u001b\[2J|\u0007|\u202e/.test(ended.shown), ended?.shown);
});
