// The entry for Node: the module is ready when it is imported. Calling the default export, as a browser must, is fine too.
import { readFileSync } from "node:fs";

import { initSync } from "./patch_release_issues.js";

initSync({ module: readFileSync(new URL("patch_release_issues_bg.wasm", import.meta.url)) });

export * from "./patch_release_issues.js";
export { default } from "./patch_release_issues.js";
