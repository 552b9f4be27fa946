/**
 * Makes the pictures of the compose page. Needs a built `pkg/` and `chromium` on the path.
 *
 * node docs/compose-picture.js
 */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { composePage } from "../action/report/compose-page.js";
import { findChromium } from "../tests/report/page.js";

/** @type {Record<string, string>} */
const TYPES = { css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", svg: "image/svg+xml", wasm: "application/wasm" };

const CONFIG = {
  schema: 1,
  server: "https://github.com",
  repositories: [{ name: "kubernetes/kubernetes", policy: "binaries: [kubelet, kubectl]", shared: null, template: "patch-release.md", releases: ["v1.6.2", "v1.7.0", "v1.7.1"] }],
};

const BODY = readFileSync(new URL("../README.md", import.meta.url), "utf8").split("````markdown\n")[1]?.split("\n````")[0] ?? "";
const DRAFT = BODY.replace("v1.6.5", "1.6.5").replace("resolved-in=v1.7.1\n", "").replace("- #48123", "48123");

/** @type {Map<string, Buffer | string>} */
const files = new Map(composePage(fileURLToPath(new URL("..", import.meta.url))));
files.set("compose/config.json", JSON.stringify(CONFIG));
const server = createServer(({ url = "/" }, response) => {
  const path = url.slice(1);
  response.setHeader("content-type", TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain");
  response.end(files.get(path));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await chromium.launch({ executablePath: findChromium() ?? "chromium", args: ["--no-sandbox"] });
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1080 }, colorScheme });
  await page.goto(`http://127.0.0.1:${port}/compose/index.html`);
  const judged = () => page.waitForFunction(() => document.body.dataset["judged"] === "true");
  await judged();
  await page.fill("#title", "kubectl apply drops a field");
  await page.evaluate((body) => {
    const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("body"));
    area.value = body;
    area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  }, `${DRAFT}\n`);
  await judged();
  await page.selectOption("#priority", { index: 1 });
  await judged();
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.activeElement).blur();
    scrollTo(0, 0);
  });
  await page.screenshot({ path: fileURLToPath(new URL(`compose${colorScheme === "dark" ? "-dark" : ""}.png`, import.meta.url)) });
  await page.close();
}
await browser.close();
server.close();
