/** The project's own pages, which `cargo xtask site` builds: every link leads somewhere. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

import { validate } from "../../pkg/node.js";

/** @import { TestContext } from "node:test" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SITE = resolve(ROOT, process.env["CARGO_TARGET_DIR"] ?? "target", "site");

/** The HTML pages. @param {TestContext} t */
function pages(t) {
  if (!existsSync(join(SITE, "index.html"))) {
    assert.ok(!process.env["CI"], "CI must build the site first");
    t.skip("NOT TESTED: run `cargo xtask site` first");
    return [];
  }
  const names = readdirSync(SITE, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".html")).map((name) => ({ name, text: readFileSync(join(SITE, name), "utf8") }));
}

/** @param {string} text */
const addresses = (text) => [...text.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));

test("every link of the site leads to a page, and to a place on it", (t) => {
  const all = pages(t);
  const ids = new Map(all.map(({ name, text }) => [name, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]));
  let count = 0;
  for (const { name, text } of all) {
    for (const address of addresses(text)) {
      if (/^(https?|mailto):/.test(address)) continue;
      count++;
      const [path = "", anchor = ""] = address.split("#");
      let file = path === "" ? join(SITE, name) : join(SITE, dirname(name), decodeURI(path));
      if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
      assert.ok(existsSync(file), `${name}: ${address}`);
      const there = ids.get(relative(SITE, file));
      if (anchor !== "" && there && !anchor.startsWith("d1.") && !name.startsWith("report")) {
        assert.ok(there.has(decodeURIComponent(anchor)), `${name}: ${address}`);
      }
    }
  }
  if (all.length > 0) assert.ok(all.length > 60 && count > 500, `${all.length} pages, ${count} links`);
});

test("the site has the compose page, a report, and nothing that needs a server of its own", (t) => {
  const names = pages(t).map(({ name }) => name);
  if (names.length === 0) return;
  for (const name of ["index.html", "docs/rules/index.html", "compose/index.html", "report/index.html"]) assert.ok(names.includes(name), name);
  assert.equal(JSON.parse(readFileSync(join(SITE, "compose/config.json"), "utf8")).anyRepository, true);
});

test("every rule's page opens its example, which is a draft that the rule is about", () => {
  const folder = join(ROOT, "docs/rules");
  const facts = /Facts that are checked/;
  assert.match(readFileSync(join(folder, "README.md"), "utf8"), facts);
  const known = readFileSync(join(folder, "README.md"), "utf8").split(facts)[0] ?? "";
  let tried = 0;
  for (const name of readdirSync(folder).filter((one) => one !== "README.md")) {
    const rule = name.replace(".md", "");
    const [, packed] = /\(https:\/\/patch-release-issues\.github\.io\/action\/compose\/#d1\.([\w-]+)\)/.exec(readFileSync(join(folder, name), "utf8")) ?? [];
    assert.equal(packed === undefined, rule === "unreadable-description", rule);
    if (packed === undefined) continue;
    const { title, body, labels, state } = JSON.parse(inflateRawSync(Buffer.from(packed, "base64url")).toString());
    const { diagnostics } = validate({ number: 0, title, body, labels: [...labels, "patch-release"], state }, "{binaries: [kubelet], sigs: {known: [node, cli, storage]}}");
    if (known.includes(`\`${rule}\``) && diagnostics.some((one) => one.rule === rule)) tried++;
  }
  assert.ok(tried > 35, `${tried}`);
});
