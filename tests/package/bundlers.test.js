/** The packed package in plain modules and through bundlers, in Chromium and in Node. Each uses the README's line. */

import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

import { build } from "esbuild";

import { answerOf, browser, serve } from "./browser.js";
import { EXPECTED, IMPORTS, MODULE, PAGE_SCRIPT, ROOT, SCRIPT, USES, WASM, load, project, run } from "./tarball.js";

/** @import { TestContext } from "node:test" */

/** @param {string} script */
const page = (script) => `<!doctype html><script type="module" src="${script}"></script>`;

/** A project whose page runs the bundle \`out/main.js\`. */
const bundled = () => project({ "main.js": PAGE_SCRIPT, "main.cjs": SCRIPT, "node.js": MODULE, "out/index.html": page("main.js") });

/**
 * Copies the WebAssembly files beside a bundle, as the README says.
 *
 * @param {string} place
 */
function copy(place) {
  for (const path of WASM) {
    cpSync(join(place, "node_modules/patch-release-issues", path), join(place, "out", basename(path)));
  }
}

/**
 * @param {TestContext} t
 * @param {string} folder
 * @param {string | RegExp} [expected]
 */
async function assertAnswer(t, folder, expected = EXPECTED) {
  const chromium = await browser(t);
  if (chromium !== null) {
    const answer = await answerOf(chromium, await serve(t, folder));
    assert.ok(typeof expected === "string" ? answer === expected : expected.test(answer), answer);
  }
}

test("plain modules", async (t) => {
  const imports = { "patch-release-issues": "/node_modules/patch-release-issues/index.js", "patch-release-issues/report": "/node_modules/patch-release-issues/report/index.js" };
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  await assertAnswer(t, project({ "index.html": `<!doctype html>${map}<script type="module" src="main.js"></script>`, "main.js": PAGE_SCRIPT }));
});

test("a function called before `init` says so", async (t) => {
  const place = project({ "out/index.html": page("main.js"), "main.js": `${IMPORTS}try { validate({}); } catch (error) { const first = error.message; try { new Report(); } catch ({ message }) { globalThis.answer = first + message; } }` });
  await build({ entryPoints: [join(place, "main.js")], bundle: true, format: "esm", outdir: join(place, "out") });
  await assertAnswer(t, join(place, "out"), /^(patch-release-issues is not loaded yet: call and await init\(\)[^.]*){2}$/);
});

test("esbuild, with the files copied", async (t) => {
  const place = bundled();
  await build({ entryPoints: [join(place, "main.js")], bundle: true, format: "esm", outdir: join(place, "out") });
  copy(place);
  await assertAnswer(t, join(place, "out"));
});

test("esbuild without the copy: the error names the line to add", async (t) => {
  const place = bundled();
  await build({ entryPoints: [join(place, "main.js")], bundle: true, format: "esm", outdir: join(place, "out") });
  await assertAnswer(t, join(place, "out"), /copy node_modules\/patch-release-issues\/\S+_bg\.wasm beside the bundle/);
});

for (const [entry, format] of /** @type {const} */ ([["node.js", "esm"], ["node.js", "cjs"], ["main.cjs", "cjs"], ["main.cjs", "esm"]])) {
  test(`esbuild for Node, ${entry} as ${format}`, async () => {
    const place = bundled();
    const outfile = join(place, `out/bundle.${format === "esm" ? "mjs" : "cjs"}`);
    await build({ entryPoints: [join(place, entry)], bundle: true, format, platform: "node", outfile });
    copy(place);
    rmSync(join(place, "node_modules"), { recursive: true });
    assert.equal(run(ROOT, process.execPath, [outfile]), EXPECTED);
  });
}

test("Rollup, with the files copied", async (t) => {
  const [rollup, resolve] = [await load(t, "rollup"), await load(t, "@rollup/plugin-node-resolve")];
  if (rollup === null || resolve === null) return;
  const place = bundled();
  const bundle = await rollup.rollup({ input: join(place, "main.js"), plugins: [resolve.default({ browser: true })] });
  await bundle.write({ dir: join(place, "out"), format: "es" });
  copy(place);
  await assertAnswer(t, join(place, "out"));
});

