/* Showing: the list of hits, filters with counts, what stands beside, and what was tried. Only text nodes and marks
   are made: nothing of a query or a text is ever read as HTML. */
import { all, make, one } from "../page/dom.js";
import { words } from "../page/words.js";
import { Facets } from "./facets.js";
import { marksIn, pieces } from "./marking.js";
import { WORTH } from "./ranking.js";

/** @typedef {import("./types.js").Hit} Hit */
/** @typedef {import("./types.js").Aside} Aside */
/** @typedef {import("./types.js").Group} Group */
/** @typedef {import("./types.js").Answer} Answer */

const SHOWN = 50;
/* Rows of a group beside hits, and where there are none. */
const BESIDE = 1,
  ALONE = 6;
/** @type {Answer} */
const NOTHING = { hits: [], tried: [], missing: [], said: [], query: null, beside: [] };

/**
 * @param {string} name the class of the list
 * @param {string} url
 * @param {(Node | string)[]} label
 * @param {(Node | string)[]} text
 * @param {boolean} [isHead]
 */
const item = (name, url, label, text, isHead = false) => {
  const place = make("span", { className: "search-place" }, ...label);
  const said = make("span", { className: isHead ? "search-text search-head" : "search-text" }, ...text);
  const link = make("a", { className: `${name && `${name}__link `}search-hit`, href: url }, place, said);
  return make("li", { className: name && `${name}__item` }, link);
};

/** An answer that has only a part of what was asked. @param {Hit} hit */
const isNear = ({ value }) => value < WORTH.sure;

export class Results {
  shown = NOTHING;
  limit = SHOWN;

  /**
   * @param {import("./index.js").Index} index
   * @param {import("./loader.js").Loader} loader
   * @param {HTMLElement} box
   */
  constructor(index, loader, box) {
    this.index = index;
    this.loader = loader;
    this.box = box;
    this.status = one(".md-search-result__meta", box);
    this.list = one(".md-search-result__list", box);
    const [above, below] = all(".search-asides", box);
    this.asides = { above, below };
    this.further = one(".search-more", box);
    this.facets = new Facets(
      index,
      one(".search-filters", box),
      () => this.shown.hits,
      () => this.refilter(),
    );
    this.hint = this.status.textContent;
    this.further.addEventListener("click", () => this.showMore());
  }

  /**
   * The edition for USB sticks has no directory addresses, and file:// knows no index pages.
   * @param {string} url
   */
  addressOf(url) {
    const [path, anchor] = url.split("#");
    let file = path;
    if (this.box.dataset.directories === "false") {
      file = path.replace(/([^/]+)\/([^/]+)\/$/, "$1/$2.html").replace(/^([^/]+)\/$/, "$1/index.html");
    } else if (location.protocol === "file:") file = `${path}index.html`;
    return `${this.loader.root}${file}#${anchor}`;
  }

  /** @param {string} text @param {string[]} marks */
  marked(text, marks) {
    const on = marksIn(text, marks, (char) => this.index.folding.char(char));
    return pieces(text, on).map((piece) => (piece.isMarked ? make("mark", {}, piece.text) : piece.text));
  }

  /** @param {Hit} hit */
  hitItem({ id, anchor, marks }) {
    const entry = this.index.entry(id),
      { manifest } = this.index;
    if (!entry) return [];
    const [document, short, , level] = manifest.documents[this.index.documentOf(id)],
      [seal, , form] = manifest.levels[level];
    const whole = anchor && anchor === entry.block && words("whole_paragraph");
    const place = [short, entry.where, entry.place, whole].filter(Boolean).join(" › ");
    const url = this.addressOf(`${document}/${entry.page && `${entry.page}/`}#${anchor ?? entry.anchor}`);
    const label = [make("span", { className: `seal ${form}` }, seal), " ", place];
    return [item("md-search-result", url, label, this.marked(entry.text, marks), entry.isHead)];
  }

  /** @param {Aside} aside @param {string[]} marks */
  asideItem({ kind, title, text, url }, marks) {
    const label = [make("b", { className: "search-kind" }, kind), " ", ...this.marked(title, marks)];
    return item("", this.addressOf(url), label, this.marked(text, marks));
  }

  /**
   * The first rows of a group, its name and how many there are; a button shows the rest.
   * @param {Group} group @param {string[]} marks @param {number} most
   */
  group({ name, count, rows }, marks, most) {
    const list = make("ul", { className: "search-asides__list", ariaLabel: name });
    const fill = (/** @type {number} */ shown) =>
      list.append(...rows.slice(list.children.length, shown).map((aside) => this.asideItem(aside, marks)));
    fill(rows.length > most + 1 ? most : most + 1);
    const head = make("h3", { className: "search-heading" }, words("group", { name, count }));
    const rest = rows.length - list.children.length;
    if (!rest) return [head, list];
    const more = make("button", { type: "button", className: "search-more" }, words("more_rows", { count: rest }));
    more.addEventListener("click", () => {
      const first = list.children.length;
      fill(rows.length);
      more.remove();
      /** @type {HTMLElement | null} */ (list.children[first].firstElementChild)?.focus();
    });
    return [head, list, more];
  }

