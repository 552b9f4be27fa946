/** The only implementation for Node, Deno and Bun: loading it reads the WebAssembly file. Bundled by `cargo xtask dist`. */

const { readModule } = require("../read-module.cjs");
const { initSync, Report } = require("./report.js");

const folder = typeof __dirname === "string" ? __dirname : undefined;
initSync({ module: readModule(folder, "report/report_bg.wasm") });

/** As in browsers, where it loads the module. Here it is loaded already. */
async function init() {}

module.exports = { default: init, Report };
