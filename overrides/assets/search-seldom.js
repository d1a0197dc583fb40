/* Made by make scripts from build_tools/scripts/rare_queries.js; do not edit. Sources: 4c70d15e56a11a3e */
"use strict";
(() => {
  // anchor.js
  var A = "[a-z]\\d+[a-z]*", g = `${A}(?:-${A})*`, m = "(?:title|adopted|number|addressee|signature|date)\\d*", tt = new RegExp(`^(?:${m}|${g})$`);
  var nt = new RegExp(`(\\S*?)(?:[?&]at=|#|%23)(${g}|${m})(?![\\da-z])`, "i"), R = new RegExp(`(?:^|#)(${g}|${m})\\s*$`, "i");
  var S = (r) => r.match(/\d+/)?.[0];
  var T = (r) => r.match(R)?.[1].toLowerCase();

  // page/words.js
  var $ = (r, t) => globalThis.words(r, t);

  // search/numerals.js
  var M = "〇一二三四五六七八九", U = { 十: 10, 百: 100, 千: 1e3 }, x = (r) => {
    let t = r.replaceAll("零", "〇").replaceAll("两", "二");
    if (!/[十百千]/u.test(t)) return [...t].map((s) => M.indexOf(s)).join("");
    let n = 0, e = 0;
    for (let s of t) {
      let a = U[s];
      a ? (n += (e || 1) * a, e = 0) : e = M.indexOf(s);
    }
    return String(n + e);
  };

  // search/citation_steps.js
  var w = "[〇零一二三四五六七八九十百千两]+|\\d+", W = "前言|结语|标题|通过说明|署名|成文日期", _ = "部分|编|章|节|条|项|款|目|段|点|句", F = `第?[（(]?(?<number>${w})[)）]?(?:之(?<before>${w}))?[、.．]?(?<kind>${_})?`, I = new RegExp(`${F}(?:之(?<after>${w}))?|(?<named>${W})`, "gu"), G = { 段: "p", 点: "d", 句: "t" }, K = ({ number: r = "", before: t, after: n = t, kind: e = "", named: s }) => {
    let a = /^\d/.test(r) ? Number(r) : x(r);
    return s ?? a + (n ? `-${x(n)}` : "") + (G[e] ?? "");
  }, y = (r) => {
    let t = r.normalize("NFKC").replace(/[\s“”"'《》的，,]/gu, ""), n = [...t.matchAll(I)].map(({ groups: e = {} }) => K(e));
    return t.replace(I, "") || !n.length ? null : n.join(",");
  }, j = (r, t) => {
    let n = y(r);
    return n === t ? 2 : n === t.replaceAll("d", "") || n?.endsWith(`,${t}`) ? 1 : 0;
  };

  // search/jump.js
  var z = 24, C = 10, Y = 8, b = 3e3, u = class {
    /** @param {import("./index.js").Index} index */
    constructor(t) {
      this.index = t;
    }
    /**
     * The document a citation begins with, what follows, and whether more than its place is named.
     * @param {string} text
     * @param {string[][]} called
     * @returns {[number, string, boolean]}
     */
    named(t, n) {
      for (let [e, [s, , a]] of this.index.manifest.documents.entries())
        for (let i of [...n[e] ?? [], `${s}#`, a]) {
          let o = i ? t.indexOf(i) : -1;
          if (o >= 0 && o < 3) return [e, t.slice(o + i.length), i !== a];
        }
      return [-1, t, !1];
    }
    /** @param {string} plain @returns {Asked | null} */
    byAddress(t) {
      let { documents: n } = this.index.manifest, e = [...n.keys()], s = T(t);
      if (!s || !(t.includes("#") || s.includes("-"))) return null;
      let a = t.slice(0, t.indexOf("#") + 1), i = a.split(/[/#]/), o = a.length > 1 ? e.filter((c) => i.includes(n[c][0])) : e;
      return {
        anchor: s,
        section: S(s),
        wanted: o,
        fits: (c, l) => (l ? c.anchor : c.block) === s ? 2 : 0
      };
    }
    /** @param {string} plain @param {string[][]} called @returns {Asked | null} */
    byCitation(t, n) {
      let [e, s, a] = this.named(t.replace(/[《》\s]/gu, ""), n), i = y(s);
      if (!i || !a && !/段|句|部分|条|点|[（(]/u.test(s)) return null;
      let o = /* @__PURE__ */ new Map(), c = (l, f) => {
        let d = l.where + l.place + (f ? `第${l.number}句` : ""), h = o.get(d) ?? j(d, i);
        return o.set(d, h), f && l.isHead ? 0 : h;
      };
      return { section: i.split(",")[0], wanted: e < 0 ? [...this.index.manifest.documents.keys()] : [e], fits: c };
    }
    /** @param {string} raw @returns {Promise<{hits: Hit[], said: string[], sure: boolean}>} */
    async to(t) {
      let { called: n, gone: e } = await this.index.source.load("jump") ?? { called: [], gone: {} }, s = this.index.folding.simplify(t.normalize("NFKC").trim()), a = this.byAddress(s) ?? this.byCitation(s, n), i = [];
      if (!a) return { hits: [], said: i, sure: !1 };
      this.index.budget.begin(0, z);
      let o = [];
      for (let d of a.wanted) {
        if (o.filter(([, h]) => h === 2).length >= C) break;
        o.push(...await this.inDocument(d, a, e[this.index.manifest.documents[d][0]] ?? {}, i));
      }
      let c = o.filter(([, d]) => d === 2), f = (c.length ? c : o).map(([d]) => d).sort((d, h) => h.value - d.value || d.id - h.id).slice(0, C);
      return { hits: f, said: i, sure: f.length > 0 && a.wanted.length === 1 };
    }
    /** @param {number} d @param {Asked} asked @param {Record<string, string>} gone @param {string[]} said */
    async inDocument(t, n, e, s) {
      let a = this.index.idsOf(t), i = n.anchor === void 0 ? void 0 : e[n.anchor];
      await this.index.loadTexts([...await this.likely(t, a, n.section), ...a]);
      let o = this.index.entry(a[0])?.anchor, c = (f, d) => {
        let h = i?.replace(/^-/, "");
        return (d ? f.anchor : f.block) === h || i === "-" && f.anchor === o ? 2 : 0;
      }, l = this.fitting(a, i === void 0 ? n.fits : c);
      if (i !== void 0 && l.length) {
        let f = i.startsWith("-"), d = n.anchor ?? "";
        f && (l[0][0].anchor = d), s.push($(f ? "old_gone" : "old_moved", { anchor: d }));
      }
      return l;
    }
    /**
     * The entries of the section asked for, where a document is long.
     * @param {number} d
     * @param {number[]} ids
     * @param {string | undefined} section
     */
    async likely(t, n, e) {
      if (n.length <= z * this.index.manifest.together) return [];
      let s = (await this.index.source.load("sections"))?.[t] ?? [], a = 0;
      return s.flatMap(([i, o]) => n.slice(a, a += i).filter(() => o === e));
    }
    /** @param {number[]} ids @param {Fits} fits */
    fitting(t, n) {
      let e = [], s = "";
      for (let [a, i] of t.entries()) {
        let o = this.index.entry(i);
        if (!o) continue;
        let c = o.block === s ? 0 : n(o, !1), l = c ? 0 : n(o, !0);
        if (c) for (let f of this.blockHits(t, a, o)) e.push([f, c]);
        else l && e.push([{ id: i, value: b, marks: [] }, l]);
        s = o.block;
      }
      return e;
    }
    /**
     * A paragraph with its first sentences, or a head with what follows it.
     * @param {number[]} ids
     * @param {number} i
     * @param {Entry} entry
     * @returns {Hit[]}
     */
    blockHits(t, n, e) {
      let s = (c) => {
        let l = this.index.entry(c);
        return l !== void 0 && (e.isHead ? !l.isHead || c === t[n] : l.block === e.block);
      }, a = t.findIndex((c, l) => l > n && !s(c)), o = t.slice(n, Math.min(a < 0 ? 1 / 0 : a, n + Y)).map((c, l) => ({ id: c, value: b - 100 - l, marks: [] }));
      return e.isHead || o.unshift({ id: t[n], value: b, marks: [], anchor: e.block }), o;
    }
  };

  // search/postings.js
  var O = (r) => {
    let t = [...r];
    return t.slice(1).map((n, e) => t[e] + n);
  };

  // search/pinyin.js
  var L = new RegExp(
    "^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)"
  ), q = (r) => r.split(" ").map((t) => t[0]).join(""), H = (r, t) => {
    let n = r.split(" "), e = q(r);
    if (t.length > 2) {
      for (let s of n.keys()) if (n.slice(s).join("").startsWith(t)) return s ? 0.7 : 0.9;
    }
    return e === t ? 0.85 : t.length > 2 && e.includes(t) ? 0.6 : 0;
  }, k = (r) => {
    if (!r) return [];
    for (let t = r.match(L)?.[0] ?? ""; t; t = t.slice(0, -1)) {
      let n = t.match(L)?.[0] === t && k(r.slice(t.length));
      if (n) return [t, ...n];
    }
    return r.length < 3 && !/[aeiou]/.test(r) ? [...r] : null;
  };

  // search/sounds.js
  var J = 57344, V = 60, v = 3, X = 6, Z = 50, Q = (r, t, n) => {
    let e = -1;
    for (let s = 0; s < r.length; s++)
      if (r[s] !== t[n + s]) {
        if (e >= 0) return -1;
        e = s;
      }
    return e;
  }, D = (r, t) => [...r].sort((n, e) => e[1] - n[1]).slice(0, t).map(([n]) => n), p = class {
    /** Character → syllable. @type {Map<string, string> | null} */
    table = null;
    /** @param {import("./index.js").Index} index @param {import("./names.js").Names} names */
    constructor(t, n) {
      this.index = t, this.names = n;
    }
    /** @returns {Promise<Map<string, string>>} */
    async soundOf() {
      let t = await this.index.source.load("sounds");
      return t ? this.table ??= new Map(
        Object.entries(t).flatMap(
          ([n, e]) => [...e].map((s) => (
            /** @type {[string, string]} */
            [s, n]
          ))
        )
      ) : /* @__PURE__ */ new Map();
    }
    /**
     * Names and stretches of text that differ from this in one place, those of the same sound first; at most two.
     * @param {string} text
     */
    async corrections(t) {
      let n = [...t];
      if (n.length < 2 || n.length > 16 || !/\p{Script=Han}/u.test(t)) return [];
      let e = await this.soundOf(), s = /* @__PURE__ */ new Map(), a = (i, o, c) => {
        let l = Q(n, i, o);
        if (l < 0) return;
        let f = e.get(n[l]), d = f !== void 0 && f === e.get(i[o + l]);
        if (!d && n.length < (c > 1 ? 3 : 4)) return;
        let h = i.slice(o, o + n.length).join("");
        s.set(h, (s.get(h) ?? (d ? 1e3 : 0)) + c);
      };
      for (let i of this.names.all()) [...i].length === n.length && a([...i], 0, Z);
      this.index.small || await this.loadNear(t);
      for (let [, { folded: i }] of this.index.atHand()) {
        let o = [...i];
        for (let c = 0; c + n.length <= o.length; c++) a(o, c, 1);
      }
      return D(s, 2);
    }
    /** Texts that have many of its pairs. @param {string} text */
    async loadNear(t) {
      let n = /* @__PURE__ */ new Map();
      for (let e of O(t))
        for (let s of this.index.withPair(e) ?? [])
          s < this.index.size && n.set(s, (n.get(s) ?? 0) + 1);
      await this.index.loadTexts(
        [...n].sort((e, s) => s[1] - e[1]).slice(0, V).map(([e]) => e),
        v
      );
    }
    /** Heads by their pinyin. @param {string} letters @param {(id: number, value: number) => void} found */
    async headsBySound(t, n) {
      for (let e of /* @__PURE__ */ new Set([
        t,
        k(t)?.map((s) => s[0]).join("") ?? ""
      ])) {
        if (e.length < 2) continue;
        let s = O(e).map(([i, o]) => String.fromCharCode(J + i.charCodeAt(0)) + o);
        await this.index.loadWithin(s.map((i) => this.index.fileOf(i)));
        let a = this.index.withPairs(s);
        await this.index.loadTexts(a, v);
        for (let i of a) {
          let o = this.index.entry(i)?.pinyin, c = o ? H(o, t) : 0;
          c && n(i, 600 + 200 * c);
        }
      }
    }
    /**
     * Stretches of the texts at hand that are spelt so, else those with these initials; the commonest first.
     * @param {string} letters
     */
    async stretches(t) {
      if (t.length < 4) return [];
      let n = await this.soundOf(), e = (o) => n.get(o) ?? o ?? " ", s = /* @__PURE__ */ new Map(), a = /* @__PURE__ */ new Map(), i = (o, c) => o.set(c, (o.get(c) ?? 0) + 1);
      for (let [, { folded: o }] of this.index.atHand()) {
        let c = [...o], l = c.map(e);
        for (let f of c.keys()) {
          let d = "", h = f;
          for (; h < c.length && d.length < t.length; ) d += l[h++];
          let N = t.length <= X && [...t].every((P, B) => (l[f + B] ?? " ")[0] === P);
          d === t || d.startsWith(t) && h - f > 1 ? i(s, c.slice(f, h).join("")) : N && i(a, c.slice(f, f + t.length).join(""));
        }
      }
      return D(s.size ? s : a, 5);
    }
  };

  // rare_queries.js
  var E = class {
    /** @param {Pick<import("./search_engine.js").Engine, "index" | "names">} engine */
    constructor({ index: t, names: n }) {
      this.sounds = new p(t, n), this.jumping = new u(t);
    }
    /** Names and stretches that differ in one character. @param {string} text */
    corrections(t) {
      return this.sounds.corrections(t);
    }
    /** Heads by their pinyin. @param {string} letters @param {(id: number, value: number) => void} found */
    headsBySound(t, n) {
      return this.sounds.headsBySound(t, n);
    }
    /** Stretches of text that are spelt so. @param {string} letters */
    stretches(t) {
      return this.sounds.stretches(t);
    }
    /** The place that an address or a citation names. @param {string} raw */
    jump(t) {
      return this.jumping.to(t);
    }
  };
  __edition_search("@rare", (r) => new E(r));
})();
