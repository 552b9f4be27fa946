/** The list of issues of the page in a real browser: filters, order, links, and what is copied and printed. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { realDump } from "../core/history/make.js";
import { HOSTILE, scaledDump } from "../core/history/scaled.js";
import { closeBrowser, openBrowser, show, skip } from "./browser.js";
import { makePage } from "./page.js";

const REAL = makePage(realDump({ on: "2018-07-16", since: "2018-01-01", planned: true }), { policy: "maintained: 4" });
const LARGE = makePage(scaledDump({ issues: 500 }), { policy: "maintained: 3" });
const EVIL = makePage(scaledDump({ issues: HOSTILE.length, hostile: true }), { policy: "maintained: 4" });

/** The releases of a report with the core's answer about each. @param {typeof REAL.report} report */
const releases = (report) => report.repositories.flatMap((one) => one.report.branches.flatMap((branch) => branch.releases));

/** The issues that are shown in the list. @param {import("playwright-core").Page} page */
const listed = (page) => page.locator(".list > li:not([hidden])").evaluateAll((all) => all.map((one) => Number(one.id.split("/").at(-1))));

describe("the list of issues", { skip, timeout: 240_000 }, () => {
  before(openBrowser);
  after(closeBrowser);

  const [repository = assert.fail()] = LARGE.report.repositories;
  const { answers, branches } = repository.report;
  /** @param {string} version */
  const of = (version) => releases(LARGE.report).find((one) => one.version === version) ?? assert.fail(version);
  const sigs = new Map(repository.issues.map(({ number, sigs: list }) => [number, list]));

  test("filters by what is in the address", () => show(LARGE.html, {}, async (page, url) => {
    const inRelease = [...of("v1.35.2").affected, ...of("v1.35.2").unknown];
    const last = branches[1]?.releases[0] ?? assert.fail();
    for (const [hash, expected] of /** @type {const} */ ([
      ["v=v1.35.2&sig=node", inRelease.filter((one) => sigs.get(one)?.includes("node"))],
      ["v=1.35.2&status=unknown", of("v1.35.2").unknown],
      ["branch=v1.35&status=affected", last.affected],
      ["branch=v1.35", answers.filter((one) => one.branches.some(({ branch }) => branch === "v1.35")).map(({ issue }) => issue)],
      ["priority=critical-urgent", repository.issues.filter(({ priority }) => priority === "critical-urgent").map(({ number }) => number)],
      ["sig=no-such-sig", []],
      ["v=v1.99.1", []],
    ])) {
      await page.goto("about:blank");
      await page.goto(`${url}#${hash}`);
      await page.waitForFunction(() => document.querySelector(".found")?.textContent);
      const known = new Set([...answers.map(({ issue }) => issue), ...(hash.startsWith("priority") ? await listed(page) : [])]);
      assert.deepEqual((await listed(page)).sort((a, b) => a - b), expected.filter((one) => known.has(one)).sort((a, b) => a - b), hash);
    }
    assert.equal(await page.textContent(".found"), "This page has nothing for v=v1.99.1.");
  }));

  test("filters by what is chosen, and puts it into the address", () => show(LARGE.html, {}, async (page) => {
    await page.selectOption("[name=branch]", "v1.36");
    await page.selectOption("[name=sig]", "node");
    await page.fill("[name=text]", " KUBELET ");
    assert.equal(await page.evaluate(() => location.hash), "#text=KUBELET&branch=v1.36&sig=node");
    const texts = await page.locator(".list > li:not([hidden])").allTextContents();
    assert.ok(texts.length > 0 && texts.every((text) => /kubelet/i.test(text) && text.includes("node") && text.includes("v1.36")));
    assert.match(await page.textContent(".found") ?? "", new RegExp(`^${texts.length} of \\d+ issues\\.$`));
    const rows = page.locator(".picture tbody tr:not([hidden])");
    assert.ok(await rows.count() <= texts.length);
    await page.click("button[type=reset]");
    await page.waitForFunction(() => location.hash === "#issues");
    assert.ok((await listed(page)).length >= answers.length);
  }));

  test("sorts", () => show(LARGE.html, {}, async (page) => {
    const urgent = await page.locator(".list").first().locator("> li").evaluateAll((all) => all.map((one) => Number(one.id.split("/").at(-1))));
    assert.deepEqual(urgent, answers.map(({ issue }) => issue));
    await page.selectOption("[name=sort]", "newest");
    const newest = await page.locator(".list").first().locator("> li").evaluateAll((all) => all.map((one) => Number(one.id.split("/").at(-1))));
    assert.deepEqual(newest, urgent.toSorted((one, other) => other - one));
    await page.selectOption("[name=sort]", "");
    assert.deepEqual(await page.locator(".list").first().locator("> li").evaluateAll((all) => all.map((one) => Number(one.id.split("/").at(-1)))), urgent);
  }));

  test("copies what is let through as Markdown in which titles are only text", () => show(EVIL.html, {}, async (page, url) => {
    await page.goto(`${url}#v=v1.36.2`);
    await page.waitForFunction(() => document.querySelector(".found")?.textContent);
    await page.click(".filters button[type=button]");
    const text = await page.inputValue(".copied");
    assert.match(text, /^### Known issues of v1\.36\.2\n\n- \[#/);
    const lines = text.trim().split("\n").slice(2);
    assert.equal(lines.length, (await listed(page)).length);
    for (const line of lines) assert.match(line, /^- \[#\d+\]\(https:\/\/github\.com\/example\/project\/issues\/\d+\) (`+)[^]*\1: /);
  }));

  test("prints what the filters let through", () => show(LARGE.html, {}, async (page, url) => {
    await page.goto(`${url}#v=v1.35.2&sig=node`);
    await page.waitForFunction(() => document.querySelector(".found")?.textContent);
    const count = (await listed(page)).length;
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const open = page.locator(".release[open]:not([hidden])");
    assert.equal(await open.count(), 1);
    assert.equal(await open.locator(".rows > li").count(), count);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("details[open]").count(), 0);
  }));

  test("a link to an issue leads to it, with or without JavaScript, and past filters", async () => {
    const issue = REAL.report.repositories[0]?.report.answers.at(-1)?.issue;
    for (const javaScriptEnabled of [true, false]) {
      await show(REAL.html, { javaScriptEnabled }, async (page, url) => {
        await page.goto(`${url}#kubernetes/kubernetes/${issue}`);
        assert.equal(await page.locator(":target").count(), 1);
        assert.equal(await page.locator(":target bdi").first().isVisible(), true);
        await page.goto(`${url}#v1.9`);
        assert.equal(await page.locator("[id='v1.9'] h2").innerText(), "v1.9");
      });
    }
    await show(REAL.html, {}, async (page, url) => {
      await page.goto(`${url}#text=no+such+words`);
      await page.waitForFunction(() => document.querySelector(".found")?.textContent === "0 of 5 issues.");
      await page.goto(`${url}#kubernetes/kubernetes/${issue}`);
      await page.waitForFunction(() => document.querySelector(":target")?.checkVisibility());
      await page.goto(`${url}#issue-${issue}`);
      await page.waitForFunction((id) => document.querySelector(":target")?.id === id, `kubernetes/kubernetes/${issue}`);
    });
  });
});
