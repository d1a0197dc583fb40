/* Which entries have the words of a query, and what that is worth. */
import { LATIN } from "./pinyin.js";
import { pairsOf } from "./postings.js";
import { rarity, score, WORTH } from "./ranking.js";

/** @typedef {import("./types.js").Hits} Hits */
/** @typedef {import("./types.js").Word} Word */
/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./names.js").Names} Names */
/** @typedef {Map<number, number>} Found entry → worth of the best phrase that it has */
/** @typedef {{phrases: Map<string, number>, weight: number, isNamed: boolean, isSaying: boolean}} Feature */

const FEATURES = 60;
/* Shares of a run: what of it must be known words, from where on they are as good as all; what of it a near answer
   has. */
const LEAST = 0.3,
  SURE = 0.5,
  PART = 0.36;
const BESIDE = 0.35; // of the best, beside hits
/* What of a few words a near answer has at least, beside hits; of a sentence, so many characters long, less will do. */
const HALF = 0.4,
  SENTENCE = 7;
const NAMED = 1.5; // what a known word counts beside a pair of characters
const LIGHTER = 0.3; // what a word counts that only says how something is, or what one wishes: 支持
const MOST = 2; // what a long word counts beside one of two characters
const UNKNOWN = 1; // of what is known, at most: what a speaker says in words that no text has
const RARER = 1.5; // a rare word says more of what is looked for than two common ones
const KIND = 0.7; // what a word of the same kind is worth
const AKIN = 0.26; // what of a query known words are at least, for near answers
const LONG = 9; // characters from where on a speaker tells much besides what is meant
const FAR = 0.75; // what stands for a word so far down its list is only near, where a closer one is there

/* Near answers: at most so many; what part of the query a known word must be to be one alone. */
const NEAREST = 8,
  BESIDE_HITS = 4,
  WORD = 0.2;
/* A saying that leads to few entries is among them with so many, whatever else is said. */
const FEW = 8,
  EACH = 3;

/** @param {Word} word */
export const narrows = (word) => word.documents.size > 0 || word.relation !== undefined;

export class Matching {
  /** @param {Index} index @param {Names} names */
  constructor(index, names) {
    this.index = index;
    this.names = names;
  }

  /** @param {string} text */
  lightness(text) {
    return this.names.isLight(text, true) ? LIGHTER : 1;
  }

  /** A saying says more of what is meant than a word of two characters: 发明归谁, 大学. @param {string} text */
  weightOf(text) {
    return this.lightness(text) * (LATIN.test(text) ? 1 : Math.min(MOST, 0.5 + text.length / 4));
  }

  /** @param {Pick<Word, "phrases">} word @returns {Found} */
  entriesWith({ phrases }) {
    const found = new Map();
    for (const [phrase, worth] of phrases) {
      for (const id of this.index.having(phrase))
        if (id < this.index.size && worth > (found.get(id) ?? 0)) found.set(id, worth);
    }
    return found;
  }

  /** @param {string} phrase @param {Hits} hits @param {number} value */
  wholePhrase(phrase, hits, value) {
    const marks = [phrase];
    for (const id of this.index.having(phrase)) if (id < this.index.size) score(hits, id, value, marks);
  }

  /**
   * Words to be found, and those that narrow: a place, a level, a year, a relation. Names of documents alone are found
   * like any word.
   * @param {Word[]} words
   */
  parted(words) {
    const texts = words.filter((word) => !narrows(word)),
      related = words.filter((word) => word.relation);
    const naming = texts.length || related.length ? words.filter((word) => word.documents.size) : [];
    const core = texts.length || related.length ? texts : words;
    return {
      core: core.map((word) => this.entriesWith(word)),
      weights: core.map(({ text }) => this.lightness(text)),
      named: naming.map((word) => ({ documents: word.documents, found: this.entriesWith(word) })),
      related: related.map((word) => this.index.related(word.relation ?? "")),
    };
  }

  /**
   * Whether an entry lies where the narrowing words say; a sentence that has the name of a place is as good as the
   * place's document.
   * @param {Word[]} words
   */
  narrowing(words) {
    const { named, related } = this.parted(words);
    return (/** @type {number} */ id) =>
      named.every(({ documents, found }) => documents.has(this.index.documentOf(id)) || found.has(id)) &&
      related.every((ids) => ids.has(id));
  }

