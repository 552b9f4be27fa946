/** The compose page, served as it lies beside a report, in Chromium. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { composePage } from "../../action/report/compose-page.js";
import { browser, serve } from "../package/browser.js";

/** @import { TestContext } from "node:test" */
/** @import { BrowserContextOptions, Page } from "playwright-core" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A repository of a report. */
export const REPOSITORY = { name: "example/engine", policy: null, shared: null, template: "patch-release.md", releases: ["v1.6.0", "v1.6.2", "v1.7.0", "v1.7.1"] };

/**
 * @typedef {object} Composed
 * @property {string} address of the page
 * @property {(options?: BrowserContextOptions, path?: string) => Promise<Page>} open a page in a browser of its own, when it has judged its draft
 */

/**
 * Serves the page. At the end of the test, no page may have said anything or asked for anything from elsewhere.
 *
 * @param {TestContext} t
 * @param {object} [config]
 * @returns {Promise<Composed | null>} null without a browser
 */
export async function composed(t, config = { schema: 1, server: "https://github.com", repositories: [REPOSITORY] }) {
  const chromium = await browser(t);
  if (chromium === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  for (const [path, bytes] of [...composePage(ROOT), /** @type {const} */ (["compose/config.json", JSON.stringify(config)])]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const server = await serve(t, folder);
  const address = `${server}compose/index.html`;
  /** @type {string[]} */
  const noise = [];
  t.after(() => {
    rmSync(folder, { recursive: true });
    assert.deepEqual(noise, []);
  });
  return { address, open: (options = {}, path = "") => open(options, path) };

  /** @param {BrowserContextOptions} options @param {string} path */
  async function open(options, path) {
    const context = await /** @type {NonNullable<typeof chromium>} */ (chromium).newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on("console", (message) => noise.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => { noise.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
    page.on("request", (request) => { if (!request.url().startsWith(server)) noise.push(`request: ${request.url()}`); });
    await page.goto(address + path);
    await judged(page);
    return page;
  }
}

/** Waits until what is shown is about the draft as it is. @param {Page} page */
export async function judged(page) {
  await page.waitForFunction(() => document.body.dataset["judged"] === "true");
}

/**
 * Replaces the draft's Markdown, as pasting does.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("body"));
    area.value = pasted;
    area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  }, text);
  await judged(page);
}

/** @param {Page} page @param {"guided" | "markdown"} mode */
export async function write(page, mode) {
  await page.locator(`[value=${mode}]`).evaluate((radio) => /** @type {HTMLElement} */ (radio).click());
  await judged(page);
}

/** The draft's Markdown, in either mode. @param {Page} page */
export async function markdown(page) {
  await write(page, "markdown");
  return page.inputValue("#body");
}

/** The rules of the diagnostics that are shown. @param {Page} page */
export async function rules(page) {
  return page.locator("#diagnostics > li a").allTextContents();
}
