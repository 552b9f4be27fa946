/**
 * A port of the code with which actions/runner reads the file in `GITHUB_OUTPUT` (EnvFileKeyValuePairs), on systems
 * where lines end with LF.
 */

/**
 * @param {string} text
 * @returns {[name: string, value: string][]} in order; a runner keeps the last value of a name
 * @throws {Error} if a runner would fail the step
 */
export function readFileCommands(text) {
  const lines = text.split("\n");
  // Text after the last line end is a line only if it is not empty.
  if (lines.at(-1) === "") {
    lines.pop();
  }
  /** @type {[string, string][]} */
  const pairs = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line === "") {
      continue;
    }
    const heredoc = opener(line);
    if (heredoc === undefined) {
      pairs.push(assignment(line));
      continue;
    }
    const end = lines.indexOf(heredoc.delimiter, index + 1);
    if (end < 0) {
      throw new Error(`no line is the delimiter of ${JSON.stringify(line)}`);
    }
    pairs.push([heredoc.name, lines.slice(index + 1, end).join("\n")]);
    index = end;
  }
  return pairs;
}

/** @param {string} line */
function opener(line) {
  const equals = line.indexOf("=");
  const start = line.indexOf("<<");
  if (start < 0 || (equals >= 0 && equals < start)) {
    return undefined;
  }
  const [name, delimiter] = [line.slice(0, start), line.slice(start + 2)];
  if (name === "" || delimiter === "") {
    throw new Error(`neither name nor delimiter may be empty: ${JSON.stringify(line)}`);
  }
  return { name, delimiter };
}

/**
 * @param {string} line
 * @returns {[string, string]}
 */
function assignment(line) {
  const equals = line.indexOf("=");
  if (equals < 0) {
    throw new Error(`neither NAME=VALUE nor NAME<<DELIMITER: ${JSON.stringify(line)}`);
  }
  return [line.slice(0, equals), line.slice(equals + 1)];
}
