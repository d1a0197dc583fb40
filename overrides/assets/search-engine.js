/* Made by make scripts from build_tools/scripts/search_engine.js; do not edit. Sources: 19b84d21ddfc00e1 */
"use strict";
(() => {
  // page/words.js
  var u = (h, t) => globalThis.words(h, t);

  // search/pinyin.js
  var O = /^[a-z]{2,}$/, Ct = new RegExp(
    "^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)"
  ), _ = (h) => h.split(" ").map((t) => t[0]).join(""), b = (h, t) => {
    let e = h.split(" "), s = _(h);
    if (t.length > 2) {
      for (let i of e.keys()) if (e.slice(i).join("").startsWith(t)) return i ? 0.7 : 0.9;
    }
    return s === t ? 0.85 : t.length > 2 && s.includes(t) ? 0.6 : 0;
  };

  // search/asides.js
  var rt = 4, at = 3, ht = 8, lt = (h, t) => Math.max(
    ...t.map((e) => h === e ? 100 : h.startsWith(e) ? 60 : h.includes(e) ? 40 : h.length > 2 && e.includes(h) ? 30 : 0)
  ), ct = ({ term: [h], forms: t, aliases: e, english: [s] }, i, o, n) => {
    let r = (l) => lt(l, n), a = Math.max(r(h) + 5, ...t.map(r), ...e.map((l) => r(l) - 10));
    return O.test(o) ? Math.max(a, b(i, o) * 90, o.length > 2 && s.includes(o) ? 40 : 0) : a;
  }, v = class {
    /** All names of every term. @type {Folded[] | null} */
    folded = null;
    /** @param {import("./index.js").Index} index */
    constructor(t) {
      this.index = t;
    }
    /** @param {Query} query @returns {Promise<Aside[]>} */
    async find(t) {
      let e = t.words.filter((a) => !a.documents.size).map(({ text: a }) => a), s = [t.whole, t.stripped, ...e].filter((a) => a.length > 1);
      if (!s.length) return [];
      let i = this.terms(t.whole, s), o = this.noteFiles(e), { received: n } = this.index.source;
      await this.index.loadWithin([...i.map(({ file: a }) => a), ...o.map(([, a]) => a)]);
      let { together: r } = this.index.manifest;
      return [
        ...i.map(({ n: a, id: l, term: c, file: f }) => ({
          kind: u("term"),
          title: c,
          text: n.get(f)?.[a % r] ?? "",
          url: `glossary/#term-${l}`
        })),
        ...o.flatMap(([a, l]) => this.notes(a, n.get(l) ?? [], e)).slice(0, at)
      ];
    }
    /** @param {string} whole @param {string[]} wanted */
    terms(t, e) {
      let s = this.index.names?.terms ?? [], i = (n) => this.index.fold(n);
      this.index.names && (this.folded ??= s.map(([, n, r, a, l]) => ({
        term: [i(n)],
        forms: r.map(i),
        aliases: a.map(i),
        english: [i(l)]
      })));
      let o = this.folded ?? [];
      return s.map(([n, r, , , , a], l) => ({
        value: ct(o[l], a, t, e),
        n: l,
        id: n,
        term: r,
        file: `d${Math.floor(l / this.index.manifest.together)}`
      })).filter(({ value: n }) => n > 15).sort((n, r) => r.value - n.value || n.term.length - r.term.length).slice(0, rt);
    }
    /**
     * Many notes are in the index like texts; few are looked through.
     * @param {string[]} typed
     * @returns {[d: number, file: string][]}
     */
    noteFiles(t) {
      let {
        manifest: { notes: e, asides: s },
        size: i
      } = this.index, o = s && t.length ? this.index.having(t[0]).filter((a) => a >= i) : [], n = i;
      return e.flatMap((a, l) => {
        let c = n;
        return n += a, (s ? o.some((f) => f >= c && f < n) : a) ? [[l, `n${l}`]] : [];
      }).slice(0, ht);
    }
    /** @param {number} d @param {NoteRow[]} rows @param {string[]} typed @returns {Aside[]} */
    notes(t, e, s) {
      let [i, o] = this.index.manifest.documents[t], n = (r) => s.length > 0 && s.every((a) => a.length > 1 && r.includes(a));
      return e.filter((r) => n(this.index.fold(r[4]))).map(([r, a, l, c, f]) => ({
        kind: u("note"),
        title: `${o} ${l} ${c}`,
        text: f,
        url: `${i}/${a === "index" ? "" : `${a}/`}#${r}`
      }));
    }
  };

  // search/postings.js
  var M = (h) => {
    let t = [...h];
    return t.slice(1).map((e, s) => t[s] + e);
  }, z = (h, t) => {
    let e = 0, s = h.length - 1;
    for (; e < s; ) {
      let i = e + s + 1 >> 1;
      h[i] <= t ? e = i : s = i - 1;
    }
    return e;
  }, U = (h) => {
    let t = [], e = -1, s = 0;
    for (let i = 0; i < h.length; i++) {
      let o = h.charCodeAt(i), n = o - (o > 92 ? 36 : 35);
      n >= 64 ? s = s * 27 + n - 63 : (t.push(e += s * 64 + n + 1), s = 0);
    }
    return t;
  }, dt = (h, t) => {
    let e = [];
    for (let s = 0, i = 0; s < h.length && i < t.length; )
      h[s] === t[i] ? (e.push(h[s]), s++, i++) : h[s] < t[i] ? s++ : i++;
    return e;
  }, Q = (h) => h.length ? h.sort((t, e) => t.length - e.length).reduce(dt) : [], G = (h) => new Map(
    (h?.split(" ") ?? []).map((t) => {
      let e = String.fromCodePoint(
        /** @type {number} */
        t.codePointAt(0)
      );
      return [e, t.slice(e.length)];
    })
  );

  // search/ranking.js
  var p = { exact: 1e3, all: 800, paragraph: 600, item: 500, sure: 300, partly: 50 }, ft = 300, k = (h, t, e, s) => {
    let i = h.get(t);
    (!i || i.value < e) && h.set(t, { id: t, value: e, marks: s });
  }, R = (h, t) => Math.log(1 + t / (h + 1)), mt = ({ folded: h, isHead: t }, e) => {
    let s = [...new Set(e)].filter((a) => h.includes(a)), i = s.map((a) => h.indexOf(a)), o = (a) => s.length < 2 ? h.split(a).length - 1 : 1, n = s.reduce((a, l) => a + l.length * o(l), 0), r = s.length < 2 ? 0 : 1 - Math.min(1, (Math.max(...i) - Math.min(...i)) / 60);
    return 40 * Math.min(1, n / h.length) + 10 * Math.min(s.length, 4) + 40 * r + (t ? 40 : 0);
  }, K = (h, t) => {
    h.value >= p.item && h.marks.length > 0 && !h.marks.some((s) => t.folded.includes(s)) && (h.value = p.partly), h.value += mt(t, h.marks) / (h.value < p.sure ? 20 : 1);
  }, F = (h) => h.sort((t, e) => e.value - t.value || t.id - e.id), D = (h) => {
    let t = Float64Array.from(h.values(), ({ value: s }) => s).sort(), e = t[Math.max(0, t.length - ft)];
    return F([...h.values()].filter(({ value: s }) => s >= e));
  };

  // search/matching.js
  var ut = 60, $ = class {
    /** @param {Index} index @param {Names} names */
    constructor(t, e) {
      this.index = t, this.names = e;
    }
    /** @param {Pick<Word, "phrases">} word @returns {Found} */
    entriesWith({ phrases: t }) {
      let e = /* @__PURE__ */ new Map();
      for (let [s, i] of t)
        for (let o of this.index.having(s))
          o < this.index.size && i > (e.get(o) ?? 0) && e.set(o, i);
      return e;
    }
    /** @param {string} phrase @param {Hits} hits @param {number} value */
    wholePhrase(t, e, s) {
      let i = [t];
      for (let o of this.index.having(t)) o < this.index.size && k(e, o, s, i);
    }
    /**
     * Words to be found, and those that name a document: a document's name narrows as much as it matches.
     * @param {Word[]} words
     */
    parted(t) {
      let e = t.filter((i) => !i.documents.size), s = e.length ? t.filter((i) => i.documents.size) : [];
      return {
        core: (e.length ? e : t).map((i) => this.entriesWith(i)),
        named: s.map((i) => ({ documents: i.documents, found: this.entriesWith(i) }))
      };
    }
    /**
     * All words: in one sentence, else in one paragraph, else in one item.
     * @param {Word[]} words
     * @param {Hits} hits
     * @param {number} [lower]
     */
    allWords(t, e, s = 0) {
      let { core: i, named: o } = this.parted(t);
      if (!i.length || i.some((d) => !d.size)) return;
      let n = (d) => o.filter(({ documents: m }) => m.has(this.index.documentOf(d))).length, r = (d) => o.every(({ documents: m, found: g }) => m.has(this.index.documentOf(d)) || g.has(d)), a = t.flatMap((d) => [...d.phrases.keys()]), l = i.reduce((d, m) => m.size < d.size ? m : d);
      for (let d of l.keys()) {
        if (!i.every((g) => g.has(d)) || !r(d)) continue;
        let m = Math.min(...i.map((g) => g.get(d) ?? 0));
        k(e, d, p.all - s - 200 * (1 - m) + n(d) * 5, a);
      }
      if (i.length < 2) return;
      let c = this.sums(i, r), f = (d, m) => {
        k(e, d, m - s + n(d) * 5, a);
      };
      this.together(i, c, "paragraph", (d, m) => f(d, p.paragraph + m)), this.together(i, c, "item", (d, m) => f(d, p.item + m));
    }
    /**
     * What the words of entries at hand are worth together.
     * @param {Found[]} core
     * @param {(id: number) => boolean} fits
     */
    sums(t, e) {
      let s = /* @__PURE__ */ new Map(), i = t.map((o) => R(o.size, this.index.size));
      return t.forEach((o, n) => {
        for (let [r, a] of o)
          this.index.entry(r) && e(r) && s.set(r, (s.get(r) ?? 0) + i[n] * a);
      }), s;
    }
    /**
     * The best entries of each paragraph or item that has all words.
     * @param {Found[]} core
     * @param {Found} sums
     * @param {"paragraph" | "item"} place
     * @param {(id: number, sum: number) => void} add
     */
    together(t, e, s, i) {
      let o = /* @__PURE__ */ new Map(), n = (r) => this.index.entry(r)?.[s] ?? "";
      for (let [r, a] of e) {
        let l = o.get(n(r)) ?? { words: /* @__PURE__ */ new Set(), best: 0 };
        t.forEach((c, f) => {
          c.has(r) && l.words.add(f);
        }), l.best = Math.max(l.best, a), o.set(n(r), l);
      }
      for (let [r, a] of e) {
        let l = o.get(n(r));
        l && l.words.size === t.length && a > 0.7 * l.best && i(r, a);
      }
    }
    /**
     * What part of the words is looked for by: pair by pair, the rare ones counting more.
     * @param {Query} query
     * @returns {Feature[]}
     */
    features({ known: t, left: e }) {
      let s = (o) => !this.names.placed(o).size, i = t.filter(s).map((o) => ({ phrases: this.names.word(o).phrases, weight: 1.5 }));
      for (let o of [...e, ...t].filter(s)) {
        let n = t.includes(o) ? 0.4 : 1, r = [...o].length === 1 ? [o] : M(o);
        i.push(...r.map((a) => ({ phrases: /* @__PURE__ */ new Map([[a, 1]]), weight: n })));
      }
      return i.slice(0, ut);
    }
    /** @param {Query} query @param {Hits} hits */
    partly(t, e) {
      let s = t.known.map((c) => this.names.placed(c)).filter((c) => c.size), { sums: i, total: o, marks: n } = this.partSums(t), r = (c) => s.every((f) => f.has(this.index.documentOf(c))), a = 0;
      for (let c = 0; c < i.length; c++) i[c] > a && r(c) && (a = i[c]);
      let l = e.size ? Math.max(o * 0.3, a * 0.5) : a * 0.7;
      for (let c = 0; c < i.length && a; c++)
        i[c] >= l && r(c) && k(e, c, p.partly + 200 * i[c] / o, n);
    }
    /** @param {Query} query */
    partSums(t) {
      let e = new Float32Array(this.index.size), s = [], i = 0;
      for (let o of this.features(t)) {
        let n = this.entriesWith(o), r = R(n.size, this.index.size) * o.weight * (n.size ? 1 : 0.5);
        i += r;
        for (let [a, l] of n) e[a] += r * l;
        n.size && s.push(...o.phrases.keys());
      }
      return { sums: e, total: i, marks: s };
    }
  };

  // search/numerals.js
  var S = "〇一二三四五六七八九", pt = { 十: 10, 百: 100, 千: 1e3 }, gt = (h) => {
    let t = h.replaceAll("零", "〇").replaceAll("两", "二");
    if (!/[十百千]/u.test(t)) return [...t].map((i) => S.indexOf(i)).join("");
    let e = 0, s = 0;
    for (let i of t) {
      let o = pt[i];
      o ? (e += (s || 1) * o, s = 0) : s = S.indexOf(i);
    }
    return String(e + s);
  }, wt = (h) => {
    let t = Math.floor(h / 10);
    return (t > 1 ? S[t] : "") + (t ? "十" : "") + (h % 10 || !t ? S[h % 10] : "");
  }, E = (h) => [
    h.replace(/[〇零一二三四五六七八九十百千两]{2,}|[〇零一二三四五六七八九](?=[年月日个位项])/gu, gt),
    h.replace(/\d+/g, (t) => t.length < 3 && !/^0/.test(t) ? wt(Number(t)) : t)
  ].filter((t) => t !== h);

  // search/finding.js
  var xt = 10, kt = 7, Ot = 3, yt = 6, I = class {
    /**
     * @param {import("./index.js").Index} index @param {import("./names.js").Names} names
     * @param {(raw: string) => Query} read
     * @param {() => Promise<RareQueries | null>} rare
     */
    constructor(t, e, s, i) {
      this.index = t, this.names = e, this.read = s, this.rare = i, this.matching = new $(t, e);
    }
    /** Hits in order, and what was tried. @param {Query} query @param {string} raw */
    async find(t, e) {
      let s = /* @__PURE__ */ new Map(), i = [], { size: o, small: n } = this.index;
      return await this.index.loadPhrases([
        ...t.words.map((r) => r.text),
        t.stripped,
        ...n ? [t.whole] : []
      ]), n && await this.index.loadTexts(Array(o).keys()), this.look(t, s), s.size < xt && await this.widen(t, e, s, i), { hits: await this.ranked(s), tried: i };
    }
    /** What the query says as it stands. @param {Query} query @param {Hits} hits @param {number} [lower] */
    look(t, e, s = 0) {
      let { matching: i } = this, { words: o, whole: n, stripped: r, defined: a } = t;
      a && i.wholePhrase(`${a}是`, e, p.exact - s), t.strict && o.length > 1 || i.wholePhrase(n, e, p.exact - s), r !== n && i.wholePhrase(r, e, p.exact - 60 - s), (o.length > 1 || o[0]?.phrases.size > 1) && i.allWords(o, e, s);
    }
    /**
     * Other readings, while there is little.
     * @param {Query} query
     * @param {string} raw
     * @param {Hits} hits
     * @param {Tried} tried
     */
    async widen(t, e, s, i) {
      let o = s.size > 0, n = () => [...s.values()].some(({ value: c }) => c >= p.sure), r = O.test(t.whole) ? await this.rare() : null;
      r && t.letters.length && await this.spelt(r, t, s, o), (!t.letters.length || !n()) && await this.broad(t, s);
      let [a] = E(e);
      a && !n() && await this.again(a, s, 100), r && !t.letters.length && await this.spelt(r, t, s, this.index.having(t.whole).length > 0 || !this.index.small && n());
      let l = !o && !n() ? await this.rare() : null;
      l && await this.corrected(l, t, e, s, i);
    }
    /** @param {Pick<Word, "phrases">[]} words */
    phrasesOf(t) {
      return t.flatMap((e) => [...e.phrases.keys()].slice(0, this.index.small ? 1 / 0 : yt));
    }
    /** Names and pieces, some of the words, part of them. @param {Query} query @param {Hits} hits */
    async broad(t, e) {
      let { index: s, matching: i } = this, { words: o, pieces: n } = t;
      await s.loadPhrases([...this.phrasesOf(o), ...this.phrasesOf(n)]), e.size || await this.meeting(n), i.allWords(o, e), i.allWords(n, e, 60);
      let r = o.filter((l) => l.documents.size || i.entriesWith(l).size);
      r.length < o.length && i.allWords(r, e, p.all - p.sure + 20);
      let a = i.features(t).flatMap((l) => this.phrasesOf([l]));
      await s.loadPhrases(a.filter((l) => !s.isCommon(l))), t.strict || i.partly(t, e);
    }
    /** On a large site: the texts where all words stand within a few entries. @param {Word[]} words */
    async meeting(t) {
      let { core: e } = this.matching.parted(t);
      if (this.index.small || e.length < 2) return;
      let [s, ...i] = e.sort((r, a) => r.size - a.size), o = i.map((r) => new Set([...r.keys()].map((a) => a >> 2))), n = (r) => o.every((a) => [-1, 0, 1].some((l) => a.has((r >> 2) + l)));
      await this.index.loadTexts([...s.keys()].filter(n), Ot);
    }
    /**
     * Another way to write the query, as a whole and in part.
     * @param {string} raw
     * @param {Hits} hits
     * @param {number} lower
     */
    async again(t, e, s) {
      let i = this.read(t);
      await this.index.loadPhrases(i.words.map((o) => o.text)), this.look(i, e, s), await this.broad(i, e);
    }
    /**
     * Letters: all as one name or head, else each word by itself: suining baijiu.
     * @param {RareQueries} rare
     * @param {Query} query
     * @param {Hits} hits
     * @param {boolean} enough
     */
    async spelt(t, e, s, i) {
      if (await t.headsBySound(e.whole, (n, r) => k(s, n, r, [])), i) return;
      for (let n of await this.alike(t, e.whole))
        this.matching.wholePhrase(n, s, p.all - 100);
      if (s.size || !e.letters.length) return;
      let o = e.letters.map((n) => this.names.word(n));
      for (let n of o.filter(({ documents: r }) => !r.size))
        for (let r of await this.alike(t, n.text)) n.phrases.set(r, 0.9);
      this.matching.allWords(o, s, 100);
    }
    /** @param {RareQueries} rare @param {string} letters */
    async alike(t, e) {
      let s = await t.stretches(e);
      return await this.index.loadPhrases(s), s;
    }
    /**
     * One character may be wrong in a word that stands nowhere.
     * @param {RareQueries} rare
     * @param {Query} query
     * @param {string} raw
     * @param {Hits} hits
     * @param {Tried} tried
     */
    async corrected(t, e, s, i, o) {
      let r = [...e.words, ...e.words.length === 1 ? e.pieces : []].filter((a) => !a.documents.size && !this.matching.entriesWith(a).size);
      for (let a of new Set(r.map((l) => l.text)))
        for (let l of await t.corrections(a)) {
          let c = await this.instead(e, s, a, l);
          c.size && o.push([a, l]);
          for (let [f, { value: d, marks: m }] of c) k(i, f, d - 20 * o.length, m);
        }
    }
    /**
     * What is found with another word instead.
     * @param {Query} query
     * @param {string} raw
     * @param {string} text
     * @param {string} other
     */
    async instead(t, e, s, i) {
      let o = t.words.map((a) => a.text === s ? i : a.text).join(" "), n = this.read(e.includes(s) ? e.replace(s, i) : o), r = /* @__PURE__ */ new Map();
      return await this.index.loadPhrases([...n.words.map((a) => a.text), ...this.phrasesOf(n.words)]), this.look(n, r, 300), r;
    }
    /** @param {Hits} hits */
    async ranked(t) {
      this.index.small || await this.index.loadTexts(
        D(t).map(({ id: s }) => s),
        kt
      );
      let e = [];
      for (let [s, i] of this.index.atHand()) {
        let o = t.get(s);
        o && (K(o, i), t.delete(s), e.push(o));
      }
      return [...F(e), ...t.values()];
    }
  };

  // search/budget.js
  var N = class {
    /** @type {Record<string, number>} by the first letter of the files */
    left = {};
    /** A new query. @param {number} [index] @param {number} [texts] */
    begin(t = 6, e = 10) {
      this.left = { p: t, h: t, t: e, d: 4, n: 1 };
    }
    /**
     * Whether a file may be loaded; if so it is paid for.
     * @param {string} name
     * @param {import("./types.js").Manifest} manifest
     */
    pays(t, e) {
      let [s] = t, i = s === "h" ? e.common[Number(t.slice(1))][1] / 14e3 : 1;
      return this.left[s] < i ? !1 : (this.left[s] -= i, s === "h" && (this.left.p -= i), !0);
    }
  };

  // fold.js
  var Y = (h) => h.normalize("NFKC").toLowerCase().replace(/[\p{P}\p{Z}\p{C}]/gu, "");

  // search/folding.js
  var P = class {
    /** @type {Map<string, string>} */
    simplified = /* @__PURE__ */ new Map();
    /** @type {Map<string, string>} */
    known = /* @__PURE__ */ new Map();
    /** @param {string} pairs traditional and simplified characters by turns */
    learn(t) {
      for (let [, e, s] of t.matchAll(/(.)(.)/gu)) this.simplified.set(e, s);
      this.known.clear();
    }
    /** @param {string} text */
    simplify(t) {
      return [...t].map((e) => this.simplified.get(e) ?? e).join("");
    }
    /** @param {string} char */
    char(t) {
      let e = this.known.get(t) ?? this.simplify(Y(t));
      return this.known.set(t, e), e;
    }
    /** @param {string} text */
    fold(t) {
      let e = "";
      for (let s of t) e += this.char(s);
      return e;
    }
  };

  // search/texts.js
  var Z = (h, t, e) => {
    let s = [], i = "";
    for (let [o, n, r, a, l = 0] of h) {
      if (n === void 0) {
        i = o;
        continue;
      }
      let c = t(s.length), f = typeof a == "string";
      for (let [d, [m, g]] of (f ? [["", a]] : a).entries())
        s.push({
          page: i,
          block: o,
          where: n,
          text: g,
          isHead: f,
          anchor: o + m,
          place: f ? "" : r,
          pinyin: f ? r : "",
          number: l + d + 1,
          folded: e(g),
          paragraph: `${c}#${o}`,
          item: `${c}/${n}`
        });
    }
    return s;
  };

  // search/index.js
  var Mt = 1500, bt = 3, J = {
    documents: [],
    levels: {},
    notes: [],
    terms: 0,
    together: 1,
    shards: "",
    common: [],
    asides: !1,
    version: ""
  }, A = class {
    manifest = J;
    /** @type {import("./types.js").NamesFile | null} */
    names = null;
    /** How many entries the texts have; notes and terms come after them. */
    size = 0;
    /** Whether all texts are loaded. */
    small = !0;
    folding = new P();
    budget = new N();
    /** @type {number[]} */
    starts = [];
    /** @type {string[]} */
    bounds = [];
    /** Common pairs by their place, the commonest first. @type {Map<string, number>} */
    common = /* @__PURE__ */ new Map();
    /** The document of each entry. */
    documents = new Uint16Array(0);
    /** @type {(Entry[] | undefined)[]} */
    texts = [];
    /** Which entries have a phrase, until more is loaded. @type {Map<string, number[]>} */
    known = /* @__PURE__ */ new Map();
    /** @type {Map<string, Map<string, string>>} */
    parsed = /* @__PURE__ */ new Map();
    /** @type {Map<string, number[]>} */
    decoded = /* @__PURE__ */ new Map();
    /** @param {Source} source */
    constructor(t) {
      this.source = t;
    }
    /** Whether the manifest is there. It says how the rest is cut. */
    async open() {
      let t = await this.source.load("manifest");
      if (!t) return !1;
      this.manifest === J && this.take(t);
      let e = await this.source.load("names");
      if (e && !this.names) {
        this.names = e, this.folding.learn(e.traditional), this.known.clear();
        for (let s of this.texts.keys()) this.texts[s] && this.unpack(s);
      }
      return !0;
    }
    /** @param {Manifest} manifest */
    take(t) {
      let e = 0;
      this.manifest = t, this.starts = t.documents.map((s) => (e += s[4]) - s[4]), this.bounds = t.shards.split(" "), this.common = new Map(t.common.map(([s], i) => [s, i])), this.documents = new Uint16Array(e);
      for (let [s, i] of this.starts.entries()) this.documents.fill(s, i);
      this.size = e, this.small = e <= Mt;
    }
    /** @param {string} text */
    fold(t) {
      return this.folding.fold(t);
    }
    /** @param {number} id */
    documentOf(t) {
      return this.documents[t];
    }
    /** @param {string} name */
    isWanted(t) {
      return this.source.received.has(t) || this.source.isStale() ? !1 : this.small || this.budget.pays(t, this.manifest);
    }
    /** What the query may load of these files. @param {string[]} names */
    async loadWithin(t) {
      let e = [...new Set(t)].filter((s) => this.isWanted(s));
      await Promise.all(e.map((s) => this.source.load(s))), e.length && this.known.clear();
    }
    /** A file of the index is named by its pair. @param {string} pair */
    fileOf(t) {
      return this.common.has(t) ? `h${this.common.get(t)}` : `p${z(this.bounds, t)}`;
    }
    /** All files in which pairs begin with this character. @param {string} char */
    shardsOf(t) {
      let e = z(this.bounds, t), s = z(this.bounds, `${t}￿`);
      return Array.from({ length: s - e + 1 }, (i, o) => `p${e + o}`);
    }
    /** @param {string} pair */
    isCommon(t) {
      return this.common.has(t);
    }
    /** The pairs that begin with a character in a file. @param {string} file @param {string} first */
    secondsIn(t, e) {
      let s = t + e, i = this.parsed.get(s) ?? G(this.source.received.get(t)[e]);
      return this.parsed.set(s, i), i;
    }
    /** The entries with a pair; undefined while its file is not at hand. @param {string} pair */
    withPair(t) {
      let e = this.decoded.get(t), s = this.fileOf(t), [i, o] = t;
      if (e || !this.source.received.has(s)) return e;
      let n = U(
        this.isCommon(t) ? this.source.received.get(s) : this.secondsIn(s, i).get(o) ?? ""
      );
      return this.decoded.set(t, n), n;
    }
    /** @param {string[]} pairs */
    withPairs(t) {
      return Q(t.map((e) => this.withPair(e)).filter((e) => e !== void 0));
    }
    /**
     * The files that say where a phrase stands. On a large site three rare pairs are enough, or the rarest two of common
     * ones: the text is checked afterwards.
     * @param {string} phrase
     */
    filesFor(t) {
      if ([...t].length === 1) return this.shardsOf(t);
      let e = M(t), s = (n) => n.map((r) => this.fileOf(r));
      if (this.small) return s(e);
      let i = e.filter((n) => !this.isCommon(n)), o = (n) => this.common.get(n) ?? 0;
      return i.length ? s(i.filter((n, r) => r % Math.ceil(i.length / bt) === 0)) : s(e.sort((n, r) => o(r) - o(n)).slice(0, 2));
    }
    /** One file for each phrase in turn, as far as they go. @param {string[]} phrases */
    loadPhrases(t) {
      let e = t.filter(Boolean).map((i) => this.filesFor(i)), s = [];
      for (let i = 0; e.some((o) => i < o.length); i++) s.push(...e.flatMap((o) => o[i] ?? []));
      return this.loadWithin(s);
    }
    /**
     * The entries that have the phrase; where the text is not at hand, those that have the pairs that are.
     * @param {string} phrase
     */
    having(t) {
      let e = this.known.get(t) ?? ([...t].length === 1 ? this.beginningWith(t) : this.withAll(t));
      return this.known.set(t, e), e;
    }
    /** @param {string} phrase */
    withAll(t) {
      let e = M(t), s = this.withPairs(e);
      return e.length > 1 ? s.filter((i) => this.entry(i)?.folded.includes(t) ?? !0) : s;
    }
    /** @param {string} char */
    beginningWith(t) {
      let s = this.shardsOf(t).filter((i) => this.source.received.has(i)).flatMap((i) => [...this.secondsIn(i, t).keys()].map((o) => t + o));
      return [...Uint32Array.from(new Set(s.flatMap((i) => this.withPair(i) ?? []))).sort()];
    }
    /** @param {number} n */
    unpack(t) {
      let e = t * this.manifest.together, s = (i) => this.documentOf(e + i);
      this.texts[t] = Z(this.source.received.get(`t${t}`), s, (i) => this.fold(i));
    }
    /** An entry if its text is at hand. @param {number} id */
    entry(t) {
      return this.texts[Math.floor(t / this.manifest.together)]?.[t % this.manifest.together];
    }
    /** @param {Iterable<number>} ids @param {number} [most] files */
    async loadTexts(t, e = 1 / 0) {
      let s = /* @__PURE__ */ new Set();
      for (let i of t) {
        if (s.size >= e) break;
        s.add(Math.floor(i / this.manifest.together));
      }
      await this.loadWithin([...s].map((i) => `t${i}`));
      for (let i of s) !this.texts[i] && this.source.received.has(`t${i}`) && this.unpack(i);
    }
    /** The entries of a document. @param {number} d */
    idsOf(t) {
      return Array.from({ length: this.manifest.documents[t][4] }, (e, s) => this.starts[t] + s);
    }
    /** All entries whose text is at hand. @returns {Generator<[number, Entry]>} */
    *atHand() {
      for (let [t, e] of this.texts.entries())
        for (let [s, i] of (e ?? []).entries()) yield [t * this.manifest.together + s, i];
    }
  };

  // search/names.js
  var T = class {
    /** Name → phrases that stand for it. @type {Map<string, string[]>} */
    meanings = /* @__PURE__ */ new Map();
    /** @type {Map<string, Place>} */
    places = /* @__PURE__ */ new Map();
    longest = 2;
    /** @param {Pick<Index, "names" | "manifest" | "fold">} index */
    constructor(t) {
      this.index = t;
    }
    /** Take the names as soon as they are there. */
    take() {
      let { names: t, manifest: e } = this.index, s = (i) => this.index.fold(i);
      if (!(!t || this.meanings.size)) {
        for (let [, i, o, n] of t.terms) {
          let r = [i, ...o].map(s);
          for (let a of [...r, ...n.map(s)]) this.add(a, r);
        }
        for (let [i, o] of Object.entries(t.synonyms)) this.add(s(i), o.map(s));
        for (let [i, [, o, n]] of e.documents.entries())
          this.addPlace(s(n), t.places[n], i, s(o));
      }
    }
    /** @param {string} name @param {string[]} phrases */
    add(t, e) {
      t.length < 2 || (this.meanings.set(t, [.../* @__PURE__ */ new Set([...this.meanings.get(t) ?? [], ...e])]), this.longest = Math.max(this.longest, t.length));
    }
    /** @param {string} place @param {string} pinyin @param {number} d @param {string} short */
    addPlace(t, e, s, i) {
      let o = this.places.get(t) ?? {
        pinyin: e.replaceAll(" ", ""),
        initials: _(e),
        documents: []
      };
      o.documents.push([s, i]), this.places.set(t, o), this.longest = Math.max(this.longest, t.length + 1);
    }
    all() {
      return [...this.meanings.keys(), ...this.places.keys()];
    }
    /** The documents that a word names by their place: 遂宁, 遂宁市, 遂宁市委决定, suining. @param {string} word */
    placed(t) {
      let e = /* @__PURE__ */ new Set();
      if (O.test(t))
        for (let s of this.spelt(t)) for (let [i] of s[1].documents) e.add(i);
      for (let s = t.length; s > 0; s--) {
        let i = t.slice(s), o = this.places.get(t.slice(0, s))?.documents ?? [];
        for (let [n, r] of o) (/^[省市县区州]?$/u.test(i) || r.startsWith(t)) && e.add(n);
      }
      return e;
    }
    /** The places that letters spell. @param {string} letters */
    spelt(t) {
      return [...this.places].filter(([, { pinyin: e, initials: s }]) => t === e || t === s);
    }
    /**
     * A word as it stands, what else stands for it, and the documents it names.
     * @param {string} text
     * @returns {import("./types.js").Word}
     */
    word(t) {
      let e = /* @__PURE__ */ new Map([[t, 1]]), s = (i, o) => {
        i.forEach((n, r) => {
          n && !e.has(n) && e.set(n, o - Math.min(r, 8) * 0.02);
        });
      };
      if (s(E(t), 0.95), s(this.meanings.get(t) ?? [], 0.8), O.test(t)) {
        for (let [, i, o, , , n] of this.index.names?.terms ?? []) {
          let r = b(n, t);
          r && s(
            [i, ...o].map((a) => this.index.fold(a)),
            r
          );
        }
        for (let [i] of this.spelt(t)) s([i], 0.9);
      }
      return { text: t, phrases: e, documents: this.placed(t) };
    }
    /** Whether a stretch of a longer run is a name. @param {string} text */
    isName(t) {
      return this.meanings.has(t) || this.placed(t).size > 0;
    }
  };

  // search/query.js
  var vt = new RegExp(
    "请问|为什么|为何|怎么样|怎么办|怎么搞|怎样|怎么|如何|是什么|什么|哪一个|哪些|哪个|哪里|哪儿|哪|有没有|是不是|是否|多少|谁|吗|呢|呀",
    "gu"
  ), zt = /[的地得了着在是和与及或把被对向要就都也还有让给能会可应]+/u, $t = new RegExp(
    "^(?:什么是|何为|何谓|啥是|啥叫|什么叫)(.{2,})$|^(.{2,}?)(?:是什么|是啥|指什么|是指什么|是什么意思|什么意思|的定义|的含义)$",
    "u"
  ), St = /["“”„]([^"“”„]+)["“”]|「([^」]+)」|『([^』]+)』/gu, Et = 12, V = (h) => h.replace(vt, " ").split(/\s+/u).filter(Boolean), It = (h, t) => {
    let e = [], s = [], i = "", o = () => {
      s.push(...i.split(zt).filter(Boolean)), i = "";
    };
    for (let n = 0; n < h.length; ) {
      let r = Math.min(t.longest, h.length - n);
      for (; r > 1 && !t.isName(h.slice(n, n + r)); ) r--;
      r > 1 ? (o(), e.push(h.slice(n, n + r)), n += r) : i += h[n++];
    }
    return o(), { known: e, left: s };
  }, Nt = (h) => ({ text: h, phrases: /* @__PURE__ */ new Map([[h, 1]]), documents: /* @__PURE__ */ new Set() }), X = (h, t, e) => {
    let s = [], i = h.replace(St, (w, j, nt, ot) => (s.push(e(j ?? nt ?? ot)), " ")), o = i.split(/\s+/u).map(e).filter(Boolean).slice(0, Et), n = o.length > 1 && o.every((w) => /^[a-z]+$/.test(w)) ? o : [], r = n.length ? [n.join("")] : o, l = i.normalize("NFKC").split(/[\s\p{P}]+/u).flatMap(V).map(e).filter(Boolean).map((w) => It(w, t)), c = l.flatMap((w) => w.known), f = l.flatMap((w) => w.left), d = s.filter(Boolean).map(Nt), m = e(h), [, g, it] = m.match($t) ?? [], H = (w) => [...d, ...[...w].map((j) => t.word(j))];
    return {
      whole: m,
      letters: n,
      known: c,
      left: f,
      defined: g ?? it,
      stripped: o.flatMap(V).join(""),
      strict: d.length > 0,
      words: H(r),
      pieces: H(/* @__PURE__ */ new Set([...c, ...f]))
    };
  };

  // page/dom.js
  var y = (h, t = document) => {
    let e = t.querySelector(h);
    if (!e) throw new Error(`no ${h}`);
    return (
      /** @type {HTMLElement} */
      e
    );
  };
  var x = (h, t = {}, ...e) => {
    let s = Object.assign(document.createElement(h), t);
    return s.append(...e), s;
  };

  // search/facets.js
  var Pt = 200, C = class {
    /** @type {SectionRow[][] | null} */
    sections = null;
    /** @type {Partial<Record<Name, string>>} */
    chosen = {};
    /**
     * @param {import("./index.js").Index} index
     * @param {HTMLElement} place
     * @param {() => Hit[]} hits
     * @param {() => Promise<void>} changed
     */
    constructor(t, e, s, i) {
      this.index = t, this.place = e, this.hits = s, this.changed = i;
      let o = (n) => t.manifest.documents[Number(n)];
      this.facets = [
        {
          name: "document",
          title: u("document"),
          keyOf: (n) => String(t.documentOf(n)),
          labelOf: (n) => o(n)[1]
        },
        {
          name: "level",
          title: u("level"),
          keyOf: (n) => o(t.documentOf(n))[3],
          labelOf: (n) => t.manifest.levels[n][1]
        },
        {
          name: "part",
          title: u("part"),
          keyOf: (n) => this.sectionOf(n),
          labelOf: (n) => {
            let [r, , a] = n.split("/");
            return `${o(r)[1]} ${a || u("front")}`;
          }
        }
      ];
    }
    async loadSections() {
      this.sections ??= await this.index.source.load("sections");
    }
    /** @param {number} id */
    sectionOf(t) {
      let e = this.index.documentOf(t), s = t - this.index.starts[e], [, i, o] = this.sections?.[e].find(([n]) => (s -= n) < 0) ?? [0, "", ""];
      return [e, i, o].join("/");
    }
    reset() {
      this.chosen = {};
    }
    /** The hits that the filters leave. @param {Name} [except] */
    fitting(t) {
      let e = this.facets.filter(({ name: i }) => i !== t && this.chosen[i]), s = this.hits();
      return e.length ? s.filter(({ id: i }) => e.every(({ name: o, keyOf: n }) => n(i) === this.chosen[o])) : s;
    }
    /** The choices of a filter with their counts. @param {Facet} facet @returns {[key: string, count: number][]} */
    options({ name: t, keyOf: e }) {
      let s = /* @__PURE__ */ new Map(), i = this.chosen[t];
      for (let { id: r } of this.fitting(t)) s.set(e(r), (s.get(e(r)) ?? 0) + 1);
      let o = (r) => t === "document" ? r.padStart(6, "0") : r, n = [...s].sort((r, a) => a[1] - r[1]).slice(0, Pt).sort(([r], [a]) => o(r) < o(a) ? -1 : 1);
      return i && !s.has(i) && n.push([i, 0]), n;
    }
    /** @param {Facet} facet */
    select(t) {
      let { name: e, title: s, labelOf: i } = t, o = this.options(t).map(
        ([r, a]) => new Option(u("option", { name: i(r), count: a }), r)
      ), n = x("select", { ariaLabel: s }, new Option(u("all", { facet: s }), ""), ...o);
      return n.value = this.chosen[e] ?? "", n.addEventListener("change", async () => {
        this.chosen[e] = n.value, await this.changed(), this.place.querySelector(`[aria-label="${s}"]`)?.focus();
      }), n;
    }
    draw() {
      let t = this.sections && (this.index.small || this.chosen.document);
      this.place.replaceChildren(
        ...this.facets.filter(({ name: e }) => e !== "part" || t).map((e) => this.select(e))
      ), this.place.hidden = this.hits().length < 2;
    }
  };

  // search/marking.js
  var q = (h, t, e) => {
    let s = [], i = new Uint8Array(h.length), o = 0, n = "";
    for (let r of h) {
      let a = e(r);
      for (let l = a.length; l > 0; l--) s.push([o, o + r.length]);
      n += a, o += r.length;
    }
    for (let r of t.filter(Boolean))
      for (let a = n.indexOf(r); a >= 0; a = n.indexOf(r, a + 1))
        i.fill(1, s[a][0], s[a + r.length - 1][1]);
    return i;
  }, tt = (h, t) => {
    let e = t.indexOf(1), s = h.length > 130 && e > 100 ? e - 30 : 0, i = Math.min(h.length, s + 130), o = s ? [{ text: "…", isMarked: !1 }] : [];
    for (let n = s; n < i; ) {
      let r = n;
      for (; r < i && t[r] === t[n]; ) r++;
      o.push({ text: h.slice(n, r), isMarked: t[n] === 1 }), n = r;
    }
    return i < h.length ? [...o, { text: "…", isMarked: !1 }] : o;
  };

  // search/results.js
  var W = 50, et = { hits: [], tried: [], said: [], query: null, beside: [] }, st = (h, t, e, s, i = !1) => {
    let o = x("span", { className: "search-place" }, ...e), n = x("span", { className: i ? "search-text search-head" : "search-text" }, ...s), r = x("a", { className: `${h && `${h}__link `}search-hit`, href: t }, o, n);
    return x("li", { className: h && `${h}__item` }, r);
  }, L = class {
    shown = et;
    limit = W;
    /**
     * @param {import("./index.js").Index} index
     * @param {import("./loader.js").Loader} loader
     * @param {HTMLElement} box
     */
    constructor(t, e, s) {
      this.index = t, this.loader = e, this.box = s, this.status = y(".md-search-result__meta", s), this.list = y(".md-search-result__list", s), this.asides = y(".search-asides", s), this.further = y(".search-more", s), this.facets = new C(
        t,
        y(".search-filters", s),
        () => this.shown.hits,
        () => this.refilter()
      ), this.hint = this.status.textContent, this.further.addEventListener("click", () => this.showMore());
    }
    /**
     * The edition for USB sticks has no directory addresses, and file:// knows no index pages.
     * @param {string} url
     */
    addressOf(t) {
      let [e, s] = t.split("#"), i = e;
      return this.box.dataset.directories === "false" ? i = e.replace(/([^/]+)\/([^/]+)\/$/, "$1/$2.html").replace(/^([^/]+)\/$/, "$1/index.html") : location.protocol === "file:" && (i = `${e}index.html`), `${this.loader.root}${i}#${s}`;
    }
    /** @param {string} text @param {string[]} marks */
    marked(t, e) {
      let s = q(t, e, (i) => this.index.folding.char(i));
      return tt(t, s).map((i) => i.isMarked ? x("mark", {}, i.text) : i.text);
    }
    /** @param {Hit} hit */
    hitItem({ id: t, anchor: e, marks: s }) {
      let i = this.index.entry(t), { manifest: o } = this.index;
      if (!i) return [];
      let [n, r, , a] = o.documents[this.index.documentOf(t)], [l, , c] = o.levels[a], f = e && e === i.block && u("whole_paragraph"), d = [r, i.where, i.place, f].filter(Boolean).join(" › "), m = this.addressOf(`${n}/${i.page && `${i.page}/`}#${e ?? i.anchor}`), g = [x("span", { className: `seal ${c}` }, l), " ", d];
      return [st("md-search-result", m, g, this.marked(i.text, s), i.isHead)];
    }
    /** @param {Aside} aside @param {string[]} marks */
    asideItem({ kind: t, title: e, text: s, url: i }, o) {
      let n = [x("b", { className: "search-kind" }, t), " ", ...this.marked(e, o)];
      return st("", this.addressOf(i), n, this.marked(s, o));
    }
    /** What is said of the answer. @param {number} count */
    summary(t) {
      let { query: e, tried: s, hits: i, beside: o } = this.shown, { failed: n } = this.loader, r = n.size ? [u("failed", { count: n.size })] : [];
      if (!e) return r.concat(this.hint).join("");
      for (let a of new Set(s.map(([l]) => l))) {
        let l = s.filter(([c]) => c === a).map(([, c]) => u("instead_one", { word: c })).join("");
        r.push(u("instead", { from: a, to: l }));
      }
      return !i.length && o.length ? r.push(u("only_beside")) : i.length ? i[0].value < p.sure && !s.length && r.push(u("not_exact")) : r.push(u(s.length ? "nothing_corrected" : "nothing")), t && r.push(u(this.index.small ? "hits" : "hits_about", { count: t })), r.concat(this.shown.said).join("");
    }
    draw() {
      let t = this.facets.fitting(), e = [];
      for (let i of t) {
        if (e.length >= this.limit) break;
        this.index.entry(i.id) && e.push(i);
      }
      this.list.replaceChildren(...e.flatMap((i) => this.hitItem(i)));
      let s = this.shown.query?.words.map(({ text: i }) => i) ?? [];
      this.asides.hidden = !this.shown.beside.length, this.asides.firstElementChild?.replaceChildren(...this.shown.beside.map((i) => this.asideItem(i, s))), this.further.hidden = e.length >= t.length || this.index.small && e.length < this.limit, this.facets.draw(), this.status.textContent = this.summary(t.length);
    }
    async showMore() {
      let t = this.list.children.length;
      this.index.budget.begin(), this.limit += W;
      let e = this.facets.fitting().slice(0, this.limit).filter(({ id: s }) => !this.index.entry(s));
      await this.index.loadTexts(
        e.map(({ id: s }) => s),
        8
      ), this.draw(), this.list.children[t]?.firstElementChild?.focus();
    }
    /** A filter was chosen. */
    async refilter() {
      this.limit = W, this.index.budget.begin(), await this.facets.loadSections(), await this.index.loadTexts(
        this.facets.fitting().map(({ id: t }) => t),
        6
      ), this.draw();
    }
    /** @param {Partial<Answer>} answer */
    async show(t) {
      this.shown = { ...et, ...t }, this.limit = W, this.facets.reset(), this.index.small && await this.facets.loadSections(), this.draw();
    }
  };

  // search_engine.js
  var At = /#|-[a-z]\d|^\s*[a-z]\d|第|[（(]|[〇一二三四五六七八九十\d]\s*$/iu, B = class {
    /** @type {RareQueries | null} */
    rareQueries = null;
    /**
     * @param {import("./search/loader.js").Loader} loader @param {HTMLElement} box the search box
     * @param {() => Promise<((engine: Engine) => RareQueries) | undefined>} loadRare the part for rare queries
     */
    constructor(t, e, s) {
      this.loadRare = s, this.index = new A(t), this.names = new T(this.index), this.asides = new v(this.index), this.finding = new I(
        this.index,
        this.names,
        (i) => this.read(i),
        () => this.rare()
      ), this.results = new L(this.index, t, e);
    }
    /** Whether it can answer. */
    open() {
      return this.index.open();
    }
    /** @param {string} raw */
    read(t) {
      return this.names.take(), X(t, this.names, (e) => this.index.fold(e));
    }
    async rare() {
      return this.rareQueries ??= (await this.loadRare())?.(this) ?? null;
    }
    /** Whether there is anything to look for. @param {string} raw */
    hasWords(t) {
      return this.index.fold(t) !== "";
    }
    /** @param {string} raw */
    async jump(t) {
      let e = At.test(t) ? await this.rare() : null;
      return e ? e.jump(t) : { hits: [], said: [], sure: !1 };
    }
    /** Find, and show if somebody still waits for it. @param {string} raw @param {() => boolean} isStale */
    async answer(t, e) {
      let s = this.read(t), i = await this.jump(t);
      this.index.budget.begin();
      let o = i.sure ? { hits: [], tried: [] } : await this.finding.find(s, t), n = i.sure ? [] : await this.asides.find(s);
      if (e()) return;
      let r = new Set(i.hits.filter((l) => !l.anchor).map(({ id: l }) => l)), a = [...i.hits, ...o.hits.filter(({ id: l }) => !r.has(l))];
      await this.results.show({ query: s, beside: n, said: i.said, tried: o.tried, hits: a });
    }
  };
  __edition_search("@engine", (...h) => new B(...h));
})();
