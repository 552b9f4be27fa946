/** The command line: reads options and inputs, asks the core, and prints its answer. It makes no decisions. */

import "./old-node.js";

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { affected } from "./affected.js";
import { run } from "./core.js";
import { draft } from "./draft.js";
import { HELP } from "./help.js";
import { check, fix } from "./judge.js";
import { fresh } from "./new.js";
import { parse } from "./options.js";
import { print, printError } from "./print.js";
import { report } from "./report.js";
import { setup } from "./setup.js";
import { Stop, WrongOptions } from "./stop.js";

/** @import { Command } from "./core.js" */

/** @type {Record<string, Command>} */
const COMMANDS = { check, fix, draft, affected, new: fresh, report, setup };

const INTERNAL_ERROR =
  "patch-release-issues: internal error: please report it, with the input, at https://github.com/patch-release-issues/action/issues\n";

/** The time after which a command that prints nothing says that it works, in milliseconds. */
const SILENCE = 1_000;

/** Commands that print more than that while they work. */
const TALKATIVE = ["new", "report"];

/** @param {string[]} words */
async function main([name = "", ...words]) {
  if (["--version", "-V"].includes(name)) {
    return print(`${JSON.parse(readFileSync(join(__dirname, "package.json"), "utf8")).version}\n`);
  }
  const isHelp = ["--help", "-h", "help"].includes(name);
  const asked = isHelp ? (words[0] ?? "") : name;
  if (isHelp && Object.hasOwn(HELP, asked)) {
    return print(String(HELP[asked]));
  }
  const command = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  if (command === undefined) {
    throw new WrongOptions(asked === "" ? "name a command" : `\`${asked}\` is not a command`);
  }
  if (words.some((word) => word === "--help" || word === "-h")) {
    return print(String(HELP[asked]));
  }
  const working = setTimeout(() => printError(`${asked}: working …\n`), SILENCE);
  if (TALKATIVE.includes(asked)) {
    clearTimeout(working);
  }
  try {
    const { stdout, stderr, exitCode } = await command({ ...parse(asked, words), env: process.env });
    print(stdout);
    printError(stderr);
    process.exitCode = exitCode;
  } finally {
    clearTimeout(working);
  }
}

/** @param {unknown} error */
function fail(error) {
  process.exitCode = 2;
  if (!(error instanceof Stop)) {
    return printError(INTERNAL_ERROR);
  }
  // The core makes other people's text harmless.
  printError(run({ command: "refuse", why: error.message }).stderr);
  if (error instanceof WrongOptions) {
    printError("Run `patch-release-issues --help`.\n");
  }
}

main(process.argv.slice(2)).catch(fail);
