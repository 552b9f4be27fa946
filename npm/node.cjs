/** The only implementation for Node, Deno and Bun: loading it reads the WebAssembly file. Bundled by `cargo xtask dist`. */

const { readModule } = require("./read-module.cjs");
const { initSync, validate, fix, affected, template, draft } = require("./patch_release_issues.js");

const folder = typeof __dirname === "string" ? __dirname : undefined;
initSync({ module: readModule(folder, "patch_release_issues_bg.wasm") });

/** As in browsers, where it loads the module. Here it is loaded already. */
async function init() {}

module.exports = { default: init, validate, fix, affected, template, draft };
