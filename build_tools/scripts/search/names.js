/* Names, once they are loaded: terms, synonyms, places, and the phrases and documents that they stand for. */
import { renumbered } from "./numerals.js";
import { initialsOf, LATIN, soundsLike, syllablesOf } from "./pinyin.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{pinyin: string, initials: string, documents: [d: number, short: string][]}} Place */

/** In which file words are: those in letters begin with few letters, so two of them say it. @param {string} word */
export const placeOf = (word) => (word.codePointAt(0) ?? 0) + (/^[a-z0-9]{2}/.test(word) ? word.charCodeAt(1) * 29 : 0);

/** The files of what begins so. @param {string} kind @param {string} text @param {number} count */
const filesOf = (kind, text, count) =>
  count ? [...text].map((char) => `${kind}${(char.codePointAt(0) ?? 0) % count}`) : [];

const WORD = 4; // characters

export class Names {
  /** Name → phrases that stand for it. @type {Map<string, string[]>} */
  meanings = new Map();
  /** An unknown word, or what it ends in → phrases of its kind. @type {Map<string, string[]>} */
  heads = new Map();
  /** What speakers add. @type {Set<string>} */
  idle = new Set();
  /** What names stand for. @type {Set<string>} */
  things = new Set();
  /** @type {Map<string, Place>} */
  places = new Map();
  /** What names documents by their level or year. @type {Map<string, number[]>} */
  groups = new Map();
  /** What a relation to another document is called. @type {Set<string>} */
  relations = new Set();
  /**
   * What terms are called in English, and their pinyin, once it was asked for.
   * @type {import("./types.js").EnglishTerm[] | null}
   */
  latin = null;
  /** What everyday words stand for, by number. @type {string[] | null} */
  numbered = null;
  longest = 2;
  /** What says how something is, or what one wishes; that inside a longer run. */
  light = /^$/;
  atLight = /$^/;
  /** What only asks; and 有没有, 能不能. */
  asking = /$^/g;
  /** What a pair of characters begins with that says little of what is asked. */
  openers = /$^/;

  /** Files of everyday words and names in letters that were taken. @type {Set<string>} */
  learnt = new Set();

  /** @param {Pick<Index, "names" | "manifest" | "fold" | "folding" | "source">} index */
  constructor(index) {
    this.index = index;
  }

  /** Take the names as soon as they are there. */
  take() {
    const { names, manifest } = this.index,
      fold = (/** @type {string} */ text) => this.index.fold(text);
    if (!names || this.meanings.size) return;
    for (const [, term, forms, aliases] of names.terms) {
      const own = [term, ...forms].map(fold);
      for (const name of [...own, ...aliases.map(fold)]) this.add(name, own);
    }
    const [words, alone, asking, openers] = names.light;
    this.light = new RegExp(`^(?:${words}|${alone})+$`, "u");
    this.atLight = new RegExp(`(${words})`, "u");
    this.openers = new RegExp(`^[${openers}]`, "u");
    this.asking = new RegExp(`${asking}|(\\p{Script=Han})[不没]\\1`, "gu");
    for (const thing of names.phrases.split(" ")) if (thing.length > 1) this.things.add(thing);
    for (const [ends, phrases] of this.rowsOf(names.heads)) for (const end of ends) this.heads.set(end, phrases);
    this.relations = new Set(names.relations);
    for (const [d, [, short, name, level, , year]] of manifest.documents.entries()) {
      this.addPlace(fold(name), names.places[name], d, fold(short));
      for (const called of manifest.levels[level][3].split(" ")) this.addGroup(called, d);
      if (year) this.addGroup(`${year}年`, d);
    }
  }

