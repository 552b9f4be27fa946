/** Reads a WebAssembly file that lies beside the script. It is bundled into both `node.cjs`. */

/** @param {"node:fs" | "node:path"} name */
const builtin = (name) => process.getBuiltinModule?.(name) ?? (name === "node:fs" ? require("node:fs") : require("node:path"));

/**
 * @param {string | undefined} folder of the script; undefined in an ES module, into which a bundler has put it
 * @param {string} file its path in the package
 * @returns {Uint8Array}
 * @throws {Error} that says what to copy when the file is not there
 */
exports.readModule = (folder, file) => {
  const { basename, dirname, join } = builtin("node:path");
  const path = join(folder ?? dirname(process.argv[1] ?? "."), basename(file));
  try {
    return builtin("node:fs").readFileSync(path);
  } catch (error) {
    const why = `patch-release-issues cannot read its WebAssembly file ${path}: ${error.code ?? error}`;
    const advice = `copy node_modules/patch-release-issues/${file} beside the bundle, or leave the package out of it`;
    throw new Error(`${why}\n- bundlers: ${advice}`, { cause: error });
  }
};
