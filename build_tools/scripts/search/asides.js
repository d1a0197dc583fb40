/* What stands beside the text, in groups with their counts: terms by all their names, pages of the site by their titles
   and headings, pages of who carries out a provision, notes by their text. */
import { words } from "../page/words.js";
import { LATIN, soundsLike, syllablesOf } from "./pinyin.js";

/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./types.js").Aside} Aside */
/** @typedef {import("./types.js").Group} Group */
/** @typedef {import("./types.js").PageRow} PageRow */
/** @typedef {import("./types.js").NoteRow} NoteRow */
/** @typedef {{term: string[], forms: string[], aliases: string[], english: string[]}} Folded */

const FILES = 8;
const KEPT = 50; // rows of a group
/* From here on the query is the name of a term, or the beginning of a page's heading. */
const TERM = 90,
  PAGE = 3;

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

/**
 * How well a page is named: its heading as it stands, the beginning of it, in it, or all its halves with the title.
 * @param {string} own @param {string} all @param {string} asked
 */
const pageWorth = (own, all, asked) => {
  if (own === asked) return 4;
  if (own.startsWith(asked)) return 3;
  if (all.includes(asked)) return 2;
  const halves = asked.match(/..?/gu) ?? [];
  return asked.length > 3 && asked.length % 2 === 0 && halves.every((half) => all.includes(half)) ? 1 : 0;
};

/** Whether it is letters for sounds: no note is written in them. @param {Query} query */
const isPinyin = ({ whole, known }) => LATIN.test(whole) && !known.length && syllablesOf(whole) !== null;

export class Asides {
  /** All names of every term. @type {Folded[] | null} */
  folded = null;
  hasLatin = false;

  /** @param {import("./index.js").Index} index @param {import("./names.js").Names} names */
  constructor(index, names) {
    this.index = index;
    this.names = names;
  }

  /** The groups that have something. @param {Query} query @returns {Promise<Group[]>} */
  async find(query) {
    const typed = query.words.filter((word) => !word.documents.size).map(({ text }) => text);
    const wanted = [query.whole, query.stripped, ...typed].filter((text) => text.length > 1);
    if (!wanted.length) return [];
    const terms = this.terms(query.whole, wanted),
      files = isPinyin(query) ? [] : this.noteFiles(typed),
      taken = this.index.manifest.taken.slice(0, FILES).map((d) => `k${d}`),
      { received } = this.index.source;
    await this.index.loadWithin([
      ...terms.slice(0, KEPT).map(({ file }) => file),
      ...files.map(([, file]) => file),
      ...taken,
      "pages",
    ]);
    const { together } = this.index.manifest;
    const asTerm = (/** @type {(typeof terms)[number]} */ { n, id, term, file }) => ({
      kind: words("term"),
      title: term,
      text: received.get(file)?.[n % together] ?? "",
      url: `glossary/#term-${id}`,
    });
    const asked = [...new Set([query.stripped, query.whole])].filter((text) => text.length > 1);
    const pages = this.pages(received.get("pages") ?? [], asked),
      isTaken = query.whole.includes(this.index.fold(words("taken")));
    /** @type {[name: string, rows: Aside[], isNamed: boolean, count?: number][]} */
    const groups = [
      [words("terms"), terms.slice(0, KEPT).map(asTerm), terms[0]?.value >= TERM, terms.length],
      [words("site_pages"), pages.map(({ row }) => row), pages[0]?.value >= PAGE],
      [words("taken"), taken.flatMap((file) => this.taken(received.get(file) ?? [], typed)), isTaken],
      [words("notes"), files.flatMap(([d, file]) => this.notes(d, received.get(file) ?? [], typed)), false],
    ];
    return groups
      .map(([name, rows, isNamed, count = rows.length]) => ({ name, count, rows: rows.slice(0, KEPT), isNamed }))
      .filter(({ count }) => count > 0);
  }

  /**
   * Pages of the site and their headings, those whose heading begins so first.
   * @param {PageRow[]} rows @param {string[]} asked
   * @returns {{value: number, row: Aside}[]}
   */
  pages(rows, asked) {
    const fold = (/** @type {string} */ text) => this.index.fold(text);
    return rows
      .map(([title, heading, text, url]) => {
        const own = fold(heading || title),
          all = fold(title + heading);
        const value = Math.max(...asked.map((one) => pageWorth(own, all, one)));
        return {
          value,
          row: { kind: words("site_page"), title: heading ? `${title} › ${heading}` : title, text, url },
        };
      })
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value);
  }

  /**
   * Pages of who carries out a provision, by the document, the place and the words of its head.
   * @param {[title: string, text: string, url: string][]} rows @param {string[]} typed
   * @returns {Aside[]}
   */
  taken(rows, typed) {
    return rows
      .filter(([title, text]) => typed.length && typed.every((one) => this.index.fold(title + text).includes(one)))
      .map(([title, text, url]) => ({ kind: words("taken"), title, text, url }));
  }

  /** @param {string} whole @param {string[]} wanted */
  terms(whole, wanted) {
    const rows = this.index.names?.terms ?? [],
      fold = (/** @type {string} */ text) => this.index.fold(text);
    if (this.index.names) {
      const { latin } = this.names;
      if (latin && !this.hasLatin) this.folded = null;
      this.hasLatin = latin !== null;
      this.folded ??= rows.map(([, term, forms, aliases], n) => ({
        term: [fold(term)],
        forms: forms.map(fold),
        aliases: aliases.map(fold),
        english: [fold(latin?.[n][0] ?? "")],
      }));
    }
    const names = this.folded ?? [];
    return rows
      .map(([id, term], n) => ({
        value: worth(names[n], this.names.latin?.[n][1] ?? "", whole, wanted),
        n,
        id,
        term,
        file: `d${Math.floor(n / this.index.manifest.together)}`,
      }))
      .filter(({ value }) => value > 15)
      .sort((a, b) => b.value - a.value || a.term.length - b.term.length);
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
