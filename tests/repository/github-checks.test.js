/** Our workflows and actions, and those in the documentation, are correct for GitHub's own checker. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
after(() => rmSync(FOLDER, { recursive: true }));

/** The checker imports JSON in a way that only bundlers understand. */
const SOURCE = `
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
export const check = (path, text) => validate(TextDocument.create("file:///" + path, "yaml", 0, text));
`;

/** @type {Promise<{ check: (path: string, text: string) => Promise<{ message: string, range: { start: { line: number } } }[]> }>} */
const checker = (async () => {
  const outfile = join(FOLDER, "checker.cjs");
  await build({ stdin: { contents: SOURCE, resolveDir: ROOT }, bundle: true, platform: "node", format: "cjs", outfile, logLevel: "error" });
  return import(pathToFileURL(outfile).href);
})();

/**
 * The mistakes in a file.
 *
 * @param {string} path
 * @param {string} [text]
 */
async function mistakes(path, text = readFileSync(join(ROOT, path), "utf8")) {
  const { check } = await checker;
  return (await check(path, text)).map(({ message, range }) => `${path}:${range.start.line + 1}: ${message}`);
}

const FOLDERS = [".github/workflows", "docs/examples"];
const PATHS = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`));

test("GitHub's checker finds nothing", async () => {
  assert.ok(PATHS.length >= 12);
  for (const path of ["action.yml", "report/action.yml", ...PATHS]) {
    // It takes a file for a workflow or an action by its path.
    const name = path.replace("docs/examples/", ".github/workflows/");
    assert.deepEqual(await mistakes(name, readFileSync(join(ROOT, path), "utf8")), [], path);
  }
});

test("GitHub's checker would find something", async () => {
  const bad = "on: [push, pushed]\npermissions:\n  content: read\njobs:\n  x:\n    runs-on: ubuntu-latest\n    needs: y\n    steps:\n      - run: echo ${{ steps.z.outputs.a }}\n      - use: o/r@v1\n";
  const found = (await mistakes(".github/workflows/bad.yml", bad)).join("\n");
  for (const word of ["pushed", "content", "'y'", "invalid: z", "'use'"]) {
    assert.ok(found.includes(word), `${word} is not in ${found}`);
  }
});
