/* How people ask for what a text says, in words that it has not: source/…/questions.yml, as
   build_tools/duidu/render/search/questions.py writes it. */
import { placeOf } from "./names.js";
import { decoded, pairsOf } from "./postings.js";
import { firm, rarity, score, WORTH } from "./ranking.js";

/** @typedef {import("./types.js").Hits} Hits */
/** @typedef {import("./index.js").Index} Index */
/** @typedef {[word: string, places: number[]]} Placed a word, and the places of the query that it takes */
/** @typedef {{word: string, places: number[], value: number, ids: Set<number>}} Weighed with value and entries */

/* What is as good as certain: so much of the query, or less of it where that says much. */
const SURE = 0.8,
  MUCH = 0.36,
  SAYING = 24;
/* What is near says so much, or has so much of a short query, and not much less than the best. */
const LEAST = 5,
  HALF = 0.55,
  SENTENCE = 6, // characters
  BESIDE = 0.6;
const BESIDES = 0.7; // of the query, what a near one has beside a sure one
const ALONE = 0.6; // what a character counts beside a pair
const FACING = 0.85; // what a counterpart has of it
const RANGE = 350; // from a sure one to one that has all of it
const MOST = 5; // near ones

/**
 * What a question is compared by, each with the places that it takes in the query: a word in letters as many as two
 * characters.
 * @param {string} text folded, with spaces where something else parted it
 * @param {RegExp} openers what begins with one says little
 */
export const questionWords = (text, openers) => {
  let at = 0;
  /** @type {Placed[]} */
  const found = [];
  for (const part of text.match(/[a-z0-9]+|[^a-z0-9 ]+/g) ?? []) {
    const chars = [...part];
    if (/^[a-z0-9]/.test(part)) found.push([part.replace(/(?<=[a-z]{2}[^su])s$/, ""), [at, at + 1]]);
    else {
      for (const [i, char] of chars.entries()) found.push([char, [at + i]]);
      for (const [i, pair] of pairsOf(part).entries()) found.push([pair, [at + i, at + i + 1]]);
    }
    at += chars.length + 1;
  }
  return found.filter(([word]) => !openers.test(word));
};

/** How much words say: at each place the one that says most, words that overlap being one. @param {Weighed[]} words */
const saidBy = (words) => {
  /** @type {number[]} */
  const most = [];
  for (const { places, value } of words) for (const place of places) most[place] = Math.max(most[place] ?? 0, value);
  return most.reduce((sum, value) => sum + value, 0);
};

export class Questions {
  /** @type {Map<string, number[]>} */
  entries = new Map();

  /** @param {Index} index @param {import("./names.js").Names} names */
  constructor(index, names) {
    this.index = index;
    this.names = names;
  }

  /** The entries for which people use these words. @param {string[]} words */
  async learn(words) {
    const { source, manifest } = this.index,
      files = new Set(words.map((word) => `q${placeOf(word) % manifest.questions}`));
    for (const lines of await Promise.all([...files].map((name) => source.load(name))))
      for (const line of lines?.split("\n") ?? []) {
        const [first] = line,
          cells = line.slice(first.length).split(" ");
        for (let i = 1; i < cells.length; i += 2) this.entries.set(first + cells[i - 1], decoded(cells[i]));
      }
  }

  /**
   * How much of a query each entry is asked by; its own words count where one of those is. A counterpart lifts what is
   * asked by a word itself, and brings in nothing else.
   * @param {Weighed[]} words @param {(id: number) => boolean} fits
   */
  async said(words, fits) {
    const facing = (await this.index.source.load("facing")) ?? [],
      ids = new Set(words.flatMap((word) => [...word.ids]).filter(fits)),
      said = new Map();
    for (const id of ids) {
      const folded = this.index.entry(id)?.folded ?? "";
      said.set(
        id,
        saidBy(words.filter((word) => word.ids.has(id) || (word.places.length > 1 && folded.includes(word.word)))),
      );
    }
    const own = new Map(said);
    for (const [id, value] of own)
      for (const other of decoded(facing[id] ?? ""))
        if (own.has(other)) said.set(other, Math.max(said.get(other), FACING * value));
    return [...said].sort(([, a], [, b]) => b - a);
  }

  /**
   * @param {string} text the query without what nobody needs to have asked
   * @param {Hits} hits @param {(id: number) => boolean} fits
   * @param {boolean} isKind whether it has a word of which the texts have but the kind: then all is only near
   */
  async find(text, hits, fits, isKind) {
    const { index } = this,
      placed = index.manifest.questions ? questionWords(text, this.names.openers) : [];
    if (!placed.length) return;
    await this.learn(placed.map(([word]) => word));
    const words = placed.map(([word, places]) => {
      const ids = this.entries.get(word) ?? [],
        count = Math.max(1, ids.length, index.having(word).length); // what all texts say, nobody asks for
      return {
        word,
        places,
        value: rarity(count, index.size) * (places.length > 1 ? 1 : ALONE),
        ids: new Set(ids),
      };
    });
    const all = saidBy(words),
      said = await this.said(words, fits),
      best = said[0]?.[1] ?? 0,
      isSure = firm(hits) || best >= SURE * all,
      least = Math.max(isSure ? BESIDES * all : text.length < SENTENCE ? HALF * all : LEAST, BESIDE * best);
    for (const [place, [id, value]] of said.entries()) {
      const share = value / all;
      if (!isKind && (share >= SURE || (share >= MUCH && value >= SAYING))) score(hits, id, WORTH.sure + RANGE * share);
      else if (place < MOST && value >= least) score(hits, id, WORTH.partly + 200 * share);
    }
  }
}
