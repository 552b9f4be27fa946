/** The compose page: connects the draft, its fields, the core and what the core found. It decides nothing. */

import { readConfig } from "./config.js";
import { Core } from "./core.js";
import { difference } from "./draft.js";
import { Drafts } from "./drafts.js";
import { find, make } from "./elements.js";
import { taken } from "./fragment.js";
import { Guided } from "./guided.js";
import { Judging } from "./judging.js";
import { offset } from "./places.js";
import { Preview } from "./preview.js";
import { showBranches, showDiagnostics, showImported, verdict } from "./results.js";
import { copy, hideShared, showOpening, showShared } from "./sending.js";

/** @import { Draft, Text } from "./draft.js" */
/** @import { Config, Repository } from "./config.js" */

/** @param {string} message */
function trouble(message) {
  find("trouble").textContent = message;
  find("trouble").hidden = message === "";
}

/** Says what happened, also aloud. @param {string} sentence */
function say(sentence) {
  const verdict = find("verdict");
  if (verdict.textContent !== sentence) verdict.textContent = sentence;
}

class Page {
  /** What the core read of the draft as it is; null while it changes. @type {any} */
  #read = null;
  #hasApplied = false;

  /**
   * @param {Core} core
   * @param {Config} config
   * @param {Repository} repository
   * @param {any} form
   */
  constructor(core, config, repository, form) {
    this.core = core;
    this.repository = repository;
    this.form = form;
    this.preview = new Preview(find("preview"));
    this.guided = new Guided(form, repository.releases, {
      change: (change, kind) => this.#change(change, kind),
      carryOut: (question) => this.#carryOut(question),
    });
    find("guided").replaceChildren(this.guided.element);
    this.drafts = new Drafts(repository.name, form.start, () => this.#follow(true));
    const fail = (/** @type {Error} */ error) => say(error.message);
    this.judging = new Judging(core, config, repository, () => this.drafts.current, (draft, read) => this.#take(draft, read), fail);
  }

  start() {
    find("title").addEventListener("input", () => this.#change({ title: find("title").value }, "title"));
    find("body").addEventListener("input", (/** @type {InputEvent} */ { inputType }) => {
      this.#change({ body: find("body").value }, inputType === "insertFromPaste" ? "" : "body");
    });
    for (const [id, act] of /** @type {[string, () => void][]} */ ([
      ["undo", () => this.#undo()],
      ["redo", () => this.#redo()],
      ["apply-all", () => this.#applyAll()],
      ["copy", () => void copy(this.drafts.current.text.body).then(say)],
      ["share", () => void this.#share()],
      ["forget", () => this.#forget()],
      ["import", () => this.#openImport()],
    ])) {
      find(id).addEventListener("click", act);
    }
    find("importing").addEventListener("close", () => void this.#import());
    for (const radio of document.querySelectorAll("[name=mode]")) radio.addEventListener("change", () => this.#switch());
    const main = find("main");
    main.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#key(event));
    main.addEventListener("beforeinput", (/** @type {InputEvent} */ event) => this.#beforeInput(event));
    this.#follow(true);
    this.drafts.show();
  }

  get #isMarkdown() {
    return !find("markdown").hidden;
  }

  #switch() {
    const isMarkdown = /** @type {HTMLInputElement} */ (document.querySelector("[value=markdown]")).checked;
    find("markdown").hidden = !isMarkdown;
    find("guided").hidden = isMarkdown;
    this.#follow(false);
  }

  /** @param {Partial<Text>} change @param {string} [kind] */
  #change(change, kind = "") {
    if (this.drafts.current.change(change, kind)) this.#follow(false, kind === "");
  }

  /**
   * Shows the draft after any change.
   *
   * @param {boolean} isAnother whether it is another draft
   * @param {boolean} [isWhole] whether the change is more than a keystroke, so that nothing follows at once
   */
  #follow(isAnother, isWhole = true) {
    const { current } = this.drafts;
    const { text } = current;
    const area = find("body");
    if (find("title").value !== text.title) find("title").value = text.title;
    if (this.#isMarkdown && area.value !== text.body) {
      const { start, inserted } = difference(area.value, text.body);
      area.value = text.body;
      area.setSelectionRange(start + inserted, start + inserted);
    }
    this.guided.follow(text);
    find("undo").disabled = !current.canUndo;
    find("redo").disabled = !current.canRedo;
    this.#read = null;
    document.body.dataset["judged"] = "false";
    hideShared();
    if (isAnother) find("imported").hidden = true;
    isWhole ? void this.judging.now() : this.judging.soon();
  }

  /** @param {Draft} draft @param {any} read */
  #take(draft, read) {
    this.#read = read;
    const { answer, withheld } = read;
    this.guided.show(draft.text.body, read.guided);
    showDiagnostics(answer.diagnostics, this.form.rules, { select: (index) => this.#select(index), apply: (index) => void this.#apply(index) });
    showBranches(read.branches);
    showOpening(read.opening, this.repository, withheld);
    void this.preview.show(read.preview);
    find("apply-all").hidden = answer.fixedDescription === null;
    find("share").disabled = withheld;
    // Choosing another repository loads the page anew, and a withheld draft would be lost.
    find("repository").disabled = withheld;
    find("withheld").hidden = !withheld;
    find("withheld").textContent = withheld ? "This is a security issue whose details are withheld. It is not kept in this browser, and cannot be shared or put into an address." : "";
    find("kept").textContent = this.#kept(this.drafts.keep(draft, withheld), withheld);
    this.drafts.show();
    say(verdict(answer) + (draft.text.state === "closed" ? " It is judged as a closed issue." : ""));
    this.#refocus();
    document.body.dataset["judged"] = "true";
  }

  /** @param {boolean} isKept @param {boolean} isWithheld */
  #kept(isKept, isWithheld) {
    if (isWithheld) return "Not kept: reload the page, and it is gone.";
    return isKept ? `Kept in this browser for 30 days. Other pages of ${location.host} can read it.` : "";
  }

  /** Asks the core for a change. @param {object} question @returns {Promise<string | null>} why not */
  async #carryOut(question) {
    const { current } = this.drafts;
    const { revision } = current;
    const { body, refusal } = await this.core.ask(this.judging.about(question));
    if (refusal !== undefined) {
      say(refusal);
      return refusal;
    }
    if (current === this.drafts.current && revision === current.revision) this.#change({ body });
    return null;
  }

  /** @param {number} index */
  async #apply(index) {
    this.#hasApplied = true;
    await this.#carryOut({ do: "apply", index });
  }

  #applyAll() {
    const body = this.#read?.answer.fixedDescription;
    if (typeof body === "string") {
      this.#hasApplied = true;
      this.#change({ body });
    }
  }

  /** The button of a fix that was applied is gone: what comes next is the verdict. */
  #refocus() {
    if (this.#hasApplied && document.activeElement === document.body) find("verdict").focus();
    this.#hasApplied = false;
  }

  /** Selects the place of a diagnostic. @param {number} index */
  #select(index) {
    const found = this.#read?.answer.diagnostics[index];
    if (!found) return;
    if (found.span === null) {
      const labels = this.guided.labels.querySelector("select, input");
      if (this.#isMarkdown) this.#choose("guided");
      /** @type {HTMLElement | null} */ (labels)?.focus();
      return;
    }
    const { body } = this.drafts.current.text;
    const [start, end] = [offset(body, found.span.start), offset(body, found.span.end)];
    if (!this.#isMarkdown && this.guided.sections.select(start, end)) return;
    this.#choose("markdown");
    const area = find("body");
    area.focus();
    area.setSelectionRange(start, end);
    area.scrollTop = Math.max(0, (found.span.start.line - 4) * Number.parseFloat(getComputedStyle(area).lineHeight));
  }

  /** @param {"guided" | "markdown"} mode */
  #choose(mode) {
    /** @type {HTMLInputElement} */ (document.querySelector(`[value=${mode}]`)).checked = true;
    this.#switch();
  }

  #undo() {
    this.drafts.current.undo();
    this.#follow(false);
  }

  #redo() {
    this.drafts.current.redo();
    this.#follow(false);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === "y" || (key === "z" && event.shiftKey);
    if (key !== "z" && !isRedo) return;
    event.preventDefault();
    isRedo ? this.#redo() : this.#undo();
  }

  /** The browser's own undo knows only one field. @param {InputEvent} event */
  #beforeInput(event) {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      event.inputType === "historyUndo" ? this.#undo() : this.#redo();
    }
  }

  async #share() {
    const { fragment, refusal } = await this.core.ask(this.judging.about({ do: "share" }));
    say(refusal ?? (await showShared(fragment)));
  }

