/**
 * Text that costs parsers time or memory out of all proportion to its length: a benchmark measures it, a test asks
 * for an answer.
 */

/** A family: its text at a size of so many bytes, more or less. */
/** @typedef {(bytes: number) => string} Family */

/**
 * @param {string} unit what is repeated
 * @param {string} [before]
 * @param {string} [behind]
 * @returns {Family}
 */
function many(unit, before = "", behind = "") {
  const length = Buffer.byteLength(unit);
  return (bytes) => {
    const room = bytes - before.length - behind.length;
    return before + unit.repeat(Math.max(1, Math.floor(room / length))) + behind;
  };
}

/**
 * @param {(index: number) => string} unit what is written, by its number
 * @param {string} [before]
 * @param {string} [behind]
 * @returns {Family}
 */
function counted(unit, before = "", behind = "") {
  return (bytes) => {
    const units = [];
    let left = bytes - before.length - behind.length;
    for (let index = 0; left > 0; index += 1) {
      const next = unit(index);
      units.push(next);
      left -= Buffer.byteLength(next);
    }
    return before + units.join("") + behind;
  };
}

/**
 * One family and then another, half of the bytes each.
 *
 * @param {Family} one
 * @param {Family} other
 * @returns {Family}
 */
function halves(one, other) {
  return (bytes) => one(bytes >> 1) + other(bytes >> 1);
}

/**
 * A list in a list in a list.
 *
 * @param {number} deep
 * @param {string} [text]
 */
function staircase(deep, text = "a") {
  return Array.from({ length: deep }, (_, index) => `${"  ".repeat(index)}- ${text}\n`).join("");
}

/**
 * A table of so many columns and as many rows of one cell.
 *
 * @param {number} bytes
 */
function table(bytes) {
  const columns = bytes >> 3;
  return `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"||\n".repeat(Math.floor(bytes / 6))}`;
}

/** @param {Family} lines the lines of one release block */
const block = (lines) => (/** @type {number} */ bytes) => `\`\`\`release\n${lines(bytes)}\n\`\`\`\n`;