  /** The everyday words and the names in letters that may stand in a text. @param {string} text */
  async learnFor(text) {
    const { words = 0, letters = 0 } = this.index.names ?? {},
      normal = text.normalize("NFKC").toLowerCase(),
      hanOf = (/** @type {string} */ some) => some.replace(/\p{ASCII}+/gu, "");
    await this.learnFiles(filesOf("w", hanOf(normal), words)); // they say what traditional characters become
    const han = hanOf(this.index.fold(text)),
      runs = normal.match(/[a-z]+|\d+/g) ?? [],
      joined = runs.join("");
    let at = 0;
    const starts = runs.map(({ length }) => joined.slice((at += length) - length).slice(0, 2)); // R&D is rd
    return this.learnFiles([
      ...filesOf("w", han && han + starts.map(([first]) => first).join(""), words),
      ...(letters ? starts.map((start) => `e${placeOf(start) % letters}`) : []),
    ]);
  }

  /**
   * The everyday words that may be spelt so; initials are of what the texts have.
   * @param {string} letters @param {Record<string, string>} table syllable → characters
   */
  learnSpelt(letters, table) {
    const fits = Object.keys(table).filter(
      (sound) => letters.startsWith(sound) && syllablesOf(letters.slice(sound.length)),
    );
    return this.learnFiles(filesOf("w", fits.map((sound) => table[sound]).join(""), this.index.names?.words ?? 0));
  }

  /** @param {string[]} all */
  async learnFiles(all) {
    const files = [...new Set(all)].filter((name) => !this.learnt.has(name));
    for (const [i, lines] of (await Promise.all(files.map((name) => this.index.source.load(name)))).entries()) {
      if (lines === undefined) continue;
      this.learn(lines);
      this.learnt.add(files[i]);
    }
  }

