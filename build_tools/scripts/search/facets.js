/* Filters above the hits: level, place, year, document, part, each choice with its count. Places and years where there
   are many documents, parts only among the hits of few. */
import { make } from "../page/dom.js";
import { words } from "../page/words.js";

/** @typedef {import("./types.js").Hit} Hit */
/** @typedef {import("./types.js").SectionRow} SectionRow */
/** @typedef {"level" | "place" | "year" | "document" | "part"} Name */
/** @typedef {{name: Name, title: string, keyOf: (id: number) => string, labelOf: (key: string) => string}} Facet */

const OPTIONS = 200;
const MANY = 8; // documents, from which on places and years are worth a filter

export class Facets {
  /** @type {SectionRow[][] | null} */
  sections = null;
  /** @type {Partial<Record<Name, string>>} */
  chosen = {};

  /**
   * @param {import("./index.js").Index} index
   * @param {HTMLElement} place
   * @param {() => Hit[]} hits
   * @param {() => Promise<void>} changed
   */
  constructor(index, place, hits, changed) {
    this.index = index;
    this.place = place;
    this.hits = hits;
    this.changed = changed;
    const row = (/** @type {string | number} */ d) => index.manifest.documents[Number(d)];
    /** @type {Facet[]} */
    this.facets = [
      {
        name: "level",
        title: words("level"),
        keyOf: (id) => row(index.documentOf(id))[3],
        labelOf: (level) => index.manifest.levels[level][1],
      },
      {
        name: "place",
        title: words("place"),
        keyOf: (id) => row(index.documentOf(id))[2],
        labelOf: (name) => name,
      },
      {
        name: "year",
        title: words("year"),
        keyOf: (id) => String(row(index.documentOf(id))[5] || ""),
        labelOf: (year) => (year ? words("of_year", { year }) : "—"),
      },
      {
        name: "document",
        title: words("document"),
        keyOf: (id) => String(index.documentOf(id)),
        labelOf: (d) => row(d)[1],
      },
      {
        name: "part",
        title: words("part"),
        keyOf: (id) => this.sectionOf(id),
        labelOf: (key) => {
          const [d, , mark] = key.split("/");
          return `${row(d)[1]} ${mark || words("front")}`;
        },
      },
    ];
  }

  async loadSections() {
    this.sections ??= await this.index.source.load("sections");
  }

  /** @param {number} id */
  sectionOf(id) {
    const d = this.index.documentOf(id);
    let before = id - this.index.starts[d];
    const [, page, mark] = this.sections?.[d].find(([size]) => (before -= size) < 0) ?? [0, "", ""];
    return [d, page, mark].join("/");
  }

  reset() {
    this.chosen = {};
  }

  /** The hits that the filters leave. @param {Name} [except] */
  fitting(except) {
    const asked = this.facets.filter(({ name }) => name !== except && this.chosen[name]),
      hits = this.hits();
    if (!asked.length) return hits;
    return hits.filter(({ id }) => asked.every(({ name, keyOf }) => keyOf(id) === this.chosen[name]));
  }

  /** The choices of a filter with their counts. @param {Facet} facet @returns {[key: string, count: number][]} */
  options({ name, keyOf }) {
    const counts = new Map(),
      chosen = this.chosen[name];
    for (const { id } of this.fitting(name)) counts.set(keyOf(id), (counts.get(keyOf(id)) ?? 0) + 1);
    const order = (/** @type {string} */ key) => (name === "document" ? key.padStart(6, "0") : key);
    const most = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, OPTIONS)
      .sort(([a], [b]) => (order(a) < order(b) ? -1 : 1));
    if (chosen && !counts.has(chosen)) most.push([chosen, 0]);
    return most;
  }

  /** @param {Facet} facet */
  select(facet) {
    const { name, title, labelOf } = facet;
    const options = this.options(facet).map(
      ([key, count]) => new Option(words("option", { name: labelOf(key), count }), key),
    );
    const select = make("select", { ariaLabel: title }, new Option(words("all", { facet: title }), ""), ...options);
    select.value = this.chosen[name] ?? "";
    select.addEventListener("change", async () => {
      this.chosen[name] = select.value;
      await this.changed();
      /** @type {HTMLElement | null} */ (this.place.querySelector(`[aria-label="${title}"]`))?.focus();
    });
    return select;
  }

  /** @param {Facet} facet */
  isWanted({ name, keyOf }) {
    const { manifest, starts } = this.index;
    if (name === "part") return this.sections && (this.index.small || this.chosen.document);
    if (name !== "place" && name !== "year") return true;
    return manifest.documents.length > MANY && new Set(starts.map(keyOf)).size > 1;
  }

  draw() {
    this.place.replaceChildren(
      ...this.facets.filter((facet) => this.isWanted(facet)).map((facet) => this.select(facet)),
    );
    this.place.hidden = this.hits().length < 2;
  }
}
