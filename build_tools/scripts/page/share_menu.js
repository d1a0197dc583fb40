/* The menu of a unit: its links, its text, its citations; one for all units of the page. */
import { citations } from "../citation.js";
import { foldedText } from "../fold.js";
import { sha256 } from "../sha256.js";
import { copy } from "./copying.js";
import { all, make } from "./dom.js";
import { say } from "./notice.js";
import { addressOf, blockOf, canonical, placeOf, sentencesOf, textOf } from "./unit_page.js";
import { words } from "./words.js";

/** @typedef {import("./unit_page.js").PageCitation} PageCitation */

/** @param {string} name @param {() => void} act */
const item = (name, act) => {
  const button = make("button", { type: "button", role: "menuitem", tabIndex: -1, textContent: name });
  button.addEventListener("click", act);
  return button;
};

/** @param {string} name @param {HTMLElement[]} items @param {string} [className] */
const group = (name, items, className = "") =>
  make(
    "div",
    { role: "group", ariaLabel: name, className },
    make("span", { className: "label", ariaHidden: "true", textContent: name }),
    ...items,
  );

export class ShareMenu {
  title = make("p", { id: "share-title" });
  menu = make("div", { role: "menu" });
  quote = make("p", { className: "quote" });
  /** @type {HTMLElement | null} */
  opener = null;
  /** @type {HTMLElement | null} */
  chosen = null;

  /** @param {PageCitation} page @param {HTMLElement} box */
  constructor(page, box) {
    this.page = page;
    this.box = box;
    box.append(this.title, this.quote, this.menu);
    this.menu.setAttribute("aria-labelledby", this.title.id);
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.box.contains(target) && !this.opener?.contains(target)) this.close();
    });
  }

  /**
   * From a copy on a disk, links lead to the site; "" if it has no address: nobody else could open the disk's.
   * @param {string} name
   * @param {HTMLElement} unit
   */
  linkTo(name, unit) {
    const here = addressOf(this.page, name, unit.id) ?? addressOf(this.page, this.page.page, unit.id) ?? location.href;
    const site = location.protocol === "file:" ? canonical() : null,
      step = `/${this.page.document}/`;
    if (!site) return location.protocol === "file:" ? "" : here;
    return (
      site.slice(0, site.lastIndexOf(step)) + here.slice(here.lastIndexOf(step)).replace(/(?:\/index)?\.html/, "/")
    );
  }

  /**
   * The address people pass on: the document's, the unit in the query and behind #, since some programs drop one of
   * them.
   * @param {HTMLElement} unit
   */
  sharedLink(unit) {
    return this.linkTo("index", unit).replace("#", `?at=${unit.id}#`);
  }

  /** The hash is that of units.json: sha256 over folded text. @param {HTMLElement} unit */
  factsOf(unit) {
    const text = textOf(unit);
    return {
      text,
      hash: sha256(foldedText(text)).slice(0, 8),
      place: placeOf(unit),
      link: this.linkTo("full", unit),
      now: new Date(),
    };
  }

  /**
   * Where the operator wants to hear of errors: an address with places for the citation and for the unit's own
   * address.
   * @param {string} place
   * @param {string} link
   */
  reports(place, link) {
    const form = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=report]"))?.content;
    if (!form) return [];
    const filled = form
      .replaceAll("{title}", encodeURIComponent(this.page.short + place))
      .replaceAll("{url}", encodeURIComponent(link));
    return [make("a", { role: "menuitem", tabIndex: -1, textContent: words("report"), rel: "noopener", href: filled })];
  }

  /**
   * The system's own sheet, where there is one.
   * @param {HTMLElement} unit
   * @param {{text: string, place: string}} facts
   */
  systemShare(unit, { text, place }) {
    if (!navigator.share) return [];
    const title = `${this.page.short}${place}`,
      url = this.sharedLink(unit);
    const share = () => {
      this.close(true);
      navigator.share({ title, text: `“${text}”（${title}）`, ...(url && { url }) }).catch(() => {});
    };
    return [item(words("share_now"), share)];
  }

  /** What the menu of a unit holds. @param {HTMLElement} from @param {HTMLElement} unit */
  itemsOf(from, unit) {
    const facts = this.factsOf(unit),
      { place, link, text } = facts,
      isSentence = unit.classList.contains("sentence");
    const put = (/** @type {string} */ name, /** @type {string} */ copied, what = name) =>
      item(name, () => {
        this.close(true);
        copy(copied, words("of_place", { place, what }));
      });
    const others = isSentence
      ? [item(words("whole_paragraph"), () => this.open(from, blockOf(unit)))]
      : sentencesOf(unit).map((sentence, n) => item(`第${n + 1}句`, () => this.open(from, sentence)));
    const cited = Object.entries(citations(this.page, facts));
    return [
      ...this.systemShare(unit, facts),
      ...(link ? [put(words("copy_link"), this.sharedLink(unit), words("link"))] : []),
      ...(link ? [put(words("copy_full_link"), link, words("full_link"))] : []),
      put(words("copy_text"), text, words("text")),
      group(
        words("copy_citation"),
        cited.map(([name, form]) => put(name, form, words("citation", { form: name }))),
      ),
      ...this.reports(place, link),
      ...(others.length ? [group(words(isSentence ? "paragraph" : "by_sentence"), others, "sentences")] : []),
    ];
  }

  /** @param {HTMLElement} from the button that opens it @param {HTMLElement} unit */
  open(from, unit) {
    this.close();
    say("");
    this.title.textContent = `${this.page.short}${placeOf(unit)}`;
    this.quote.textContent = textOf(unit);
    this.menu.replaceChildren(...this.itemsOf(from, unit));
    this.opener = from;
    this.chosen = unit;
    unit.setAttribute("data-chosen", "");
    from.setAttribute("aria-expanded", "true");
    this.place(from);
  }

  /** Below the button, above it where there is no room below. @param {HTMLElement} from */
  place(from) {
    const { box } = this;
    box.hidden = false;
    box.scrollTop = 0;
    const at = from.getBoundingClientRect(),
      high = box.offsetHeight,
      right = document.documentElement.clientWidth - box.offsetWidth - 8;
    const top = at.bottom + high + 4 < innerHeight || at.top < high + 64 ? at.bottom + 4 : at.top - high - 4;
    box.style.left = `${Math.max(8, Math.min(at.left, right)) + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
    const isSheet = getComputedStyle(box).position === "fixed";
    this.menu.querySelector("button")?.focus({ preventScroll: isSheet || top + high < innerHeight });
    if (isSheet) this.keepInView();
  }

  /** Above the sheet of a narrow screen the chosen words stay in sight. */
  keepInView() {
    const at = this.chosen?.getClientRects()[0];
    if (at && (at.top < 60 || at.bottom + 30 > this.box.getBoundingClientRect().top)) this.chosen?.scrollIntoView();
  }

  /** @param {boolean} [back] whether the focus returns to the button */
  close(back) {
    if (this.box.hidden) return;
    this.box.hidden = true;
    this.chosen?.removeAttribute("data-chosen");
    this.opener?.setAttribute("aria-expanded", "false");
    if (back) this.opener?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const items = all("[role=menuitem]", this.menu),
      at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") this.close(true);
    else if (event.key.length > 1 || event.key === " ") return;
    event.stopPropagation();
    if (event.key !== "Tab") event.preventDefault();
  }
}
