/** Measures a process that reads a folder of dumps: `report` makes a report, `bare` only parses the same text. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { Report } from "../pkg/report/node.js";
import { loadParser } from "./parser.js";

const LONGEST = 262_144;

/**
 * @typedef {Object} Reading
 * @property {(path: string) => void} add
 * @property {() => void} finish
 */

/** @type {Record<string, () => Reading>} */
const KINDS = {
  bare() {
    const parse = loadParser("known-issues", LONGEST);
    return {
      add(path) {
        for (const repository of JSON.parse(readFileSync(path, "utf8")).repositories) {
          for (const { body } of repository.issues) {
            parse(body);
          }
        }
      },
      finish() {},
    };
  },
  report() {
    const report = new Report({});
    return {
      add: (path) => report.add(readFileSync(path, "utf8")),
      finish: () => void report.finish(),
    };
  },
};

const [what = "", folder = ""] = process.argv.slice(2);
const reading = KINDS[what]?.();
const start = performance.now();
for (const name of readdirSync(folder).sort()) {
  reading?.add(join(folder, name));
}
reading?.finish();
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, mib: process.resourceUsage().maxRSS / 1024 }));
