// Finds the answer, which is already on the page, and shows it next to the question. Decides nothing.
"use strict";

for (const form of document.querySelectorAll("form")) {
  const section = /** @type {HTMLElement} */ (form.closest(".ask"));
  const repository = /** @type {HTMLElement} */ (form.closest(".repository"));
  const [input, status, panel] = ["input", ".status", ".panel"].map((one) => section.querySelector(one));
  if (!(input instanceof HTMLInputElement && status && panel instanceof HTMLElement)) continue;
  /** @type {Map<string, HTMLElement>} */
  const answers = new Map();
  for (const answer of /** @type {NodeListOf<HTMLElement>} */ (repository.querySelectorAll(".answer"))) {
    answers.set(answer.dataset.version ?? "", answer);
  }

  /**
   * `1.14.2`, `V1.14.2` and `v1.14.2+vendor` are the release v1.14.2.
   *
   * @param {string} text
   */
  const spelled = (text) => `v${text.trim().replace(/^v/i, "").replace(/\+.*$/, "")}`;

  const clear = () => {
    status.textContent = "";
    status.className = "status";
    panel.hidden = true;
    panel.replaceChildren();
  };

  /** @param {HTMLElement} answer */
  const show = (answer) => {
    const [headline, ...rest] = [...answer.children].map((child) => /** @type {Element} */ (child.cloneNode(true)));
    status.textContent = headline?.textContent ?? "";
    status.className = `status ${answer.className}`;
    panel.replaceChildren(...rest);
    panel.hidden = rest.length === 0;
    history.replaceState(null, "", `#${answer.id}`);
  };

  /** @param {string} version */
  const explain = (version) => {
    clear();
    const known = [...answers.keys()].filter((one) => one.startsWith(`${version}.`));
    const vendor = /^(v\d+\.\d+\.\d+)-(?!(alpha|beta|rc)(?![a-z]))/i.exec(version);
    const [, branch] = /^(v\d+\.\d+)\.\d+/.exec(version) ?? [];
    const branches = [...new Set([...answers.keys()].map((one) => one.split(".", 2).join(".")))].join(", ");
    if (known.length > 0) status.textContent = `${version} is a branch. Its releases: ${known.join(", ")}.`;
    else if (vendor) status.textContent = `${version} is a vendor's build: ask about ${vendor[1]}.`;
    else if (branch === undefined) status.textContent = `Write a release such as ${input.placeholder}.`;
    else status.textContent = `This page has no release ${version}. It covers ${branches}.`;
  };

  /** Answers as if a version were typed and sent. @param {string} text */
  const ask = (text) => {
    const version = spelled(text);
    const answer = answers.get(version);
    if (answer) show(answer);
    else explain(version);
  };

  /**
   * Answers to a link such as `#v1.9.4`, `#1.9.4` or `#v1.9`; what the page itself has at that place is left alone.
   *
   * @param {string} hash
   */
  const follow = (hash) => {
    const [prefix] = repository.id.split("top");
    const [, version] = /^#(?:r\d+-)?(v?\d+\.\d[^]*)$/i.exec(hash) ?? [];
    if (version === undefined || hash !== `#${prefix}${version}`) return false;
    input.value = version;
    ask(version);
    repository.scrollIntoView({ block: "start" });
    return true;
  };

  input.addEventListener("input", () => {
    const answer = answers.get(spelled(input.value));
    if (answer) show(answer);
    else clear();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(input.value);
  });
  repository.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && isPlain && follow(link.hash)) event.preventDefault();
  });
  addEventListener("hashchange", () => follow(location.hash));
  addEventListener("load", () => requestAnimationFrame(() => follow(location.hash)));
  form.hidden = false;
}

// Opens closed details for printing, in browsers where the style cannot do so.
/** @type {HTMLDetailsElement[]} */
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details")].filter((one) => !one.open);
  for (const one of closed) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of closed) one.open = false;
});
