/** \`affected\`. */

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

import { run } from "./core.js";
import { download, isAddress } from "./download.js";
import { MOST_OF_REPORT, readText } from "./files.js";
import { stream } from "./print.js";
import { Stop, WrongOptions } from "./stop.js";

/** @import { Command } from "./core.js" */

/** Where a report usually is. */
const USUAL = ["known-issues.json", "known-issues/known-issues.json"];

/** @type {Command} */
export async function affected({ values, positionals, env }) {
  const [version, ...others] = positionals;
  if (version === undefined || others.length > 0) {
    throw new WrongOptions("name one version, such as v1.6.2");
  }
  const reportName = fileOf(values.report ?? USUAL.find((path) => existsSync(path)) ?? USUAL[0]);
  return run({
    ...{ command: "affected", version, ...(await read(reportName, env)), reportName, repository: values.repository ?? null },
    ...{ critical: values.critical, strict: values.strict, format: values.format },
    ...{ stream: stream(env), now: new Date().toISOString() },
  });
}

/**
 * The report in a folder, or the file or address itself.
 *
 * @param {string} name
 */
function fileOf(name) {
  if (isAddress(name)) {
    return URL.parse(name)?.pathname.endsWith("/") ? new URL("known-issues.json", name).href : name;
  }
  return existsSync(name) && statSync(name).isDirectory() ? join(name, "known-issues.json") : name;
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ report: string | null, error?: string }>}
 */
async function read(name, env) {
  try {
    return { report: isAddress(name) ? await download(name, env) : readText(name, MOST_OF_REPORT).text };
  } catch (error) {
    if (!(error instanceof Stop)) {
      throw error;
    }
    return { report: null, error: error.message };
  }
}