  /** What was left out of the query, or stands nowhere. */
  leftOut() {
    const { query, missing, hits } = this.shown;
    if (!query) return [];
    const quoted = (/** @type {string[]} */ list) => list.map((word) => words("instead_one", { word })).join("");
    const said = query.without.length ? [words("without", { words: quoted(query.without) })] : [];
    if (hits.length && missing.length) said.push(words("missing", { words: quoted(missing) }));
    // Articles and prepositions go without saying.
    const idle = [...query.idle, ...query.light].filter((word) => !/^[a-z]/.test(word));
    if (hits.length && idle.length && this.isCut(query)) said.push(words("idle", { words: quoted(idle) }));
    return said;
  }

  /**
   * Whether the question words were left out: where no hit has the query as it stands.
   * @param {import("./types.js").Query} query
   */
  isCut({ whole }) {
    return !this.shown.hits.some(({ id }) => this.index.entry(id)?.folded.includes(whole));
  }

  /** How many hits there are, near ones apart. @param {number} count */
  counted(count) {
    const near = this.facets.fitting().filter(isNear).length;
    if (near && near < count) return [words("hits_near", { count: count - near, near })];
    return count ? [words(this.index.small ? "hits" : "hits_about", { count })] : [];
  }

  /** What is said of the answer. @param {number} count */
  summary(count) {
    const { query, tried, hits, beside } = this.shown,
      { failed } = this.loader;
    const said = failed.size ? [words("failed", { count: failed.size })] : [];
    if (!query) return said.concat(this.hint).join("");
    for (const from of new Set(tried.map(([text]) => text))) {
      const to = tried
        .filter(([text]) => text === from)
        .map(([, word]) => words("instead_one", { word }))
        .join("");
      said.push(words("instead", { from, to }));
    }
    if (!hits.length && beside.length) said.push(words("only_beside"));
    else if (!hits.length) said.push(words(tried.length ? "nothing_corrected" : "nothing"));
    else if (isNear(hits[0])) said.push(words("not_exact"));
    said.push(...this.leftOut(), ...this.counted(count));
    return said.concat(this.shown.said).join("");
  }

  draw() {
    const fitting = this.facets.fitting(),
      visible = [];
    for (const hit of fitting) {
      if (visible.length >= this.limit) break;
      if (this.index.entry(hit.id)) visible.push(hit);
    }
    const items = visible.flatMap((hit) => this.hitItem(hit)),
      near = visible.findIndex(isNear);
    if (near >= 0) items[near]?.prepend(make("h3", { className: "search-heading" }, this.nearHeading(fitting)));
    this.list.replaceChildren(...items);
    this.drawAsides();
    this.further.hidden = visible.length >= fitting.length || (this.index.small && visible.length < this.limit);
    this.facets.draw();
    this.status.textContent = this.summary(fitting.length);
  }

  /** What the query is the name of stands above the hits, all else that has its words below them. */
  drawAsides() {
    const { beside, hits, query } = this.shown,
      marks = query?.words.map(({ text }) => text) ?? [],
      most = hits.length ? BESIDE : ALONE;
    const isAbove = (/** @type {Group} */ { isNamed }) => isNamed || !hits.length;
    const fill = (/** @type {HTMLElement} */ place, /** @type {Group[]} */ groups) => {
      place.hidden = !groups.length;
      place.replaceChildren(...groups.flatMap((group) => this.group(group, marks, most)));
    };
    fill(this.asides.above, beside.filter(isAbove));
    fill(
      this.asides.below,
      beside.filter((group) => !isAbove(group)),
    );
  }

  /** @param {Hit[]} hits */
  nearHeading(hits) {
    return words("near", { count: hits.filter(isNear).length });
  }

  async showMore() {
    const before = this.list.children.length;
    this.index.budget.begin();
    this.limit += SHOWN;
    const missing = this.facets
      .fitting()
      .slice(0, this.limit)
      .filter(({ id }) => !this.index.entry(id));
    await this.index.loadTexts(
      missing.map(({ id }) => id),
      8,
    );
    this.draw();
    /** @type {HTMLElement | null | undefined} */ (this.list.children[before]?.firstElementChild)?.focus();
  }

  /** A filter was chosen. */
  async refilter() {
    this.limit = SHOWN;
    this.index.budget.begin();
    await this.facets.loadSections();
    await this.index.loadTexts(
      this.facets.fitting().map(({ id }) => id),
      6,
    );
    this.draw();
  }

  /** @param {Partial<Answer>} answer */
  async show(answer) {
    this.shown = { ...NOTHING, ...answer };
    this.limit = SHOWN;
    this.facets.reset();
    if (this.index.small) await this.facets.loadSections();
    this.draw();
  }
}
