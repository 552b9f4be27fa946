/** The compose page as a page: hostile text, accessibility, sizes and speed. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL, fileURLToPath } from "node:url";

import { HOSTILE } from "../core/history/scaled.js";
import { browser } from "../package/browser.js";
import { REPOSITORY, composed, judged, paste, write } from "./composed.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FOLDER = new URL("../../compose/", import.meta.url);

const EVIL = [
  ...HOSTILE,
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1)) ![i](javascript:alert(1)) [d](data:text/html,x) ![r](https://example.org/pixel.png)",
  "<style>*{display:none}</style><form action=https://example.org><input name=id><base href=https://example.org>",
  "[a](https://example.org/\"onmouseover=alert(1)) <https://example.org> \u202e\u0000\ud800",
  "`".repeat(50),
];

test("hostile text is text", { timeout: 120_000 }, async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  for (let at = 0; at < EVIL.length; at += 60) {
    const some = EVIL.slice(at, at + 60);
    await page.fill("#title", some[0]?.slice(0, 200).replaceAll("\n", " ") ?? "");
    const entries = some.map((text) => `introduced-in=${text.replaceAll("`", "")}`).join("\n");
    await paste(page, `\`\`\`release\n${entries}\n\`\`\`\n\n${some.join("\n\n")}\n\n## Symptoms\n\n${some.map((text) => `## ${text}`).join("\n\n")}\n`);
    await write(page, "guided");
    await write(page, "markdown");
  }
  const made = await page.evaluate(() => [...document.querySelectorAll("#preview *, #diagnostics *, .other *")].map(({ localName }) => localName));
  assert.deepEqual(made.filter((name) => ["script", "img", "style", "form", "iframe", "base", "svg"].includes(name)), []);
  const links = await page.evaluate(() => [...document.querySelectorAll("a")].map(({ href }) => href));
  assert.deepEqual(links.filter((link) => !/^https?:/.test(link)), []);
});

const BODY = "Text.\n\n```release\nintroduced-in=1.6.2\nresolved-in=v1.7.1\n```\n\n# Symptoms\n\n- [ ] a\n- [x] b\n\n| a | b |\n|---|---|\n| c | d |\n\n<b>e</b>\n\n## Notes\n\n1. f\n";

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 1280]) {
    test(`is accessible: ${colorScheme}, ${width} pixels`, async (t) => {
      const config = { schema: 1, server: "https://github.com", repositories: [REPOSITORY, { ...REPOSITORY, name: "example/other" }] };
      const page = await (await composed(t, config))?.open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      if (!page) return;
      await page.evaluate(AXE);
      const check = async () => {
        const found = await page.evaluate(async () => {
          const { violations } = await /** @type {any} */ (globalThis).axe.run();
          return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html} ${one.nodes[0].failureSummary}`);
        });
        assert.deepEqual(found, []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
      };
      await check();
      await write(page, "markdown");
      await paste(page, BODY);
      await check();
      await write(page, "guided");
      await page.click("details summary");
      await check();
      await page.click("#share");
      await page.click("#import");
      await check();
    });
  }
}

test("can be used with only the keyboard", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  /** @param {string} id */
  const to = async (id) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent) === id) return;
    }
    assert.fail(`${id} is not reached`);
  };
  await page.locator("[value=guided]").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("#body").isVisible(), true);
  await to("title");
  await page.keyboard.type("Pods restart");
  await to("body");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("introduced-in=1.6.2");
  await judged(page);
  await to("apply-all");
  await page.keyboard.press("Enter");
  assert.match(await page.inputValue("#body"), /introduced-in=v1\.6\.2/);
  await judged(page);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "verdict");
  await to("open");
  assert.equal(await page.locator("[role=status], [aria-live]").count(), 1);
});

test("65,000 characters are typed while a worker judges, at most once at a time", { timeout: 120_000 }, async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  const text = "Some words about `code` and *more*.\n\n- an item\n\n".repeat(1_400).slice(0, 65_000);
  await paste(page, text);
  const counted = await page.evaluate(async () => {
    const post = Worker.prototype.postMessage;
    let sent = 0;
    Worker.prototype.postMessage = function (/** @type {any[]} */ ...message) {
      sent++;
      return post.apply(this, /** @type {any} */ (message));
    };
    const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("body"));
    /** @type {number[]} */
    const pauses = [];
    for (let typed = 0; typed < 100; typed++) {
      area.setRangeText("x", 30_000 + typed, 30_000 + typed, "end");
      const since = performance.now();
      area.dispatchEvent(new InputEvent("input", { inputType: "insertText", bubbles: true }));
      pauses.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return { sent, pause: pauses.sort((one, other) => one - other)[50] ?? 0 };
  });
  assert.ok(counted.sent <= 12, `${counted.sent} questions`);
  assert.ok(counted.pause < 50, `${counted.pause} ms`);
  await judged(page);
  t.diagnostic(`a keystroke takes ${counted.pause.toFixed(1)} ms; ${counted.sent} questions`);
});

test("a worker that does not answer is started anew", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  const started = await page.evaluate(async () => {
    const { Core } = await import(String("./core.js"));
    const core = new Core(() => {});
    await core.ask({ do: "form" });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = () => {};
    const silent = core.ask({ do: "form" }).catch((/** @type {Error} */ error) => error.message);
    Worker.prototype.postMessage = post;
    const message = await silent;
    const { sections } = await core.ask({ do: "form" });
    return { message, started: core.started, sections: sections.length };
  });
  assert.match(started.message, /took too long/);
  assert.deepEqual([started.started, started.sections], [2, 5]);
});

test("opened as a file, it says that it needs a server", async (t) => {
  const chromium = await browser(t);
  if (!chromium) return;
  const page = await chromium.newPage();
  await page.goto(pathToFileURL(fileURLToPath(new URL("index.html", FOLDER))).href);
  await page.getByText("It needs a web server").waitFor();
  await page.waitForFunction(() => document.getElementById("server")?.checkVisibility({ visibilityProperty: true }));
});

test("script and style are at most 200,000 bytes besides the module, and need nothing else once loaded", async (t) => {
  const sizes = readdirSync(FOLDER).map((name) => statSync(new URL(name, FOLDER)).size);
  const core = statSync(new URL("../../pkg/report/report.js", import.meta.url)).size;
  assert.ok(sizes.reduce((one, other) => one + other, core) <= 200_000);
  const page = await (await composed(t))?.open();
  if (!page) return;
  await page.context().setOffline(true);
  await write(page, "markdown");
  await paste(page, BODY);
  assert.ok((await page.locator("#diagnostics li").count()) > 0);
});

test("the policy of the page is the strictest that works", () => {
  const html = readFileSync(new URL("index.html", FOLDER), "utf8");
  assert.ok(html.includes(`content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"`));
  assert.doesNotMatch(html, /<script(?! type="module" src=)|\son\w+=|\sstyle=|<style/);
});
