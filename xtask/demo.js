/**
 * `cargo xtask demo`: runs the shipped action on one issue, as a runner does, and shows its results. Without an issue
 * as argument it also makes a report from real history.
 *
 * It needs only Node: no npm packages, no token, and no network except the loopback interface.
 */

import { LocalGitHub } from "./demo/local-github.js";
import { runAction } from "./demo/action.js";
import { USAGE, UsageError, readArguments } from "./demo/arguments.js";
import { readEvent, sampleEvent } from "./demo/event.js";
import { findPolicy } from "./demo/policy.js";
import { print, printAction, printIssue, printReport, printSection } from "./demo/print.js";
import { makeReport } from "./demo/report.js";

const FOLDER = process.env.DEMO_FOLDER ?? ".";

/** @param {string[]} words the arguments */
async function main(words) {
  const { help, path, policy, issue } = readArguments(words);
  if (help) {
    print(USAGE);
    return;
  }
  const event = path === undefined ? sampleEvent() : readEvent(FOLDER, path, issue);
  const file = policy === undefined ? undefined : findPolicy(FOLDER, policy);
  printIssue(path ?? "xtask/demo/issue.json", String(event.issue.title));
  const github = await LocalGitHub.start(event, file?.text);
  const result = await runAction(event, github, file?.name).finally(() => github.stop());
  printAction(result, github);
  // If there are no outputs, the action judged nothing, for example because of a mistake in the policy.
  process.exitCode = result.outputs.length === 0 ? 1 : 0;
  if (path === undefined) {
    printReport(makeReport());
    printSection("Next", "cargo xtask demo my.md judges your own description; cargo xtask demo --help lists the options.");
  }
}

// The reader, such as `head`, may stop early.
process.stdout.on("error", () => process.exit());

main(process.argv.slice(2)).catch((error) => {
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `error: ${error.message}\nhelp: ${error.help}\n` : `error: ${error.stack}\n`);
  process.exitCode = 1;
});
