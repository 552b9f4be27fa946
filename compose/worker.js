/** Asks the core, away from the page, so that typing never waits. */

import load, { compose } from "./core/report.js";

/** @param {unknown} message */
const post = (message) => self.postMessage(message);

/** Questions that came before the core was loaded. @type {MessageEvent[]} */
const waiting = [];

/** @type {(event: MessageEvent) => void} */
let take = (event) => waiting.push(event);
self.addEventListener("message", (event) => take(event));

/** Half a character would make the question unreadable. Its replacement is as long. @param {string} _ @param {unknown} value */
const wellFormed = (_, value) => (typeof value === "string" ? value.toWellFormed() : value);

/** @param {MessageEvent<{ id: number, question: object }>} event */
function answer({ data: { id, question } }) {
  const found = JSON.parse(compose(JSON.stringify(question, wellFormed)));
  if (Array.isArray(found.preview)) {
    // The page compares blocks as text, and makes only what changed.
    found.preview = found.preview.map((/** @type {unknown} */ block) => JSON.stringify(block));
  }
  post({ id, answer: found });
}

load({ module_or_path: new URL("core/report_bg.wasm", import.meta.url) }).then(
  () => {
    take = answer;
    post({ ready: true });
    waiting.forEach(answer);
  },
  (error) => post({ failed: String(error) }),
);
