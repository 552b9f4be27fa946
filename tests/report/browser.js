/** Shows pages in a real browser. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { findChromium } from "./page.js";

const executablePath = findChromium();
if (!executablePath && process.env["CI"]) throw new Error("no chromium on the path");
export const skip = executablePath ? false : "NOT TESTED: there is no chromium on the path";

/** @type {import("playwright-core").Browser} */
let browser;
const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));

/**
 * Shows a page. Fails at the end if the page made a request.
 *
 * @param {string} html
 * @param {import("playwright-core").BrowserContextOptions} options
 * @param {(page: import("playwright-core").Page, url: string) => Promise<void>} use
 */
export async function show(html, options, use) {
  const file = join(folder, "index.html");
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  /** @type {string[]} */
  const noise = [];
  const page = await context.newPage();
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { noise.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on("request", (request) => { if (request.url().split("#")[0] !== url) noise.push(`request: ${request.url()}`); });
  try {
    await page.goto(url);
    await use(page, url);
  } finally {
    await context.close();
  }
  assert.deepEqual(noise, []);
}

export async function openBrowser() {
  browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
}

export async function closeBrowser() {
  await browser?.close();
  rmSync(folder, { recursive: true });
}
