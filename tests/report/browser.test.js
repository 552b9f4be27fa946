/** The known-issues page in a real browser. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { realDump } from "../core/history/make.js";
import { HOSTILE, scaledDump } from "../core/history/scaled.js";
import { closeBrowser, openBrowser, show, skip } from "./browser.js";
import { makePage } from "./page.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const REAL = makePage(realDump({ on: "2018-07-16", since: "2018-01-01", planned: true }), { policy: "maintained: 4" });
const MANY = makePage(scaledDump({ issues: 60 }), { policy: "maintained: 3" });
const LARGE = makePage(scaledDump({ issues: 500 }), { policy: "maintained: 3" });
const EVIL = makePage(scaledDump({ issues: HOSTILE.length, hostile: true }), { policy: "maintained: 4" });

/** The releases of a report with the core's answer about each. @param {typeof REAL.report} report */
const releases = (report) => report.repositories.flatMap((one) => one.report.branches.flatMap((branch) => branch.releases));

/** @param {import("playwright-core").Page} page */
const numbers = async (page) => {
  const rows = await page.locator(".panel .rows .number").allTextContents();
  return rows.map((text) => Number(text.slice(1)));
};

/** The number of elements that are visible on the page. @param {import("playwright-core").Locator} elements */
const shown = (elements) => elements.evaluateAll((all) => all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().height > 0).length);

