/** The bill of materials: it is valid, it describes the shipped files, and all licences in it are allowed. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { Ajv } from "ajv";

/** @typedef {{ "bom-ref": string, type: string, name: string, version: string, purl: string, licenses: { expression: string }[], hashes?: { alg: string, content: string }[] }} Component */
/** @typedef {{ metadata: { component: Component }, components: Component[], dependencies: { ref: string, dependsOn: string[] }[], serialNumber: string }} Bom */

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

/** @type {Bom} */
const bom = JSON.parse(String(read("dist/sbom.cdx.json")));
const libraries = bom.components.filter(({ type }) => type === "library");
const files = bom.components.filter(({ type }) => type === "file");

/** CycloneDX's own schemas. Their formats are not checked: they are those of e-mail addresses and dates. */
function schema() {
  const require = createRequire(import.meta.url);
  const folder = require.resolve("@cyclonedx/cyclonedx-library/package.json").replace(/package\.json$/, "res/schema/");
  const of = (/** @type {string} */ name) => JSON.parse(readFileSync(`${folder}${name}.SNAPSHOT.schema.json`, "utf8"));
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  for (const name of ["spdx", "jsf-0.82"]) ajv.addSchema(of(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(of("bom-1.6"));
}

/** What an issue of a bill is. @param {unknown} bill */
function mistakes(bill) {
  isBill(bill);
  return (isBill.errors ?? []).map(({ instancePath }) => instancePath);
}
const isBill = schema();

/** The allowed licences, from `deny.toml`. */
const [, LIST = ""] = /^allow = \[(.*)\]$/m.exec(String(read("deny.toml"))) ?? [];
const ALLOWED = new Set([...LIST.matchAll(/"([^"]+)"/g)].map(([, name]) => name));

/**
 * Whether everyone may use code under this SPDX expression.
 *
 * @param {string} expression
 * @returns {boolean}
 */
function allows(expression) {
  const group = /\(([^()]*)\)/.exec(expression);
  if (group) return allows(expression.replace(group[0], allows(group[1] ?? "") ? "yes" : "no"));
  const holds = (/** @type {string} */ name) => name === "yes" || ALLOWED.has(name);
  return expression.split(" OR ").some((part) => part.split(" AND ").every((name) => holds(name.trim())));
}

test("it is valid CycloneDX 1.6", () => {
  assert.deepEqual(mistakes(bom), []);
  assert.deepEqual(mistakes({ ...bom, components: [{ type: "crate", name: "x" }] }), ["/components/0/type"]);
  assert.deepEqual(mistakes({ ...bom, serialNumber: "1" }), ["/serialNumber"]);
});

test("it names the shipped files with their digests", () => {
  const names = ["dist/github.cjs", "dist/report.cjs", "dist/validate.cjs", "pkg/cli.cjs", "pkg/github.cjs", "pkg/patch_release_issues_bg.wasm", "pkg/report/report_bg.wasm"];
  assert.deepEqual(files.map(({ name }) => name), names);
  for (const { name, hashes } of files) {
    assert.deepEqual(hashes, [{ alg: "SHA-256", content: createHash("sha256").update(read(name)).digest("hex") }], name);
  }
});

test("it is about this version", () => {
  const { version } = JSON.parse(String(read("package.json")));
  const { name, purl, licenses } = bom.metadata.component;
  assert.deepEqual([name, purl, licenses], ["patch-release-issues", `pkg:github/patch-release-issues/action@v${version}`, [{ expression: "Apache-2.0" }]]);
});

test("everything in it is reached from this repository", () => {
  const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const reached = new Set([bom.metadata.component["bom-ref"]]);
  for (const reference of reached) {
    for (const other of needs.get(reference) ?? assert.fail(reference)) reached.add(other);
  }
  const all = [bom.metadata.component, ...bom.components].map((component) => component["bom-ref"]);
  assert.deepEqual([...reached].sort(), [...all].sort());
  assert.deepEqual([...needs.keys()].sort(), [...all].sort());
});

test("the texts of all licences are shipped", () => {
  const inBundles = String(read("dist/LICENSES.txt"));
  const inPackage = String(read("pkg/LICENSES.txt"));
  for (const { name, version, purl } of libraries) {
    if (name === "std") continue;
    assert.match(inPackage, new RegExp(`(^|, )${name} ${version.replaceAll(".", "\\.")}(,|$)`, "m"), purl);
    if (purl.startsWith("pkg:npm/")) assert.match(inBundles, new RegExp(`(^|, )${name} ${version.replaceAll(".", "\\.")}(,|$)`, "m"), purl);
  }
  assert.ok(inPackage.includes("Rust standard library") && inPackage.includes("UNICODE LICENSE V3"));
  const listed = inPackage.match(/^[\w@/-]+ \d+\.\d+\.\d+(?:, [\w@/-]+ \d+\.\d+\.\d+)*$/gm) ?? [];
  const names = new Set(libraries.map(({ name, version }) => `${name} ${version}`));
  assert.deepEqual(listed.flatMap((line) => line.split(", ")).filter((name) => !names.has(name)), []);
  assert.ok(listed.length > 5);
});

test("all licences are allowed", () => {
  for (const { purl, licenses } of libraries) {
    assert.ok(licenses.every(({ expression }) => allows(expression)), `${purl}: ${JSON.stringify(licenses)}`);
  }
  for (const [expression, wanted] of Object.entries({ "GPL-3.0": false, "MIT OR GPL-3.0": true, "MIT AND GPL-3.0": false, "(MIT OR GPL-3.0) AND Unicode-3.0": true, "(GPL-2.0 OR GPL-3.0) AND MIT": false })) {
    assert.equal(allows(expression), wanted, expression);
  }
});

test("crates and packages have the digests of their archives", () => {
  for (const { name, purl, hashes } of libraries) {
    const [algorithm, digits] = purl.startsWith("pkg:npm/") ? ["SHA-512", 128] : ["SHA-256", 64];
    if (name !== "std") assert.deepEqual(hashes?.map(({ alg, content }) => [alg, content.length]), [[algorithm, digits]], purl);
  }
  const core = libraries.find(({ name }) => name === "@octokit/core");
  const { integrity } = JSON.parse(String(read("package-lock.json"))).packages["node_modules/@octokit/core"];
  assert.equal(`sha512-${Buffer.from(core?.hashes?.[0]?.content ?? "", "hex").toString("base64")}`, integrity);
  assert.equal(core?.purl, `pkg:npm/%40octokit/core@${core?.version}`);
});
