/* What stands in which entry: the files of the search, as far as they are loaded. */
import { Budget } from "./budget.js";
import { Folding } from "./folding.js";
import { decoded, inAll, pairsOf, placeBelow, seconds } from "./postings.js";
import { unpacked } from "./texts.js";

/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {Pick<import("./loader.js").Loader, "received" | "load" | "isStale">} Source where files come from */

const RARE = 3;
/** @type {Manifest} */
const NOTHING = {
  documents: [],
  levels: {},
  notes: [],
  taken: [],
  terms: 0,
  together: 1,
  shards: "",
  common: [],
  asides: false,
  questions: 0,
  version: "",
};

export class Index {
  manifest = NOTHING;
  /** @type {import("./types.js").NamesFile | null} */
  names = null;
  /** How many entries the texts have; notes and terms come after them. */
  size = 0;
  /** Whether all texts are loaded. */
  small = true;
  folding = new Folding();
  budget = new Budget();
  /** @type {number[]} */
  starts = [];
  /** @type {string[]} */
  bounds = [];
  /** Common pairs by their place, the commonest first. @type {Map<string, number>} */
  common = new Map();
  /** The document of each entry. */
  documents = new Uint16Array(0);
  /** @type {(Entry[] | undefined)[]} */
  texts = [];
  /** Which entries have a phrase, until more is loaded. @type {Map<string, number[]>} */
  known = new Map();
  /** @type {Map<string, Map<string, string>>} */
  parsed = new Map();
  /** @type {Map<string, number[]>} */
  decoded = new Map();

  /** @param {Source} source */
  constructor(source) {
    this.source = source;
  }

  /** Whether the manifest is there. It says how the rest is cut. */
  async open() {
    const manifest = await this.source.load("manifest");
    if (!manifest) return false;
    if (this.manifest === NOTHING) this.take(manifest);
    const names = await this.source.load("names");
    this.names ??= names ?? null;
    return true;
  }

  /** @param {Manifest} manifest */
  take(manifest) {
    let size = 0;
    this.manifest = manifest;
    this.starts = manifest.documents.map((row) => (size += row[4]) - row[4]);
    this.bounds = manifest.shards.split(" ");
    this.common = new Map(manifest.common.map(([pair], n) => [pair, n]));
    this.documents = new Uint16Array(size);
    for (const [d, start] of this.starts.entries()) this.documents.fill(d, start);
    this.size = size;
    this.small = manifest.shards === ""; // without an index all is loaded
  }

  /** @param {string} text */
  fold(text) {
    return this.folding.fold(text);
  }

  /** @param {number} id */
  documentOf(id) {
    return this.documents[id];
  }

  /** @param {string} name */
  isWanted(name) {
    if (this.source.received.has(name) || this.source.isStale()) return false;
    if (this.small) return !/^[ph]\d/.test(name); // the texts are all there: nothing need say where a phrase may stand
    return this.budget.pays(name, this.manifest);
  }

  /** What the query may load of these files. @param {string[]} names */
  async loadWithin(names) {
    const wanted = [...new Set(names)].filter((name) => this.isWanted(name));
    await Promise.all(wanted.map((name) => this.source.load(name)));
    if (wanted.length) this.known.clear(); // what was known to stand nowhere may stand in these
  }

  /** A file of the index is named by its pair. @param {string} pair */
  fileOf(pair) {
    return this.common.has(pair) ? `h${this.common.get(pair)}` : `p${placeBelow(this.bounds, pair)}`;
  }

  /** All files in which pairs begin with this character. @param {string} char */
  shardsOf(char) {
    const first = placeBelow(this.bounds, char),
      last = placeBelow(this.bounds, `${char}\uffff`);
    return Array.from({ length: last - first + 1 }, (_, i) => `p${first + i}`);
  }

  /** @param {string} pair */
  isCommon(pair) {
    return this.common.has(pair);
  }

  /** The pairs that begin with a character in a file. @param {string} file @param {string} first */
  secondsIn(file, first) {
    const key = file + first,
      found = this.parsed.get(key) ?? seconds(this.source.received.get(file)[first]);
    this.parsed.set(key, found);
    return found;
  }

  /** The entries with a pair; undefined while its file is not at hand. @param {string} pair */
  withPair(pair) {
    const before = this.decoded.get(pair),
      file = this.fileOf(pair),
      [first, second] = pair;
    if (before || !this.source.received.has(file)) return before;
    const found = decoded(
      this.isCommon(pair) ? this.source.received.get(file) : (this.secondsIn(file, first).get(second) ?? ""),
    );
    this.decoded.set(pair, found);
    return found;
  }

