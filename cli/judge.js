/** \`check\` and \`fix\`. */

import { run } from "./core.js";
import { replaceFile } from "./files.js";
import { readInputs } from "./inputs.js";
import { readPolicy } from "./policy.js";
import { stream } from "./print.js";
import { Stop, WrongOptions } from "./stop.js";

/** @import { Input } from "./inputs.js" */
/** @import { Command } from "./core.js" */

/** @type {Command} */
export async function check({ values, positionals, env }) {
  const { inputs, options } = await read(values, positionals, env);
  return run({ command: "check", inputs, options, format: values.format, failOn: values["fail-on"], stream: stream(env) });
}

/** @type {Command} */
export async function fix({ values, positionals, env }) {
  const { write, diff } = values;
  if (positionals.length > 1 && !write && !diff) {
    throw new WrongOptions("several inputs need --write or --diff");
  }
  if (write && positionals.includes("-")) {
    throw new WrongOptions("standard input cannot be written");
  }
  const { inputs, options } = await read(values, positionals, env);
  const printed = run({ command: "fix", inputs, options, write, diff, stream: stream(env) });
  for (const [index, text] of printed.writes) {
    const { name, mark } = /** @type {Input} */ (inputs[Number(index)]);
    try {
      replaceFile(name, mark + text);
    } catch (error) {
      if (!(error instanceof Stop)) {
        throw error;
      }
      printed.stderr += run({ command: "refuse", why: error.message }).stderr;
      printed.exitCode = 2;
    }
  }
  return printed;
}

/**
 * @param {Record<string, any>} values
 * @param {string[]} names
 * @param {NodeJS.ProcessEnv} env
 */
async function read(values, names, env) {
  if (names.length === 0) {
    throw new WrongOptions("name a file, or `-` for standard input");
  }
  if (names.filter((name) => name === "-").length > 1) {
    throw new Stop("standard input can be read only once");
  }
  const options = { ...(await readPolicy(values.policy, env)), title: values.title ?? null, labels: values.label ?? null, closed: values.closed };
  return { inputs: await readInputs(names, values["stdin-filename"], env), options };
}
