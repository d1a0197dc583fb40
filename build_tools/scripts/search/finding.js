/* Finding. From a large site only so much is loaded: the index says what may fit, and the texts of the first hits
   are read to see whether it does. */
import { cut } from "./cutting.js";
import { Matching, narrows } from "./matching.js";
import { Spelling } from "./spelling.js";
import { renumbered } from "./numerals.js";
import { LATIN } from "./pinyin.js";
import { Questions } from "./questions.js";
import { firm, firstOf, inOrder, score, stepBack, weigh, WORTH } from "./ranking.js";

/** @typedef {import("./types.js").Hits} Hits */
/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./types.js").Word} Word */
/** @typedef {import("../rare_queries.js").RareQueries} RareQueries */
/** @typedef {[from: string, to: string][]} Tried what was not there and what was looked for instead */

const ENOUGH = 10;
/* Known words of a longer query, beside which no other is taken for a slip; where all of it is known, nothing is. */
const UNDERSTOOD = 2,
  SHORT = 6;
const HALVED = WORTH.paragraph - WORTH.sure + 60;
const FEW = 3; // sure hits, beside which near ones help
/* Files of texts of a large site: of the first hits, and of words that stand near each other. */
const SHOWN = 6,
  MEETING = 3;
const PHRASES = 6; // of a word, on a large site

export class Finding {
  /**
   * @param {import("./index.js").Index} index @param {import("./names.js").Names} names
   * @param {(raw: string) => Query} read
   * @param {() => Promise<RareQueries | null>} rare
   */
  constructor(index, names, read, rare) {
    this.index = index;
    this.names = names;
    this.read = read;
    this.rare = rare;
    this.matching = new Matching(index, names);
    this.questions = new Questions(index, names);
    this.spelling = new Spelling(index, names, this.matching);
  }

  /** Hits in order, and what was tried and what was not found. @param {Query} query @param {string} raw */
  async find(query, raw) {
    if ([...query.words, ...query.pieces].some((word) => word.relation)) await this.index.source.load("relations");
    /** @type {Hits} */
    const hits = new Map(),
      /** @type {Tried} */ tried = [],
      { size, small } = this.index;
    await this.index.loadPhrases([
      ...query.words.map((word) => word.text),
      query.stripped,
      ...(small ? [query.whole] : []),
    ]);
    if (small) await this.index.loadTexts(Array(size).keys());
    this.look(query, hits);
    if (hits.size < ENOUGH) await this.widen(query, raw, hits, tried);
    if (!tried.length) await this.asked(query, hits, this.matching.narrowing(query.pieces));
    if (!hits.size) await this.anywhere(query, hits);
    this.leaveOut(query.without, hits);
    return { hits: await this.ranked(hits), tried, missing: tried.length ? [] : this.missing(query) };
  }

  /**
   * Where nothing lies in the place, level, year or relation asked for: the rest of the query, anywhere.
   * @param {Query} query @param {Hits} hits
   */
  async anywhere(query, hits) {
    const free = (/** @type {Word[]} */ words) => words.filter((word) => !narrows(word));
    for (const words of [query.words, query.pieces]) {
      if (words.some(narrows)) this.matching.allWords(free(words), hits, WORTH.all - WORTH.sure + 80);
    }
    if (query.pieces.some(narrows)) await this.asked(query, hits, () => true, true);
  }

  /**
   * What people ask for so, where the texts have not its words.
   * @param {Query} query @param {Hits} hits
   * @param {(id: number) => boolean} fits @param {boolean} [isNear] whether it is near at best
   */
  async asked(query, hits, fits, isNear = false) {
    if (query.strict || [...hits.values()].some(({ value }) => value >= WORTH.exact - 60)) return;
    const idle = [...query.idle, ...query.pieces.filter(narrows).map(({ text }) => text)];
    const text = idle.reduce((left, word) => left.replaceAll(word, " "), query.asked),
      isKind = query.known.some((word) => this.names.heads.has(word)); // the texts speak of sport, not of skiing
    await this.questions.find(text, hits, fits, isNear || isKind);
  }

