/** Loads a WebAssembly file where there is no file system to read it from: in browsers, also through bundlers. */

/**
 * Loads a module, once.
 *
 * @param {(options: { module_or_path: any }) => Promise<unknown>} load the module's own loader
 * @param {unknown} source what the user passed; undefined for the default
 * @param {URL} address the default: the file beside the script
 * @returns {Promise<void>}
 * @throws {Error} that says what to change when the file is not there
 */
export async function start(load, source, address) {
  const given = sourceIn(source) ?? address;
  try {
    await load({ module_or_path: given });
  } catch (error) {
    throw new Error(advice(nameOf(given), error), { cause: error });
  }
}

/**
 * @param {unknown} source also `{ module_or_path: … }`, as wasm-bindgen's own loaders take it
 * @returns {unknown}
 */
function sourceIn(source) {
  const isWrapped = typeof source === "object" && source !== null && "module_or_path" in source;
  return isWrapped ? source.module_or_path : source;
}

/** @param {unknown} given */
function nameOf(given) {
  return typeof given === "string" || given instanceof URL ? String(given) : "what was passed to init()";
}

/**
 * @param {string} name
 * @param {unknown} error
 */
function advice(name, error) {
  const file = name.includes("report_bg") ? "report/report_bg.wasm" : "patch_release_issues_bg.wasm";
  return [
    `patch-release-issues cannot load its WebAssembly file from ${name}: ${error instanceof Error ? error.message : String(error)}`,
    `- Vite: add optimizeDeps: { exclude: ["patch-release-issues"] } to vite.config.js`,
    `- esbuild, Rollup: copy node_modules/patch-release-issues/${file} beside the bundle`,
    `- anything else: serve that file, and pass its address: await init("/${file.split("/").at(-1)}")`,
  ].join("\n");
}

/**
 * The error of a function that is called too early.
 *
 * @returns {Error}
 */
export function notStarted() {
  return new Error("patch-release-issues is not loaded yet: call and await init(), the default export, first");
}
