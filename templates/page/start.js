// Starts everything that needs a script, and follows links to what only a script can show.

import { Question } from "./ask.js";
import { Filters } from "./filters.js";
import { Repository } from "./numbers.js";
import { listsOf, make, offerMore, titleOf } from "./rows.js";

/** Adds the titles to links of which the page has only the number. @param {Repository} repository */
function addTitles(repository) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (repository.element.querySelectorAll("a.t[href^='#']"))) {
    const title = titleOf(document.getElementById(link.hash.slice(1)));
    if (title) link.append(" ", make("bdi", "", title));
  }
}

/** Shows the issues of a release as rows. @param {Repository} repository @param {string} version @param {Filters | undefined} filters */
function showRows(repository, version, filters) {
  const answer = repository.answers.get(version);
  answer?.querySelector(".brief")?.setAttribute("hidden", "");
  answer?.querySelector(".lists")?.remove();
  answer?.append(listsOf(repository, version, filters?.isOn ? filters.test() : undefined));
}

/**
 * Answers to the address of the page.
 *
 * @param {Repository} repository
 * @param {Question | undefined} question
 * @param {Filters | undefined} filters
 */
function answerAddress(repository, question, filters) {
  const { hash } = location;
  const [, old] = new RegExp(`^#${repository.prefix}issue-(\\d+)$`).exec(hash) ?? [];
  if (old !== undefined) return void location.replace(`#${repository.name}/${old}`);
  if (/^#[^=&]+=/.test(hash)) {
    const asked = new URLSearchParams(hash.slice(1));
    if ((asked.get("in") ?? repository.name).toLowerCase() !== repository.name.toLowerCase()) return undefined;
    filters?.choose(asked);
    const version = asked.get("v");
    if (version && question) {
      question.input.value = version;
      question.ask(version);
    }
    return filters?.section.scrollIntoView({ block: "start" });
  }
  if (question?.follow(hash)) return undefined;
  const issue = document.getElementById(hash.slice(1));
  if (issue?.hidden && filters?.section.contains(issue)) {
    filters.choose(new URLSearchParams());
    issue.scrollIntoView({ block: "start" });
  }
  return undefined;
}

/** @param {HTMLElement} element */
function start(element) {
  const repository = new Repository(element);
  const [asking, filtering] = [element.querySelector(".ask form"), element.querySelector("form.filters")];
  const question = asking instanceof HTMLFormElement ? new Question(repository, asking) : undefined;
  const filters = filtering instanceof HTMLFormElement ? new Filters(repository, filtering) : undefined;
  question?.start();
  filters?.start();
  addTitles(repository);
  for (const more of element.querySelectorAll(".more:has(> script)")) offerMore(repository, more);
  for (const [version, answer] of repository.answers) {
    const release = answer.closest("details");
    release?.addEventListener("toggle", () => release.open && showRows(repository, version, filters));
  }
  const answerHash = () => answerAddress(repository, question, filters);
  addEventListener("hashchange", answerHash);
  addEventListener("load", () => requestAnimationFrame(answerHash));
  return () => {
    for (const [version, answer] of repository.answers) {
      if (answer.closest("details:not([hidden])")) showRows(repository, version, filters);
    }
  };
}

const prepared = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".repository"))].map(start);

// Opens what the filters let through for printing.
/** @type {HTMLDetailsElement[]} */
let closed = [];
addEventListener("beforeprint", () => {
  for (const prepare of prepared) prepare();
  closed = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:not([hidden])"))].filter((one) => !one.open);
  for (const one of closed) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of closed) one.open = false;
});
