/** The entry point for browsers and bundlers. Node, Deno and Bun get `node.cjs`. */

import { notStarted, start } from "../start.js";
import load, { Report as Base } from "./report.js";

let isStarted = false;

export default async function init(source) {
  await start(load, source, new URL("report_bg.wasm", import.meta.url));
  isStarted = true;
}

export class Report extends Base {
  constructor(options) {
    if (!isStarted) {
      throw notStarted();
    }
    super(options);
  }
}