test("Rollup for Node, with the files copied", async (t) => {
  const [rollup, resolve, commonjs] = [await load(t, "rollup"), await load(t, "@rollup/plugin-node-resolve"), await load(t, "@rollup/plugin-commonjs")];
  if (rollup === null || resolve === null || commonjs === null) return;
  for (const format of ["es", "cjs"]) {
    const place = bundled();
    const plugins = [resolve.default({ exportConditions: ["node"], preferBuiltins: true }), commonjs.default()];
    const bundle = await rollup.rollup({ input: join(place, "node.js"), plugins, onwarn: () => {} });
    const file = join(place, `out/bundle.${format === "es" ? "mjs" : "cjs"}`);
    await bundle.write({ file, format });
    copy(place);
    rmSync(join(place, "node_modules"), { recursive: true });
    assert.equal(run(ROOT, process.execPath, [file]), EXPECTED, format);
  }
});

test("webpack 5", async (t) => {
  const webpack = await load(t, "webpack");
  if (webpack === null) return;
  for (const mode of ["production", "development"]) {
    const place = bundled();
    const settings = { mode, context: place, entry: "./main.js", output: { path: join(place, "out"), filename: "main.js" }, performance: { hints: false } };
    const stats = await new Promise((resolve, reject) =>
      webpack.default(settings, (/** @type {any} */ error, /** @type {any} */ stats) => (error ? reject(error) : resolve(stats))));
    assert.deepEqual(stats.toJson({ errors: true, warnings: true }).warnings, []);
    assert.ok(!stats.hasErrors(), stats.toString());
    await assertAnswer(t, join(place, "out"));
  }
});

test("webpack 5 for Node, with the files copied", async (t) => {
  const webpack = await load(t, "webpack");
  if (webpack === null) return;
  const place = bundled();
  const settings = { mode: "production", target: "node20", context: place, entry: "./node.js", output: { path: join(place, "out"), filename: "bundle.cjs" } };
  await new Promise((resolve, reject) => webpack.default(settings, (/** @type {any} */ error) => (error ? reject(error) : resolve(null))));
  copy(place);
  rmSync(join(place, "node_modules"), { recursive: true });
  assert.equal(run(ROOT, process.execPath, [join(place, "out/bundle.cjs")]), EXPECTED);
});

test("Vite, built", async (t) => {
  const vite = await load(t, "vite");
  if (vite === null) return;
  const place = project({ "main.js": PAGE_SCRIPT, "index.html": page("/main.js") });
  await vite.build({ root: place, logLevel: "warn", configFile: false });
  await assertAnswer(t, join(place, "dist"));
});

for (const [name, optimizeDeps, expected] of /** @type {const} */ ([
  ["with the line of the README", { exclude: ["patch-release-issues"] }, EXPECTED],
  ["without it: it works, or the error names the line", {}, /optimizeDeps: \{ exclude: \["patch-release-issues"\] \}|^\[\[/],
])) {
  test(`Vite in development, ${name}`, async (t) => {
    const [vite, chromium] = [await load(t, "vite"), await browser(t)];
    if (vite === null || chromium === null) return;
    const place = project({ "main.js": PAGE_SCRIPT, "index.html": page("/main.js") });
    const server = await vite.createServer({ root: place, logLevel: "error", configFile: false, optimizeDeps, server: { host: "127.0.0.1", port: 0 } });
    t.after(() => server.close());
    await server.listen();
    const answer = await answerOf(chromium, server.resolvedUrls.local[0]);
    assert.ok(typeof expected === "string" ? answer === expected : expected.test(answer), answer);
  });
}

test("the README has each line that these tests use", () => {
  const readme = readFileSync(new URL("../../npm/README.md", import.meta.url), "utf8");
  for (const line of ['optimizeDeps: { exclude: ["patch-release-issues"] }', ...WASM]) {
    assert.ok(readme.includes(line), line);
  }
  assert.ok(USES.includes("answer"));
});
