/** Drafts in the browser's storage, by the page's path and the repository. Withheld drafts never come here. */

/** @import { Text } from "./draft.js" */

/** How long a draft is kept, in milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** A folder and its page are one path. */
const START = `patch-release-issues ${location.pathname.replace(/index\.html$/, "")} `;

/** @returns {Storage | null} null where the browser keeps nothing */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/**
 * The kept drafts of a repository. Those that are too old are deleted, of every repository.
 *
 * @param {string} repository
 * @returns {{ id: string, text: Text, saved: number }[]} the oldest first
 */
export function kept(repository) {
  const found = [];
  for (const key of Object.keys(storage() ?? {})) {
    if (!key.startsWith(START)) continue;
    const draft = read(key);
    if (draft === null || !(Date.now() - draft.saved < KEPT)) {
      storage()?.removeItem(key);
    } else if (key.startsWith(`${START}${repository} `)) {
      found.push({ ...draft, id: key.slice(`${START}${repository} `.length) });
    }
  }
  return found.sort((one, other) => Number(one.id) - Number(other.id));
}

/** @param {string} key @returns {{ text: Text, saved: number } | null} */
function read(key) {
  try {
    const { text, saved } = JSON.parse(storage()?.getItem(key) ?? "");
    const isText = [text.title, text.body].every((one) => typeof one === "string") && Array.isArray(text.labels);
    return isText && typeof saved === "number" ? { text, saved } : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} repository
 * @param {string} id
 * @param {Text} text
 * @returns {boolean} whether it could be kept
 */
export function keep(repository, id, text) {
  try {
    storage()?.setItem(`${START}${repository} ${id}`, JSON.stringify({ saved: Date.now(), text }));
    return storage() !== null;
  } catch {
    return false;
  }
}

/**
 * @param {string} repository
 * @param {string} id
 */
export function forget(repository, id) {
  storage()?.removeItem(`${START}${repository} ${id}`);
}
