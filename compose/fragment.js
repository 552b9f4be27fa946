/** The draft in the page's own address. */

/** The longest fragment, in characters, and the longest draft in it, in bytes. */
const LONGEST_FRAGMENT = 100_000;
const LONGEST_DRAFT = 300_000;

/**
 * Takes the draft out of the address, so that it is read once and does not stay there.
 *
 * @returns {Promise<string | null>} its JSON; null if there is none
 * @throws {Error} if there is one that cannot be read
 */
export async function taken() {
  const fragment = location.hash.slice(1);
  if (!fragment.startsWith("d1.")) return null;
  history.replaceState(null, "", location.pathname + location.search);
  if (fragment.length > LONGEST_FRAGMENT) throw new Error("The draft in the address is too long.");
  try {
    return await inflated(bytes(fragment.slice(3)));
  } catch {
    throw new Error("The draft in the address cannot be read.");
  }
}

/** @param {string} text base64url @returns {Uint8Array<ArrayBuffer>} */
function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

/** @param {Uint8Array<ArrayBuffer>} compressed */
async function inflated(compressed) {
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [text, length] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > LONGEST_DRAFT) {
      await reader.cancel();
      throw new Error("too long");
    }
    text += decoder.decode(value, { stream: true });
  }
}
