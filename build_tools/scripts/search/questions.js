/* How people ask for what a text says in words that it has not: source/…/questions.yml, as
   build_tools/duidu/render/search/questions.py writes it. */
import { filesOf } from "./names.js";
import { decoded, pairsOf } from "./postings.js";
import { rarity, score, WORTH } from "./ranking.js";

/** @typedef {import("./types.js").Hits} Hits */
/** @typedef {import("./index.js").Index} Index */
/** @typedef {[word: string, places: number[]]} Placed a word, and the places of the query that it takes */

/* What is as good as certain: so much of the query, or less of it where the words say much. What is near has so much, and
   not much less than the best. */
const SURE = 0.6,
  MUCH = 0.36,
  SAYING = 19,
  PART = 0.15,
  LEAST = 7,
  BESIDE = 0.6;
const BOTH = 0;
const FACING = 0.85; // what a counterpart has of it
const RANGE = 450; // from a sure one to one that has all of it
const MOST = 6; // near ones

/**
 * What a question is compared by, each with the places that it takes in the query: a word in letters as many as two
 * characters.
 * @param {string} text @param {(text: string) => string} fold
 * @returns {Placed[]}
 */
export const questionWords = (text, fold) => {
  let at = 0;
  /** @type {Placed[]} */
  const found = [];
  for (const separated of text.split(/[^\p{L}\p{N}]+/u)) {
    for (const part of fold(separated).match(/[a-z0-9]+|[^a-z0-9]+/g) ?? []) {
      if (/^[a-z0-9]/.test(part)) found.push([part.replace(/(?<=[a-z]{2}[^su])s$/, ""), [at, at + 1]]);
      else found.push(...pairsOf(part).map((pair, i) => /** @type {Placed} */ ([pair, [at + i, at + i + 1]])));
      at += Math.max(2, [...part].length);
    }
  }
  return found;
};

export class Questions {
  /** @type {Map<string, number[]>} */
  entries = new Map();
  /** @type {Set<string>} */
  taken = new Set();

  /** @param {Index} index */
  constructor(index) {
    this.index = index;
  }

  /** @param {string} text */
  async learnFor(text) {
    const { source, manifest } = this.index,
      files = new Set(filesOf("q", text, manifest.questions));
    for (const name of files) {
      const rows = (await source.load(name))?.split(" ") ?? [];
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      for (let i = 0; i < rows.length; i += 2) this.entries.set(rows[i], decoded(rows[i + 1]));
    }
  }

  /**
   * @param {string} text the query without what nobody needs to have asked
   * @param {Hits} hits @param {(id: number) => boolean} fits
   */
  async find(text, hits, fits) {
    const { index } = this,
      words = questionWords(text, (one) => index.fold(one));
    if (!words.length || !index.manifest.questions) return;
    await this.learnFor(words.map(([word]) => word[0]).join(""));
    const facing = await index.source.load("facing");
    /** @type {Map<number, number[]>} */
    const shares = new Map();
    /** @type {number[]} */
    const all = [];
    const weighed = words.map(([word, places]) => {
      const ids = this.entries.get(word) ?? [],
        value = rarity(ids.length || 1, index.size);
      for (const place of places) all[place] = Math.max(all[place] ?? 0, value);
      for (const id of ids) if (fits(id)) shares.set(id, []);
      return { word, places, value, ids: new Set(ids) };
    });
    const sum = (/** @type {number[]} */ values) => values.reduce((a, b) => a + b, 0),
      total = sum(all);
    for (const [id, own] of shares) {
      const folded = index.entry(id)?.folded ?? "";
      for (const { word, places, value, ids } of weighed)
        if (ids.has(id) || folded.includes(word))
          for (const place of places) own[place] = Math.max(own[place] ?? 0, value);
    }
    const said = new Map([...shares].map(([id, own]) => [id, sum(own)]));
    for (const [id, value] of [...said])
      for (const other of decoded(facing[id])) if (fits(other)) said.set(other, Math.max(said.get(other) ?? 0, FACING * value));
    const sums = [...said].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const least = Math.max(LEAST, PART * total, BESIDE * (sums[0]?.[1] ?? 0));
    for (const [i, [id, value]] of sums.entries()) {
      const share = value / total;
      if (share >= SURE || (share >= MUCH && value >= SAYING)) {
        const before = hits.get(id)?.value ?? 0;
        score(hits, id, Math.max(before >= WORTH.sure ? before + BOTH * share : 0, WORTH.sure + RANGE * share), hits.get(id)?.marks ?? []);
      }
      else if (i < MOST && value >= least) score(hits, id, WORTH.partly + 200 * share, []);
    }
  }
}
