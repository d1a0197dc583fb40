/* Queries in letters, read as pinyin: all as one name or head, else each word by itself: suining baijiu. */
import { LATIN } from "./pinyin.js";
import { score, WORTH } from "./ranking.js";

/** @typedef {import("./types.js").Hits} Hits */
/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("../rare_queries.js").RareQueries} RareQueries */

export class Spelling {
  /**
   * @param {import("./index.js").Index} index @param {import("./names.js").Names} names
   * @param {import("./matching.js").Matching} matching
   */
  constructor(index, names, matching) {
    this.index = index;
    this.names = names;
    this.matching = matching;
  }

  /**
   * What the letters spell; it is what people may have asked, too.
   * @param {RareQueries} rare
   * @param {Query} query
   * @param {Hits} hits
   * @param {boolean} enough
   */
  async read(rare, query, hits, enough) {
    await rare.headsBySound(query.whole, (id, value) => score(hits, id, value));
    const named = await rare.named(query.whole);
    await this.index.loadPhrases(named);
    for (const [i, name] of named.entries()) this.matching.wholePhrase(name, hits, WORTH.exact - 100 - 20 * i);
    if (named.length) [query.asked] = named;
    if (enough) return;
    for (const stretch of await this.alike(rare, query.whole))
      this.matching.wholePhrase(stretch, hits, WORTH.all - 100);
    if (!hits.size && !(await this.wordByWord(rare, query, hits))) return;
    query.pieces = query.pieces.filter(({ text, documents }) => documents.size || !LATIN.test(text)); // none is missing
  }

  /** Whether any is read. @param {RareQueries} rare @param {Query} query @param {Hits} hits */
  async wordByWord(rare, query, hits) {
    const words = query.letters.map((letters) => this.names.word(letters)),
      read = [];
    for (const word of words.filter(({ documents }) => !documents.size)) {
      const names = await rare.named(word.text),
        stretches = await this.alike(rare, word.text);
      for (const name of names) word.phrases.set(name, 0.8);
      for (const stretch of stretches) word.phrases.set(stretch, 0.9);
      read.push(names[0] ?? stretches[0] ?? "");
    }
    const said = read.join(" ").trim();
    if (said) query.asked = said;
    this.matching.allWords(words, hits, 100);
    return said;
  }

  /** @param {RareQueries} rare @param {string} letters */
  async alike(rare, letters) {
    const found = await rare.stretches(letters);
    await this.index.loadPhrases(found);
    return found;
  }
}
