/**
 * Extracts the operations that we use from GitHub's own description of its REST API, and writes `operations.json`.
 *
 *     npm install --ignore-scripts --prefix FOLDER @octokit/openapi@VERSION
 *     node tests/fake-github/extract.js FOLDER/node_modules/@octokit/openapi
 *
 * The package has 385 MB, so it is installed only for this and then removed. Texts for people are left out. `nullable`
 * of OpenAPI 3.0 is translated to JSON Schema. The bodies of requests are closed, because the description leaves them
 * open and would accept `{"lables": []}`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {any} Json a part of the description, of any shape */

const OPERATIONS = [
  "issues/add-labels",
  "issues/create-comment",
  "issues/create-label",
  "issues/delete-comment",
  "issues/get",
  "issues/list-comments",
  "issues/remove-all-labels",
  "issues/remove-label",
  "issues/update",
  "issues/update-comment",
  "reactions/create-for-issue-comment",
  "repos/get-content",
];

/** The keywords of a schema that validate. The others are for people or generators. */
const KEYWORDS = new Set(
  ("$ref type format enum const properties required additionalProperties items minItems maxItems minLength maxLength " +
    "pattern minimum maximum allOf anyOf oneOf not").split(" "),
);

const folder = process.argv[2];
if (!folder) {
  throw new Error("usage: node tests/fake-github/extract.js FOLDER, where @octokit/openapi is installed");
}
const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const [copyright] = /Copyright.*/.exec(readFileSync(join(folder, "LICENSE"), "utf8")) ?? [];
/** @type {Json} */
const description = JSON.parse(readFileSync(join(folder, "generated/api.github.com.json"), "utf8"));
const found = Object.fromEntries([...allOperations()].filter(([id]) => OPERATIONS.includes(id)).sort());
for (const id of OPERATIONS.filter((id) => !(id in found))) {
  throw new Error(`the description has no operation ${id}`);
}
const extract = { source: `${name} ${version}, ${license}, ${copyright}`, operations: found, $defs: definitions(found) };
writeFileSync(new URL("operations.json", import.meta.url), `${JSON.stringify(extract, null, 1)}\n`);

/** @returns {Iterable<[id: string, operation: Json]>} */
function* allOperations() {
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      yield [operation.operationId, readOperation(method, path, operation)];
    }
  }
}

/**
 * @param {string} method
 * @param {string} path a template, such as `/repos/{owner}/{repo}`
 * @param {Json} operation
 */
function readOperation(method, path, operation) {
  const { content } = operation.requestBody ? resolve(operation.requestBody) : {};
  const body = content?.["application/json"]?.schema;
  return {
    method: method.toUpperCase(),
    path,
    parameters: (operation.parameters ?? []).map(resolve).map(readParameter),
    body: body ? close(convert(body)) : null,
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => [status, readResponse(resolve(response))]),
    ),
  };
}

/** @param {Json} parameter */
function readParameter({ name, in: place, required = false, schema }) {
  return { name, in: place, required, schema: convert(schema) };
}

/**
 * @param {Json} response
 * @returns {Json} the schema of its JSON; null if it has none
 */
function readResponse({ content = {} }) {
  const schema = content["application/json"]?.schema;
  return schema ? convert(schema) : null;
}

/**
 * @param {Json} part
 * @returns {Json} the target of a reference, or the value itself
 */
function resolve(part) {
  return typeof part.$ref === "string" ? resolve(lookUp(part.$ref)) : part;
}

/**
 * @param {string} reference such as `#/components/parameters/owner`
 * @returns {Json}
 */
function lookUp(reference) {
  return reference.slice(2).split("/").reduce((part, key) => part[key], description);
}

/**
 * @param {Json} schema of OpenAPI 3.0
 * @returns {Json} JSON Schema, draft 7
 */
function convert(schema) {
  /** @type {Json} */
  const converted = {};
  for (const [keyword, value] of Object.entries(schema).filter(([keyword]) => KEYWORDS.has(keyword))) {
    converted[keyword] = convertKeyword(keyword, value);
  }
  return schema.nullable ? { anyOf: [converted, { type: "null" }] } : converted;
}

/**
 * @param {string} keyword
 * @param {Json} value
 * @returns {Json}
 */
function convertKeyword(keyword, value) {
  if (keyword === "$ref") {
    return value.replace("#/components/schemas/", "#/$defs/");
  }
  if (keyword === "properties") {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, convert(schema)]));
  }
  if (["allOf", "anyOf", "oneOf"].includes(keyword)) {
    return value.map(convert);
  }
  return typeof value === "object" && !Array.isArray(value) ? convert(value) : value;
}

/**
 * @param {Json} schema
 * @returns {Json} the same schema, with additional members forbidden in objects
 */
function close(schema) {
  if (typeof schema !== "object" || schema === null) {
    return schema;
  }
  if (Array.isArray(schema)) {
    return schema.map(close);
  }
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]));
  return schema.type === "object" && schema.properties ? { ...closed, additionalProperties: false } : closed;
}

/**
 * @param {Json} operations
 * @returns {Json} every schema that they refer to, directly or indirectly
 */
function definitions(operations) {
  /** @type {Json} */
  const known = {};
  const waiting = [operations];
  for (const part of waiting) {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (!(name in known)) {
        known[name] = convert(description.components.schemas[name]);
        waiting.push(known[name]);
      }
    }
  }
  return Object.fromEntries(Object.entries(known).sort());
}
