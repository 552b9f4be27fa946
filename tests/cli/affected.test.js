/** `affected`: a gate for those who run the software. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { Report } from "../../pkg/report/node.js";
import { folder, run, runBeside, runInTerminal } from "./command.js";

/** @import { AddressInfo } from "node:net" */
/** @import { TestContext } from "node:test" */

const ENTRIES = { 1: "introduced-in=v1.6.1\nresolved-in=v1.6.3", 2: "introduced-in=v1.7.0", 3: "introduced-in=v1.5" };

/**
 * @param {string[]} names of repositories
 * @returns {string} a `known-issues.json`
 */
function reportOf(names = ["o/r"]) {
  const tags = ["v1.6.0", "v1.6.1", "v1.6.2", "v1.6.3", "v1.7.0"].map((name, day) => ({ name, date: `2026-01-0${day + 1}T00:00:00Z` }));
  const issues = Object.entries(ENTRIES).map(([number, entries]) => ({
    number: Number(number), title: `Problem\u001b[2J ${number}`, state: "open", updated_at: "2026-01-08T00:00:00Z",
    labels: ["patch-release", number === "1" ? "priority/critical-urgent" : "priority/important-soon"], body: `\`\`\`release\n${entries}\n\`\`\`\n`,
  }));
  const withheld = { number: 9, title: "secret", state: "open", labels: ["patch-release", "area/security"], body: "The product security team is working on it." };
  const report = new Report();
  report.add({ repositories: names.map((name) => ({ name, tags, issues: [...issues, withheld] })) });
  return String(report.finish().files.find(([path]) => path === "known-issues.json")?.[1]);
}

const REPORT = reportOf();

/** @param {string[]} words */
const ask = (...words) => run(folder({ "known-issues.json": REPORT, "known-issues/known-issues.json": REPORT }), ["affected", ...words]);

test("exit code 1: affected, with the fix, the upgrade, the age and what is withheld", () => {
  const { code, stdout, stderr } = ask("1.6.2");
  assert.equal(code, 1);
  assert.match(stdout, /^o\/r v1\.6\.2 is affected by 1 known issue\.\n/);
  assert.match(stdout, /#1 Problem⟨U\+001B⟩\[2J 1 \[critical-urgent\]\n {4}affected; fixed in v1\.6\.3\n {4}https:\/\/github\.com\/o\/r\/issues\/1\n/);
  assert.match(stdout, /Upgrade to v1\.6\.3 or later: no known issue affects it\./);
  assert.match(stdout, /The report is \d+ days old \(2026-01-08T00:00:00Z\)\.\n1 security issue is withheld, and may affect it\.\n/);
  assert.match(stderr, /unknown for 1 issue: this does not count, without --strict/);
});

test("exit code 0 when it is only unknown, unless --strict", () => {
  const { code, stdout, stderr } = ask("v1.6.3");
  assert.equal(code, 0);
  assert.match(stdout, /^o\/r v1\.6\.3 may be affected by 1 known issue\.\n\nWhether these affect it is unknown:\n/);
  assert.match(stderr, /unknown for 1 issue/);
  assert.equal(ask("v1.6.3", "--strict").code, 1);
  assert.equal(ask("v1.7.0").code, 1);
});

test("--critical counts only the most urgent", () => {
  assert.equal(ask("v1.7.0", "--critical", "--format=json").code, 0);
  assert.equal(ask("v1.6.2", "--critical").code, 1);
});

test("exit code 2: the version or the report cannot be read", () => {
  assert.match(ask("v1.6.9").stderr, /the report knows no release `v1\.6\.9` of `o\/r`/);
  for (const words of [["v1.6.9"], ["x"], ["v1.6.2", "--report", "none.json"], ["v1.6.2", "--repository", "o/x"], [], ["v1", "v2"]]) {
    assert.equal(ask(...words).code, 2, words.join(" "));
  }
  const place = folder({ "known-issues.json": "{", "two.json": reportOf(["o/a", "o/b"]) });
  assert.equal(run(place, ["affected", "v1.6.2"]).code, 2);
  assert.match(run(place, ["affected", "v1.6.2", "--report", "two.json"]).stderr, /several repositories: name one of `o\/a`, `o\/b`/);
  assert.equal(run(place, ["affected", "v1.6.2", "--report", "two.json", "--repository", "O/B"]).code, 1);
});

test("JSON has the usual form", () => {
  const { results, schema } = JSON.parse(ask("v1.6.2", "--format", "json").stdout);
  const [{ input, answer }] = results;
  assert.deepEqual([schema, results.length, input, answer.status, answer.upgradeTo, answer.withheld], [1, 1, "v1.6.2", "affected", "v1.6.3", 1]);
  assert.deepEqual(answer.affected.map((/** @type {any} */ issue) => [issue.number, issue.basis, issue.fixedIn]), [[1, "declared", "v1.6.3"]]);
  assert.ok("error" in JSON.parse(ask("v9.9.9", "--format", "json").stdout).results[0]);
});

test("titles never act on a terminal", (t) => {
  const ended = runInTerminal(t, folder({ "known-issues.json": REPORT }), ["affected", "v1.6.2", "--format", "json"]);
  assert.ok(ended === null || !/[\u0000-\u0009\u000b-\u001f]/.test(ended.shown), ended?.shown);
});

/**
 * A server, and the requests that it gets.
 *
 * @param {TestContext} t
 * @param {Record<string, string | { to: string } | number>} pages
 */
async function serve(t, pages) {
  /** @type {{ url: string, headers: import("node:http").IncomingHttpHeaders }[]} */
  const seen = [];
  const server = createServer(({ url = "", headers }, response) => {
    seen.push({ url, headers });
    const page = pages[url] ?? 404;
    if (typeof page === "string") {
      response.end(page);
    } else if (typeof page === "number") {
      response.writeHead(page).end();
    } else {
      response.writeHead(302, { location: page.to }).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.close());
  return { seen, origin: `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}` };
}

test("a report is read from an address, without a token", async (t) => {
  const redirects = Object.fromEntries([1, 2, 3, 4].map((count) => [`/${count}`, { to: count === 1 ? "/known-issues.json" : `/${count - 1}` }]));
  const { origin, seen } = await serve(t, { "/known-issues.json": REPORT, ...redirects, "/away": { to: "http://example.org/" }, "/gone": 500, "/big": " ".repeat(65 * 1024 * 1024) });
  const env = { GITHUB_TOKEN: "ghp_secret", GH_TOKEN: "ghp_secret" };
  /** @param {string} path */
  const get = (path) => runBeside(folder(), ["affected", "v1.6.2", "--report", `${origin}${path}`], env);
  for (const [path, code] of /** @type {const} */ ([["/known-issues.json", 1], ["/", 1], ["/3", 1], ["/4", 2], ["/away", 2], ["/gone", 2], ["/none", 2]])) {
    const ended = await get(path);
    assert.equal(ended.code, code, `${path} ${ended.stderr}`);
  }
  assert.match((await get("/big")).stderr, /it is larger than 64 MiB/);
  assert.ok(seen.every(({ headers }) => headers.authorization === undefined));
  assert.ok(!JSON.stringify(seen).includes("ghp_secret"));
});

test("other addresses are refused", () => {
  for (const address of ["http://example.org/x.json", "https://user:pass@example.org/x", "http://127.0.0.1.example.org/", "http://10.0.0.1/", "https://"]) {
    const { code, stderr } = ask("v1.6.2", "--report", address);
    assert.equal(code, 2);
    assert.match(stderr, /address/, address);
  }
});