  /**
   * All words: in one sentence, else in one paragraph, else in one item; beside such a sentence an item is only near.
   * @param {Word[]} words
   * @param {Hits} hits
   * @param {number} [lower]
   */
  allWords(words, hits, lower = 0) {
    const { core, weights, named, related } = this.parted(words),
      fits = this.narrowing(words);
    if (!core.length && related.length) core.push(new Map([...related[0]].map((id) => [id, 1])));
    if (!core.length || core.some((found) => !found.size)) return;
    const isIn = (/** @type {number} */ id) =>
      named.filter(({ documents }) => documents.has(this.index.documentOf(id))).length;
    const marks = words.flatMap((word) => [...word.phrases.keys()]);
    const shortest = core.reduce((left, right) => (right.size < left.size ? right : left));
    const meeting = [...shortest.keys()].filter((id) => core.every((found) => found.has(id)) && fits(id));
    const worst = new Map(meeting.map((id) => [id, Math.min(...core.map((found) => found.get(id) ?? 0))]));
    const isNamed = Math.max(0, ...worst.values()) > FAR;
    for (const [id, worth] of worst) {
      const value = isNamed && worth < FAR ? WORTH.beside : WORTH.all;
      score(hits, id, value - lower - 200 * (1 - worth) + isIn(id) * 30, marks);
    }
    if (core.length < 2) return;
    const sums = this.sums(core, weights, fits),
      add = (/** @type {number} */ id, /** @type {number} */ value) => {
        score(hits, id, value - lower + isIn(id) * 30, marks);
      };
    this.together(core, sums, "paragraph", (id, sum) => add(id, WORTH.paragraph + sum));
    this.together(core, sums, "item", (id, sum, isOwn) =>
      add(id, (isOwn && !worst.size ? WORTH.item : WORTH.partly) + sum),
    );
  }

  /**
   * The words of a run that stand somewhere, without those that stand nowhere: only near, 高速公路收费 is not 高速公路.
   * @param {Query} query
   * @param {Hits} hits
   */
  knownWords(query, hits) {
    const texts = query.pieces.filter((word) => !narrows(word)),
      there = texts.filter((word) => word.text.length > 1 && this.entriesWith(word).size);
    if (!there.length || there.length === texts.length) return;
    const length = (/** @type {Word[]} */ words) => words.reduce((sum, { text }) => sum + text.length, 0);
    const share = length(there) / length(texts);
    if (share < LEAST) return;
    const lower = WORTH.all - WORTH.sure + (share < SURE ? 140 : 80);
    this.allWords([...query.pieces.filter(narrows), ...there], hits, lower);
  }

  /**
   * What the words of entries at hand are worth together.
   * @param {Found[]} core
   * @param {number[]} parts what each word counts
   * @param {(id: number) => boolean} fits
   */
  sums(core, parts, fits) {
    const sums = new Map(),
      weights = core.map((found, i) => rarity(found.size, this.index.size) * parts[i]);
    core.forEach((found, i) => {
      for (const [id, worth] of found)
        if (this.index.entry(id) && fits(id)) sums.set(id, (sums.get(id) ?? 0) + weights[i] * worth);
    });
    return sums;
  }

  /**
   * The best entries of each paragraph or item that has all words; whether it has one of them as it was typed.
   * @param {Found[]} core
   * @param {Found} sums
   * @param {"paragraph" | "item"} place
   * @param {(id: number, sum: number, isOwn: boolean) => void} add
   */
  together(core, sums, place, add) {
    /** @type {Map<string, {words: Set<number>, best: number, isOwn: boolean}>} */
    const groups = new Map();
    const groupOf = (/** @type {number} */ id) => this.index.entry(id)?.[place] ?? "";
    for (const [id, sum] of sums) {
      const group = groups.get(groupOf(id)) ?? { words: new Set(), best: 0, isOwn: false };
      core.forEach((found, i) => {
        const worth = found.get(id) ?? 0;
        if (worth) group.words.add(i);
        if (worth === 1) group.isOwn = true;
      });
      group.best = Math.max(group.best, sum);
      groups.set(groupOf(id), group);
    }
    for (const [id, sum] of sums) {
      const group = groups.get(groupOf(id));
      if (group && group.words.size === core.length && sum > 0.7 * group.best) add(id, sum, group.isOwn);
    }
  }

