/** The shipped module for reports with all its exports. The package does not publish those of the action. */

import { readFileSync } from "node:fs";

import { initSync } from "../pkg/report/report.js";

initSync({ module: readFileSync(new URL("../pkg/report/report_bg.wasm", import.meta.url)) });

export * from "../pkg/report/report.js";
