/* Jumping: an address, an anchor, or a citation leads to its place; an address that is no more leads to what
   replaced it, or to where the page says that it is gone. */
import { sectionOf, typedAnchor } from "../anchor.js";
import { words } from "../page/words.js";
import { fitOf, namesPlace, stepsOf } from "./citation_steps.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Hit} Hit */
/**
 * @typedef {(entry: Entry, alone: boolean) => number} Fits how well a sentence alone, or the paragraph it begins,
 * fits: 0 to 2
 */
/** @typedef {{anchor?: string, section: string | undefined, wanted: number[], fits: Fits, above?: Fits}} Asked */
/** @typedef {{called: string[][], gone: Record<string, Record<string, string>>}} JumpFile */

const DOCUMENT = 24,
  MOST = 10; // files of texts, on a large site; hits
const SENTENCES = 8;
const WHOLE = 3000;

export class Jump {
  /** @param {import("./index.js").Index} index */
  constructor(index) {
    this.index = index;
  }

  /**
   * The document a citation begins with, what follows, and whether more than its place is named.
   * @param {string} text
   * @param {string[][]} called
   * @returns {[number, string, boolean]}
   */
  named(text, called) {
    for (const [d, [id, , place]] of this.index.manifest.documents.entries()) {
      for (const name of [...(called[d] ?? []), `${id}#`, place]) {
        const at = name ? text.indexOf(name) : -1;
        if (at >= 0 && at < 3) return [d, text.slice(at + name.length), name !== place];
      }
    }
    return [-1, text, false];
  }

