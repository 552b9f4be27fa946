/** \`new\`. */

import { createInterface } from "node:readline";

import { run } from "./core.js";
import { readPolicy } from "./inputs.js";
import { canAsk, printError, stream } from "./print.js";
import { WrongOptions } from "./stop.js";

/** @import { Command } from "./core.js" */

const QUESTIONS = /** @type {const} */ ([
  ["introduced-in", "First release with the problem on each branch, such as v1.6.2 (empty if unknown): "],
  ["resolved-in", "First release with the fix on each branch (empty if there is none yet): "],
  ["not-affected", "Branches that never had the problem, such as v1.8 (empty for none): "],
]);

/** @type {Command} */
export async function fresh({ values, positionals, env }) {
  if (positionals.length > 0) {
    throw new WrongOptions("`new` takes no files");
  }
  const policy = readPolicy(values.policy);
  const isGiven = QUESTIONS.some(([name]) => values[name] !== undefined);
  const answers = isGiven || !canAsk() ? values : await ask();
  const [introducedIn, resolvedIn, notAffected] = QUESTIONS.map(([name]) => answers[name] ?? []);
  return run({ command: "new", ...policy, introducedIn, resolvedIn, notAffected, stream: stream(env) });
}

/** Asks on standard error, so that standard output has the text alone. At the end of the input the rest stays empty. */
async function ask() {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  /** @type {Record<string, string[]>} */
  const answers = {};
  for (const [name, question] of QUESTIONS) {
    printError(question);
    const { value } = await lines.next();
    answers[name] = (value ?? "").split(/[\s,]+/).filter((word) => word !== "");
  }
  input.close();
  return answers;
}