  /** @param {string[]} pairs */
  withPairs(pairs) {
    return inAll(pairs.map((pair) => this.withPair(pair)).filter((ids) => ids !== undefined));
  }

  /**
   * The files that say where a phrase stands. On a large site three rare pairs are enough, or the rarest two of common
   * ones: the text is checked afterwards.
   * @param {string} phrase
   */
  filesFor(phrase) {
    if ([...phrase].length === 1) return this.shardsOf(phrase);
    const all = pairsOf(phrase),
      files = (/** @type {string[]} */ pairs) => pairs.map((pair) => this.fileOf(pair));
    if (this.small) return files(all);
    const rare = all.filter((pair) => !this.isCommon(pair)),
      place = (/** @type {string} */ pair) => this.common.get(pair) ?? 0;
    if (rare.length) return files(rare.filter((_, i) => i % Math.ceil(rare.length / RARE) === 0));
    return files(all.sort((a, b) => place(b) - place(a)).slice(0, 2));
  }

  /** One file for each phrase in turn, as far as they go. @param {string[]} phrases */
  loadPhrases(phrases) {
    const lists = phrases.filter(Boolean).map((phrase) => this.filesFor(phrase)),
      inTurn = [];
    for (let i = 0; lists.some((list) => i < list.length); i++) inTurn.push(...lists.flatMap((list) => list[i] ?? []));
    return this.loadWithin(inTurn);
  }

  /**
   * The entries that have the phrase; where the text is not at hand, those that have the pairs that are.
   * @param {string} phrase
   */
  having(phrase) {
    const found = this.known.get(phrase) ?? this.lookUp(phrase);
    this.known.set(phrase, found);
    return found;
  }

  /** @param {string} phrase */
  lookUp(phrase) {
    if (this.small) {
      /** @type {number[]} */
      const ids = [];
      for (const [id, { folded }] of this.atHand()) if (phrase && folded.includes(phrase)) ids.push(id);
      return ids;
    }
    return [...phrase].length === 1 ? this.beginningWith(phrase) : this.withAll(phrase);
  }

  /** @param {string} phrase */
  withAll(phrase) {
    const pairs = pairsOf(phrase),
      ids = this.withPairs(pairs);
    return pairs.length > 1 ? ids.filter((id) => this.entry(id)?.folded.includes(phrase) ?? true) : ids;
  }

  /** @param {string} char */
  beginningWith(char) {
    const files = this.shardsOf(char).filter((file) => this.source.received.has(file));
    const pairs = files.flatMap((file) => [...this.secondsIn(file, char).keys()].map((second) => char + second));
    return [...Uint32Array.from(new Set(pairs.flatMap((pair) => this.withPair(pair) ?? []))).sort()];
  }

  /** @param {number} n */
  unpack(n) {
    const first = n * this.manifest.together;
    const document = (/** @type {number} */ place) => this.documentOf(first + place);
    this.known.clear();
    this.texts[n] = unpacked(this.source.received.get(`t${n}`), document, (text) => this.fold(text));
  }

  /** An entry if its text is at hand. @param {number} id */
  entry(id) {
    return this.texts[Math.floor(id / this.manifest.together)]?.[id % this.manifest.together];
  }

  /** @param {Iterable<number>} ids @param {number} [most] files */
  async loadTexts(ids, most = Infinity) {
    const wanted = new Set();
    for (const id of ids) {
      if (wanted.size >= most) break;
      wanted.add(Math.floor(id / this.manifest.together));
    }
    await this.loadWithin([...wanted].map((n) => `t${n}`));
    for (const n of wanted) if (!this.texts[n] && this.source.received.has(`t${n}`)) this.unpack(n);
  }

  /** The entries in a relation to another document, once they are loaded. @param {string} name */
  related(name) {
    const codes = this.source.received.get("relations")?.[this.names?.relations.indexOf(name) ?? -1] ?? "";
    return new Set(decoded(codes));
  }

  /** The entries of a document. @param {number} d */
  idsOf(d) {
    return Array.from({ length: this.manifest.documents[d][4] }, (_, i) => this.starts[d] + i);
  }

  /** All entries whose text is at hand. @returns {Generator<[number, Entry]>} */
  *atHand() {
    for (const [n, all] of this.texts.entries()) {
      for (const [i, entry] of (all ?? []).entries()) yield [n * this.manifest.together + i, entry];
    }
  }
}
