/** Checks the schedule of the pages: the report must be able to read it. */

import { Report } from "../../../pkg/report/node.js";

/** @import { Block } from "./blocks.js" */

/** @param {Block} block */
export const claims = ({ page, language, text }) => page !== "docs/policy.md" && language === "yaml" && /^schedules:/m.test(text);

/** @param {Block} block @throws {Error} with every mistake of the schedule */
export function check({ text }) {
  new Report({ schedule: text }).free();
}
