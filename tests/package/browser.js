/** A page in Chromium that runs what a bundler made. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, extname, join } from "node:path";

import { chromium } from "playwright-core";

/** @import { AddressInfo } from "node:net" */
/** @import { TestContext } from "node:test" */

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Starts Chromium. Without it the test is skipped, or fails in CI.
 *
 * @param {TestContext} t
 * @returns {Promise<import("playwright-core").Browser | null>}
 */
export async function browser(t) {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const executablePath = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (executablePath === undefined) {
    assert.ok(!process.env.CI, "CI must have chromium");
    t.skip("NOT TESTED: there is no chromium on the path");
    return null;
  }
  const started = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  t.after(() => started.close());
  return started;
}

/**
 * The answer of a page, or the message of the error that it throws.
 *
 * @param {import("playwright-core").Browser} chromium
 * @param {string} address
 * @returns {Promise<string>}
 */
export async function answerOf(chromium, address) {
  const page = await chromium.newPage();
  const failure = new Promise((resolve) => page.on("pageerror", (error) => resolve(error.message)));
  await page.goto(address);
  const answer = page.waitForFunction(() => /** @type {any} */ (globalThis).answer).then((handle) => handle.jsonValue());
  answer.catch(() => {}); // The page may be closed first.
  const first = String(await Promise.race([answer, failure]));
  await page.close();
  return first;
}

/**
 * Serves a folder.
 *
 * @param {TestContext} t
 * @param {string} folder
 * @returns {Promise<string>} the address of its `index.html`
 */
export async function serve(t, folder) {
  const server = createServer(({ url = "/" }, response) => {
    const path = join(folder, url === "/" ? "index.html" : new URL(url, "http://x").pathname);
    response.setHeader("content-type", TYPES[extname(path)] ?? "text/plain");
    response.statusCode = existsSync(path) ? 200 : 404;
    response.end(existsSync(path) ? readFileSync(path) : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.close());
  return `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}/`;
}
