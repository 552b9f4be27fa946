/** Runs the shipped command line as a process: with pipes, or with a pseudo-terminal. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

/** @import { TestContext } from "node:test" */

export const CLI = fileURLToPath(new URL("../../pkg/cli.cjs", import.meta.url));

const home = mkdtempSync(join(tmpdir(), "patch-release-issues-"));
after(() => rmSync(home, { recursive: true, force: true }));

/** An environment without tokens and settings of the machine. */
const ENVIRONMENT = { PATH: process.env.PATH ?? "", HOME: home, TERM: "xterm" };

/**
 * A folder with files.
 *
 * @param {Record<string, string | Buffer>} [files]
 */
export function folder(files = {}) {
  const place = mkdtempSync(join(home, "folder-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

/** @typedef {{ code: number | null, stdout: string, stderr: string }} Ended */

/**
 * Runs a command to its end.
 *
 * @param {string} cwd
 * @param {string[]} words
 * @param {{ input?: string | Buffer, env?: Record<string, string> }} [options]
 * @returns {Ended}
 */
export function run(cwd, words, { input = "", env = {} } = {}) {
  const options = { cwd, input, encoding: /** @type {const} */ ("utf8"), env: { ...ENVIRONMENT, ...env }, maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], options);
  assert.doesNotMatch(stderr, /internal error|^\s+at /m);
  return { code: status, stdout, stderr };
}

/**
 * Runs a command while this process answers its requests.
 *
 * @param {string} cwd
 * @param {string[]} words
 * @param {Record<string, string>} [env]
 * @returns {Promise<Ended>}
 */
export async function runBeside(cwd, words, env = {}) {
  const child = spawn(process.execPath, [CLI, ...words], { cwd, env: { ...ENVIRONMENT, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  assert.doesNotMatch(stderr, /internal error|^\s+at /m);
  return { code, stdout, stderr };
}

/** Python's standard library has pseudo-terminals; Node has none. The first argument is what is typed. */
const TERMINAL = `
import os, pty, sys
typed = sys.argv[1].encode()
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[2], sys.argv[2:])
if typed:
    os.write(terminal, typed)
shown = b""
while True:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        break
    if not chunk:
        break
    shown += chunk
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
`;

/**
 * Runs a command in a pseudo-terminal. Without Python the test is skipped, or fails in CI.
 *
 * @param {TestContext} t
 * @param {string} cwd
 * @param {string[]} words
 * @param {{ typed?: string, env?: Record<string, string> }} [options]
 * @returns {{ code: number | null, shown: string } | null} what the terminal gets; null if the test was skipped
 */
export function runInTerminal(t, cwd, words, { typed = "", env = {} } = {}) {
  if (spawnSync("python3", ["-c", "import pty"]).status !== 0) {
    assert.ok(!process.env.CI, "CI must have python3");
    t.skip("NOT TESTED: there is no python3, so there is no pseudo-terminal");
    return null;
  }
  const options = { cwd, encoding: /** @type {const} */ ("utf8"), env: { ...ENVIRONMENT, ...env }, timeout: 30_000 };
  const { status, stdout } = spawnSync("python3", ["-c", TERMINAL, typed, process.execPath, CLI, ...words], options);
  return { code: status, shown: stdout.replaceAll("\r\n", "\n") };
}
