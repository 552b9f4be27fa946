/** \`new\`. */

import { createInterface } from "node:readline";

import { run } from "./core.js";
import { readPolicy } from "./policy.js";
import { canAsk, printError, stream } from "./print.js";
import { WrongOptions } from "./stop.js";

/** @import { Command } from "./core.js" */

/** The options, in the order of the questions. */
const KEYS = /** @type {const} */ (["introduced-in", "resolved-in", "not-affected"]);

/** @type {Command} */
export async function fresh({ values, positionals, env }) {
  if (positionals.length > 0) {
    throw new WrongOptions("`new` takes no files");
  }
  const policy = await readPolicy(values.policy, env);
  let answers = values;
  if (!KEYS.some((name) => values[name] !== undefined) && canAsk()) {
    const questions = run({ command: "new", ...policy, questions: true });
    if (questions.exitCode !== 0) {
      return questions;
    }
    answers = await ask(questions.stdout.split("\n"));
  }
  const [introducedIn, resolvedIn, notAffected] = KEYS.map((name) => answers[name] ?? []);
  return run({ command: "new", ...policy, introducedIn, resolvedIn, notAffected, stream: stream(env) });
}

/**
 * Asks on standard error, so that standard output has the text alone. At the end of the input the rest stays empty.
 *
 * @param {string[]} questions one for each key
 */
async function ask(questions) {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  /** @type {Record<string, string[]>} */
  const answers = {};
  for (const [index, name] of KEYS.entries()) {
    printError(questions[index] ?? "");
    const { value } = await lines.next();
    answers[name] = (value ?? "").split(/[\s,]+/).filter((word) => word !== "");
  }
  input.close();
  return answers;
}
