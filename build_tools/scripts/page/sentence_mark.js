/* What opens the menu: the number of every paragraph and head, and one button for all sentences. At a desk it comes
   where the pointer rests, a click chose or text is selected, small, between two lines. Elsewhere the sheet shares
   as well; for what is selected there the button lies at the foot of the screen, in place of the bar. */
import { isUnit } from "../anchor.js";
import { all, around, make } from "./dom.js";
import { isByKey } from "./keyboard.js";
import { say } from "./notice.js";
import { desk } from "./screen.js";
import { article, blockOf, placeOf, sentenceAt } from "./unit_page.js";
import { words } from "./words.js";

/** @typedef {import("./menu_opener.js").MenuOpener} MenuOpener */

class SentenceMark {
  button = make("button", { id: "share-dot", type: "button", hidden: true });
  /** @type {HTMLElement | null} */
  marked = null;
  waiting = 0;

  /** @param {MenuOpener} menu */
  constructor(menu) {
    this.menu = menu;
    menu.opensFrom(this.button, () => this.marked);
    menu.box.before(this.button);
  }

  /** @param {() => void} act @param {number} wait */
  later(act, wait) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(act, wait);
  }

  hide() {
    if (this.menu.box.hidden && document.activeElement !== this.button) this.button.hidden = true;
  }

  hideSoon() {
    this.later(() => this.hide(), 800);
  }

  /**
   * At the end of a unit, or of what is selected in it: in the middle between that line and the next, so that it
   * covers neither. Away from a desk the style sheet has the last word.
   * @param {HTMLElement | null} unit @param {Range} [range]
   */
  show(unit, range) {
    if (!unit || !this.menu.box.hidden) return;
    const { button } = this,
      at = [...(range ?? unit).getClientRects()].at(-1);
    if (!at) return;
    this.marked = unit;
    button.ariaLabel = words("share", { place: placeOf(unit) });
    button.textContent = words(desk.matches ? "sign" : "cite_and_share");
    button.hidden = false;
    const line = parseFloat(getComputedStyle(unit).lineHeight) || at.height;
    button.style.left = `${at.right - 4 + scrollX}px`;
    button.style.top = `${(at.top + at.bottom + line) / 2 + scrollY}px`;
  }

  /** @param {PointerEvent} event */
  onPointer({ pointerType, buttons, target }) {
    const over = desk.matches && pointerType === "mouse" && !buttons ? sentenceAt(target) : null;
    if (over) this.later(() => this.show(over), this.button.hidden || over === this.marked ? 250 : 500);
  }

  onSelection() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0),
      first = sentenceAt(range.startContainer);
    if (first) this.show(first.contains(range.endContainer) ? first : blockOf(first), range);
  }

  listen() {
    const { button, menu } = this;
    article.addEventListener("pointerover", (event) => this.onPointer(event));
    article.addEventListener("pointerleave", () => this.hideSoon());
    button.addEventListener("pointerenter", () => clearTimeout(this.waiting));
    button.addEventListener("pointerleave", () => this.hideSoon());
    article.addEventListener("focusin", ({ target }) => {
      if (desk.matches && isByKey(target)) this.show(sentenceAt(target));
    });
    article.addEventListener("click", ({ target }) => {
      if (desk.matches && !around(target, "a,summary") && getSelection()?.isCollapsed) this.show(sentenceAt(target));
    });
    document.addEventListener("selectionchange", () => {
      if (!getSelection()?.isCollapsed) this.later(() => this.onSelection(), 300);
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && target !== button && !menu.box.contains(target)) this.hide();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      button.hidden = true;
      say("");
    });
  }
}

/** @param {MenuOpener} menu @param {HTMLElement} link */
const openFromNumber = (menu, link) => {
  const unit = link.parentElement;
  if (!unit || !isUnit(unit.id)) return;
  link.role = "button";
  link.ariaLabel = words("share", { place: placeOf(unit) });
  link.removeAttribute("title");
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
  menu.opensFrom(link, () => unit);
};

/** @param {MenuOpener} menu */
export const startMark = (menu) => {
  for (const link of all("a.num,a.headerlink", article)) openFromNumber(menu, link);
  new SentenceMark(menu).listen();
};
