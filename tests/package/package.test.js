/** The package, imported by its name in Node and as in a browser. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const PKG = fileURLToPath(new URL("../../pkg", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(PKG, join(folder, "node_modules/patch-release-issues"), "dir");
after(() => rmSync(folder, { recursive: true }));

/**
 * @param {string} script a module in a project that depends on the package
 * @returns {unknown} the JSON that it prints
 */
function run(script) {
  const options = { cwd: folder, encoding: /** @type {const} */ ("utf8") };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], options);
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

const ISSUE = '{ number: 1, title: "x", body: "introduced-in=v1.2.3", labels: ["patch-release"] }';

const IN_NODE = `
import { validate } from "patch-release-issues";
console.log(JSON.stringify(validate(${ISSUE})));`;

const LIKE_IN_A_BROWSER = `
import init, { validate } from "patch-release-issues";
await init();
console.log(JSON.stringify(validate(${ISSUE})));`;

/** The script for a browser, which loads the module from a server. */
const IN_A_BROWSER = `
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import init, { validate } from ${JSON.stringify(`${PKG}/patch_release_issues.js`)};
const module = readFileSync(${JSON.stringify(`${PKG}/patch_release_issues_bg.wasm`)});
const server = createServer((_, response) => {
  response.setHeader("content-type", "application/wasm");
  response.end(module);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
await init({ module_or_path: "http://127.0.0.1:" + server.address().port });
server.closeAllConnections();
server.close();
console.log(JSON.stringify(validate(${ISSUE})));`;

test("the answer is the same in Node and in a browser", () => {
  const answer = run(IN_NODE);
  assert.deepEqual(run(LIKE_IN_A_BROWSER), answer);
  assert.deepEqual(run(IN_A_BROWSER), answer);
});

test("an argument that is not an issue is an error that says so", () => {
  const script = `
import { validate } from "patch-release-issues";
try { validate("x"); } catch (error) { console.log(JSON.stringify(String(error))); }`;
  assert.match(String(run(script)), /^Error: `issue` cannot be read/);
});

/**
 * @param {string} policy a JavaScript expression
 * @returns {{ rules?: string[], error?: string }} the rules of the diagnostics, or the error
 */
function judge(policy) {
  const script = `
import { validate } from "patch-release-issues";
let answer;
try {
  const { diagnostics } = validate(${ISSUE}, ${policy});
  answer = { rules: diagnostics.map(({ rule }) => rule) };
} catch (error) {
  answer = { error: String(error) };
}
console.log(JSON.stringify(answer));`;
  return /** @type {{}} */ (run(script));
}

test("a policy changes the rules", () => {
  const usual = judge("undefined").rules ?? [];
  assert.ok(usual.includes("missing-sig"));
  assert.deepEqual(judge("null").rules, usual);
  assert.deepEqual(judge('"# nothing"').rules, usual);
  const others = usual.filter((rule) => rule !== "missing-sig");
  assert.deepEqual(judge('"rules: {missing-sig: off}"').rules, others);
});

test("a policy's mistakes are one error with lines and columns", () => {
  const { error } = judge(JSON.stringify("scope: all\nsig: {}\nmaintained: [1.34]\n"));
  assert.deepEqual(error?.split("\n"), [
    "Error: `policy` line 2, column 1: unknown key `sig`: did you mean `sigs`?",
    "`policy` line 3, column 14: an item of `maintained` is the number `1.34`: write `v1.34`",
  ]);
  assert.equal(judge("{}").error, "Error: `policy` is not a string");
});

/**
 * @param {string} options a JavaScript expression
 * @returns {any} the draft, or the error
 */
function draft(options) {
  const body = "Affected versions: v1.7.3 - v1.7.13, <= v1.6.4\\n\\n🐛 Fixed in v1.7.14 by #12.";
  const script = `
import { draft } from "patch-release-issues";
const issue = { number: 1, title: "x", body: "${body}" };
let answer;
try {
  answer = draft(issue, ${options});
} catch (error) {
  answer = String(error);
}
console.log(JSON.stringify(answer));`;
  return run(script);
}

test("a draft says what it read, and where", () => {
  const { description, withheld, ...facts } = draft('{ releases: ["v1.0.0", "v1.7.3", "v1.7.14", "nightly"] }');
  const place = (/** @type {number} */ line, /** @type {number} */ start, /** @type {number} */ end) => ({
    start: { line, column: start },
    end: { line, column: end },
  });
  assert.deepEqual(facts, {
    schema: 1,
    entries: [
      { key: "introduced-in", value: "v1.0.0", confidence: "to-confirm", words: "<= v1.6.4", span: place(1, 38, 47) },
      {
        key: "introduced-in",
        value: "v1.7.3",
        confidence: "certain",
        words: "v1.7.3 - v1.7.13",
        span: place(1, 20, 36),
      },
      { key: "resolved-in", value: "v1.7.14", confidence: "certain", words: "v1.7.14", span: place(3, 13, 20) },
    ],
    binaries: [],
    pullRequests: [
      { owner: null, repo: null, number: 12, confidence: "certain", words: "#12", span: place(3, 24, 27) },
    ],
  });
  assert.equal(withheld, false);
  const block = [
    "```release",
    '# introduced-in=v1.0.0 (to confirm: "<= v1.6.4")',
    "introduced-in=v1.7.3",
    "resolved-in=v1.7.14",
    "```",
  ];
  assert.equal(description.split("\n\n")[0], block.join("\n"));
});

test("a draft needs no options, and refuses those that it cannot read", () => {
  assert.deepEqual(draft("undefined"), draft("{ policy: null, releases: null, repository: null }"));
  assert.equal(draft("1"), "Error: `options` is not an object");
  assert.equal(draft("{ releases: 1 }"), "Error: `releases` is not an array");
  assert.equal(draft("{ releases: [1] }"), "Error: `releases` holds something that is not a string");
  assert.equal(draft("{ repository: 1 }"), "Error: `repository` is not a string");
  assert.match(draft('{ policy: "x: 1" }'), /^Error: `policy` line 1, column 1: unknown key `x`/);
  assert.equal(draft('{ repository: "example/other", policy: "binaries: [engine]" }').binaries[0].name, "engine");
});

test("the licences of the module's dependencies are included", () => {
  const text = readFileSync(join(PKG, "LICENSES.txt"), "utf8");
  for (const name of ["pulldown-cmark", "saphyr-parser", "serde", "wasm-bindgen", "@octokit/core"]) {
    assert.match(text, new RegExp(`^(.*, )?${name} \\d`, "m"));
  }
  for (const owner of ["Chen Yuheng", "Ethiraric"]) {
    assert.match(text, new RegExp(`^Copyright .* ${owner}$`, "m"));
  }
});
