/** The types of the packed package, without the DOM library, without Node's types and without `skipLibCheck`. */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { ROOT, packed, project, run, tool } from "./tarball.js";

const TYPED = `
const issue: Issue = { number: 1, title: "x", body: null, labels: ["patch-release", { name: "sig/cli" }], state: "open" };
const answer: Answer = validate(issue, "rules: {}");
const rules: string[] = answer.diagnostics.map((found) => found.rule);
const fixed: string = fix(issue) + template(null);
const { status }: VersionAnswer = affected(issue, "v1.2.3", null);
const unknown: "affected" | "fixed" | "not-affected" | "unknown" = status;
const dump: Dump = { repositories: [{ name: "o/r", issues: [issue] }] };
const options: ReportOptions = { versions: ["v1.2.3"] };
const report = new Report(options);
report.add(dump);
const again: boolean = report.previous("{}");
const since: string | undefined = report.since("o/r");
const files: Files = report.finish();
const known: KnownIssues = JSON.parse(files.files[0]![1]);
const started: Promise<void>[] = [init(), init("/x.wasm"), init(new Uint8Array()), initReport(Promise.resolve("/x.wasm"))];
// @ts-expect-error: an issue has a number
validate({ title: "x" });
// @ts-expect-error: the action's functions are not public
init.plan;
export { rules, fixed, unknown, again, since, known, started };
`;

const IMPORTS = `
import init, { affected, fix, template, validate } from "patch-release-issues";
import type { Answer, Issue, VersionAnswer } from "patch-release-issues";
import initReport, { Report } from "patch-release-issues/report";
import type { Dump, Files, KnownIssues, ReportOptions } from "patch-release-issues/report";
`;

/** The default export of a CommonJS module is its member \`default\` there. */
const REQUIRES = `
import core = require("patch-release-issues");
import type { Answer, Issue, VersionAnswer } from "patch-release-issues";
import reports = require("patch-release-issues/report");
import type { Dump, Files, KnownIssues, ReportOptions } from "patch-release-issues/report";
const { affected, default: init, fix, template, validate } = core;
const { default: initReport, Report } = reports;
`;

const OPTIONS = { noEmit: true, strict: true, target: "es2022", lib: ["es2022"], types: [], skipLibCheck: false };

/** @type {[name: string, module: string, resolution: string][]} */
const KINDS = [
  ["node16", "node16", "node16"],
  ["nodenext", "nodenext", "nodenext"],
  ["bundler", "esnext", "bundler"],
];

/**
 * @param {string} compiler the path of `tsc`
 * @param {string} module
 * @param {string} resolution
 */
function check(compiler, module, resolution) {
  const place = project({ "import.mts": IMPORTS + TYPED, "import.cts": IMPORTS + TYPED, "require.cts": REQUIRES + TYPED, "import.ts": IMPORTS + TYPED });
  const sources = resolution === "bundler" ? ["import.ts", "import.mts"] : ["import.ts", "import.mts", "import.cts", "require.cts"];
  const settings = { compilerOptions: { ...OPTIONS, module, moduleResolution: resolution }, files: sources };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify(settings));
  run(place, process.execPath, [compiler, "--project", place]);
}

for (const [name, module, resolution] of KINDS) {
  test(`TypeScript 5, ${name}`, (t) => {
    const compiler = tool(t, "typescript-5/lib/tsc.js");
    if (compiler !== null) {
      check(compiler, module, resolution);
    }
  });

  test(`TypeScript 7, ${name}`, () => check(join(ROOT, "node_modules/typescript/bin/tsc"), module, resolution));
}

test("the declarations know neither the DOM nor Node, and export nothing of the action", () => {
  const declarations = packed.files.filter(({ path }) => /\.d\.c?ts$/.test(path));
  assert.equal(declarations.length, 8);
  for (const { path } of declarations) {
    const text = readFileSync(join(ROOT, "pkg", path), "utf8");
    const code = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
    assert.doesNotMatch(code, /Symbol\.|RequestInfo|\bURL\b|WebAssembly\.|Buffer\b|Plan\b|Reporting\w|failure/, path);
  }
});
