/* The search without its box: what a query finds, and what is said of it. */
import { typedAnchor } from "../anchor.js";
import { Asides } from "./asides.js";
import { endsInStep } from "./citation_steps.js";
import { englishRun } from "./english.js";
import { Finding } from "./finding.js";
import { Index } from "./index.js";
import { Names } from "./names.js";
import { LATIN } from "./pinyin.js";
import { readQuery } from "./query.js";

/** @typedef {import("../rare_queries.js").RareQueries} RareQueries */
/** @typedef {Pick<Search, "index" | "names">} Parts */

const SYLLABLE = 3; // letters, which may be too many characters

export class Search {
  /** @type {RareQueries | null} */
  rareQueries = null;

  /**
   * @param {import("./index.js").Source} source
   * @param {() => Promise<((search: Parts) => RareQueries) | undefined>} loadRare the part for rare queries
   */
  constructor(source, loadRare) {
    this.source = source;
    this.loadRare = loadRare;
    this.index = new Index(source);
    this.names = new Names(this.index);
    this.asides = new Asides(this.index, this.names);
    this.finding = new Finding(
      this.index,
      this.names,
      (raw) => this.read(raw),
      () => this.rare(),
    );
  }

  /** @param {string} raw */
  read(raw) {
    this.names.take();
    return readQuery(raw, this.names, (text) => this.index.fold(text));
  }

  async rare() {
    return (this.rareQueries ??= (await this.loadRare())?.(this) ?? null);
  }

  /** @param {string} raw */
  async jump(raw) {
    const plain = this.index.folding.simplify(raw.normalize("NFKC")),
      isPlace = typedAnchor(plain) !== undefined || endsInStep(plain);
    const rare = isPlace ? await this.rare() : null;
    return rare ? rare.jump(raw) : { hits: [], said: [], sure: false };
  }

  /** English names; where there are none the letters may be pinyin. @param {string} raw */
  async learnLetters(raw) {
    const { names, index, source } = this,
      whole = index.fold(raw);
    names.learnEnglish(await source.load("english"));
    if (!LATIN.test(whole) || englishRun(raw, names, (text) => index.fold(text))) return;
    const sounds = (await source.load("sounds")) ?? {};
    for (const letters of new Set([raw, ...raw.split(/\s+/).filter(({ length }) => length > SYLLABLE)]))
      await names.learnSpelt(index.fold(letters), sounds);
  }

  /** What there is for a query. @param {string} raw @returns {Promise<import("./types.js").Answer>} */
  async ask(raw) {
    this.names.take();
    await this.names.learnFor(raw);
    if (/[a-z]/i.test(raw)) await this.learnLetters(raw);
    const query = this.read(raw),
      jumped = await this.jump(raw);
    this.index.budget.begin();
    const found = jumped.sure ? { hits: [], tried: [], missing: [] } : await this.finding.find(query, raw);
    const beside = jumped.sure ? [] : await this.asides.find(query);
    const taken = new Set(jumped.hits.filter((hit) => !hit.anchor).map(({ id }) => id));
    const hits = [...jumped.hits, ...found.hits.filter(({ id }) => !taken.has(id))];
    return { query, beside, said: jumped.said, tried: found.tried, missing: found.missing, hits };
  }
}
