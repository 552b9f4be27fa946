/** Reads and writes files, and standard input. */

import { chmodSync, closeSync, fsyncSync, mkdtempSync, openSync, readSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { Stop, codeOf } from "./stop.js";

/** The largest input, in bytes. GitHub's longest description has 65,536 characters. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The largest report, in bytes. */
export const MOST_OF_REPORT = 64 * 1024 * 1024;

/**
 * Reads text. A device or a pipe may have no end, so that no more than the limit is read of anything.
 *
 * @param {string | 0} file a path, or standard input
 * @param {number} [most] bytes
 * @returns {{ text: string, mark: string }} the text, and the byte order mark before it, or nothing
 * @throws {Stop} that says why it cannot be read
 */
export function readText(file, most = MOST_BYTES) {
  const bytes = readBytes(file, most);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith("\uFEFF") ? { text: text.slice(1), mark: "\uFEFF" } : { text, mark: "" };
  } catch {
    throw new Stop("it is not text in UTF-8");
  }
}

/**
 * @param {string | 0} file
 * @param {number} most
 */
function readBytes(file, most) {
  let descriptor;
  try {
    descriptor = file === 0 ? 0 : openSync(file, "r");
    return readAll(descriptor, most);
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(`it cannot be read (${codeOf(error)})`);
  } finally {
    if (descriptor) {
      closeSync(descriptor);
    }
  }
}

/**
 * @param {number} descriptor
 * @param {number} most
 */
function readAll(descriptor, most) {
  const chunks = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    const count = readSome(descriptor, chunk);
    if (count === 0) {
      return Buffer.concat(chunks, length);
    }
    chunks.push(chunk.subarray(0, count));
    length += count;
    if (length > most) {
      throw new Stop(`it is larger than ${most / 1024 / 1024} MiB`);
    }
  }
}

/**
 * @param {number} descriptor
 * @param {Buffer} chunk
 */
function readSome(descriptor, chunk) {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      if (codeOf(error) === "EOF") {
        return 0;
      }
      if (codeOf(error) !== "EAGAIN") {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/**
 * Replaces a file as a whole: at every moment it has its old text or its new one. A link stays a link.
 *
 * @param {string} path
 * @param {string} text
 * @throws {Stop} when it cannot be written; it is as it was then
 */
export function replaceFile(path, text) {
  let folder;
  try {
    const file = realpathSync(path);
    folder = mkdtempSync(join(dirname(file), `.${basename(file)}-`));
    const fresh = join(folder, basename(file));
    const descriptor = openSync(fresh, "wx");
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    chmodSync(fresh, statSync(file).mode);
    renameSync(fresh, file);
  } catch (error) {
    throw new Stop(`${path}: it cannot be written (${codeOf(error)})`);
  } finally {
    if (folder !== undefined) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