  /** @param {string} plain @returns {Asked | null} */
  byAddress(plain) {
    const { documents } = this.index.manifest,
      every = [...documents.keys()],
      anchor = typedAnchor(plain);
    if (!anchor || !(plain.includes("#") || anchor.includes("-"))) return null;
    const before = plain.slice(0, plain.indexOf("#") + 1),
      path = before.split(/[/#]/);
    const wanted = before.length > 1 ? every.filter((d) => path.includes(documents[d][0])) : every;
    return {
      anchor,
      section: sectionOf(anchor),
      wanted,
      fits: (entry, alone) => ((alone ? entry.anchor : entry.block) === anchor ? 2 : 0),
    };
  }

  /** @param {string} plain @param {string[][]} called @returns {Asked | null} */
  byCitation(plain, called) {
    const [d, rest, isNamed] = this.named(plain.replace(/[《》\s]/gu, ""), called),
      key = stepsOf(rest);
    if (!key || (!isNamed && !namesPlace(rest))) return null;
    /** @type {Map<string, number>} */
    const known = new Map();
    /** @type {Fits} */
    const fits = (entry, alone) => {
      const place = entry.where + entry.place + (alone ? `第${entry.number}句` : "");
      const fit = known.get(place) ?? fitOf(place, key);
      known.set(place, fit);
      return alone && entry.isHead ? 0 : fit;
    };
    /** An article of several paragraphs has no text of its own: the paragraphs below it. @type {Fits} */
    const above = (entry, alone) => (alone || entry.isHead ? 0 : fitOf(entry.where, key));
    return { section: key.split(",")[0], wanted: d < 0 ? [...this.index.manifest.documents.keys()] : [d], fits, above };
  }

  /** @param {string} raw @returns {Promise<{hits: Hit[], said: string[], sure: boolean}>} */
  async to(raw) {
    /** @type {JumpFile} */
    const { called, gone } = (await this.index.source.load("jump")) ?? { called: [], gone: {} };
    const plain = this.index.folding.simplify(raw.normalize("NFKC").trim());
    const asked = this.byAddress(plain) ?? this.byCitation(plain, called);
    /** @type {string[]} */
    const said = [];
    if (!asked) return { hits: [], said, sure: false };
    this.index.budget.begin(0, DOCUMENT);
    /** @type {[hit: Hit, fit: number][]} */
    const found = [];
    for (const d of asked.wanted) {
      if (found.filter(([, fit]) => fit === 2).length >= MOST) break;
      found.push(...(await this.inDocument(d, asked, gone[this.index.manifest.documents[d][0]] ?? {}, said)));
    }
    const whole = found.filter(([, fit]) => fit === 2),
      best = (whole.length ? whole : found).map(([hit]) => hit);
    const hits = best.sort((a, b) => b.value - a.value || a.id - b.id).slice(0, MOST);
    return { hits, said, sure: hits.length > 0 && asked.wanted.length === 1 };
  }

  /** @param {number} d @param {Asked} asked @param {Record<string, string>} gone @param {string[]} said */
  async inDocument(d, asked, gone, said) {
    const ids = this.index.idsOf(d),
      old = asked.anchor === undefined ? undefined : gone[asked.anchor];
    await this.index.loadTexts([...(await this.likely(d, ids, asked.section)), ...ids]);
    const first = this.index.entry(ids[0])?.anchor;
    /** @type {Fits} */
    const leads = (entry, alone) => {
      const target = old?.replace(/^-/, ""),
        own = alone ? entry.anchor : entry.block;
      return own === target || (old === "-" && entry.anchor === first) ? 2 : 0;
    };
    let found = this.fitting(ids, old === undefined ? asked.fits : leads);
    if (asked.above && !found.some(([, fit]) => fit === 2)) {
      const below = this.fitting(ids, asked.above).filter(([, fit]) => fit === 2);
      if (below.length) found = below;
    }
    if (old !== undefined && found.length) {
      const isGone = old.startsWith("-"),
        anchor = asked.anchor ?? "";
      if (isGone) found[0][0].anchor = anchor;
      said.push(words(isGone ? "old_gone" : "old_moved", { anchor }));
    }
    return found;
  }

  /**
   * The entries of the section asked for, where a document is long.
   * @param {number} d
   * @param {number[]} ids
   * @param {string | undefined} section
   */
  async likely(d, ids, section) {
    if (ids.length <= DOCUMENT * this.index.manifest.together) return [];
    /** @type {import("./types.js").SectionRow[]} */
    const sections = (await this.index.source.load("sections"))?.[d] ?? [];
    let end = 0;
    return sections.flatMap(([size, page]) => ids.slice(end, (end += size)).filter(() => page === section));
  }

  /** @param {number[]} ids @param {Fits} fits */
  fitting(ids, fits) {
    /** @type {[hit: Hit, fit: number][]} */
    const found = [];
    let block = "";
    for (const [i, id] of ids.entries()) {
      const entry = this.index.entry(id);
      if (!entry) continue;
      const asBlock = entry.block === block ? 0 : fits(entry, false),
        alone = asBlock ? 0 : fits(entry, true);
      if (asBlock) for (const hit of this.blockHits(ids, i, entry)) found.push([hit, asBlock]);
      else if (alone) found.push([{ id, value: WHOLE, marks: [] }, alone]);
      block = entry.block;
    }
    return found;
  }

  /**
   * A paragraph with its first sentences, or a head with what follows it.
   * @param {number[]} ids
   * @param {number} i
   * @param {Entry} entry
   * @returns {Hit[]}
   */
  blockHits(ids, i, entry) {
    const next = this.index.entry(ids[i + 1]),
      hasHeads = entry.isHead && next?.isHead && next.where.startsWith(entry.where);
    const isInside = (/** @type {number} */ id) => {
      const other = this.index.entry(id);
      if (hasHeads) return other?.where.startsWith(entry.where) ?? false;
      return other !== undefined && (entry.isHead ? !other.isHead || id === ids[i] : other.block === entry.block);
    };
    const last = ids.findIndex((id, j) => j > i && !isInside(id));
    const inside = ids
      .slice(i, last < 0 ? ids.length : last)
      .filter((id) => !hasHeads || this.index.entry(id)?.isHead)
      .slice(0, SENTENCES);
    /** @type {Hit[]} */
    const hits = inside.map((id, j) => ({ id, value: WHOLE - 100 - j, marks: [] }));
    if (!entry.isHead) hits.unshift({ id: ids[i], value: WHOLE, marks: [], anchor: entry.block });
    return hits;
  }
}
