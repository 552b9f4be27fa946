/** JavaScript for browsers, run in Chromium on a page that is served with the package. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, extname, join } from "node:path";

import { chromium } from "playwright-core";

import { compile } from "./node.js";
import { project } from "./place.js";

/** @import { AddressInfo } from "node:net" */
/** @import { TestContext } from "node:test" */
/** @import { Block } from "./blocks.js" */

/** How the test uses the names that a snippet imports. */
const USES = [
  ["{ validate }", 'validate({ number: 1, title: "x", body: "introduced-in=v1.2.3", labels: ["patch-release"] }).valid', false],
  ["{ Report }", "new Report({}).finish().files.length", 4],
];

/** Where a page finds the package, without a bundler. */
const IMPORT_MAP = JSON.stringify({
  imports: { "patch-release-issues": "/pkg/index.js", "patch-release-issues/report": "/pkg/report/index.js" },
});

/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** @param {Block} block */
export const claims = ({ language, text }) => ["javascript", "js"].includes(language) && text.includes("import init");

/**
 * @param {Block} block
 * @param {TestContext} t
 */
export async function check({ text }, t) {
  const [, use, expected] = USES.find(([imported]) => text.includes(String(imported))) ?? [];
  assert.ok(use, "tests/snippets/browser.js does not know what to do with what this snippet imports");
  const page = `<!doctype html><script type="importmap">${IMPORT_MAP}</script><script type="module" src="snippet.js"></script>`;
  const script = `${text}\nObject.assign(globalThis, { answer: { is: ${use} } });\n`;
  const folder = project(t, { "snippet.js": script, "index.html": page, "package.json": '{ "type": "module" }' });
  compile(folder, ["snippet.js"]);
  const executablePath = findChromium();
  if (executablePath === undefined) {
    assert.ok(!process.env["CI"], "CI must have chromium");
    t.skip("NOT TESTED: there is no chromium on the path");
    return;
  }
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  t.after(() => browser.close());
  assert.equal(await open(browser, await serve(folder, t)), expected);
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @returns {Promise<unknown>} the answer that the page makes
 */
async function open(browser, url) {
  const page = await browser.newPage();
  const failure = new Promise((_, reject) => page.on("pageerror", reject));
  const answer = page.waitForFunction(() => /** @type {any} */ (globalThis).answer).then((handle) => handle.jsonValue());
  await Promise.race([page.goto(url), failure]);
  return (/** @type {any} */ (await Promise.race([answer, failure]))).is;
}

/**
 * A web server for a folder.
 *
 * @param {string} folder
 * @param {TestContext} t
 */
async function serve(folder, t) {
  const server = createServer(({ url = "/" }, response) => {
    const path = join(folder, url === "/" ? "index.html" : url);
    response.setHeader("content-type", TYPES[extname(path)] ?? "text/plain");
    response.statusCode = existsSync(path) ? 200 : 404;
    response.end(existsSync(path) ? readFileSync(path) : "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  return `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}/`;
}

function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
