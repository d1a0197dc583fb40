/* The sheet of a narrow screen: the rows of a sentence or a paragraph, or the contents. The rows are moved into it
   and back, never copied: ids stay unique and what was open stays open. While it is open history has one entry
   more, so that Back closes it. */
import { blockIdOf, isSentence } from "../anchor.js";
import { all, around, byId, elementOf, make } from "./dom.js";
import { choose, ownersOf } from "./coupling.js";
import { glossOf } from "./gloss.js";
import { desk } from "./screen.js";
import { article, placeOf, sentencesOf, textOf } from "./unit_page.js";
import { words } from "./words.js";

export const CONTENTS = "contents";

/** @typedef {{sheet?: string, row?: string}} State what the sheet shows, in history */

/** @param {string} text @param {string} label @param {string} className */
const button = (text, label, className) =>
  make("button", { type: "button", textContent: text, ariaLabel: label, className });

/** The glosses of a sentence's terms, from the list at the page's end. @param {HTMLElement} unit */
const glossesOf = (unit) =>
  /** @type {HTMLAnchorElement[]} */ (all("a.term", unit)).flatMap((term) => {
    const gloss = glossOf(term)?.textContent;
    const name = make("a", { href: term.href, textContent: term.textContent });
    return gloss ? [make("p", { className: "row gl" }, name, ` ${gloss}`)] : [];
  });

/** Each where the other was. @param {ChildNode} one @param {ChildNode} other */
const exchange = (one, other) => {
  const place = document.createComment("");
  one.replaceWith(place);
  other.replaceWith(one);
  place.replaceWith(other);
};

export class Sheet {
  title = make("h2", { id: "sheet-title", tabIndex: -1 });
  before = button("‹", words("sentence_before"), "step");
  after = button("›", words("sentence_after"), "step");
  x = button("×", words("close"), "x");
  body = make("div", { className: "sheet-body" });
  dialog = make(
    "dialog",
    { id: "sheet", className: "md-typeset" },
    make("div", { className: "in" }, make("header", {}, this.title, this.before, this.after, this.x), this.body),
  );
  /** What was moved here, and what holds its place. @type {[Comment, HTMLElement][]} */
  moved = [];
  /** How rows were. @type {[HTMLElement, boolean][]} */
  was = [];
  /** Those that the sheet does not show. @type {[HTMLElement, boolean][]} */
  left = [];
  cite = make("button", { type: "button", className: "cite", textContent: words("cite_and_share") });
  isInHistory = false;
  shown = "";

  /** @param {import("./menu_opener.js").MenuOpener} menu */
  constructor(menu) {
    this.menu = menu;
  }

  start() {
    this.dialog.setAttribute("aria-labelledby", this.title.id);
    document.body.append(this.dialog);
    this.x.addEventListener("click", () => this.dialog.close());
    this.before.addEventListener("click", () => this.step(-1));
    this.after.addEventListener("click", () => this.step(1));
    this.cite.addEventListener("click", () => this.share());
    this.dialog.addEventListener("close", () => this.onClose());
    this.dialog.addEventListener("click", (event) => this.onClick(event));
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    addEventListener("popstate", ({ state }) => this.restore(state));
    desk.addEventListener("change", () => {
      if (this.dialog.open) this.dialog.close();
    });
  }

  /**
   * Show it, with an entry in history.
   * @param {string} id a sentence, a paragraph, a head or CONTENTS
   * @param {string} [row] the only row to be open
   */
  open(id, row) {
    const state = { ...history.state, sheet: id, row };
    if (this.dialog.open) history.replaceState(state, "");
    else history.pushState(state, "");
    this.isInHistory = true;
    this.show(id, row);
  }

  /** What an entry of history says. @param {State | null} state */
  restore(state) {
    this.isInHistory = Boolean(state?.sheet) && !desk.matches;
    if (this.isInHistory && state?.sheet) this.show(state.sheet, state.row);
    else if (this.dialog.open) this.dialog.close();
  }

  /** @param {string} id @param {string} [row] */
  show(id, row) {
    this.empty();
    this.shown = id;
    const unit = byId(id);
    if (id === CONTENTS) this.showContents();
    else if (unit) this.showUnit(unit, row);
    else return;
    if (!this.dialog.open) this.dialog.showModal();
    this.title.focus({ preventScroll: true });
    if (row) byId(row)?.scrollIntoView({ block: "nearest" });
    if (unit) this.keepInView(unit);
  }

  showContents() {
    this.title.textContent = words("contents");
    this.before.hidden = this.after.hidden = true;
    const layers = article.querySelector(".layers"),
      contents = article.querySelector(".contents>ul,#contents+ul");
    for (const part of [layers, contents]) if (part) this.take(/** @type {HTMLElement} */ (part));
  }

