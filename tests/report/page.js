/** Makes the page of a dump, and finds a browser that can show it. */

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { Report } from "../../pkg/report/node.js";

/** @typedef {import("../core/history/facts.js").Dump} Dump */
/** @typedef {import("../../pkg/report/index.js").ReportOptions} ReportOptions */
/** @typedef {import("../../pkg/report/known-issues.js").KnownIssues} KnownIssues */

/**
 * @param {Dump} dump
 * @param {ReportOptions} [options]
 * @returns {{ html: string, report: KnownIssues }}
 */
export function makePage(dump, options = {}) {
  const report = new Report(options);
  report.add(dump);
  const files = new Map(report.finish().files);
  const [html, json] = [files.get("index.html"), files.get("known-issues.json")];
  if (html === undefined || json === undefined) throw new Error("a file is missing");
  return { html, report: JSON.parse(json) };
}

/** The path of the browser, or undefined if there is none. */
export function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
