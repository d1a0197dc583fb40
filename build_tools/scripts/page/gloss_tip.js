/* The gloss of a term: text from the list at the page's end, shown on hover, focus and tap, closed with Esc. */
import { all, make } from "./dom.js";
import { glossOf } from "./gloss.js";
import { words } from "./words.js";

const tip = make("div", { id: "gloss-tip", role: "tooltip", hidden: true });
/** @type {HTMLAnchorElement | null} */
let shownFor = null;
let closing = 0;

const hide = () => {
  tip.hidden = true;
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
};
const later = () => {
  closing = setTimeout(hide, 250);
};
const stay = () => clearTimeout(closing);

/** Below the term, above it where there is no room. @param {HTMLElement} term */
const place = (term) => {
  const at = term.getClientRects()[0],
    right = document.documentElement.clientWidth - tip.offsetWidth - 8;
  const below = at.bottom + tip.offsetHeight + 8 < innerHeight;
  tip.style.left = `${Math.max(8, Math.min(at.left, right)) + scrollX}px`;
  tip.style.top = `${(below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + scrollY}px`;
};

/** @param {HTMLAnchorElement} term */
const show = (term) => {
  stay();
  const gloss = glossOf(term);
  if (!gloss || shownFor === term) return;
  hide();
  tip.textContent = gloss.textContent;
  tip.append(" ", make("a", { href: term.href, textContent: words("gloss_more") }));
  tip.hidden = false;
  place(term);
  term.setAttribute("aria-describedby", tip.id);
  shownFor = term;
};

/** @param {HTMLAnchorElement} term */
const explain = (term) => {
  let touched = false;
  term.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse" && shownFor !== term;
  });
  term.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") show(term);
  });
  term.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") later();
  });
  term.addEventListener("focus", () => show(term));
  term.addEventListener("blur", later);
  term.addEventListener("click", (event) => {
    if (!touched) return;
    event.preventDefault();
    show(term);
  });
};

export const startGlosses = () => {
  const terms = /** @type {HTMLAnchorElement[]} */ (all("a.term"));
  if (!terms.length) return;
  document.body.append(tip);
  terms.forEach(explain);
  tip.addEventListener("pointerenter", stay);
  tip.addEventListener("pointerleave", later);
  tip.addEventListener("focusin", stay);
  tip.addEventListener("focusout", later);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !tip.contains(event.target) && event.target !== shownFor) hide();
  });
};
