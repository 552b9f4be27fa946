/**
 * The action: reads the event, asks the core for a plan and carries it out. It makes no decisions.
 */

import { INTERNAL_ERROR } from "./internal-error.js";
import { carryOut, finish } from "./runner.js";
import { UsageError } from "./usage-error.js";
import { readEvent } from "./validate/inputs.js";
import { failed, runOffline } from "./validate/offline.js";

/** @import { Event } from "../pkg/types.js" */

/** @param {Event} event */
async function runOnline(event) {
  carryOut(await require("./run.cjs").runOnline(event), process.env);
}

/** @param {unknown} error */
function stop(error) {
  let end = null;
  try {
    end = error instanceof UsageError ? failed(error.message) : null;
  } catch {
    // The core cannot even be loaded.
  }
  end ? finish(end, process.env) : carryOut(INTERNAL_ERROR, process.env);
}

/** Everything is written by now. What Node would do before it ends, such as freeing memory, takes longer than exiting. */
function exit() {
  process.exit();
}

function main() {
  const event = readEvent(process.env);
  const end = runOffline(event);
  if (end === null) {
    runOnline(event).catch(stop).then(exit);
    return;
  }
  finish(end, process.env);
  exit();
}

try {
  main();
} catch (error) {
  stop(error);
  exit();
}
