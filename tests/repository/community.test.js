/** The files with which GitHub runs this repository: forms, updates of dependencies, badges. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

import { mistakes, readForm } from "./form.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HOME = "https://github.com/patch-release-issues/action";

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** The paths of the committed files. */
const FILES = spawnSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).stdout.trim().split("\n");

test("GitHub accepts the forms, and their names are different", () => {
  const names = readdirSync(join(ROOT, ".github/ISSUE_TEMPLATE")).filter((name) => name.endsWith(".yml") && name !== "config.yml");
  assert.deepEqual(names.sort(), ["bug.yml", "feature.yml", "patch-release.yml"]);
  const forms = names.map((name) => readForm(read(`.github/ISSUE_TEMPLATE/${name}`)));
  assert.deepEqual(forms.map(mistakes), [[], [], []]);
  assert.equal(new Set(forms.map(({ name }) => name)).size, 3);
});

test("security problems are reported in private, and blank issues are possible, as the form for patch releases says", () => {
  const { blank_issues_enabled: blank, contact_links: [link] } = parse(read(".github/ISSUE_TEMPLATE/config.yml"));
  assert.deepEqual([blank, link.url], [true, `${HOME}/security/advisories/new`]);
  assert.ok(read(".github/ISSUE_TEMPLATE/bug.yml").includes(link.url));
  assert.match(read(".github/ISSUE_TEMPLATE/patch-release.yml"), /open a blank issue/);
});

test("every lock file and list of dependencies is updated, after a week", () => {
  /** @type {{ updates: any[] }} */
  const { updates } = parse(read(".github/dependabot.yml"));
  const places = updates.flatMap((update) => (update.directories ?? [update.directory]).map((/** @type {string} */ place) => `${update["package-ecosystem"]} ${place}`));
  const ecosystems = new Map([["Cargo.lock", "cargo"], ["package-lock.json", "npm"], ["requirements.txt", "pip"]]);
  const wanted = FILES.flatMap((path) => {
    const ecosystem = ecosystems.get(path.split("/").at(-1) ?? "");
    const place = dirname(path) === "." ? "/" : `/${dirname(path)}`;
    return ecosystem ? [`${ecosystem} ${place}`] : [];
  });
  assert.deepEqual(places.sort(), [...wanted, "github-actions /"].sort());
  assert.ok(updates.every(({ cooldown }) => cooldown["default-days"] >= 7));
});

test("the README's badges show workflows that exist", () => {
  const badges = [...read("README.md").matchAll(/\[!\[[^\]]+\]\(([^)]+)\)\]\(([^)]+)\)/g)].map(([, image = "", link = ""]) => ({ image, link }));
  assert.equal(badges.length, 3);
  for (const { image, link } of badges) {
    const [, workflow] = /\/actions\/workflows\/([a-z]+\.yml)/.exec(image) ?? [];
    if (workflow) {
      assert.equal(link, `${HOME}/actions/workflows/${workflow}?query=branch%3Amain`);
      assert.equal(image, `${HOME}/actions/workflows/${workflow}/badge.svg?branch=main`);
      assert.deepEqual(parse(read(`.github/workflows/${workflow}`)).on.push.branches, ["main"]);
    } else {
      assert.equal(image, "https://api.scorecard.dev/projects/github.com/patch-release-issues/action/badge");
      assert.equal(parse(read(".github/workflows/scorecard.yml")).jobs.analyze.steps[1].with.publish_results, true);
    }
  }
});

test("every file has an owner, and pull requests have a template", () => {
  const lines = read(".github/CODEOWNERS").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  assert.match(lines[0] ?? "", /^\* @patch-release-issues\//);
  assert.ok(existsSync(join(ROOT, ".github/pull_request_template.md")));
});