  /** Words of the query that stand nowhere, nor anything that they stand for. @param {Query} query */
  missing({ pieces, whole }) {
    if (this.index.having(whole).length) return [];
    return pieces.filter((word) => !narrows(word) && !this.matching.entriesWith(word).size).map(({ text }) => text);
  }

  /** @param {string[]} without @param {Hits} hits */
  leaveOut(without, hits) {
    for (const text of without) {
      const documents = this.names.placed(text),
        having = new Set(this.index.having(text));
      for (const id of hits.keys()) if (having.has(id) || documents.has(this.index.documentOf(id))) hits.delete(id);
    }
  }

  /** What the query says as it stands. @param {Query} query @param {Hits} hits @param {number} [lower] */
  look(query, hits, lower = 0) {
    const { matching } = this,
      { words, whole, stripped, defined } = query;
    if (defined) matching.wholePhrase(`${defined}是`, hits, WORTH.exact - lower); // 什么是新质生产力 → 新质生产力是……
    if (!(query.strict && words.length > 1)) matching.wholePhrase(whole, hits, WORTH.exact - lower);
    if (stripped !== whole) matching.wholePhrase(stripped, hits, WORTH.exact - 60 - lower);
    if (words.length > 1 || words[0]?.phrases.size > 1) matching.allWords(words, hits, lower);
  }

  /**
   * Other readings, while there is little.
   * @param {Query} query
   * @param {string} raw
   * @param {Hits} hits
   * @param {Tried} tried
   */
  async widen(query, raw, hits, tried) {
    const before = hits.size > 0,
      isSure = () => firm(hits);
    const isApart = query.letters.length > 0;
    if (!isApart) await this.broad(query, hits);
    const rare = await this.forLetters(query, isSure());
    if (rare && isApart) await this.spelling.read(rare, query, hits, before);
    if (isApart && !isSure()) await this.broad(query, hits);
    if (!isSure()) await this.renumber(raw, hits);
    if (rare && !isApart) {
      await this.spelling.read(
        rare,
        query,
        hits,
        this.index.having(query.whole).length > 0 || (!this.index.small && isSure()),
      );
    }
    if (!before && !isSure()) await this.corrected(query, raw, hits, tried);
    if (!tried.length && this.lacks(query, hits)) await this.nearest(query, hits);
  }

  /** Reads letters as pinyin, unless they are English that was found. @param {Query} query @param {boolean} isSure */
  async forLetters({ whole, known }, isSure) {
    return LATIN.test(whole) && !(known.length && isSure) ? this.rare() : null;
  }

  /** 三十九个县 → 39个县. @param {string} raw @param {Hits} hits */
  async renumber(raw, hits) {
    const [numbered] = renumbered(raw);
    if (numbered) await this.again(numbered, hits, 100);
  }

  /** Whether near answers help. @param {Query} query @param {Hits} hits */
  lacks({ pieces, strict }, hits) {
    if (strict) return false;
    const sure = [...hits.values()].filter(({ value }) => value >= WORTH.sure).length;
    return !sure || (sure < FEW && pieces.length > 1);
  }

  /** Where nothing is sure: what has a good part of the words. @param {Query} query @param {Hits} hits */
  async nearest(query, hits) {
    const parts = this.matching.features(query).flatMap((feature) => this.phrasesOf([feature]));
    await this.index.loadPhrases(parts.filter((phrase) => !this.index.isCommon(phrase)));
    this.matching.partly(query, hits);
  }

  /** @param {Pick<Word, "phrases">[]} words */
  phrasesOf(words) {
    return words.flatMap((word) => [...word.phrases.keys()].slice(0, this.index.small ? Infinity : PHRASES));
  }

  /** Names and pieces, some of the words, part of them. @param {Query} query @param {Hits} hits */
  async broad(query, hits) {
    const { index, matching } = this,
      { words } = query;
    await index.loadPhrases([...this.phrasesOf(words), ...this.phrasesOf(query.pieces)]);
    cut(query, index, this.names);
    const { pieces } = query;
    if (!hits.size) await this.meeting(pieces);
    matching.allWords(words, hits);
    matching.allWords(pieces, hits, query.isHalved ? HALVED : 60); // halves in different sentences are only near
    if (!firm(hits)) this.withoutLight(query, hits);
    const there = words.filter((word) => narrows(word) || matching.entriesWith(word).size);
    if (there.length < words.length && there.some((word) => !narrows(word)))
      matching.allWords(there, hits, WORTH.all - WORTH.sure + 80);
    if (words.length < 2 && !query.strict) matching.knownWords(query, hits);
  }

