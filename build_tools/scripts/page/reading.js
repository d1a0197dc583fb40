/* Reading with the apparatus: what a tap, a click, a key or an arrival does. */
import { blockIdOf, decoded, isSentence } from "../anchor.js";
import { all, around, byId } from "./dom.js";
import { choose, chosenUnit, ownersOf, rowsOf, startCoupling } from "./coupling.js";
import { Margin } from "./margin.js";
import { startBar } from "./reading_bar.js";
import { desk } from "./screen.js";
import { Sheet } from "./sheet.js";
import { article, sentencesOf } from "./unit_page.js";

class Reading {
  margin = new Margin();

  /** @param {import("./menu_opener.js").MenuOpener} menu */
  constructor(menu) {
    this.sheet = new Sheet(menu);
  }

  start() {
    startCoupling();
    this.sheet.start();
    this.margin.start();
    startBar(this.sheet);
    article.addEventListener("click", (event) => this.onClick(event));
    article.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && !this.sheet.dialog.open) this.giveUp();
    });
    addEventListener("hashchange", () => this.arrive());
    this.offerStops();
    this.arrive();
    if (history.state?.sheet) this.sheet.restore(history.state);
  }

  /** One tab stop per paragraph; arrows walk its sentences. */
  offerStops() {
    for (const sentence of sentencesOf(article)) sentence.tabIndex = sentence.matches(":first-of-type") ? 0 : -1;
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    if (!getSelection()?.isCollapsed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event,
      sign = around(target, "a.ref"),
      line = around(target, ".aids>summary");
    if (sign) {
      event.preventDefault();
      this.openRow(/** @type {HTMLAnchorElement} */ (sign).hash.slice(1));
    } else if (line && !desk.matches) {
      event.preventDefault();
      this.sheet.open((line.parentElement?.id ?? "").slice("aids-".length));
    } else if (!around(target, "a,summary,button")) this.onText(around(target, ".sentence"));
  }

  /** Who went from a sentence to its rows is back at the sentence. */
  giveUp() {
    const row = around(document.activeElement, ".row");
    if (row && ownersOf(row).includes(chosenUnit())) byId(chosenUnit())?.focus();
    choose("");
  }

  /** A sentence is chosen, and given up by a second click. @param {HTMLElement | null} sentence */
  onText(sentence) {
    if (!sentence) return;
    if (!desk.matches) this.sheet.open(sentence.id);
    else choose(sentence.id === chosenUnit() ? "" : sentence.id);
  }

  /** A note or counterpart is opened where it stands; nothing jumps. @param {string} id */
  openRow(id) {
    const row = byId(id),
      [owner] = row ? ownersOf(row) : [];
    if (!row || !owner) return;
    if (!desk.matches) {
      this.sheet.open(owner, id);
      return;
    }
    choose(owner);
    /** @type {HTMLDetailsElement} */ (row).open = true;
    this.margin.lay();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const sentence = /** @type {HTMLElement} */ (event.target);
    if (!sentence.matches(".sentence")) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key],
      siblings = all(".sentence", sentence.parentElement ?? article);
    if (step) {
      event.preventDefault();
      siblings[siblings.indexOf(sentence) + step]?.focus();
    } else if (event.key === "Enter" && desk.matches) {
      choose(sentence.id);
      rowsOf(sentence.id)[0]?.querySelector("summary")?.focus();
    } else if (event.key === "Enter") this.sheet.open(sentence.id);
  }

  /** An address that names a unit or a row of this page. */
  arrive() {
    const target = byId(decoded(location.hash.slice(1))),
      id = target?.id ?? "";
    if (target?.matches(".row")) {
      const [owner] = ownersOf(target);
      byId(owner)?.scrollIntoView();
      if (!desk.matches) /** @type {HTMLDetailsElement | null} */ (target.closest(".aids"))?.removeAttribute("open");
      this.openRow(id);
    } else choose(target && (isSentence(id) || byId(`aids-${blockIdOf(id)}`)) ? id : "");
  }
}

/** @param {import("./menu_opener.js").MenuOpener} menu */
export const startReading = (menu) => new Reading(menu).start();
