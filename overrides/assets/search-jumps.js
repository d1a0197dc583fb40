/* Jumping: an address, an anchor, or a citation leads to its place; an address that is no more leads to what replaced it, or to where
   the page says that it is gone. Loaded when a query looks like one. See search-index.js. */
__edition_search("@jumps", (search) => {
  "use strict";
  const { load, simplify, numeral, entry, idsOf, loadTexts } = search;
  const FILES = 24, MOST = 10; // of texts, on a large site; hits
  const NUMBER = "[〇零一二三四五六七八九十百千两]+|\\d+";
  const STEP = new RegExp(`第?[（(]?(${NUMBER})[)）]?(?:之(${NUMBER}))?[、.．]?(部分|编|章|节|条|项|款|目|段|点|句)?|(前言|结语|标题|通过说明|署名|成文日期)`, "gu");
  const LAST = { 段: "p", 点: "d", 句: "t" };
  /* 二（一）第2段 → "2,1,2p"; null where something else stands in it. */
  const steps = (text) => {
    const keys = [];
    const rest = text.normalize("NFKC").replace(/[\s“”"'《》的，,]/gu, "").replace(STEP, (_, number, branch, name, word) => {
      keys.push(word ?? (/^\d/.test(number) ? +number : numeral(number)) + (branch ? "-" + numeral(branch) : "") + (LAST[name] ?? ""));
      return "";
    });
    return rest || !keys.length ? null : keys.join(",");
  };
  const named = (text, titles) => { // the document a citation begins with, and what follows
    for (const [d, [id, short, place]] of search.manifest.documents.entries()) {
      for (const name of [titles[d], short, `${place}省委决定`, `${place}市委决定`, `${place}决定`, id + "#"]) {
        const at = name ? text.indexOf(name) : -1;
        if (at >= 0 && at < 3) return [d, text.slice(at + name.length)];
      }
    }
    return [-1, text];
  };
  /* Which documents are meant, and how well a sentence or a paragraph fits: 2, or 1 for the end of a longer citation. */
  const meant = (raw, titles) => {
    const plain = simplify(raw.normalize("NFKC").trim()), every = search.manifest.documents.map((_, d) => d);
    const anchor = plain.match(/(?:^|#)((?:[a-z]+\d+[a-z]?)(?:-[a-z]+\d+[a-z]?)*|title|adopted)\s*$/i)?.[1]?.toLowerCase();
    if (anchor && (plain.includes("#") || anchor.includes("-"))) {
      const before = plain.slice(0, plain.indexOf("#") + 1);
      const wanted = before ? every.filter((d) => before.split(/[/#]/).includes(search.manifest.documents[d][0])) : every;
      return { anchor, wanted: before.length > 1 ? wanted : every, fits: (one, alone) => ((alone ? one.anchor : one.block) === anchor ? 2 : 0) };
    }
    const [d, rest] = named(plain.replace(/[《》\s]/gu, ""), titles), key = steps(rest);
    if (!key || (d < 0 && !/段|句|部分|条|点|[（(]/u.test(rest))) return null;
    const known = new Map();
    const fits = (one, alone) => {
      const place = one.where + one.place + (alone ? `第${one.number}句` : "");
      if (!known.has(place)) { const own = steps(place); known.set(place, own === key ? 2 : own?.endsWith("," + key) ? 1 : 0); }
      return alone && one.isHead ? 0 : known.get(place);
    };
    return { wanted: d < 0 ? every : [d], fits };
  };
  const jump = async (raw) => {
    const { titles, gone } = (await load("jump")) ?? { titles: [], gone: {} };
    const asked = meant(raw, titles), said = [];
    if (!asked) return { hits: [], said };
    search.begin(0, FILES);
    const whole = [], ends = [];
    for (const d of asked.wanted) {
      if (whole.length >= MOST) break;
      const ids = idsOf(d), old = gone[search.manifest.documents[d][0]]?.[asked.anchor];
      await loadTexts(ids);
      const fits = old === undefined ? asked.fits : (one, alone) => ((alone ? one.anchor : one.block) === old.replace("-", "") || old === "-" && one.anchor === entry(ids[0]).anchor ? 2 : 0);
      const found = [];
      let block = "";
      for (const [i, id] of ids.entries()) {
        const one = entry(id);
        if (!one) continue;
        if (one.block !== block && fits(one, false)) {
          const inside = (other) => entry(other) && (one.isHead ? !entry(other).isHead || other === id : entry(other).block === one.block);
          const end = ids.findIndex((other, j) => j > i && !inside(other));
          const hits = ids.slice(i, Math.min(end < 0 ? Infinity : end, i + 8)).map((other, j) => ({ id: other, value: 2900 - j, marks: [] }));
          if (!one.isHead) hits.unshift({ id, value: 3000, marks: [], anchor: one.block });
          (fits(one, false) === 2 ? whole : ends).push(...hits);
          found.push(...hits);
        } else if (fits(one, true)) {
          found.push({ id, value: 3000, marks: [] });
          (fits(one, true) === 2 ? whole : ends).push(found.at(-1));
        }
        block = one.block;
      }
      if (old !== undefined && found.length) {
        const isGone = old.startsWith("-");
        if (isGone) Object.assign(found[0], { anchor: asked.anchor });
        said.push(`${asked.anchor} 是旧地址，${isGone ? "所指的文字已不存在，这里是离它最近的上一级" : "所指的文字改在这里"}。`);
      }
    }
    const hits = (whole.length ? whole : ends).sort((a, b) => b.value - a.value || a.id - b.id).slice(0, MOST);
    return { hits, said, sure: hits.length > 0 && asked.wanted.length === 1 };
  };
  return { jump };
});
