/* The part of the search that finds and shows, loaded when the box is first opened. */
import { Asides } from "./search/asides.js";
import { Finding } from "./search/finding.js";
import { Index } from "./search/index.js";
import { Names } from "./search/names.js";
import { readQuery } from "./search/query.js";
import { Results } from "./search/results.js";

/** @typedef {import("./rare_queries.js").RareQueries} RareQueries */

const PLACE = /#|-[a-z]\d|^\s*[a-z]\d|第|[（(]|[〇一二三四五六七八九十\d]\s*$/iu; // may be an address or a citation

export class Engine {
  /** @type {RareQueries | null} */
  rareQueries = null;

  /**
   * @param {import("./search/loader.js").Loader} loader @param {HTMLElement} box the search box
   * @param {() => Promise<((engine: Engine) => RareQueries) | undefined>} loadRare the part for rare queries
   */
  constructor(loader, box, loadRare) {
    this.loadRare = loadRare;
    this.index = new Index(loader);
    this.names = new Names(this.index);
    this.asides = new Asides(this.index);
    this.finding = new Finding(
      this.index,
      this.names,
      (raw) => this.read(raw),
      () => this.rare(),
    );
    this.results = new Results(this.index, loader, box);
  }

  /** Whether it can answer. */
  open() {
    return this.index.open();
  }

  /** @param {string} raw */
  read(raw) {
    this.names.take();
    return readQuery(raw, this.names, (text) => this.index.fold(text));
  }

  async rare() {
    return (this.rareQueries ??= (await this.loadRare())?.(this) ?? null);
  }

  /** Whether there is anything to look for. @param {string} raw */
  hasWords(raw) {
    return this.index.fold(raw) !== "";
  }

  /** @param {string} raw */
  async jump(raw) {
    const rare = PLACE.test(raw) ? await this.rare() : null;
    return rare ? rare.jump(raw) : { hits: [], said: [], sure: false };
  }

  /** Find, and show if somebody still waits for it. @param {string} raw @param {() => boolean} isStale */
  async answer(raw, isStale) {
    const query = this.read(raw),
      jumped = await this.jump(raw);
    this.index.budget.begin();
    const found = jumped.sure ? { hits: [], tried: [] } : await this.finding.find(query, raw);
    const beside = jumped.sure ? [] : await this.asides.find(query);
    if (isStale()) return;
    const taken = new Set(jumped.hits.filter((hit) => !hit.anchor).map(({ id }) => id));
    const hits = [...jumped.hits, ...found.hits.filter(({ id }) => !taken.has(id))];
    await this.results.show({ query, beside, said: jumped.said, tried: found.tried, hits });
  }
}

__edition_search("@engine", (/** @type {ConstructorParameters<typeof Engine>} */ ...parts) => new Engine(...parts));
