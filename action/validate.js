/**
 * The action: reads the event, asks the core, carries out its plan. It decides nothing.
 */

import { INTERNAL_ERROR, failure, plan } from "./core.js";
import { UsageError, readEvent } from "./inputs.js";
import { carryOut } from "./runner.js";

try {
  carryOut(plan(readEvent(process.env)), process.env);
} catch (error) {
  carryOut(error instanceof UsageError ? failure(error.message) : INTERNAL_ERROR, process.env);
}