/** What is hard for whoever reads CommonMark. @type {Record<string, Family>} */
const MARKDOWN = {
  "quotes, 100 deep": many("x\n", `${">".repeat(100)}x\n`),
  "quotes, 100 deep, on every line": many(`${">".repeat(100)}x\n`),
  "quotes, 101 deep": many("x\n", `${">".repeat(101)}x\n`),
  "lists, 100 deep": many("x\n", `${"- ".repeat(100)}x\n`),
  "lists, 99 deep, on every line": many(`${"- ".repeat(99)}x\n`),
  "lists, 100 deep, blank lines": many("\n", `${"- ".repeat(100)}x\n`, "x"),
  "numbered lists, 100 deep": many("x\n", `${"1. ".repeat(100)}x\n`),
  "lists and quotes, 100 deep": many("x\n", `${"> - ".repeat(50)}x\n`),
  "a staircase, then text": many("x\n", staircase(100)),
  "a staircase, then blank lines": many("\n", staircase(100), "x"),
  "staircases": many(staircase(100)),
  "a deep line, then quotes": many("> x\n", `${">".repeat(100)}x\n`),
  "quotes and lists in turns": many("> - x\n- > x\n"),
  "list items": many("- a\n"),
  "empty list items": many("-\n"),
  "numbers": many("1. a\n"),
  "nested lists": many("- a\n  - b\n    - c\n"),
  "loose lists": many("- a\n\n  b\n\n"),
  "task boxes": many("- [ ] a\n"),
  "opening brackets": many("["),
  "closing brackets": many("]"),
  "nested brackets": (bytes) => "[".repeat(bytes >> 1) + "]".repeat(bytes >> 1),
  "nested links": (bytes) => "[".repeat(bytes / 6) + "a" + "](u)".repeat(bytes / 6),
  "links": many("[a](u) "),
  "open links": many("[a](u"),
  "open links with blanks": many("[a](<u "),
  "open links with titles": many('[a](u "'),
  "links with brackets in their targets": many("[a](((((("),
  "images": many("![[]()"),
  "open images": many("!["),
  "links to nothing": many("[a][b]"),
  "references": halves(many("[a]: u\n\n"), many("[a] ")),
  "references, all different": halves(counted((index) => `[${index}]: u\n`), counted((index) => `[${index}]`)),
  "a long reference, used often": halves(many("u", "[a]: ", "\n\n"), many("[a] ")),
  "references with long titles": many('[a]: u "\n'),
  "brackets around references": many("[a[a", "[a]: u\n\n"),
  "a long label": many("a", "[", "]"),
  "escaped brackets": many("\\["),
  "stars": many("*"),
  "stars and letters": many("*a"),
  "stars and blanks": many("*a "),
  "open emphasis": many("*a_ "),
  "open strong emphasis": many("a**b"),
  "emphasis of both kinds": many("*a **a "),
  "closing emphasis": many("a_ b* "),
  "runs of stars": counted((index) => `a${"*".repeat(index % 50)}`),
  "deep emphasis": (bytes) => "*a ".repeat(bytes / 6) + " a*".repeat(bytes / 6),
  "deep strong emphasis": (bytes) => "**a ".repeat(bytes / 8) + " a**".repeat(bytes / 8),
  "bold": many("**a** "),
  "tildes": many("~~a~ "),
  "backticks, ever more": counted((index) => `${"`".repeat(index)} `),
  "backticks, ever fewer": (bytes) => {
    const most = Math.floor(Math.sqrt(2 * bytes));
    return Array.from({ length: most }, (_, index) => `${"`".repeat(most - index)} `).join("");
  },
  "backticks": many("`"),
  "code": many("`a` "),
  "code that never closes": many("``a` "),
  "escaped backticks": many("\\`a` "),
  "open comments": many("<!-- "),
  "open comments in text": many("a <!-- "),
  "closed comments": many("<!---->"),
  "closed comments, a line each": many("<!---->\n\n"),
  "comments that nearly close": many("<!-- a --"),
  "open instructions": many("a <?"),
  "open declarations": many("a <!A "),
  "open CDATA": many("a <![CDATA["),
  "less-than signs": many("<"),
  "open tags": many("<a "),
  "open tags with attributes": many("<a b='"),
  "open tags, a line each": many("<a b=\n"),
  "tags": many("a <b>"),
  "closing tags": many("</div>\n"),
  "HTML blocks": many("<div>\n\n"),
  "HTML, one block": many("<div>\n"),
  "pre": many("<pre>\n"),
  "pictures in HTML": many("<img src=a>\n\n"),
  "addresses in angles": many("<https://a.b/c> "),
  "open addresses in angles": many("<https:"),
  "table, wide, with short rows": table,
  "table, long": many("|a|b|\n", "|a|b|\n|-|-|\n"),
  "table, pipes": many("|", "|a|\n|-|\n"),
  "table heads": many("a|b\n-|-\n"),
  "table heads without rows": many("x(y\n-|-\n\n"),
  "lines that are nearly table heads": many("|a|\n|-\n"),
  "entities": many("&amp;"),
  "numeric entities": many("&#96;"),
  "open entities": many("&"),
  "long entities": many("a", "&", ";"),
  "backslashes": many("\\"),
  "escapes": many("\\*"),
  "hard breaks": many("a  \n"),
  "breaks with backslashes": many("a\\\n"),
  "setext headings": many("a\n=\n"),
  "one long setext heading": many("a\n", "", "=\n"),
  "setext headings of many lines": many("a\na\na\na\n-\n"),
  "underlines": many("=\n"),
  "headings": many("# a\n"),
  "empty headings": many("#\n"),
  "heading marks": many("#", "# a "),
  "closing heading marks": many("# a #\n"),
  "rules": many("---\n"),
  "nearly rules": many("* * * a\n"),
  "one long nearly rule": many("* ", "", "a"),
  "code fences": many("```\na\n```\n"),
  "open code fences": many("```\n\n~~~\n"),
  "a long info string, many lines": halves(many("a", "```", "\n"), many("\n")),
  "indented code": many("    a\n\n"),
  "paragraphs": many("a\n\n"),
  "one paragraph of short lines": many("a\n"),
  "blank lines": many("\n"),
  "blanks": many(" "),
  "tabs": many("\t"),
  "blanks at the ends of lines": many("a   \n"),
  "lone carriage returns": many("a\r"),
  "carriage returns and line feeds": many("a\r\n"),
  "no-break spaces": many("\u{a0}"),
  "no-break spaces as entities": many("&nbsp;\n\n"),
  "invisible characters": many("\u{200b}"),
  "flags": many("🇪🇺"),
  "null characters": many("\0"),
  "full-width text": many("字"),
};

/** Release blocks and entries. @type {Record<string, Family>} */
const RELEASE = {
  "versions on one line": counted((index) => `v1.0.${index}, `, "```release\nresolved-in=", "v2.0.0\n```\n"),
  "versions on lines of 4,000 bytes": block(many(`resolved-in=${"1.2.3,".repeat(660)}v9.9.9\n`)),
  "versions between blanks": many("v1.0.1 ", "```release\nresolved-in=", "\n```\n"),
  "versions and words": many("v1.0.1, x, ", "```release\nresolved-in=", "\n```\n"),
  "the word and": many(" and", "```release\nresolved-in=v1.2.3", "\n```\n"),
  "the same entry": block(many("resolved-in=v1.2.3\n")),
  "entries of one branch": block(counted((index) => `resolved-in=v1.2.${index}\n`)),
  "entries of all branches": block(counted((index) => `resolved-in=v1.${index}.0\n`)),
  "entries of all branches, downwards": block(counted((index) => `resolved-in=v1.${99_999 - index}.0\n`)),
  "both keys": block(counted((index) => `introduced-in=v1.${index}.2\nresolved-in=v1.${index}.1\n`)),
  "entries without a v": block(counted((index) => `resolved-in=1.${index}.0\n`)),
  "entries in brackets": block(many(`resolved-in=${"[".repeat(120)}v1.2.3${"]".repeat(120)}\n`)),
  "entries in parentheses": block(many(`resolved-in=${"(".repeat(120)}v1.2.3${")".repeat(120)}\n`)),
  "entries with closing parentheses": block(many(`resolved-in=v1.2.3${")".repeat(240)}\n`)),
  "entries with punctuation": block(many(`resolved-in=v1.2.3${".)".repeat(120)}\n`)),
  "versions in brackets on one line": block(many(`${"[".repeat(120)}v1.2.3${"]".repeat(120)},`, "resolved-in=")),
  "one version in parentheses": block((bytes) => `resolved-in=${"(".repeat(bytes / 2)}v1.2.3${")".repeat(bytes / 2)}`),
  "parentheses": many("(", "```release\nresolved-in=v1.2.3 ", "\n```\n"),
  "blanks in a value": many(" ", "```release\nintroduced-in=v1.2.3", "x\n```\n"),
  "blanks before a value": many(" ", "```release\nintroduced-in", "=v1.2.3\n```\n"),
  "blank lines in a block": block(many("\n")),
  "remarks": block(many("# a\n")),
  "hashes in a line": block(many("a#", "resolved-in=v1.2.3 ")),
  "placeholders": block(many("resolved-in=vX.Y.Z\n")),
  "ranges": block(many("resolved-in=v1.0.0-v1.2.3\n")),
  "unknown keys": block(many("key=value\n")),
  "misspelled keys": block(many("introducd-in=v1.2.3\n")),
  "other words for keys": block(many("fixed: v1.2.3\n")),
  "spoken entries": block(many("resolved in v1.2.3\n")),
  "lines that are no entries": block(many("a b c d\n")),
  "bullets in a block": block(many("- resolved-in=v1.2.3\n")),
  "one line that is no entry": block(many("a b ")),
  "one long key": block(many("a_", "", "=v1.2.3")),
  "colons in a block": block(many(":")),
  "full-width colons in a block": block(many("：")),
  "equals signs in a block": block(many("=")),
  "release blocks": many("```release\nresolved-in=v1.2.3\n```\n"),
  "empty release blocks": many("```release\n```\n"),
  "open release blocks": many("```release\n"),
  "open release blocks with entries": many("```release\nresolved-in=v1.2.3\n"),
  "open release blocks in a list, then blank lines": halves(many("- ```release\n"), many("\n")),
  "open release blocks in a list": many("- ```release\n  resolved-in=v1.2.3\n"),
  "a long info string of a release block": halves(many("a", "```release ", "\n"), many("a\n")),
  "a long info string of an open release block": halves(many("a", "```release ", "\n"), many("\n")),
  "release blocks in details": many("<details>\n```release\nresolved-in=v1.2.3\n```\n</details>\n"),
  "release blocks in details, apart": many("<details>\n```release\nresolved-in=v1.2.3\n```\n</details>\n\n"),
  "release blocks in open details": many("<details>\n```release\n"),
  "entries in text": many("resolved-in=v1.2.3\n"),
  "entries in paragraphs": many("resolved-in=v1.2.3\n\n"),
  "entries in paragraphs, with text": many("resolved-in=v1.2.3\na\n\n"),
  "entries in a list": many("- resolved-in=v1.2.3\n"),
  "entries in bold": many("**resolved-in**: `v1.2.3`\n\n"),
  "entries in headings": many("# resolved-in=v1.2.3\n"),
  "entries in HTML": many("<p>resolved-in=v1.2.3</p>\n"),
  "entries in HTML blocks": many("<p>resolved-in=v1.2.3</p>\n\n"),
  "entries in comments": many("<!-- resolved-in=v1.2.3 -->\n"),
  "entries in code fences": many("```\nresolved-in=v1.2.3\n```\n"),
  "entries behind an open comment": many("resolved-in=v1.2.3\n", "```release\nresolved-in=v1.2.3\n```\n\n<!--\n"),
  "escaped fences": many("<p> &#96;&#96;&#96;release </p>\n"),
  "keys alone": many("resolved-in "),
  "keys and code": many("`resolved-in=v1.2.3` ", "", "resolved-in=v1.2.3\n"),
};

/** Headings and sections. @type {Record<string, Family>} */
const SECTIONS = {
  "one section again": many("## PRs\n"),
  "one section again, at level 1": many("# PR\n"),
  "one section again, at all levels": counted((index) => `${"#".repeat((index % 6) + 1)} PR\n`),
  "all sections again": many("## Symptoms\n\n## Root cause\n\n## Impact\n\n## Resolution\n\n## PRs\n\n"),
  "all sections again, backwards": many("## PRs\n\n## Resolution\n\n## Impact\n\n## Root cause\n\n## Symptoms\n\n"),
  "misspelled sections": many("## Symptomz\n"),
  "sections with two names": many("## Impact symptoms\n"),
  "headings with one word of two": many("## root root cost\n"),
  "other headings": many("## Workaround\n", "## Symptoms\n\na\n\n"),
  "a long heading": many(" root", "## "),
  "a long heading of short codes": many(":a", "## "),
  "a long heading of short codes and blanks": many(":a b:", "## "),
  "headings of short codes": many("## :a:b:c:d\n"),
  "a long heading of emoji": many("🐛", "## "),
  "a long heading of keycaps": many("1\u{fe0f}\u{20e3}", "## "),
  "a long heading of marks": many("*a*", "## "),
  "bold headings": many("**Impact**\n\n"),
  "bold headings, all different": counted((index) => `**a${index}**\n\n`),
  "headings with a colon": many("Impact: a\n\n"),
  "colons": many("a: b\n\n"),
  "one line of colons": many(":"),
  "one long bold heading": many("a ", "**", "**"),
  "setext sections": many("Impact\n---\n"),
  "sections in lists": many("- ## Impact\n"),
  "sections in a fence": many("## Impact\n", "```\n", "```\n"),
  "sections in fences": many("```\n## Impact\n\n## Symptoms\n```\n\n"),
  "sections in open fences": many("```\n\n## Impact\n\n~~~\n\n"),
  "sections, then sections in a fence": halves(many("## PRs\n"), many("## Impact\n", "```\n", "```\n")),
  "sections, then sections in a comment": halves(many("## PRs\n"), many("## PR\n", "<!--\n")),
  "sections in comments": many("<!--\n## Impact\n-->\n"),
  "all damage at once": many("```release\n```release\n<!--\n## Impact\n\n```\n## Symptoms\n## Impact\n\n<p>\n```release\n"),
  "one line of binaries": counted((index) => `a${index}, `, "Binaries: "),
  "binaries": many("- kubectl\n", "Binaries:\n"),
  "binaries again": many("Binaries:\n- a\n\n"),
  "binaries in binaries": many(staircase(20, "Binaries:")),
  "labels of binaries": many("Binaries:\n"),
  "labels of binaries as headings": many("#### Binaries\n"),
  "binaries of one word": many("a", "Binaries: "),
  "binaries in code": many("`a` and ", "Binaries: "),
  "pull requests": counted((index) => `#${index + 1} `),
  "pull requests without blanks": counted((index) => `#${index + 1}`),
  "pull requests of repositories": counted((index) => `a/b#${index + 1} `),
  "pull requests, a line each": counted((index) => `- #${index + 1}\n`),
  "long repositories": many(`${"a".repeat(500)}#1`),
  "pull requests of one long repository": many("a/a#1"),
  "addresses": many("https://github.com/a/b/pull/1 "),
  "addresses without blanks": many("/pull/1"),
  "addresses without blanks, with a host": many("a.b/c/d/pull/1"),
  "GH numbers": many("GH-1 "),
  "dashes and digits": many("-1"),
  "slashes": many("/"),
  "hashes": many("#", "a"),
  "digits": many("1", "#"),
  "bare numbers": counted((index) => `- ${index + 1}\n`),
  "bare numbers on one line": counted((index) => `${index + 1} `),
  "bare numbers, then a word": counted((index) => `${index + 1} `, "", "x"),
  "words for pull requests": many("PR "),
  "prompts": many("what users are experiencing "),
  "prompts of the root cause": many("name e.g. "),
  "deferred answers": many("TBD\n\n"),
  "deferred answer, punctuated": many("...", "TBD"),
  "deferred answer, with a remark": many("(", "TBD ", ")"),
};

/** @type {Record<string, Family>} */
export const FAMILIES = { ...MARKDOWN, ...RELEASE, ...SECTIONS };

/** Where the text of a family stands in a description. @type {Record<string, (text: string) => string>} */
export const PLACES = {
  "alone": (text) => text,
  "in the first section": (text) => `${BLOCK}## Symptoms\n\n${text}\n\n## Impact\n\nAll users.\n`,
  "in the root cause": (text) => `${BLOCK}## Root cause\n\n${text}\n`,
  "in the pull requests": (text) => `${BLOCK}## PRs\n\n${text}\n`,
};

const BLOCK = "```release\nintroduced-in=v1.6.2\n```\n\n";

/**
 * The labels of an issue with more of them than GitHub allows, in the order that is hardest to sort.
 *
 * @param {number} count
 */
export function labels(count) {
  const names = Array.from({ length: count }, (_, index) => `sig/${String(count - index).padStart(6, "0")}`);
  return ["patch-release", "priority/critical-urgent", ...names];
}
