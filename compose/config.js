/** What `config.json` beside the page says: for which repositories it is, and what they ask for. */

/**
 * @typedef {object} Repository
 * @property {string} name `owner/name`; empty for none
 * @property {string | null} policy the text of its policy file; null for the default rules
 * @property {string | null} template the file name of its Markdown template
 * @property {string[]} releases its tags
 */

/** @typedef {{ server: string, repositories: Repository[] }} Config */

/** @type {Repository} */
const NONE = { name: "", policy: null, template: null, releases: [] };

/** @returns {Promise<Config>} */
export async function readConfig() {
  const response = await fetch("config.json");
  const config = response.ok ? await response.json() : {};
  const server = typeof config.server === "string" ? config.server : "https://github.com";
  /** @type {Repository[]} */
  const repositories = Array.isArray(config.repositories) ? config.repositories.map((/** @type {object} */ one) => ({ ...NONE, ...one })) : [];
  // Only the project's own page is for any repository.
  const asked = config.anyRepository === true ? new URLSearchParams(location.search).get("repository") : null;
  if (asked !== null && /^[\w.-]+\/[\w.-]+$/.test(asked)) {
    repositories.unshift({ ...NONE, name: asked });
  }
  return { server, repositories: repositories.length > 0 ? repositories : [NONE] };
}