  /**
   * What part of the words is looked for by: pair by pair, the rare ones counting more.
   * @param {Query} query
   * @returns {Feature[]}
   */
  features({ known, left }) {
    /** @type {Feature[]} */
    const all = [],
      runs = [...known, ...left];
    const isOne = runs.every((text) => [...text].length < 2);
    for (const text of runs) {
      const word = this.names.word(text),
        isLeft = left.includes(text);
      if (narrows(word)) continue;
      /** @type {[phrase: string, worth: number][]} */
      let named = this.names.kindOf(text).map((phrase) => [phrase, KIND]);
      if (this.entriesWith(word).size) named = isLeft ? [] : [...word.phrases];
      const isSaying = !LATIN.test(text);
      if (named.length)
        all.push({ phrases: new Map(named), weight: NAMED * this.weightOf(text), isNamed: true, isSaying });
      if (!isLeft || (!isOne && [...text].length < 2)) continue;
      const pairs = this.isTorn(text) ? [text] : pairsOf(text);
      const weight = 1 / Math.sqrt(pairs.length);
      all.push(...pairs.map((pair) => ({ phrases: new Map([[pair, 1]]), weight, isNamed: false, isSaying: false })));
    }
    return all.slice(0, FEATURES);
  }

  /**
   * Whether a short word stands nowhere and shares but one pair with the texts: 世界杯 is not 世界.
   * @param {string} text
   */
  isTorn(text) {
    const { length } = [...text],
      there = (/** @type {string} */ phrase) => this.index.having(phrase).length > 0;
    return length < 3 ? length === 1 : length < 5 && pairsOf(text).filter(there).length < 2;
  }

  /**
   * What has a good part of the query: a known word, or enough of its pairs; the best few.
   * @param {Query} query @param {Hits} hits
   */
  partly(query, hits) {
    if (!this.isAkin(query)) return;
    const { sums, named, total, marks, narrow } = this.partSums(query);
    if (!total) return; // 党四川省第: a place narrows, and single characters are no part
    const fits = this.narrowing(query.pieces);
    const ids = [...sums.keys()].filter((id) => fits(id) && sums[id] >= total * (named[id] ? WORD : PART));
    const floor = Math.max(0, ...ids.map((id) => sums[id])) * (hits.size ? BESIDE : 0.7);
    const inTurn = ids.sort((a, b) => sums[b] - sums[a]),
      best = inTurn.filter((id) => sums[id] >= floor).slice(0, hits.size ? BESIDE_HITS : NEAREST);
    const own = narrow.flatMap((found) => inTurn.filter((id) => found.has(id)).slice(0, EACH));
    const least = total * (hits.size && query.whole.length < SENTENCE ? HALF : 0);
    for (const id of new Set([...best, ...(hits.size ? [] : own)]))
      if (sums[id] >= least) score(hits, id, WORTH.partly + (200 * sums[id]) / total, marks);
  }

  /**
   * Whether the known words are enough of it, if there are any: 下载身份证电子版 is not 电子.
   * @param {Query} query
   */
  isAkin({ known, left }) {
    const length = (/** @type {string[]} */ texts) => texts.join("").length;
    const all = length([...known, ...left]);
    return !known.length || all > LONG || length(known) >= AKIN * all;
  }

  /** @param {Query} query */
  partSums(query) {
    const sums = new Float32Array(this.index.size),
      named = new Uint8Array(this.index.size),
      marks = [];
    /** @type {Found[]} */
    const narrow = [];
    let known = 0,
      unknown = 0,
      sure = 0;
    for (const feature of this.features(query)) {
      const found = this.entriesWith(feature);
      const value = rarity(found.size, this.index.size) ** RARER * feature.weight * (found.size ? 1 : 0.8);
      if (found.size) known += value;
      else unknown += value;
      for (const [id, worth] of found) {
        sums[id] += value * worth;
        if (feature.isNamed) named[id] = 1;
      }
      if (found.size && feature.isNamed) sure++;
      if (feature.isSaying && found.size <= FEW) narrow.push(found);
      if (found.size) marks.push(...feature.phrases.keys());
    }
    const total = known + (sure > 1 ? Math.min(unknown, UNKNOWN * known) : unknown);
    return { sums, named, total, marks, narrow };
  }
}