  /** Lines of "word word:0 17": words, and their phrases by number. @param {string} lines @returns {string[][][]} */
  rowsOf(lines) {
    this.numbered ??= this.index.names?.phrases.split(" ") ?? [];
    const { numbered } = this;
    return lines
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split(":").map((part) => part.split(" ")))
      .map(([words, numbers]) => [words, numbers?.map((number) => numbered[Number(number)])]);
  }

  /**
   * More names, as the files hold them; ≈足球 stands for its kind alone, a line without phrases has what says nothing.
   * @param {string} lines
   */
  learn(lines) {
    const [, variants, rest] = lines.match(/^=(.*)\n([^]*)$/) ?? ["", "", lines];
    this.index.folding.learn(variants);
    for (const [words, phrases] of this.rowsOf(rest))
      for (const word of words)
        if (!phrases) this.addIdle(word);
        else if (word[0] === "≈") this.heads.set(word.slice(1), phrases);
        else this.add(word, phrases);
  }

  /** @param {string} word */
  addIdle(word) {
    this.idle.add(word);
    this.longest = Math.max(this.longest, word.length);
  }

  /**
   * How terms are called in English and spelt, for queries that have letters.
   * @param {import("./types.js").EnglishTerm[] | undefined} terms
   */
  learnEnglish(terms) {
    if (this.latin || !terms || !this.index.names) return;
    this.latin = terms;
    for (const [n, [english]] of terms.entries()) {
      const [, term, forms] = this.index.names.terms[n],
        own = [term, ...forms].map((one) => this.index.fold(one));
      for (const name of english.split(/[;,()]/)) this.add(this.index.fold(name), own);
    }
  }

  /** @param {string} called @param {number} d */
  addGroup(called, d) {
    this.groups.set(called, [...(this.groups.get(called) ?? []), d]);
    this.longest = Math.max(this.longest, called.length);
  }

  /** @param {string} name @param {string[]} phrases */
  add(name, phrases) {
    if (name.length < 2) return;
    for (const phrase of phrases) if (phrase.length > 1) this.things.add(phrase);
    this.meanings.set(name, [...new Set([...(this.meanings.get(name) ?? []), ...phrases])]);
    this.longest = Math.max(this.longest, name.length);
  }

  /** @param {string} place @param {string} pinyin @param {number} d @param {string} short */
  addPlace(place, pinyin, d, short) {
    /** @type {Place} */
    const known = this.places.get(place) ?? {
      pinyin: pinyin.replaceAll(" ", ""),
      initials: initialsOf(pinyin),
      documents: [],
    };
    known.documents.push([d, short]);
    this.places.set(place, known);
    this.longest = Math.max(this.longest, place.length + 1);
  }

  /** All that names stand for. */
  phrases() {
    return [...this.things];
  }

  all() {
    return [...this.meanings.keys(), ...this.places.keys()];
  }

  /**
   * The documents that a word names by their place (遂宁, 遂宁市, 遂宁市委决定, suining), level (市里, 全市) or year.
   * @param {string} word
   */
  placed(word) {
    /** @type {Set<number>} */
    const found = new Set(this.groups.get(word) ?? []);
    if (LATIN.test(word)) {
      for (const place of this.spelt(word)) for (const [d] of place[1].documents) found.add(d);
    }
    for (let length = word.length; length > 0; length--) {
      const rest = word.slice(length),
        documents = this.places.get(word.slice(0, length))?.documents ?? [];
      for (const [d, short] of documents) if (/^[省县市区州]?$/u.test(rest) || short.startsWith(word)) found.add(d);
    }
    return found;
  }

  /** The places that letters spell. @param {string} letters */
  spelt(letters) {
    return [...this.places].filter(([, { pinyin, initials }]) => letters === pinyin || letters === initials);
  }

  /**
   * A word as it stands, what else stands for it, and the documents it names.
   * @param {string} text
   * @returns {import("./types.js").Word}
   */
  word(text) {
    const phrases = new Map([[text, 1]]);
    const also = (/** @type {string[]} */ list, /** @type {number} */ worth) => {
      list.forEach((other, i) => {
        if (other && !phrases.has(other)) phrases.set(other, worth - Math.min(i, 8) * 0.04);
      });
    };
    also(renumbered(text), 0.95);
    also(this.meanings.get(text) ?? [], 0.8);
    if (LATIN.test(text)) {
      for (const [n, [, term, forms]] of (this.latin ? (this.index.names?.terms ?? []) : []).entries()) {
        const worth = soundsLike(this.latin?.[n][1] ?? "", text);
        if (worth)
          also(
            [term, ...forms].map((form) => this.index.fold(form)),
            worth,
          );
      }
      for (const [place] of this.spelt(text)) also([place], 0.9);
    }
    return { text, phrases, documents: this.placed(text), relation: this.relations.has(text) ? text : undefined };
  }

  /**
   * What a word that has no meaning of its own is a kind of, else its last characters: 烧酒 → 酒; the last character of
   * a longer run says nothing of the whole.
   * @param {string} text
   */
  kindOf(text) {
    const last = text.length > WORD ? "" : text.slice(-1);
    return this.heads.get(text) ?? this.heads.get(text.slice(-2)) ?? this.heads.get(last) ?? [];
  }

  /** Whether a stretch of a longer run says nothing: 得很. @param {string} text */
  isIdle(text) {
    return this.idle.has(text);
  }

  /** @param {string} text @param {boolean} isName only words of a name are light, no mere characters: 补助, but not 老人 */
  isLight(text, isName) {
    return isName ? text.replace(this.atLight, "") === "" : this.light.test(text);
  }

  /** What stands nowhere as it is, parted where such words are in it: 地方升级 → 地方, 升级. @param {string} text */
  partedAtLight(text) {
    return text.split(this.atLight).filter(Boolean);
  }

  /** Whether it is but a common word of the texts: 绿色 and 金融 apart are no 绿色金融. @param {string} text */
  isMere(text) {
    return text.length < 3 && !this.meanings.has(text);
  }

  /** Whether a stretch of a longer run is a name. @param {string} text */
  isName(text) {
    return (
      this.heads.has(text) ||
      this.meanings.has(text) ||
      this.things.has(text) ||
      this.relations.has(text) ||
      this.placed(text).size > 0
    );
  }
}
