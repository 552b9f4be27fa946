// The entry point for Node. Importing it initializes the module. Calling the default export, as in browsers, also works.
import { readFileSync } from "node:fs";

import { initSync } from "./report.js";

initSync({ module: readFileSync(new URL("report_bg.wasm", import.meta.url)) });

export * from "./report.js";
export { default } from "./report.js";
