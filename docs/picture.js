/**
 * Makes the README's pictures: the job summary of `cargo xtask demo`, as GitHub shows it. Needs chromium on the path.
 *
 * node docs/picture.js
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Marked } from "marked";

import { runAction } from "../tests/harness.js";

const SAMPLE = new URL("../tests/demo/issue.json", import.meta.url);
const [WIDTH, HEIGHT] = [920, 1120];

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

/** @param {"light" | "dark"} theme */
function page(theme) {
  const { summary } = runAction({ payload: JSON.parse(readFileSync(SAMPLE, "utf8")) });
  const style = readFileSync(new URL("picture.css", import.meta.url), "utf8");
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><body class="${theme}">
<main><header>validate summary</header><article>${marked.parse(summary)}</article></main>`;
}

/**
 * @param {"light" | "dark"} theme
 * @param {string} picture
 */
function take(theme, picture) {
  const folder = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
  const html = join(folder, "summary.html");
  writeFileSync(html, page(theme));
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"];
  const size = `--window-size=${WIDTH},${HEIGHT}`;
  execFileSync("chromium", [...options, size, `--screenshot=${picture}`, `file://${html}`], { stdio: "ignore" });
  rmSync(folder, { recursive: true });
}

take("light", fileURLToPath(new URL("summary.png", import.meta.url)));
take("dark", fileURLToPath(new URL("summary-dark.png", import.meta.url)));
