/**
 * GitHub's GraphQL API: its real schema, executed on the state.
 */

import { readFileSync } from "node:fs";

import { buildSchema, execute, parse, responsePathAsArray, validate } from "graphql";

import { GraphqlRefusal, Unsupported } from "./graphql-refusal.js";
import { queryRoot } from "./nodes.js";

/** @import { DocumentNode, GraphQLError, GraphQLFieldResolver, GraphQLSchema } from "graphql" */
/** @import { Viewer } from "./nodes.js" */

/** @typedef {{ query: string, variables?: Record<string, unknown> | null, operationName?: string | null }} Question */

/** Not loaded with the package's own function, which also reads five megabytes of JSON. */
const SCHEMA = new URL("schema.graphql", import.meta.resolve("@octokit/graphql-schema"));

/** @type {GraphQLSchema | undefined} reading it takes a third of a second */
let schema;

/** @type {Map<string, { document?: DocumentNode, errors: readonly GraphQLError[] }>} */
const known = new Map();

/**
 * @param {Viewer} viewer
 * @param {Question} question
 * @returns {{ data?: unknown, errors?: unknown[] }} the answer's body
 */
export function answerGraphql(viewer, { query, variables, operationName }) {
  schema ??= buildSchema(readFileSync(SCHEMA, "utf8"), { assumeValid: true, noLocation: true });
  const { document, errors: mistakes } = read(schema, query);
  if (!document || mistakes.length > 0) {
    viewer.forge.journal.violations.push(...mistakes.map(({ message }) => `graphql: ${message}`));
    return { errors: mistakes.map(tellError) };
  }
  const { data, errors = [] } = /** @type {import("graphql").ExecutionResult} */ (
    execute({ schema, document, rootValue: queryRoot(viewer), variableValues: variables, operationName, contextValue: viewer, fieldResolver })
  );
  for (const error of errors) {
    failLoudly(viewer, error);
  }
  return { ...(data === undefined ? {} : { data }), ...(errors.length > 0 ? { errors: errors.map(tellError) } : {}) };
}

/**
 * @param {GraphQLSchema} schema
 * @param {string} query
 */
function read(schema, query) {
  const before = known.get(query);
  if (before) {
    return before;
  }
  const result = parseAndValidate(schema, query);
  known.set(query, result);
  return result;
}

/**
 * @param {GraphQLSchema} schema
 * @param {string} query
 */
function parseAndValidate(schema, query) {
  try {
    const document = parse(query);
    return { document, errors: validate(schema, document) };
  } catch (error) {
    return { errors: [/** @type {GraphQLError} */ (error)] };
  }
}

/**
 * A member that the state lacks is an error of the fake.
 *
 * @type {GraphQLFieldResolver<Record<string, unknown>, Viewer>}
 */
function fieldResolver(source, args, { faults }, { parentType, fieldName, path }) {
  if (!(fieldName in source)) {
    throw new Unsupported(`${parentType.name}.${fieldName}`);
  }
  const fault = faults.take({ name: `${parentType.name}.${fieldName}`, args, path: responsePathAsArray(path).join(".") });
  if (fault) {
    return fault();
  }
  const value = source[fieldName];
  return typeof value === "function" ? value(args) : value;
}

/**
 * In a field, only a refusal is GitHub's answer, and everything else is a bug of the fake. Outside fields, the client's
 * variables are invalid, such as a number of more than 32 bits.
 *
 * @param {Viewer} viewer
 * @param {GraphQLError} error
 */
function failLoudly({ forge }, { originalError, path, message }) {
  if (!path) {
    forge.journal.violations.push(`graphql: ${message}`);
  } else if (!(originalError instanceof GraphqlRefusal)) {
    throw new Error(`the fake cannot answer: ${message}`, { cause: originalError });
  }
}

/** @param {GraphQLError} error */
function tellError({ originalError, path, locations, message }) {
  const type = originalError instanceof GraphqlRefusal ? originalError.type : undefined;
  return {
    ...(type ? { type } : {}),
    ...(path ? { path } : {}),
    ...(type === "FORBIDDEN" ? { extensions: { saml_failure: false } } : {}),
    ...(locations ? { locations } : {}),
    message,
  };
}
