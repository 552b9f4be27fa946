/** The shipped module with all its exports. The package does not publish those of the action. */

import { readFileSync } from "node:fs";

import { initSync } from "../pkg/patch_release_issues.js";

initSync({ module: readFileSync(new URL("../pkg/patch_release_issues_bg.wasm", import.meta.url)) });

export * from "../pkg/patch_release_issues.js";
