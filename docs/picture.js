/**
 * Makes the README's pictures: the job summary of `cargo xtask demo` and a comment from the tests, as GitHub shows
 * them. Needs `chromium` on the path.
 *
 * node docs/picture.js
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Marked } from "marked";

import { runAction } from "../tests/runner/harness.js";

const SAMPLE = new URL("../xtask/demo/issue.json", import.meta.url);
const COMMENT = new URL("../tests/core/comments/1-opened.comment.md", import.meta.url);
const WIDTH = 920;

/** The pictures: name, header, Markdown, and the height in pixels. */
const PICTURES = [
  { name: "summary", header: "validate summary", height: 1120, text: () => runAction({ payload: readJson(SAMPLE) }).summary },
  { name: "comment", header: "<b>github-actions</b> bot commented", height: 1000, text: () => readFileSync(COMMENT, "utf8") },
];

/** @param {URL} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

const marked = new Marked({
  renderer: {
    code: ({ text, lang }) => `<pre>${text.split("\n").map((line) => codeLine(line, lang)).join("\n")}</pre>`,
  },
});

/**
 * @param {string} line
 * @param {string} [language]
 */
function codeLine(line, language) {
  const text = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const kind = language === "diff" ? { "-": "old", "+": "new" }[line.slice(0, 1)] : undefined;
  return kind ? `<span class="${kind}">${text}</span>` : text;
}

/**
 * @param {(typeof PICTURES)[number]} picture
 * @param {string} theme
 */
function page({ header, text }, theme) {
  const style = readFileSync(new URL("picture.css", import.meta.url), "utf8");
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><body class="${theme}">
<main><header>${header}</header><article>${marked.parse(text())}</article></main>`;
}

/**
 * @param {(typeof PICTURES)[number]} picture
 * @param {string} theme
 * @param {string} file
 */
function take(picture, theme, file) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  const html = join(folder, "page.html");
  writeFileSync(html, page(picture, theme));
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"];
  const size = `--window-size=${WIDTH},${picture.height}`;
  execFileSync("chromium", [...options, size, `--screenshot=${file}`, `file://${html}`], { stdio: "ignore" });
  rmSync(folder, { recursive: true });
}

for (const picture of PICTURES) {
  take(picture, "light", fileURLToPath(new URL(`${picture.name}.png`, import.meta.url)));
  take(picture, "dark", fileURLToPath(new URL(`${picture.name}-dark.png`, import.meta.url)));
}
