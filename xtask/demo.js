/**
 * `cargo xtask demo`: the shipped action on one issue, as a runner runs it, and what a person would then see; and a report
 * on real history.
 */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { findCommands } from "../tests/runner/commands.js";
import { payload, runAction } from "../tests/runner/harness.js";
import { report } from "./demo-report.js";

const USAGE = "Usage: cargo xtask demo [EVENT.json | DESCRIPTION.md] [--label NAME]… [--title TEXT] [--closed]";
const SAMPLE = new URL("./demo/issue.json", import.meta.url);

/** @typedef {{ label: string[], title?: string, closed: boolean }} Flags */

/**
 * @returns {{ path: string | undefined, flags: Flags }}
 * @throws {Error} on arguments that it does not know
 */
function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      closed: { type: "boolean", default: false },
      label: { type: "string", multiple: true, default: ["patch-release"] },
      title: { type: "string", default: "A problem in a patch release" },
    },
  });
  return { path: positionals[0], flags: values };
}

/**
 * @param {string} path
 * @param {Flags} flags
 * @returns {unknown} an event payload
 */
function readEvent(path, { label, title, closed }) {
  const text = readFileSync(resolve(process.env.DEMO_FOLDER ?? ".", path), "utf8");
  if (path.endsWith(".json")) {
    return JSON.parse(text);
  }
  const labels = label.map((name) => ({ name }));
  return payload({ title, body: text, labels, number: 1, html_url: null, state: closed ? "closed" : "open" });
}

/** @param {import("../tests/runner/harness.js").Result} result */
function show({ code, stdout, stderr, outputs, summary, ms }) {
  section("Log, with its annotations", stdout.split("\n").map(showLine).join("\n") + visible(stderr));
  section("Job summary (Markdown)", visible(summary));
  section("Outputs", outputs.map(([name, value]) => visible(`${name}=${value}`)).join("\n"));
  section("Exit code", `${code} after ${ms.toFixed(0)} ms`);
}

/** The next patches are what a release manager looks for first. */
function showReport() {
  const { text, page } = report();
  const end = text.indexOf("\n### ", text.indexOf("\n### ") + 1);
  section("Known issues of Kubernetes, as of July 2018", visible(text.slice(0, end)));
  section("The whole report is a page: open it in a browser", page);
}

/**
 * @param {string} title
 * @param {string} text
 */
function section(title, text) {
  console.log(`${bold(`── ${title} ${"─".repeat(74 - title.length)}`)}\n${text.trimEnd() || "(none)"}\n`);
}

/**
 * A line as the log page shows it: a command becomes what it says.
 *
 * @param {string} line
 */
function showLine(line) {
  const [command] = findCommands(line);
  if (!command) {
    return visible(line);
  }
  const { name, properties, data } = command;
  const title = properties.title ? `${properties.title}: ` : "";
  return visible(`${name[0]?.toUpperCase()}${name.slice(1)}: ${title}${data}`).replaceAll("\n", "\n  ");
}

/**
 * A terminal obeys control characters, and the text is anybody's.
 *
 * @param {string} text
 */
function visible(text) {
  return text.replace(/[^\P{C}\n]/gu, (character) => `⟨U+${hexadecimal(character)}⟩`);
}

/** @param {string} character */
function hexadecimal(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

/** @param {string} text */
function bold(text) {
  return process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text;
}

try {
  const { path, flags } = readArguments();
  const event = path === undefined ? JSON.parse(readFileSync(SAMPLE, "utf8")) : readEvent(path, flags);
  show(runAction({ payload: event }));
  if (path === undefined) {
    showReport();
  }
} catch (error) {
  console.error(`error: ${error instanceof Error ? visible(error.message) : "unknown"}\n${USAGE}`);
  process.exitCode = 1;
}
