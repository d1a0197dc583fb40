/* The page of a document: its units, their places, the addresses of its sibling pages. */
import { all, around, byId } from "./dom.js";

/**
 * What the page says of itself for scripts (render/citing.py).
 * @typedef {object} PageCitation
 * @property {string} document @property {string} page
 * @property {string} title @property {string} short @property {string} issuer @property {string} date @property
 * {string} dated
 * @property {Record<string, string>} heads the places of heads by address
 * @property {Record<string, string>} pages the page of an address, by its longest prefix that is here
 */

const block = byId("page-citation");

/** @type {PageCitation | null} */
export const page = block && JSON.parse(block.textContent);
export const article = /** @type {HTMLElement} */ (document.querySelector("article"));

/** @param {PageCitation} of */
const fullPath = (of) => new RegExp(`/${of.document}/full(/|/index\\.html|\\.html)$`);

/**
 * The address of a unit on a page of this document, "full" for the lasting one: by the links that stand on the page.
 * @param {PageCitation} of @param {string} name @param {string} anchor
 */
export const addressOf = (of, name, anchor) => {
  const here = new URL(location.href),
    full = fullPath(of);
  here.search = "";
  if (name !== of.page) {
    const links = /** @type {HTMLAnchorElement[]} */ (all("a[href]", article));
    const path = [here.pathname, ...links.map((a) => a.pathname)].find((known) => full.test(known));
    if (!path) return null;
    const sibling = (/** @type {string} */ end) => (name !== "index" ? name + end : end === "/" ? "" : "index.html");
    here.pathname = path.replace(/full(\/|\/index\.html|\.html)$/, (_, end) => sibling(end));
  }
  here.hash = anchor;
  return here.href;
};

/** The block that a node stands in. @param {Node} node */
export const blockOf = (node) => /** @type {HTMLElement} */ (around(node, "p,li,h1,h2,h3,h4,h5,h6,table"));

/** @param {EventTarget | null} node */
export const sentenceAt = (node) => around(node, "article .sentence");

/** @param {HTMLElement} unit */
export const sentencesOf = (unit) => all(".sentence", unit);

/** How a unit's place is cited: 二（一）第2段第3句. @param {HTMLElement} unit @returns {string} */
export const placeOf = (unit) => {
  if (unit.classList.contains("sentence")) {
    const whole = blockOf(unit);
    return `${placeOf(whole)}第${sentencesOf(whole).indexOf(unit) + 1}句`;
  }
  return page?.heads[unit.id] ?? (unit.querySelector(".num")?.ariaLabel ?? "").replace(/^[^：]*：/, "");
};

/** The official text of a unit, without its mark. @param {HTMLElement} unit */
export const textOf = (unit) => {
  const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!around(node, ".aid,.headerlink,.marker")) text += node.data;
  }
  return text.trim();
};

/** What the page is called in the site. */
export const canonical = () =>
  /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href ?? null;
