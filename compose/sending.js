/** What becomes of a draft: it is opened, copied, shared or forgotten. */

import { find } from "./elements.js";

/** @import { Repository } from "./config.js" */

/**
 * Shows where the draft can be opened.
 *
 * @param {{ address: string | null, choose: string | null }} opening
 * @param {Repository} repository
 * @param {boolean} isWithheld
 */
export function showOpening({ address, choose }, { name, template }, isWithheld) {
  const link = find("open");
  const target = isWithheld ? null : address ?? choose;
  link.hidden = target === null;
  if (target === null) {
    link.removeAttribute("href");
  } else {
    link.href = target;
    link.textContent = address === null ? `Open a new issue in ${name}` : `Open in ${name}`;
  }
  find("how").textContent = how({ address, choose }, template, isWithheld);
}

/**
 * @param {{ address: string | null, choose: string | null }} opening
 * @param {string | null} template
 * @param {boolean} isWithheld
 */
function how({ address, choose }, template, isWithheld) {
  if (isWithheld) return "Copy the description yourself, and take care where you paste it.";
  if (address !== null) return "GitHub shows the issue filled in. Nothing is sent before you submit it there.";
  if (choose === null) return "Copy the description, and paste it into a new issue of your repository.";
  if (template === null) return "Copy the description, open a new issue, choose the form for patch releases and paste it there.";
  return "This draft is too long for an address. Copy the description, open a new issue and paste it there.";
}

/**
 * @param {string} text
 * @returns {Promise<string>} what happened, as a sentence
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return "The description is copied.";
  } catch {
    return "The browser does not allow copying. Select the description in Markdown, and copy it there.";
  }
}

/**
 * Shows the address of a draft. It becomes the page's own address only in the field, not in the browser's history.
 *
 * @param {string} fragment
 * @returns {Promise<string>} what happened, as a sentence
 */
export async function showShared(fragment) {
  const field = find("address");
  field.value = `${location.origin}${location.pathname}${location.search}#${fragment}`;
  find("shared").hidden = false;
  field.select();
  const said = await copy(field.value);
  return said.startsWith("The description") ? "The address of the draft is copied. Whoever has it can read the draft." : "Copy the address of the draft from the field.";
}

/** Hides the address of an earlier text. */
export function hideShared() {
  find("shared").hidden = true;
  find("address").value = "";
}
