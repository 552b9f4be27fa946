/** Reads the demo's arguments. */

import { parseArgs } from "node:util";

export const USAGE = `Usage: cargo xtask demo [PATH] [options]

Runs the shipped action on an issue and shows its log, job summary, comment, labels and outputs.
Without PATH it uses a sample issue, and also makes a report from Kubernetes' real history.

  PATH            a description (.md), or the payload of an issue event (.json)

Options for a description:
  --label NAME    a label of the issue; repeat it for several [default: patch-release]
  --title TEXT    the issue's title
  --closed        the issue is closed as completed

Options for any issue:
  --policy FILE   judge by this policy file instead of Kubernetes' rules
  -h, --help      print this help`;

/** A mistake in the arguments or the files that they name. */
export class UsageError extends Error {
  /**
   * @param {string} message what is wrong, and where
   * @param {string} help what to do
   */
  constructor(message, help = "`cargo xtask demo --help` lists the arguments") {
    super(message);
    this.help = help;
  }
}

/**
 * The facts about an issue that its description does not contain.
 *
 * @typedef {{ labels: string[], title: string, closed: boolean }} IssueOptions
 */

/** The options that only a description takes. */
const ISSUE_OPTIONS = /** @type {const} */ (["label", "title", "closed"]);

/**
 * @param {string[]} words
 * @returns {{ help: boolean, path?: string, policy?: string, issue: IssueOptions }}
 * @throws {UsageError}
 */
export function readArguments(words) {
  const { positionals, values } = parse(words);
  const [path, extra] = positionals;
  if (extra !== undefined) {
    throw new UsageError(`there are two paths, \`${path}\` and \`${extra}\``, "name one file; write --label before each label");
  }
  const given = ISSUE_OPTIONS.find((name) => values[name] !== undefined);
  if (given !== undefined && !values.help && (path === undefined || path.endsWith(".json"))) {
    throw new UsageError(`--${given} needs a description: an event already contains this`, "name a description, such as my.md, before the option");
  }
  const { help = false, policy, label = ["patch-release"], title = "A problem in a patch release", closed = false } = values;
  return { help, ...(path !== undefined && { path }), ...(policy !== undefined && { policy }), issue: { labels: label, title, closed } };
}

/** @param {string[]} words */
function parse(words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        closed: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        label: { type: "string", multiple: true },
        policy: { type: "string" },
        title: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError(firstSentence(error));
  }
}

/** Node's error messages continue with advice that does not apply here. @param {unknown} error */
function firstSentence(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split(/\.\s|\n/)[0] ?? text;
}
