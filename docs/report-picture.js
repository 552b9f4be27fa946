/**
 * Makes the pictures of the known-issues page from real history. Needs a built `pkg/` and `chromium` on the path.
 *
 * node docs/report-picture.js
 */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { claimedDump } from "../tests/core/history/claimed.js";
import { realDump } from "../tests/core/history/make.js";
import { findChromium, makePage } from "../tests/report/page.js";

/** @typedef {import("playwright-core").Page} Page */

const browser = await chromium.launch({ executablePath: findChromium() ?? "chromium", args: ["--no-sandbox"] });

/**
 * @param {string} html
 * @param {string} name
 * @param {number} height in pixels
 * @param {(page: Page) => Promise<void>} prepare
 */
async function picture(html, name, height, prepare) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const page = await browser.newPage({ viewport: { width: 1280, height }, colorScheme });
    await page.setContent(html);
    await prepare(page);
    const file = `${name}${colorScheme === "dark" ? "-dark" : ""}.png`;
    await page.screenshot({ path: fileURLToPath(new URL(file, import.meta.url)) });
    await page.close();
  }
}

const opening = makePage(realDump({ on: "2018-07-16", since: "2018-01-01", planned: true }), { policy: "maintained: 4" });
await picture(opening.html, "report", 1400, async (page) => {
  await page.fill("input", "v1.9.5");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
});

const claimed = makePage(claimedDump(), { policy: "maintained: 3" });
await picture(claimed.html, "report-claims", 560, async (page) => {
  await page.evaluate(() => document.getElementById("issues")?.scrollIntoView());
});

/** @param {string} project a folder of projects/ */
function dumpOf(project) {
  const read = (/** @type {string} */ name) => readFileSync(new URL(`projects/${project}/${name}`, import.meta.url), "utf8");
  const dump = JSON.parse(read("dump.json"));
  for (const issue of dump.repositories[0].issues) {
    issue.body = read(`issue-${issue.number}.md`);
  }
  return { dump, policy: read };
}

for (const [project, policy, version] of /** @type {const} */ ([["kubernetes", "policy", "v1.6.2"], ["numbers", "policy", "v1.6.2"], ["monorepo", "engine", "1.6.2"]])) {
  const { dump, policy: read } = dumpOf(project);
  const { html } = makePage(dump, { policy: read(`${policy}.yml`) });
  await picture(html, `projects/${project}/${policy}`, 900, async (page) => {
    await page.fill("input", version);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  });
}

await browser.close();
