// The entry point for Node. Importing it initializes the module. Calling the default export, as in browsers, also works.
import { readFileSync } from "node:fs";

import { initSync } from "./patch_release_issues.js";

initSync({ module: readFileSync(new URL("patch_release_issues_bg.wasm", import.meta.url)) });

export * from "./patch_release_issues.js";
export { default } from "./patch_release_issues.js";
