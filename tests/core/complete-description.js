/**
 * A valid description. All tests that are not about rules use it, so that a new rule with more requirements changes
 * only this file.
 */

/**
 * @typedef {object} Parts
 * @property {string} releases release blocks
 * @property {string} symptoms
 * @property {string[]} binaries
 * @property {string} cause
 * @property {string} impact
 * @property {string} resolution
 * @property {string} pullRequests
 */

/** @type {Parts} */
const PARTS = {
  releases: "```release\nintroduced-in=v1.6.2\n```",
  symptoms: "X drops Y.",
  binaries: ["kubectl"],
  cause: "Z.",
  impact: "All.",
  resolution: "TBD",
  pullRequests: "TBD",
};

/**
 * The description, without a line end at its end.
 *
 * @param {Partial<Parts>} [parts] the parts that differ
 */
export function completeDescription(parts) {
  const { releases, symptoms, binaries, cause, impact, resolution, pullRequests } = { ...PARTS, ...parts };
  return [
    releases,
    `## Symptoms\n\n${symptoms}`,
    `## Root cause\n\nBinaries:\n${binaries.map((name) => `- ${name}`).join("\n")}\n\n${cause}`,
    `## Impact\n\n${impact}`,
    `## Resolution\n\n${resolution}`,
    `## PRs\n\n${pullRequests}`,
  ].join("\n\n");
}
