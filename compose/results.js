/** What the core found: the verdict, the diagnostics and the branches. */

import { find, make, show } from "./elements.js";

/**
 * @typedef {object} Diagnostic
 * @property {string} rule
 * @property {"error" | "warning"} severity
 * @property {string} message
 * @property {string} help
 * @property {object | null} span
 * @property {object | null} fix
 */

/** The most diagnostics that are listed. */
const MOST = 100;

/**
 * A sentence in which code stands between backticks.
 *
 * @param {string} sentence
 * @returns {(Node | string)[]}
 */
export function words(sentence) {
  const parts = [];
  let from = 0;
  for (const match of sentence.matchAll(/(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)/g)) {
    parts.push(sentence.slice(from, match.index), make("code", {}, (match[2] ?? "").replace(/^ ([^]*) $/, "$1")));
    from = match.index + match[0].length;
  }
  return [...parts, sentence.slice(from)];
}

/**
 * Shows the diagnostics, and what can be done about each.
 *
 * @param {Diagnostic[]} diagnostics
 * @param {string} rules the address of a rule's page, with `{rule}`
 * @param {{ select: (index: number) => void, apply: (index: number) => void }} actions
 */
export function showDiagnostics(diagnostics, rules, { select, apply }) {
  const list = find("diagnostics");
  show(list, [diagnostics, rules], () => {
    const items = diagnostics.slice(0, MOST).map((found, index) => item(found, rules, () => select(index), () => apply(index)));
    const left = diagnostics.length - items.length;
    return left > 0 ? [...items, make("li", { class: "more" }, `… and ${left} more.`)] : items;
  });
}

/**
 * @param {Diagnostic} found
 * @param {string} rules
 * @param {() => void} select
 * @param {() => void} apply
 */
function item({ rule, severity, message, help, fix }, rules, select, apply) {
  const kind = make("span", { class: "severity" }, severity);
  const button = make("button", { type: "button", class: "found", onclick: select }, kind, make("span", {}, ...words(message)));
  const page = make("a", { href: rules.replace("{rule}", rule), target: "_blank", rel: "noreferrer" }, rule);
  const actions = make("p", { class: "small" }, page);
  if (fix !== null) {
    const name = make("button", { type: "button", onclick: apply }, "Apply");
    name.setAttribute("aria-label", `Apply the fix: ${message}`);
    actions.prepend(name);
  }
  return make("li", { class: severity }, button, make("p", { class: "help" }, ...words(help)), actions);
}

/** @param {number} count @param {string} noun */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * One sentence about a draft, which is read aloud when it changes.
 *
 * @param {{ errors: number, warnings: number }} answer
 */
export function verdict({ errors, warnings }) {
  if (errors === 0 && warnings === 0) return "Complete: nothing is missing.";
  const found = [errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : ""];
  const all = found.filter((one) => one !== "").join(" and ");
  return errors > 0 ? `Not complete yet: ${all}.` : `Complete, with ${all}.`;
}

/** @param {{ branch: string, status: string, text: string }[]} branches */
export function showBranches(branches) {
  find("branches-part").hidden = branches.length === 0;
  show(find("branches"), branches, () => branches.map(({ branch, status, text }) => make(
    "tr",
    {},
    make("th", { scope: "row" }, branch),
    make("td", { class: status }, text),
  )));
}

/**
 * What an import read, and how sure that is.
 *
 * @param {any} read the core's draft
 */
export function showImported(read) {
  const place = find("imported");
  const facts = [...read.entries, ...read.binaries, ...read.pullRequests];
  place.hidden = false;
  const item = (/** @type {any} */ fact) => {
    const repository = fact.owner ? `${fact.owner}/${fact.repo}` : "";
    const name = fact.key ? `${fact.key}=${fact.value}` : fact.name ?? `${repository}#${fact.number}`;
    const isCertain = fact.confidence === "certain";
    return make("li", {}, make("code", {}, name), isCertain ? " – certain" : " – to confirm", ...(fact.words ? [": “", make("bdi", {}, fact.words), "”"] : []));
  };
  const doubts = facts.some((fact) => fact.confidence !== "certain");
  place.replaceChildren(
    make("h3", {}, "Read from the old description"),
    facts.length > 0 ? make("ul", {}, ...facts.map(item)) : make("p", {}, "No version, binary or pull request was found in its words."),
    ...(doubts ? [make("p", { class: "small" }, "What is to confirm is only a comment in the release block, and says nothing yet. If it is true, add it under Versions, or remove “# ” and the remark in Markdown.")] : []),
  );
}
