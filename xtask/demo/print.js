/** Prints the demo's results. */

/** @import { Result } from "./action.js" */
/** @import { LocalGitHub } from "./local-github.js" */

/** @param {string} text */
export function print(text) {
  process.stdout.write(`${text}\n`);
}

/** The most characters of an output that are shown. The last output is the whole answer as JSON and can be long. */
const MOST_SHOWN = 300;

/**
 * @param {string} source where the issue comes from
 * @param {string} title the issue's title
 */
export function printIssue(source, title) {
  const how = "The shipped action runs on this issue. A local stand-in replaces GitHub, so versions and pull requests are not\ncompared with those of a repository.";
  printSection("The issue", `${visible(`${title}\nfrom ${source}`)}\n\n${how}`);
}

/**
 * @param {Result} result
 * @param {LocalGitHub} github
 */
export function printAction({ code, log, summary, outputs, ms }, github) {
  printSection("Log, with its annotations", log.split("\n").map(shownLine).join("\n"));
  printSection("Job summary (Markdown)", visible(summary));
  printSection("Comment on the issue (Markdown)", visible(github.comments.join("\n\n")));
  printSection("Labels of the issue", visible(github.labels.join("\n")));
  printSection("Outputs for later steps", outputs.map(([name, value]) => visible(`${name}=${shortened(value)}`)).join("\n"));
  printSection("Exit code of the step", `${code}, after ${ms.toFixed(0)} ms`);
}

/** @param {string} value */
function shortened(value) {
  return value.length <= MOST_SHOWN ? value : `${value.slice(0, MOST_SHOWN)}… (${value.length} characters)`;
}

/** @param {import("./report.js").Report} report */
export function printReport({ title, text, page }) {
  printSection(title, visible(text));
  printSection("The whole report as a page: open it in a browser", page);
}

/**
 * @param {string} title
 * @param {string} text
 */
export function printSection(title, text) {
  print(`${bold(`── ${title} ${"─".repeat(Math.max(0, 74 - title.length))}`)}\n${text.trim() || "(none)"}\n`);
}

/**
 * A line as GitHub's log page shows it: an annotation is shown as its message.
 *
 * @param {string} line
 */
function shownLine(line) {
  const [, name, properties = "", data = ""] = /^::(error|warning|notice)( [^:]*)?::(.*)$/.exec(line) ?? [];
  if (name === undefined) {
    return visible(line);
  }
  const title = /[ ,]title=([^,]*)/.exec(properties)?.[1];
  const words = [`${name[0]?.toUpperCase()}${name.slice(1)}`, ...(title === undefined ? [] : [title]), data];
  return visible(words.map(unescaped).join(": ")).replaceAll("\n", "\n  ");
}

/** @param {string} text a part of a workflow command */
function unescaped(text) {
  const characters = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (escape) => characters[/** @type {keyof typeof characters} */ (escape)]);
}

/**
 * Makes control characters visible. A terminal would interpret them, and the text is untrusted.
 *
 * @param {string} text
 */
function visible(text) {
  return text.replaceAll("\r\n", "\n").replace(/[^\P{C}\n\t]/gu, (character) => `⟨U+${hexadecimal(character)}⟩`);
}

/** @param {string} character */
function hexadecimal(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

/** @param {string} text */
function bold(text) {
  return process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text;
}
