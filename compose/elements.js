/** Makes and finds elements. Text is always text. */

/**
 * @param {string} name
 * @param {Record<string, string | boolean | ((event: Event) => void)>} attributes an event's name begins with `on`
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children);
  return element;
}

/**
 * The element with this id.
 *
 * @param {string} id
 * @returns {any}
 */
export function find(id) {
  return document.getElementById(id);
}

/**
 * Replaces the children of an element, unless nothing changes.
 *
 * @param {HTMLElement} parent
 * @param {unknown} data what the children are made from
 * @param {() => (Node | string)[]} children
 */
export function show(parent, data, children) {
  const text = JSON.stringify(data);
  if (shown.get(parent) !== text) {
    shown.set(parent, text);
    parent.replaceChildren(...children());
  }
}

/** @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();
