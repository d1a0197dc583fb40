/* What stands beside the text: terms by all their names, notes by their text, pages of who carries out a provision. */
import { words } from "../page/words.js";
import { LATIN, soundsLike } from "./pinyin.js";

/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./types.js").Aside} Aside */
/** @typedef {import("./types.js").NoteRow} NoteRow */
/** @typedef {{term: string[], forms: string[], aliases: string[], english: string[]}} Folded */

const TERMS = 4,
  NOTES = 3,
  PAGES = 2,
  FILES = 8;

/** How near a name is to what is wanted. @param {string} name @param {string[]} wanted */
const nearness = (name, wanted) =>
  Math.max(
    ...wanted.map((one) => {
      if (name === one) return 100;
      if (name.startsWith(one)) return 60;
      if (name.includes(one)) return 40;
      return name.length > 2 && one.includes(name) ? 30 : 0;
    }),
  );

/** @param {Folded} names @param {string} pinyin @param {string} whole the query @param {string[]} wanted */
const worth = ({ term: [name], forms, aliases, english: [english] }, pinyin, whole, wanted) => {
  const near = (/** @type {string} */ one) => nearness(one, wanted);
  const value = Math.max(near(name) + 5, ...forms.map(near), ...aliases.map((one) => near(one) - 10));
  if (!LATIN.test(whole)) return value;
  return Math.max(value, soundsLike(pinyin, whole) * 90, whole.length > 2 && english.includes(whole) ? 40 : 0);
};

export class Asides {
  /** All names of every term. @type {Folded[] | null} */
  folded = null;

  /** @param {import("./index.js").Index} index */
  constructor(index) {
    this.index = index;
  }

  /** @param {Query} query @returns {Promise<Aside[]>} */
  async find(query) {
    const typed = query.words.filter((word) => !word.documents.size).map(({ text }) => text);
    const wanted = [query.whole, query.stripped, ...typed].filter((text) => text.length > 1);
    if (!wanted.length) return [];
    const terms = this.terms(query.whole, wanted),
      files = this.noteFiles(typed),
      { received } = this.index.source;
    await this.index.loadWithin([...terms.map(({ file }) => file), ...files.map(([, file]) => file)]);
    const { together } = this.index.manifest;
    return [
      ...this.pages(typed),
      ...terms.map(({ n, id, term, file }) => ({
        kind: words("term"),
        title: term,
        text: received.get(file)?.[n % together] ?? "",
        url: `glossary/#term-${id}`,
      })),
      ...files.flatMap(([d, file]) => this.notes(d, received.get(file) ?? [], typed)).slice(0, NOTES),
    ];
  }

  /**
   * Pages of who carries out a provision, by the document, the place and the words of its head.
   * @param {string[]} typed
   * @returns {Aside[]}
   */
  pages(typed) {
    const rows = this.index.names?.pages ?? [];
    return rows
      .filter(([title, text]) => typed.length && typed.every((one) => this.index.fold(title + text).includes(one)))
      .slice(0, PAGES)
      .map(([title, text, url]) => ({ kind: words("taken"), title, text, url }));
  }

  /** @param {string} whole @param {string[]} wanted */
  terms(whole, wanted) {
    const rows = this.index.names?.terms ?? [],
      fold = (/** @type {string} */ text) => this.index.fold(text);
    if (this.index.names) {
      this.folded ??= rows.map(([, term, forms, aliases, english]) => ({
        term: [fold(term)],
        forms: forms.map(fold),
        aliases: aliases.map(fold),
        english: [fold(english)],
      }));
    }
    const names = this.folded ?? [];
    return rows
      .map(([id, term, , , , pinyin], n) => ({
        value: worth(names[n], pinyin, whole, wanted),
        n,
        id,
        term,
        file: `d${Math.floor(n / this.index.manifest.together)}`,
      }))
      .filter(({ value }) => value > 15)
      .sort((a, b) => b.value - a.value || a.term.length - b.term.length)
      .slice(0, TERMS);
  }

  /**
   * Many notes are in the index like texts; few are looked through.
   * @param {string[]} typed
   * @returns {[d: number, file: string][]}
   */
  noteFiles(typed) {
    const {
      manifest: { notes, asides },
      size,
    } = this.index;
    const ids = asides && typed.length ? this.index.having(typed[0]).filter((id) => id >= size) : [];
    let end = size;
    /** @type {[number, string][]} */
    const files = notes.flatMap((count, d) => {
      const start = end;
      end += count;
      return (asides ? ids.some((id) => id >= start && id < end) : count) ? [[d, `n${d}`]] : [];
    });
    return files.slice(0, FILES);
  }

  /** @param {number} d @param {NoteRow[]} rows @param {string[]} typed @returns {Aside[]} */
  notes(d, rows, typed) {
    const [document, short] = this.index.manifest.documents[d];
    const fits = (/** @type {string} */ note) =>
      typed.length > 0 && typed.every((one) => one.length > 1 && note.includes(one));
    return rows
      .filter((row) => fits(this.index.fold(row[4])))
      .map(([id, page, place, kind, text]) => ({
        kind: words("note"),
        title: `${short} ${place} ${kind}`,
        text,
        url: `${document}/${page === "index" ? "" : `${page}/`}#${id}`,
      }));
  }
}