  #forget() {
    this.drafts.forget();
    say("The draft is deleted.");
  }

  #openImport() {
    find("old").value = "";
    find("importing").returnValue = "";
    find("importing").showModal();
  }

  async #import() {
    const body = find("old").value;
    if (find("importing").returnValue !== "import" || body.trim() === "") return;
    const question = this.judging.about({ do: "draft" });
    const read = await this.core.ask({ ...question, draft: { ...question.draft, title: "", body, labels: [] } });
    this.drafts.add({ body: read.description });
    showImported(read);
  }

  /** Opens the draft of an address beside the others. @param {string} json */
  async open(json) {
    const { draft, refusal } = await this.core.ask({ do: "shared", text: json });
    if (refusal !== undefined) {
      trouble(refusal);
    } else {
      this.drafts.add(draft);
    }
  }
}

/** @param {Core} core @param {Config} config @param {Repository} repository */
async function show(core, config, repository) {
  const form = await core.ask({ do: "form", policy: repository.policy });
  if (form.refusal !== undefined) throw new Error(form.refusal);
  const page = new Page(core, config, repository, form);
  find("main").hidden = false;
  page.start();
  return page;
}

async function start() {
  find("server").remove();
  const core = new Core(trouble);
  const config = await readConfig();
  const json = await taken().catch((error) => trouble(error.message));
  const named = json ? repositoryOf(json) : "";
  const wanted = new URLSearchParams(location.search).get("in");
  const chosen = config.repositories.find(({ name }) => name === (named || wanted)) ?? config.repositories[0];
  if (config.repositories.length > 1) choice(config, chosen?.name ?? "");
  const page = chosen && (await show(core, config, chosen));
  if (json && page) await page.open(json);
  addEventListener("hashchange", () => void taken().then((other) => (other && page ? page.open(other) : undefined), (error) => trouble(error.message)));
}

/** @param {string} json */
function repositoryOf(json) {
  try {
    return JSON.parse(json).repository;
  } catch {
    return "";
  }
}

/** Offers the repositories of the report. Another one is another page. @param {Config} config @param {string} current */
function choice(config, current) {
  const select = find("repository");
  select.replaceChildren(...config.repositories.map(({ name }) => make("option", { value: name }, name)));
  select.value = current;
  select.addEventListener("change", () => (location.search = `?in=${encodeURIComponent(select.value)}`));
  find("target").hidden = false;
}

start().catch((error) => trouble(error.message));
