/** The shipped modules of the action and of the package. The package does not publish the exports of the action. */

import { readFileSync } from "node:fs";

import { initSync } from "../pkg/action/action.js";

initSync({ module: readFileSync(new URL("../pkg/action/action_bg.wasm", import.meta.url)) });

export * from "../pkg/action/action.js";
export { affected, draft, fix, template, validate } from "../pkg/node.js";
