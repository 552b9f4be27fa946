/** The compose page judges as the action does, and changes nothing that it is not asked to change. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { validate } from "../../pkg/node.js";
import { composed, judged, markdown, paste, rules, write } from "./composed.js";

const FIXTURES = new URL("../core/fixtures/", import.meta.url);

/** @type {{ name: string, body: string }[]} */
const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md") && !name.endsWith(".summary.md"))
  .sort()
  .map((name) => ({ name, body: readFileSync(new URL(name, FIXTURES), "utf8").replace(/\r\n?/g, "\n") }));

const GOOD = "```release\nintroduced-in=v1.6.2\n```\n\n## Symptoms\n\nPods restart.\n\n## Root cause\n\nBinaries:\n- kubelet\n\nA loop.\n\n## Impact\n\nAll users.\n\n## Resolution\n\nTBD\n\n## PRs\n\n- #48123\n";

/** The action's answer about a description. @param {string} body */
const judge = (body) => validate({ number: 0, title: "", body, labels: ["patch-release"], state: "open" });

test("every fixture gets the action's diagnostics, and all fixes give the action's description", { timeout: 480_000 }, async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  assert.ok(fixtures.length >= 200);
  for (const { name, body } of fixtures) {
    await paste(page, body);
    const { diagnostics, fixedDescription } = judge(body);
    assert.deepEqual(await rules(page), diagnostics.slice(0, 100).map(({ rule }) => rule), name);
    const applies = page.locator("#apply-all");
    assert.equal(await applies.isVisible(), fixedDescription !== null, name);
    if (fixedDescription !== null) {
      await applies.evaluate((button) => /** @type {HTMLElement} */ (button).click());
      assert.equal(await page.inputValue("#body"), fixedDescription, name);
      await page.click("#undo");
      assert.equal(await page.inputValue("#body"), body, name);
    }
  }
});

test("going to the fields and back changes no byte", { timeout: 480_000 }, async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  for (const { name, body } of fixtures.slice(0, 200)) {
    await write(page, "markdown");
    await paste(page, body);
    await write(page, "guided");
    const areas = page.locator(".sections textarea:not([readonly])");
    if (await page.locator(".sections").isVisible() && (await areas.count()) > 0) {
      await areas.first().focus();
      await page.keyboard.type("x");
      await page.click("#undo");
      await areas.last().focus();
      await page.keyboard.press("Tab");
    }
    assert.equal(await markdown(page), body, name);
  }
});

test("a field changes its own place", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  await paste(page, GOOD);
  await write(page, "guided");
  await page.getByLabel("Impact", { exact: true }).fill("Half of the users.\n\n### Details\n\nMore");
  await judged(page);
  await page.getByLabel("Symptoms", { exact: true }).pressSequentially(" Often.\n");
  await judged(page);
  const changed = GOOD.replace("All users.", "Half of the users.\n\n### Details\n\nMore");
  assert.equal(await markdown(page), changed.replace("Pods restart.", "Pods restart. Often.\n"));
});

test("versions and binaries are chips", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await page.getByLabel("Release or branch", { exact: true }).fill("1.6.2");
  await page.keyboard.press("Enter");
  await page.getByText("v1.6First release with the problem: v1.6.2").waitFor();
  await page.getByLabel("Versions: what to say").selectOption("resolved-in");
  await page.getByLabel("Release or branch", { exact: true }).fill("soon");
  await page.keyboard.press("Enter");
  await page.locator(".why").getByText("Write a release such as v1.6.2.").waitFor();
  await page.getByLabel("Name of a binary", { exact: true }).fill("kubelet");
  await page.keyboard.press("Enter");
  await page.locator(".chips bdi").getByText("kubelet").waitFor();
  const body = await markdown(page);
  assert.ok(body.startsWith("```release\nintroduced-in=v1.6.2\n```\n") && body.includes("\nBinaries:\n- kubelet\n"), body);
  await write(page, "guided");
  await page.getByLabel("Remove introduced-in v1.6.2").click();
  await page.getByText("v1.6First release").waitFor({ state: "detached" });
  assert.ok(!(await markdown(page)).includes("introduced-in"));
});

test("where the structure is broken, the fields say why, and the fix brings them back", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  await paste(page, GOOD.replace("v1.6.2\n```", "v1.6.2"));
  await write(page, "guided");
  assert.equal(await page.locator(".sections").isVisible(), false);
  await page.getByText("hides a part of the text").waitFor();
  await page.locator("#diagnostics li").filter({ hasText: "unclosed-release-block" }).getByRole("button", { name: "Apply" }).click();
  await page.getByLabel("Symptoms", { exact: true }).waitFor();
});

test("duplicates, unknown sections and text between are other text", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  await paste(page, `Hello.\n\n${GOOD}\n## Notes\n\nMine.\n\n## Impact\n\nAgain.\n`);
  await write(page, "guided");
  assert.deepEqual(await page.locator(".other pre").allTextContents(), ["Hello.", "## Notes\n\nMine.\n\n## Impact\n\nAgain."]);
});

test("one undo goes across both ways of writing", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  const start = await markdown(page);
  await paste(page, GOOD.replace("v1.6.2", "1.6.2"));
  await write(page, "guided");
  await page.getByLabel("Symptoms", { exact: true }).fill("Other words.");
  await judged(page);
  await page.click("#apply-all");
  assert.equal(await markdown(page), GOOD.replace("Pods restart.", "Other words."));
  await page.locator("#body").press("Control+z");
  await page.locator("#body").press("Control+z");
  assert.equal(await page.inputValue("#body"), GOOD.replace("v1.6.2", "1.6.2"));
  await write(page, "guided");
  assert.equal(await page.getByLabel("Symptoms", { exact: true }).inputValue(), "Pods restart.");
  await page.click("#undo");
  assert.equal(await markdown(page), start);
  await page.locator("#body").press("Control+Shift+z");
  assert.equal(await page.inputValue("#body"), GOOD.replace("v1.6.2", "1.6.2"));
});

test("a diagnostic selects its place", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  await paste(page, GOOD.replace("v1.6.2", "1.6.2"));
  await page.locator(".found").filter({ hasText: "1.6.2" }).click();
  const selected = await page.locator("#body").evaluate((area) => {
    const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (area);
    return value.slice(selectionStart, selectionEnd);
  });
  assert.equal(selected, "1.6.2");
  await page.locator(".found").first().click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "priority");
});

test("the branches are what the entries amount to", async (t) => {
  const page = await (await composed(t))?.open();
  if (!page) return;
  await write(page, "markdown");
  await paste(page, GOOD);
  assert.deepEqual(await page.locator("#branches tr").allTextContents(), ["v1.7affected, inferred", "v1.6affected"]);
});