  /** @param {HTMLElement} unit @param {string} [row] */
  showUnit(unit, row) {
    const isOne = isSentence(unit.id),
      block = byId(blockIdOf(unit.id)) ?? unit;
    choose(unit.id);
    this.title.textContent = placeOf(unit);
    this.before.hidden = this.after.hidden = !isOne;
    this.before.disabled = !this.neighbour(-1);
    this.after.disabled = !this.neighbour(1);
    if (isOne) this.body.append(make("p", { className: "quote", textContent: textOf(unit) }));
    this.body.append(this.cite);
    const list = /** @type {HTMLElement | null} */ (document.querySelector(`[id="aids-${block.id}"] .rows`));
    const rows = list ? all(".row", list) : [],
      mine = rows.filter((each) => !isOne || ownersOf(each).includes(unit.id));
    for (const each of rows) this.prepare(each, mine.includes(each), isOne ? !row || each.id === row : null);
    if (list) this.take(list);
    const glosses = isOne ? glossesOf(unit) : [];
    this.body.append(...glosses);
    if (mine.length < rows.length) this.body.append(this.allRows(rows));
    if (!mine.length && !glosses.length) this.body.prepend(make("p", { textContent: words("no_rows") }));
  }

  /**
   * A row as the sheet has it; how it was is kept.
   * @param {HTMLElement} row
   * @param {boolean} isMine
   * @param {boolean | null} isOpen
   */
  prepare(row, isMine, isOpen) {
    const details = row instanceof HTMLDetailsElement ? row : null;
    this.was.push([row, details?.open ?? false]);
    row.hidden = !isMine;
    if (details && isOpen !== null) details.open = isOpen;
  }

  /** @param {HTMLElement[]} rows */
  allRows(rows) {
    const more = make("button", {
      type: "button",
      className: "more",
      textContent: words("all_rows", { count: rows.length }),
    });
    more.addEventListener("click", () => {
      for (const row of rows) row.hidden = false;
      more.remove();
    });
    return more;
  }

  /** @param {HTMLElement} element */
  take(element) {
    const hole = document.createComment("");
    element.before(hole);
    this.moved.push([hole, element]);
    this.body.append(element);
  }

  /** All goes back to where it was. */
  empty() {
    for (const [row, open] of this.was.splice(0)) {
      row.hidden = false;
      if (row instanceof HTMLDetailsElement) row.open = open;
    }
    for (const [hole, element] of this.moved.splice(0).reverse()) hole.replaceWith(element);
    this.body.replaceChildren();
    this.body.scrollTop = 0;
  }

  /** On paper the rows stand in the text, those that are shown here open as they are. @param {boolean} isOn */
  print(isOn) {
    for (const [hole, element] of this.moved) exchange(hole, element);
    if (isOn) this.left = this.was.filter(([row]) => row.hidden);
    for (const [row, open] of this.left) {
      row.hidden = !isOn;
      if (row instanceof HTMLDetailsElement) row.open = open;
    }
  }

  /** The sentence next to the one that is shown. @param {number} step */
  neighbour(step) {
    const sentences = sentencesOf(article);
    return sentences[sentences.findIndex(({ id }) => id === this.shown) + step] ?? null;
  }

  /** @param {number} step */
  step(step) {
    const next = this.neighbour(step);
    if (next) this.open(next.id);
  }

  /** The text stays in sight above the sheet. @param {HTMLElement} unit */
  keepInView(unit) {
    const at = unit.getClientRects()[0],
      end = this.dialog.getBoundingClientRect().top;
    if (at && (at.top < 8 || at.top + 60 > end)) unit.scrollIntoView();
  }

  /** The menu of what is shown, in place of the sheet. */
  share() {
    const unit = byId(this.shown);
    this.dialog.close();
    const number = unit && document.querySelector(`[id="${blockIdOf(unit.id)}"]>:is(.num,.headerlink)`);
    if (unit) this.menu.open(/** @type {HTMLElement} */ (number ?? unit), unit);
  }

  onClose() {
    this.empty();
    byId(this.shown)?.focus({ preventScroll: true });
    if (!this.isInHistory) return;
    this.isInHistory = false;
    history.back();
  }

  /** Outside it closes; a link within the page closes and goes there. @param {MouseEvent} event */
  onClick(event) {
    if (event.target === this.dialog) this.dialog.close();
    const link = /** @type {HTMLAnchorElement | null} */ (around(elementOf(event.target), "a[href^='#']"));
    if (!link) return;
    event.preventDefault();
    this.isInHistory = false;
    this.dialog.close();
    history.replaceState(null, "");
    location.replace(link.hash);
  }
}
