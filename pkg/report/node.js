// The entry for Node: the module is ready when it is imported. Calling the default export, as a browser must, is fine too.
import { readFileSync } from "node:fs";

import { initSync } from "./report.js";

initSync({ module: readFileSync(new URL("report_bg.wasm", import.meta.url)) });

export * from "./report.js";
export { default } from "./report.js";
