/**
 * Makes the pictures of the known-issues page from real history. Needs a built `pkg/` and `chromium` on the path.
 *
 * node docs/report-picture.js
 */

import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { realDump } from "../tests/core/history/make.js";
import { findChromium, makePage } from "../tests/report/page.js";

const { html } = makePage(realDump({ on: "2018-07-16", since: "2018-01-01", planned: true }), { policy: "maintained: 4" });
const browser = await chromium.launch({ executablePath: findChromium() ?? "chromium", args: ["--no-sandbox"] });

for (const [colorScheme, name] of /** @type {const} */ ([["light", "report.png"], ["dark", "report-dark.png"]])) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1195 }, colorScheme });
  await page.setContent(html);
  await page.fill("input", "v1.9.5");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.screenshot({ path: fileURLToPath(new URL(name, import.meta.url)) });
}

await browser.close();
