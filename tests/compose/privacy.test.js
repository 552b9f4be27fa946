/** What the compose page keeps, shares and puts into addresses, and what it never does. */

import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import { test } from "node:test";

import { composed, judged, markdown, paste, write } from "./composed.js";

const SECRET = "## Symptoms\n\nThe token abc123 leaks.\n";

/** All that the browser keeps. @param {import("playwright-core").Page} page */
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie);

/** @param {string} fragment */
const inflated = (fragment) => JSON.parse(inflateRawSync(Buffer.from(fragment.replace(/^#?d1\./, ""), "base64url")).toString());

test("a draft is kept by path and repository, and forgotten on demand", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  assert.equal(await stored(page), "{}{}");
  await page.fill("#title", "Pods restart");
  await judged(page);
  assert.match(await stored(page), /patch-release-issues \/compose\/ example\/engine 1/);
  assert.match(await page.textContent("#kept") ?? "", /^Kept in this browser for 30 days\. Other pages of 127\.0\.0\.1:\d+ can read it\.$/);
  await page.reload();
  await judged(page);
  assert.equal(await page.inputValue("#title"), "Pods restart");
  await page.click("#forget");
  await judged(page);
  assert.deepEqual([await stored(page), await page.inputValue("#title")], ["{}{}", ""]);
});

test("a draft is deleted after 30 days", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await page.fill("#title", "Old");
  await judged(page);
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(localStorage)) {
      localStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), saved: Date.now() - 30 * 86_400_000 - 1 }));
    }
  });
  await page.reload();
  await judged(page);
  assert.deepEqual([await stored(page), await page.inputValue("#title")], ["{}{}", ""]);
});

test("a withheld draft is nowhere but on the page", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  await paste(page, "Something ordinary.\n");
  assert.match(await stored(page), /Something ordinary/);
  await write(page, "guided");
  await page.check("text=A security issue");
  await judged(page);
  assert.equal(await stored(page), "{}{}");
  await write(page, "markdown");
  await paste(page, SECRET);
  await page.fill("#title", "abc123");
  await judged(page);
  assert.equal(await stored(page), "{}{}");
  assert.equal(await page.locator("#open").isVisible(), false);
  assert.equal(await page.locator("#share").isDisabled(), true);
  assert.ok(await page.locator("#copy").isEnabled());
  assert.match(await page.textContent("#withheld") ?? "", /details are withheld/);
  const addresses = await page.evaluate(() => [location.href, ...[...document.querySelectorAll("[href]")].map((one) => one.getAttribute("href"))].join(" "));
  assert.doesNotMatch(addresses, /abc123|token/);
  await page.reload();
  await judged(page);
  assert.doesNotMatch(await markdown(page), /abc123/);
});

test("a statement of the security team is withheld while it is typed", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  await page.fill("#body", "");
  await page.locator("#body").pressSequentially("I am working with the product security team on this");
  await judged(page);
  assert.equal(await page.locator("#withheld").isVisible(), true);
  assert.equal(await stored(page), "{}{}");
});

test("a shared draft opens beside an existing one, and leaves the address", async (t) => {
  const served = await composed(t);
  const page = await served?.open();
  if (!served || !page) return;
  await page.fill("#title", "Shared <b>");
  await judged(page);
  await page.click("#share");
  await page.locator("#shared").waitFor();
  const address = await page.inputValue("#address");
  const body = await markdown(page);
  assert.deepEqual(inflated(new URL(address).hash), { title: "Shared <b>", body, labels: [], state: "open", repository: "example/engine" });
  const other = await served.open();
  await other.fill("#title", "Mine");
  await judged(other);
  await other.goto(address);
  await other.locator("#drafts [aria-current]").getByText("Shared <b>").waitFor();
  assert.deepEqual(await other.locator("#drafts button").allTextContents(), ["Mine", "Shared <b>"]);
  assert.equal(await other.evaluate(() => location.hash), "");
  await other.click("#drafts button >> nth=0");
  assert.equal(await other.inputValue("#title"), "Mine");
});

test("a fragment that is no draft, or unpacks to too much, is refused", async (t) => {
  const served = await composed(t);
  if (!served) return;
  const { deflateRawSync } = await import("node:zlib");
  const bomb = deflateRawSync(Buffer.from(JSON.stringify({ body: "x".repeat(400_000) }))).toString("base64url");
  for (const fragment of ["#d1.%%%", "#d1.AAAA", `#d1.${bomb}`, `#d1.${deflateRawSync("[]").toString("base64url")}`, `#d1.${"A".repeat(100_001)}`]) {
    const page = await served.open({}, fragment);
    await page.locator("#trouble").waitFor();
    assert.match(await page.textContent("#trouble") ?? "", /The (draft in the address|address contains no draft)/);
    await page.context().close();
  }
});

test("an import opens beside the draft, and says what is certain", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await page.fill("#title", "Mine");
  await page.click("#import");
  await page.fill("#old", "The engine crashes since v1.6.2.\n\nFixed in v1.7.1 by #48123.\n");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.locator("#imported li").first().waitFor();
  const read = await page.locator("#imported").innerText();
  assert.match(read, /introduced-in=v1\.6\.2/);
  assert.equal(await page.locator("#drafts button").count(), 2);
  assert.match(await markdown(page), /The engine crashes since v1\.6\.2\./);
});

test("the address that opens an issue names the template, and no labels", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await page.fill("#title", "A & b");
  await page.selectOption("#priority", { index: 1 });
  await judged(page);
  const link = page.locator("#open");
  assert.equal(await link.textContent(), "Open in example/engine");
  const url = new URL(await link.getAttribute("href") ?? "");
  assert.deepEqual([...url.searchParams.keys()], ["template", "title", "body"]);
  assert.deepEqual([url.origin + url.pathname, url.searchParams.get("title"), url.searchParams.get("body")], ["https://github.com/example/engine/issues/new", "A & b", await markdown(page)]);
  await paste(page, "x".repeat(7_000));
  assert.equal(await link.getAttribute("href"), "https://github.com/example/engine/issues/new/choose");
  assert.match(await page.textContent("#how") ?? "", /too long for an address/);
});

test("only the project's own page is for any repository", async (t) => {
  const own = await composed(t, { schema: 1, server: "https://github.com", anyRepository: true, repositories: [] });
  if (!own) return;
  const page = await own.open({}, "?repository=o/r");
  assert.equal(await page.getAttribute("#open", "href"), "https://github.com/o/r/issues/new/choose");
  const none = await own.open();
  assert.equal(await none.locator("#open").isVisible(), false);
  const reports = await composed(t);
  const other = await reports?.open({}, "?repository=evil/evil");
  assert.match(await other?.getAttribute("#open", "href") ?? "", /example\/engine/);
});