describe("the page", { skip, timeout: 480_000 }, () => {
  before(openBrowser);
  after(closeBrowser);

  test("answers like the core about every release", () => show(MANY.html, {}, async (page) => {
    for (const { version, affected, unknown } of releases(MANY.report)) {
      await page.fill("input", version.slice(1));
      assert.deepEqual(await numbers(page), [...affected, ...unknown], version);
      const status = await page.textContent(".status") ?? "";
      assert.ok(status.includes(version), status);
      if (affected.length === 0) assert.match(status, /^No known issue affects/);
      else assert.match(status, new RegExp(`affected by ${affected.length} known issues?\\b`));
    }
  }));

  test("says where issues are fixed and what to upgrade to", () => show(REAL.html, {}, async (page) => {
    await page.fill("input", " V1.9.5+vendor.1 ");
    assert.equal(await page.textContent(".status"), "v1.9.5 is affected by 1 known issue.");
    const panel = await page.innerText(".panel");
    assert.match(panel, /Upgrade to v1\.9\.7 or later: no known issue affects these releases of v1\.9\./);
    assert.match(panel, /Unix sockets[^]*affected v1\.9\.4 to v1\.9\.6, fixed in v1\.9\.7, not verified/);
    await page.fill("input", "1.9.8");
    assert.equal(await page.textContent(".status"), "No known issue affects v1.9.8.");
  }));

  test("answers like the core on a large page, and makes more rows when asked", () => show(LARGE.html, {}, async (page) => {
    for (const { version, affected, unknown } of releases(LARGE.report).slice(0, 3)) {
      await page.fill("input", version);
      while (await page.locator(".panel button.more").count() > 0) await page.locator(".panel button.more").first().click();
      assert.deepEqual(await numbers(page), [...affected, ...unknown], version);
    }
  }));

  test("makes rows of the numbers of a large page", () => show(LARGE.html, {}, async (page) => {
    const rows = page.locator(".picture tbody tr");
    const before = await rows.count();
    await page.locator("#picture .more button").click();
    const after = await rows.count();
    assert.ok(after > before && before > 10);
    const [answer] = LARGE.report.repositories[0]?.report.answers.slice(before) ?? [];
    const row = rows.nth(before);
    assert.match(await row.innerText(), new RegExp(`#${answer?.issue} \\S`));
    const cells = await row.locator("td").evaluateAll((all) => all.map((one) => one.textContent));
    const branches = LARGE.report.repositories[0]?.report.branches ?? [];
    const expected = branches.flatMap(({ releases: list }) => list.toReversed().map((release) =>
      release.affected.includes(answer?.issue ?? 0) ? "affected" : release.unknown.includes(answer?.issue ?? 0) ? "unknown" : ""));
    assert.deepEqual(cells.map((text) => text?.replace(/, inferred|fixed.*/, "")), expected);
    assert.equal(await page.locator("#next .more button").count() > 0, true);
    await page.locator("#next .more button").first().click();
    assert.ok(await page.locator("#next .rows li").count() > 10);
  }));

  test("explains what it cannot answer", () => show(REAL.html, {}, async (page) => {
    for (const [text, answer] of /** @type {const} */ ([
      ["1.10", /^v1\.10 is a branch\. Its releases: v1\.10\.5, v1\.10\.4/],
      ["v1.9.77", /^This page has no release v1\.9\.77\. It covers v1\.11, v1\.10, v1\.9, v1\.8\.$/],
      ["<img src=x onerror=alert(1)>", /^Write a release such as v1\.11\.0\.$/],
    ])) {
      await page.fill("input", text);
      assert.equal(await page.textContent(".status"), "");
      await page.press("input", "Enter");
      assert.match(await page.textContent(".status") ?? "", answer);
    }
  }));

  test("can be used with only the keyboard", () => show(REAL.html, {}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.tagName);
    for (let presses = 0; presses < 30 && await focused() !== "INPUT"; presses++) await page.keyboard.press("Tab");
    assert.equal(await focused(), "INPUT");
    await page.keyboard.type("1.10.2");
    assert.match(await page.textContent(".status") ?? "", /^v1\.10\.2 is affected by 2/);
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "Check");
    await page.focus(".chip[href='#v1.9.4']");
    await page.keyboard.press("Enter");
    assert.match(await page.textContent(".status") ?? "", /^v1\.9\.4 is affected by 2 known issues, 1 of them critical/);
    await page.focus("#picture .scroll");
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle), "none");
  }));

  test("opens the version in a link", () => show(REAL.html, {}, async (page, url) => {
    await page.goto(`${url}#v1.8.9`);
    await page.waitForFunction(() => document.querySelector(".status")?.textContent);
    assert.equal(await page.inputValue("input"), "v1.8.9");
    assert.match(await page.textContent(".status") ?? "", /^v1\.8\.9 is affected/);
  }));

  test("answers to a link as to what is typed", () => show(REAL.html, {}, async (page, url) => {
    for (const text of ["1.9.4", "v1.9.4", "V1.9.4+vendor.1", "v1.9", "1.10", "v9.9.9", "v1.9.4-gke.1"]) {
      await page.fill("input", text);
      await page.press("input", "Enter");
      const typed = await page.textContent(".status");
      await page.goto("about:blank");
      await page.goto(`${url}#${text}`);
      await page.waitForFunction(() => document.querySelector(".status")?.textContent);
      assert.equal(await page.textContent(".status"), typed, text);
    }
    await page.goto("about:blank");
    await page.goto(`${url}#issues`);
    assert.equal(await page.textContent(".status"), "");
  }));

  test("refuses a vendor's build", () => show(REAL.html, {}, async (page) => {
    for (const [text, answer] of /** @type {const} */ ([
      ["v1.9.4-gke.1", "v1.9.4-gke.1 is a vendor's build: ask about v1.9.4."],
      ["1.9.4-rc.9", "This page has no release v1.9.4-rc.9. It covers v1.11, v1.10, v1.9, v1.8."],
    ])) {
      await page.fill("input", text);
      await page.press("input", "Enter");
      assert.equal(await page.textContent(".status"), answer);
    }
  }));

  test("answers without JavaScript", () => show(REAL.html, { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("form:visible").count(), 0);
    assert.equal(await page.locator("[id='v1.9.4'] .headline").isVisible(), false);
    await page.click(".cards a[href='#v1.9.4']");
    assert.equal(await page.locator("[id='v1.9.4'] .headline").isVisible(), true);
  }));

  test("survives every hostile title", () => show(EVIL.html, {}, async (page) => {
    for (const version of ["1.33.0", "1.36.3"]) await page.fill("input", version);
    assert.ok(await page.locator(".list bdi").count() > HOSTILE.length / 3);
    assert.ok(await page.locator(".panel bdi").count() > 0);
  }));

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const [name, html, version] of /** @type {const} */ ([["real", REAL.html, "1.9.4"], ["many", MANY.html, "1.35.2"], ["large", LARGE.html, "1.36.2"]])) {
      test(`is accessible: ${name}, ${colorScheme}`, () => show(html, { colorScheme, bypassCSP: true }, async (page) => {
        await page.fill("input", version);
        await page.evaluate(() => document.querySelectorAll("details").forEach((one, index) => { one.open = index < 12; }));
        await page.evaluate(AXE);
        const found = await page.evaluate(async () => {
          const { violations } = await /** @type {any} */ (globalThis).axe.run();
          return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.length} × ${one.nodes[0].html} ${one.nodes[0].failureSummary}`);
        });
        assert.deepEqual(found, []);
      }));
    }
  }

  for (const javaScriptEnabled of [true, false]) {
    test(`prints every list: JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => show(REAL.html, { javaScriptEnabled }, async (page) => {
      const rows = page.locator("details tr, details .headline");
      assert.equal(await shown(rows), 0);
      await page.emulateMedia({ media: "print" });
      const count = await rows.count();
      assert.ok(count > 20);
      assert.equal(await shown(rows), count);
      assert.equal(await page.locator("details[open]").count(), 0);
    }));
  }

  test("prints every list if the style cannot open them", () => show(REAL.html, {}, async (page) => {
    const open = () => page.locator("details[open]").count();
    await page.locator("details").first().evaluate((one) => one.setAttribute("open", ""));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await open(), await page.locator("details").count());
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await open(), 1);
  }));

  for (const [name, html] of /** @type {const} */ ([["real", REAL.html], ["many", LARGE.html], ["hostile", EVIL.html]])) {
    test(`fits a phone: ${name}`, () => show(html, { viewport: { width: 360, height: 740 } }, async (page) => {
      await page.fill("input", "1.36.0");
      await page.evaluate(() => document.querySelectorAll("details").forEach((one, index) => { one.open = index % 9 === 0; }));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    }));
  }
});
