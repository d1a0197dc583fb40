/* Finding and making elements. */

/**
 * The one element that is there by the page's markup.
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement}
 */
export const one = (selector, within = document) => {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return /** @type {HTMLElement} */ (found);
};

/** All elements. @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
export const all = (selector, within = document) => [
  .../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector)),
];

/** @param {string} id */
export const byId = (id) => document.getElementById(id);

/**
 * An element with its properties and what is inside.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Partial<HTMLElementTagNameMap[T]>} [set] @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export const make = (tag, set = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), set);
  element.append(...inside);
  return element;
};

/**
 * The element that an event came from, or that a node stands in.
 * @param {EventTarget | null | undefined} node
 * @returns {HTMLElement | null}
 */
export const elementOf = (node) => {
  if (!(node instanceof Node)) return null;
  return /** @type {HTMLElement | null} */ (node instanceof Element ? node : node.parentElement);
};

/** @param {EventTarget | null | undefined} node @param {string} selector @returns {HTMLElement | null} */
export const around = (node, selector) => elementOf(node)?.closest(selector) ?? null;