  /** 买车优惠 without 优惠, where nothing has both. @param {Query} query @param {Hits} hits */
  withoutLight(query, hits) {
    const light = query.pieces.filter(
        (word) => !narrows(word) && this.names.isLight(word.text, query.known.includes(word.text)),
      ),
      heavy = query.pieces.filter((word) => !light.includes(word));
    if (!light.length || heavy.every(narrows)) return;
    this.matching.allWords(heavy, hits, 100);
    query.light.push(...light.map(({ text }) => text));
  }

  /** On a large site: the texts where all words stand within a few entries. @param {Word[]} words */
  async meeting(words) {
    const { core } = this.matching.parted(words);
    if (this.index.small || core.length < 2) return;
    const [first, ...others] = core.sort((a, b) => a.size - b.size);
    const near = others.map((found) => new Set([...found.keys()].map((id) => id >> 2)));
    const meets = (/** @type {number} */ id) =>
      near.every((places) => [-1, 0, 1].some((step) => places.has((id >> 2) + step)));
    await this.index.loadTexts([...first.keys()].filter(meets), MEETING);
  }

  /**
   * Another way to write the query, as a whole and in part.
   * @param {string} raw
   * @param {Hits} hits
   * @param {number} lower
   */
  async again(raw, hits, lower) {
    await this.names.learnFor(raw);
    const query = this.read(raw);
    await this.index.loadPhrases(query.words.map((word) => word.text));
    this.look(query, hits, lower);
    await this.broad(query, hits);
  }

  /**
   * One character may be wrong in a word that stands nowhere.
   * @param {Query} query
   * @param {string} raw
   * @param {Hits} hits
   * @param {Tried} tried
   */
  async corrected(query, raw, hits, tried) {
    if (query.known.length >= UNDERSTOOD && (!query.left.length || [...query.whole].length > SHORT)) return;
    const rare = await this.rare();
    if (!rare) return;
    const words = [...query.words, ...(query.words.length === 1 ? query.pieces : [])];
    const missing = words.filter(
      (word) => !word.documents.size && !this.names.heads.has(word.text) && !this.matching.entriesWith(word).size,
    );
    for (const text of new Set(missing.map((word) => word.text))) {
      for (const other of await rare.corrections(text)) {
        const fresh = await this.instead(query, raw, text, other);
        if (fresh.size) tried.push([text, other]);
        for (const [id, { value, marks }] of fresh) score(hits, id, value - 20 * tried.length, marks);
      }
    }
  }

  /**
   * What is found with another word instead.
   * @param {Query} query
   * @param {string} raw
   * @param {string} text
   * @param {string} other
   */
  async instead(query, raw, text, other) {
    const typed = query.words.map((word) => (word.text === text ? other : word.text)).join(" ");
    await this.names.learnFor(other);
    const changed = this.read(raw.includes(text) ? raw.replace(text, other) : typed);
    /** @type {Hits} */
    const fresh = new Map();
    await this.index.loadPhrases(this.phrasesOf([...changed.words, ...changed.pieces]));
    this.look(changed, fresh, 300);
    if (!fresh.size) this.matching.allWords(changed.pieces, fresh, 300);
    return fresh;
  }

  /** @param {Hits} hits */
  async ranked(hits) {
    if (!this.index.small)
      await this.index.loadTexts(
        firstOf(hits).map(({ id }) => id),
        SHOWN,
      );
    const read = [];
    for (const [id, entry] of this.index.atHand()) {
      const hit = hits.get(id);
      if (!hit) continue;
      weigh(hit, entry);
      hits.delete(id);
      read.push(hit);
    }
    return stepBack([...inOrder(read), ...hits.values()]);
  }
}
