/**
 * Writes a report of real history, for the project's own pages.
 *
 * node xtask/site-report.js FOLDER
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { Report } from "../pkg/report/node.js";
import { realDump } from "../tests/core/history/make.js";

const [folder = "."] = process.argv.slice(2);
const report = new Report({ policy: "maintained: 4" });
report.add(realDump({ on: "2018-07-16", since: "2018-01-01", planned: true }));
for (const [path, text] of report.finish().files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
