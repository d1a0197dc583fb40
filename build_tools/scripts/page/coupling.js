/* A sentence and its rows belong together, both ways. Two strengths: .on comes and goes with pointer and focus, .at
   is what was chosen: by a tap, a click, an arrival. */
import { blockIdOf, isSentence } from "../anchor.js";
import { all, around, byId } from "./dom.js";
import { isByKey } from "./keyboard.js";
import { article } from "./unit_page.js";
import { words } from "./words.js";

/** @param {string} id */
export const rowsOf = (id) => all(`.row[data-s~="${id}"]`);

/** The sentences or the head that a row belongs to. @param {HTMLElement} row */
export const ownersOf = (row) => (row.dataset.s ?? "").split(" ");

/**
 * The addresses of what an element of the page stands for: a sentence, a row, a note's sign.
 * @param {EventTarget | null} node
 */
const meant = (node) => {
  const element = around(node, ".sentence,.row,.ref");
  if (!element) return [];
  if (element.matches(".sentence")) return [element.id];
  const row = element.matches(".ref") ? byId(/** @type {HTMLAnchorElement} */ (element).hash.slice(1)) : element;
  return row ? ownersOf(row) : [];
};

/** @param {string[]} ids @param {"on" | "at"} name */
const mark = (ids, name) => {
  for (const marked of all(`.sentence.${name},.row.${name},h1.${name},h2.${name},h3.${name},h4.${name}`)) {
    marked.classList.remove(name);
  }
  for (const id of ids) for (const element of [byId(id), ...rowsOf(id)]) element?.classList.add(name);
};

let chosen = "";

/** What was chosen last, "" for nothing. */
export const chosenUnit = () => chosen;

/** Choose a sentence or a head; "" chooses nothing. @param {string} id */
export const choose = (id) => {
  chosen = id;
  mark(id ? [id] : [], "at");
  for (const line of all(".aids>summary[data-here]")) line.removeAttribute("data-here");
  const line = id && isSentence(id) ? document.querySelector(`[id="aids-${blockIdOf(id)}"]>summary`) : null;
  const count = rowsOf(id).length;
  if (line && count) line.setAttribute("data-here", words("here_rows", { count }));
  dispatchEvent(new CustomEvent("choose"));
};

/** Marks follow the pointer of a mouse and the focus of a keyboard. */
export const startCoupling = () => {
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "mouse") mark(meant(target), "on");
  });
  document.addEventListener("focusin", ({ target }) => {
    if (isByKey(target)) mark(meant(target), "on");
  });
  document.addEventListener("focusout", () => mark([], "on"));
  article.addEventListener("pointerleave", () => mark([], "on"));
};
