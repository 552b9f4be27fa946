/** Versions in words, which are drafted into entries. */

import { counted, many } from "./generators.js";

/** @import { Family } from "./generators.js" */

/** @type {Record<string, Family>} */
export const OLD_DESCRIPTIONS = {
  "affected versions": counted((index) => `Affected versions: v1.${index}.1 - v1.${index}.9\n`),
  "fixed versions on one line": counted((index) => `v1.${index}.3, `, "Fixed in: "),
  "fixed versions of one branch": counted((index) => `Fixed in v1.7.${index}.\n\n`),
  "one range of versions": many("1.2.3-", "Affected versions: "),
  "versions before any key word": many("v1.2.3 "),
  "versions before one key word": many("v1.2.3, ", "", "are affected"),
  "open parentheses after a key word": many("(", "Fixed in v1.7.14 "),
  "parentheses after a key word": many("(a) ", "Fixed in v1.7.14 "),
  "signs of comparison": many("<= ", "Affected versions: "),
  "words of ranges": many("prior to ", "Affected versions: "),
  "all versions": many("all versions is "),
  "key words": many("fixed affected "),
  "negations": many("not fixed in v1.2.3. "),
  "one long word with a version": many("1.2.3.", "Fixed in v"),
  "one long word of hashes": many("#1#"),
  "fixed by pull requests": counted((index) => `Fixed in v1.7.14 by #${index + 1}.\n\n`),
  "labels": many("**Fixed versions**\n\nv1.7.14\n\n"),
  "a paragraph of lines": many("This was\nfixed in\nv1.7.14 and\n"),
  "a table of fixed versions": many("| v1.7.3 | v1.7.14 |\n", "| Affected | Fixed |\n|---|---|\n"),
  "a wide table of fixed versions": many(" v1.7.14 |", "| Fixed |\n|---|\n|"),
  "names before versions": many("nginx v1.2.3, ", "Fixed versions: "),
  "binaries": many("kubelet kubectl ", "Fixed in v1.7.14. "),
  "crossed-out versions": many("~~v1.7.14~~ ", "Fixed in "),
  "references in a release note": many("Fix 1.25 regression\n", "```release-note\n", "```\n"),
};
