/** What Node 20.0 lacks of what the shared files use. */

process.getBuiltinModule ??= /** @type {any} */ ((/** @type {string} */ name) => require(name));

URL.parse ??= (url, base) => (URL.canParse(String(url), base) ? new URL(String(url), base) : null);
