/**
 * The parts of GitHub's issue forms that ours needs: what a form may contain, and the description that a submitted form
 * results in. Facts, from "Syntax for GitHub's form schema", "Common validation errors when creating issue forms" and
 * issues made by forms:
 *
 * - each field but markdown becomes `### Label`, a blank line, its value, and a blank line; markdown is not submitted;
 * - a text area with `render` becomes a code fence with that word; it is plain text otherwise;
 * - a field left blank becomes `_No response_`; if it has `render`, it sometimes becomes an empty fence;
 * - `value` is text that the author finds in the field and can leave there; `placeholder` is not submitted;
 * - `validations.required` is not enforced in private repositories;
 * - a browser sends typed text with CRLF.
 */

import { parse } from "yaml";

/**
 * @typedef {object} Field
 * @property {string} type
 * @property {string} [id]
 * @property {{ label?: string, description?: string, placeholder?: string, value?: string, render?: string, options?: string[] }} attributes
 * @property {{ required?: boolean }} [validations]
 */

/** @typedef {{ name: string, description: string, labels: string[], title?: string, body: Field[] }} Form */

/**
 * @param {string} text
 * @returns {Form}
 */
export function readForm(text) {
  return parse(text, { strict: true, uniqueKeys: true });
}

/**
 * The errors that GitHub would show on the form's page.
 *
 * @param {Form} form
 * @returns {string[]}
 */
export function mistakes({ name, description, labels, title = "", body, ...others }) {
  const fields = body.filter(({ type }) => type !== "markdown");
  const ids = body.flatMap(({ id }) => id ?? []);
  const names = fields.map(({ attributes }) => (attributes.label ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-"));
  const checks = {
    "a name and a description are needed": [name, description].every(isText),
    "a top-level key is unknown": Object.keys(others).length === 0,
    "labels are strings": labels.every(isText),
    "the title is a string": typeof title === "string",
    "a field that is not markdown is needed": fields.length > 0,
    "ids are letters, digits, - and _": ids.every((id) => /^[\w-]+$/.test(id)),
    "ids are unique": new Set(ids).size === ids.length,
    "labels are unique, and not too similar": new Set(names).size === names.length,
  };
  const broken = Object.entries(checks).filter(([, holds]) => !holds);
  return [...broken.map(([check]) => check), ...body.flatMap(mistakesOfField)];
}

const ATTRIBUTES = new Map([
  ["dropdown", ["label", "description", "options"]],
  ["input", ["label", "description", "placeholder", "value"]],
  ["markdown", ["value"]],
  ["textarea", ["label", "description", "placeholder", "value", "render"]],
]);

/** @param {Field} field */
function mistakesOfField({ type, id, attributes, validations = {}, ...others }) {
  const known = ATTRIBUTES.get(type) ?? [];
  const checks = {
    "the type is unknown": ATTRIBUTES.has(type),
    "a key is unknown": Object.keys(others).length === 0 && Object.keys(validations).every((key) => key === "required"),
    "an attribute is unknown": Object.keys(attributes).every((key) => known.includes(key)),
    "attributes are strings": Object.entries(attributes).every(([name, value]) => name === "options" || isText(value)),
    "options are different strings": type !== "dropdown" || areOptions(attributes.options),
    "label or value is missing": isText(attributes[type === "markdown" ? "value" : "label"]),
    "required is a boolean": typeof (validations.required ?? false) === "boolean",
    "markdown has no id": type !== "markdown" || id === undefined,
  };
  return Object.entries(checks).flatMap(([check, holds]) => (holds ? [] : `${id ?? type}: ${check}`));
}

/** @param {string[] | undefined} options */
function areOptions(options = []) {
  return options.length > 0 && options.every(isText) && new Set(options).size === options.length;
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string" && value.trim() !== "";
}

/**
 * The description that GitHub makes from a submitted form.
 *
 * @param {Form} form
 * @param {Record<string, string | undefined>} answers by id; the other fields keep the form's values
 * @param {{ blank?: "_No response_" | "", end?: string }} [variant] what a blank field with `render` becomes; line ends
 */
export function submit({ body }, answers, { blank = "_No response_", end = "\n" } = {}) {
  const fields = body.filter(({ type }) => type !== "markdown");
  const texts = fields.map(({ id = "", attributes: { label, value = "", render } }) => {
    const text = (answers[id] ?? value).replaceAll("\n", end);
    return `### ${label}\n\n${submitted(text, render, blank)}`;
  });
  return texts.join("\n\n");
}

/**
 * @param {string} text
 * @param {string | undefined} render
 * @param {string} blank
 */
function submitted(text, render, blank) {
  if (text.trim() === "" && (blank !== "" || !render)) {
    return "_No response_";
  }
  return render ? `\`\`\`${render}\n${text}\n\`\`\`` : text;
}
