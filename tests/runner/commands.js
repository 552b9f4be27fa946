/**
 * A port of the code with which actions/runner finds commands in a step's output (ActionCommand, ActionCommandManager).
 * It keeps the order of replacements, the white space and the quirks, so it finds exactly what a runner would execute.
 */

/**
 * @typedef {object} Command
 * @property {string} name as written
 * @property {Record<string, string>} properties unescaped
 * @property {string} data unescaped
 */

/** The commands that a runner knows. Letter case is ignored. */
export const COMMANDS = [
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "internal-set-repo-path",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
];

/** White space in .NET. JavaScript's `trim` also removes U+FEFF, but not U+0085. */
export const BLANKS = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
  0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
].map((code) => String.fromCharCode(code));

const KEY = "::";
const PREFIX = "##[";

const DATA = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%25", "%"],
];
const PROPERTY = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%3A", ":"],
  ["%2C", ","],
  ["%25", "%"],
];
const OLD = [
  ["%3B", ";"],
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%5D", "]"],
  ["%25", "%"],
];

/**
 * The commands that a runner executes when a step prints `text`.
 *
 * @param {string} text
 * @returns {Command[]}
 */
export function findCommands(text) {
  return text.split(/\r\n|\r|\n/).flatMap((line) => parseNew(line) ?? parseOld(line) ?? []);
}

/**
 * `::name key=value,…::data`, after white space.
 *
 * @param {string} line
 * @returns {Command | undefined}
 */
function parseNew(line) {
  const text = trimStart(line);
  const end = text.indexOf(KEY, KEY.length);
  if (!text.startsWith(KEY) || end < 0) {
    return undefined;
  }
  const data = unescape(text.slice(end + KEY.length), DATA);
  return command(text.slice(KEY.length, end), ",", PROPERTY, data);
}

/**
 * `##[name key=value;…]data`, anywhere.
 *
 * @param {string} line
 * @returns {Command | undefined}
 */
function parseOld(line) {
  const start = line.indexOf(PREFIX);
  const end = line.indexOf("]", start);
  if (start < 0 || end < 0) {
    return undefined;
  }
  return command(line.slice(start + PREFIX.length, end), ";", OLD, unescape(line.slice(end + 1), OLD));
}

/**
 * @param {string} info
 * @param {string} separator
 * @param {string[][]} mappings
 * @param {string} data
 * @returns {Command | undefined}
 */
function command(info, separator, mappings, data) {
  const space = info.indexOf(" ");
  const name = space < 0 ? info : info.slice(0, space);
  if (!COMMANDS.includes(name.toLowerCase())) {
    return undefined;
  }
  const pairs = space < 0 ? [] : info.slice(space + 1).trim().split(separator).flatMap((text) => pair(text, mappings));
  return { name, properties: Object.fromEntries(pairs), data };
}

/**
 * @param {string} text
 * @param {string[][]} mappings
 * @returns {[string, string][]}
 */
function pair(text, mappings) {
  const [, key, value] = /^=*([^=]+)=(.+)$/s.exec(text) ?? [];
  return key === undefined || value === undefined ? [] : [[key, unescape(value, mappings)]];
}

/**
 * @param {string} text
 * @param {string[][]} mappings
 */
function unescape(text, mappings) {
  return mappings.reduce((rest, [escaped = "", plain = ""]) => rest.replaceAll(escaped, plain), text);
}

/** @param {string} text */
function trimStart(text) {
  let start = 0;
  while (BLANKS.includes(text.charAt(start))) {
    start += 1;
  }
  return text.slice(start);
}
