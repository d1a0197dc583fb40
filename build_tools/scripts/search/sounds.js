/* One wrong character, and letters for pinyin: what only some queries need. */
import { pairsOf } from "./postings.js";
import { soundsLike, syllablesOf } from "./pinyin.js";

const LETTER = 0xe000; // pairs of initials are in the index under letters of their own
const NEAR = 60,
  FILES = 3; // texts, and files of texts, on a large site
const INITIALS = 6; // more are no abbreviation
const STRETCH = 3; // so many characters are corrected to a stretch of text, fewer only to a name: 整治工作 has no 治工
const NAME = 50; // what a name is worth against a stretch of text

/**
 * Whether the stretch differs from the characters in one place, and where; -1 if it does not, or in more.
 * @param {string[]} chars @param {string[]} all @param {number} start
 */
const wrongPlace = (chars, all, start) => {
  let wrong = -1;
  for (let i = 0; i < chars.length; i++) {
    if (chars[i] === all[start + i]) continue;
    if (wrong >= 0) return -1;
    wrong = i;
  }
  return wrong;
};

/** The most frequent. @param {Map<string, number>} counts @param {number} most */
const commonest = (counts, most) =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([text]) => text);

export class Sounds {
  /** Character → syllable. @type {Map<string, string> | null} */
  table = null;

  /** @param {import("./index.js").Index} index @param {import("./names.js").Names} names */
  constructor(index, names) {
    this.index = index;
    this.names = names;
  }

  /** @returns {Promise<Map<string, string>>} */
  async soundOf() {
    /** @type {Record<string, string> | undefined} */
    const table = await this.index.source.load("sounds");
    if (!table) return new Map();
    return (this.table ??= new Map(
      Object.entries(table).flatMap(([sound, all]) =>
        [...all].map((char) => /** @type {[string, string]} */ ([char, sound])),
      ),
    ));
  }

  /**
   * Names and stretches of text that differ from this in one place, those of the same sound first; at most two.
   * @param {string} text
   */
  async corrections(text) {
    const chars = [...text];
    if (chars.length < 2 || chars.length > 16 || !/\p{Script=Han}/u.test(text)) return [];
    const soundOf = await this.soundOf();
    /** @type {Map<string, number>} */
    const found = new Map();
    const consider = (/** @type {string[]} */ all, /** @type {number} */ start, /** @type {number} */ worth) => {
      const wrong = wrongPlace(chars, all, start);
      if (wrong < 0) return;
      const sound = soundOf.get(chars[wrong]),
        same = sound !== undefined && sound === soundOf.get(all[start + wrong]);
      if (!same && chars.length < 4) return; // too little is left to be sure
      const key = all.slice(start, start + chars.length).join("");
      found.set(key, (found.get(key) ?? (same ? 1000 : 0)) + worth);
    };
    for (const name of this.names.all()) if ([...name].length === chars.length) consider([...name], 0, NAME);
    if (chars.length < STRETCH) return commonest(found, 2);
    if (!this.index.small) await this.loadNear(text);
    for (const [, { folded }] of this.index.atHand()) {
      const all = [...folded];
      for (let i = 0; i + chars.length <= all.length; i++) consider(all, i, 1);
    }
    return commonest(found, 2);
  }

  /** Texts that have many of its pairs. @param {string} text */
  async loadNear(text) {
    const likely = new Map();
    for (const pair of pairsOf(text)) {
      for (const id of this.index.withPair(pair) ?? [])
        if (id < this.index.size) likely.set(id, (likely.get(id) ?? 0) + 1);
    }
    await this.index.loadTexts(
      [...likely]
        .sort((a, b) => b[1] - a[1])
        .slice(0, NEAR)
        .map(([id]) => id),
      FILES,
    );
  }

  /** Heads by their pinyin. @param {string} letters @param {(id: number, value: number) => void} found */
  async headsBySound(letters, found) {
    const ids = this.index.small ? [...this.index.atHand()].map(([id]) => id) : await this.likelyHeads(letters);
    for (const id of ids) {
      const pinyin = this.index.entry(id)?.pinyin,
        worth = pinyin ? soundsLike(pinyin, letters) : 0;
      if (worth) found(id, 600 + 200 * worth);
    }
  }

  /** On a large site: heads that have these initials somewhere. @param {string} letters */
  async likelyHeads(letters) {
    const inFull = syllablesOf(letters)
      ?.map((syllable) => syllable[0])
      .join("");
    const likely = [];
    for (const initials of new Set([letters, inFull ?? ""])) {
      if (initials.length < 2) continue;
      const pairs = pairsOf(initials).map(([a, b]) => String.fromCharCode(LETTER + a.charCodeAt(0)) + b);
      await this.index.loadWithin(pairs.map((pair) => this.index.fileOf(pair)));
      const ids = this.index.withPairs(pairs);
      await this.index.loadTexts(ids, FILES);
      likely.push(...ids);
    }
    return likely;
  }

  /** What names stand for that are spelt so; of words of the texts initials are enough. @param {string} letters */
  async named(letters) {
    if (letters.length < 3) return [];
    const table = await this.soundOf(),
      isShort = letters.length <= INITIALS;
    const fits = (/** @type {string} */ name, /** @type {boolean} */ mayBeShort) => {
      const sounds = [...name].map((char) => table.get(char) ?? char);
      return sounds.join("") === letters || (mayBeShort && sounds.map(([first]) => first).join("") === letters);
    };
    const found = [
      ...this.names.phrases().filter((name) => fits(name, isShort)),
      ...this.names.all().filter((name) => fits(name, false)),
    ];
    return [...new Set(found.flatMap((name) => [...this.names.word(name).phrases.keys()]))];
  }

  /**
   * Stretches of the texts at hand that are spelt so, else those with these initials; the commonest first.
   * @param {string} letters
   */
  async stretches(letters) {
    if (letters.length < 4) return [];
    const table = await this.soundOf(),
      soundAt = (/** @type {string} */ char) => table.get(char) ?? char ?? " ";
    /** @type {Map<string, number>} */
    const spelt = new Map(),
      /** @type {Map<string, number>} */ initials = new Map();
    const add = (/** @type {Map<string, number>} */ counts, /** @type {string} */ stretch) =>
      counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
    for (const [, { folded }] of this.index.atHand()) {
      const chars = [...folded],
        sounds = chars.map(soundAt);
      for (const i of chars.keys()) {
        let full = "",
          end = i;
        while (end < chars.length && full.length < letters.length) full += sounds[end++];
        const short =
          letters.length <= INITIALS && [...letters].every((letter, j) => (sounds[i + j] ?? " ")[0] === letter);
        if (full === letters || (full.startsWith(letters) && end - i > 1)) add(spelt, chars.slice(i, end).join(""));
        else if (short) add(initials, chars.slice(i, i + letters.length).join(""));
      }
    }
    return commonest(spelt.size ? spelt : initials, 5);
  }
}
