/**
 * The part of GitHub's own description of its REST API that we use: finds a request's operation, and validates requests
 * and answers.
 */

import { readFileSync } from "node:fs";

import { Ajv } from "ajv";

/** @typedef {{ name: string, in: "path" | "query", required: boolean, schema: { type?: string } }} Parameter */

/**
 * @typedef {object} Operation
 * @property {string} method
 * @property {string} path a template
 * @property {Parameter[]} parameters
 * @property {object | null} body a schema
 * @property {Record<string, object | null>} responses schemas by status
 */

/** @typedef {{ id: string, parameters: Record<string, string> }} Match */

/** @type {{ source: string, operations: Record<string, Operation>, $defs: object }} made by `extract.js` */
export const description = JSON.parse(readFileSync(new URL("operations.json", import.meta.url), "utf8"));

/** @type {Record<string, import("ajv").Format>} */
const formats = {
  uri: (/** @type {string} */ text) => URL.canParse(text),
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  email: /^[^@]+@[^@]+$/,
  int64: true,
  timestamp: true,
};
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, coerceTypes: false, formats, strictTypes: false });
ajv.addVocabulary(["source", "operations"]);
ajv.addSchema(description, "github");

/** The path segments of each template, `null` for a parameter. */
const TEMPLATES = Object.entries(description.operations).map(([id, { method, path }]) => ({
  id,
  method,
  segments: path.split("/"),
  takesRest: path.endsWith("/{path}"),
}));

/**
 * @param {string} method
 * @param {string} path as in the URL: percent-encoded, normalised
 * @returns {Match | undefined} with decoded parameters
 */
export function findOperation(method, path) {
  const segments = path.replace(/\/+$/, "").split("/");
  for (const template of TEMPLATES.filter((template) => template.method === method)) {
    const parameters = match(template, segments);
    if (parameters) {
      return { id: template.id, parameters };
    }
  }
  return undefined;
}

/**
 * @param {{ segments: string[], takesRest: boolean }} template
 * @param {string[]} segments
 * @returns {Record<string, string> | undefined}
 */
function match({ segments: wanted, takesRest }, segments) {
  const last = wanted.length - 1;
  const given = takesRest && segments.length > last ? [...segments.slice(0, last), segments.slice(last).join("/")] : segments;
  if (given.length !== wanted.length) {
    return undefined;
  }
  /** @type {Record<string, string>} */
  const parameters = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? "";
    if (!segment.startsWith("{") ? value !== segment : value === "") {
      return undefined;
    }
    if (segment.startsWith("{")) {
      parameters[segment.slice(1, -1)] = decodeURIComponent(value);
    }
  }
  return parameters;
}

/**
 * @param {Match} match
 * @param {URLSearchParams} query
 * @param {unknown} body undefined when there is none
 * @returns {string[]} what is not as described
 */
export function checkRequest({ id, parameters }, query, body) {
  const operation = description.operations[id];
  if (!operation) {
    throw new Error(`no operation ${id}`);
  }
  const problems = operation.parameters.flatMap((parameter, index) => {
    const value = parameter.in === "path" ? parameters[parameter.name] : (query.get(parameter.name) ?? undefined);
    return checkParameter(parameter, value, `operations/${escape(id)}/parameters/${index}/schema`);
  });
  const known = new Set(operation.parameters.map(({ name }) => name));
  problems.push(...[...query.keys()].filter((name) => !known.has(name)).map((name) => `query ${name} is not described`));
  if (operation.body) {
    problems.push(...check(`operations/${escape(id)}/body`, body, "body"));
  } else if (body !== undefined) {
    problems.push("there is a body, but none is described");
  }
  return problems;
}

/**
 * @param {Parameter} parameter
 * @param {string | undefined} text
 * @param {string} schema
 */
function checkParameter({ name, required, schema: { type } }, text, schema) {
  if (text === undefined) {
    return required ? [`${name} is missing`] : [];
  }
  return check(schema, type === "integer" && /^\d+$/.test(text) ? Number(text) : text, name);
}

/**
 * @param {string} id
 * @param {number} status
 * @param {unknown} body undefined when there is none
 * @returns {string[]} what is not as described; the description lists only some errors
 */
export function checkResponse(id, status, body) {
  const schema = description.operations[id]?.responses[status];
  if (schema === undefined) {
    return status < 300 ? [`${status} is not described`] : check("$defs/basic-error", body, "answer");
  }
  if (schema === null) {
    return body === undefined ? [] : ["there is a body, but none is described"];
  }
  return check(`operations/${escape(id)}/responses/${status}`, body, "answer");
}

/**
 * @param {string} pointer into the description
 * @param {unknown} value
 * @param {string} what
 * @returns {string[]}
 */
function check(pointer, value, what) {
  const validate = ajv.getSchema(`github#/${pointer}`);
  if (!validate) {
    throw new Error(`no schema at ${pointer}`);
  }
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message}`);
}

/** @param {string} key of a JSON pointer in a URL's fragment */
function escape(key) {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}
