/* What only some queries need: 1 one wrong character, 2 letters for pinyin, 3 jumping to an address or a citation.
   Loaded with the first such query; see search-engine/index.js for how the parts talk. */
__edition_search("@seldom", (search) => {
  "use strict";
  const { load, loadWithin, loadTexts, pairsOf, fileOf, withPair, inAll, entry, idsOf, atHand, allNames, soundsLike, simplify, numeral } = search;
  const LETTER = 0xe000, NEAR = 60, FILES = 3; // files of texts, on a large site

  let sounds = null; // character → syllable
  const soundTable = async () => {
    const table = await load("sounds");
    return table ? sounds ??= new Map(Object.entries(table).flatMap(([sound, all]) => [...all].map((char) => [char, sound]))) : new Map();
  };

  /* Names and stretches of text that differ from this in one place, those of the same sound first; at most two. */
  const corrections = async (text) => {
    const chars = [...text], found = new Map();
    if (chars.length < 2 || chars.length > 16 || !/\p{Script=Han}/u.test(text)) return [];
    const soundOf = await soundTable();
    const consider = (all, start, bonus) => {
      let wrong = -1;
      for (let i = 0; i < chars.length; i++) if (chars[i] !== all[start + i]) { if (wrong >= 0) return; wrong = i; }
      if (wrong < 0) return;
      const same = soundOf.has(chars[wrong]) && soundOf.get(chars[wrong]) === soundOf.get(all[start + wrong]);
      if (!same && chars.length < (bonus > 1 ? 3 : 4)) return; // too little is left to be sure
      const key = all.slice(start, start + chars.length).join("");
      found.set(key, (found.get(key) ?? (same ? 1000 : 0)) + bonus);
    };
    for (const name of allNames()) if ([...name].length === chars.length) consider([...name], 0, 50);
    if (!search.small) { // texts that have many of its pairs
      const likely = new Map();
      for (const pair of pairsOf(text)) for (const id of withPair(pair) ?? []) if (id < search.size) likely.set(id, (likely.get(id) ?? 0) + 1);
      await loadTexts([...likely].sort((a, b) => b[1] - a[1]).slice(0, NEAR).map(([id]) => id), FILES);
    }
    for (const [, { folded }] of atHand()) {
      const all = [...folded];
      for (let i = 0; i + chars.length <= all.length; i++) consider(all, i, 1);
    }
    return [...found].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([other]) => other);
  };

  const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)/;
  const split = (letters) => { // dikongjing → [di, kong, jing]; greedy, stepping back where that leads nowhere
    if (!letters) return [];
    for (let rest = letters.match(SYLLABLE)?.[0] ?? ""; rest; rest = rest.slice(0, -1)) {
      const after = rest.match(SYLLABLE)?.[0] === rest && split(letters.slice(rest.length));
      if (after) return [rest, ...after];
    }
    return letters.length < 3 && !/[aeiou]/.test(letters) ? [...letters] : null;
  };
  /* Heads by their pinyin: pairs of initials are in the index under letters of their own. */
  const headsBySound = async (letters, head) => {
    for (const initials of new Set([letters, split(letters)?.map((one) => one[0]).join("") ?? ""])) {
      if (initials.length < 2) continue;
      const pairs = pairsOf(initials).map(([a, b]) => String.fromCharCode(LETTER + a.charCodeAt(0)) + b);
      await loadWithin(pairs.map(fileOf));
      const ids = inAll(pairs.map(withPair).filter(Boolean));
      await loadTexts(ids, FILES);
      for (const id of ids) {
        const worth = entry(id)?.pinyin ? soundsLike(entry(id).pinyin, letters) : 0;
        if (worth) head(id, 600 + 200 * worth);
      }
    }
  };
  /* Stretches of the texts at hand that are spelt so, else those with these initials; the commonest first. */
  const INITIALS = 6; // more are no abbreviation
  const stretches = async (letters) => {
    if (letters.length < 4) return [];
    const soundOf = await soundTable(), soundAt = (char) => soundOf.get(char) ?? char ?? " ", spelt = new Map(), initials = new Map();
    const add = (counts, stretch) => { const key = stretch.join(""); counts.set(key, (counts.get(key) ?? 0) + 1); };
    for (const [, { folded }] of atHand()) {
      const chars = [...folded];
      for (const i of chars.keys()) {
        let full = "", end = i;
        while (end < chars.length && full.length < letters.length) full += soundAt(chars[end++]);
        if (full === letters || (full.startsWith(letters) && end - i > 1)) add(spelt, chars.slice(i, end));
        else if (letters.length <= INITIALS && [...letters].every((one, j) => soundAt(chars[i + j])[0] === one)) add(initials, chars.slice(i, i + letters.length));
      }
    }
    const found = spelt.size ? spelt : initials;
    return [...found].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([text]) => text);
  };

  /* An address, an anchor, or a citation leads to its place; an address that is no more leads to what replaced it, or to where the page
     says that it is gone. */
  const DOCUMENT = 24, MOST = 10; // files of texts, on a large site; hits
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
  const named = (text, called) => { // the document a citation begins with, what follows, and whether more than its place is named
    for (const [d, [id, short, place]] of search.manifest.documents.entries()) {
      for (const name of [short, ...(called[d] ?? []), id + "#", place]) {
        const at = name ? text.indexOf(name) : -1;
        if (at >= 0 && at < 3) return [d, text.slice(at + name.length), name !== place];
      }
    }
    return [-1, text, false];
  };
  /* Which documents are meant, and how well a sentence or a paragraph fits: 2, or 1 for the end of a longer citation. */
  const meant = (raw, called) => {
    const plain = simplify(raw.normalize("NFKC").trim()), every = search.manifest.documents.map((_, d) => d);
    const anchor = plain.match(/(?:^|#)((?:[a-z]+\d+[a-z]?)(?:-[a-z]+\d+[a-z]?)*|title|adopted)\s*$/i)?.[1]?.toLowerCase();
    if (anchor && (plain.includes("#") || anchor.includes("-"))) {
      const before = plain.slice(0, plain.indexOf("#") + 1);
      const wanted = before ? every.filter((d) => before.split(/[/#]/).includes(search.manifest.documents[d][0])) : every;
      return { anchor, section: anchor.match(/\d+/)?.[0], wanted: before.length > 1 ? wanted : every, fits: (one, alone) => ((alone ? one.anchor : one.block) === anchor ? 2 : 0) };
    }
    const [d, rest, isNamed] = named(plain.replace(/[《》\s]/gu, ""), called), key = steps(rest);
    if (!key || (!isNamed && !/段|句|部分|条|点|[（(]/u.test(rest))) return null;
    const known = new Map();
    const fits = (one, alone) => {
      const place = one.where + one.place + (alone ? `第${one.number}句` : "");
      if (!known.has(place)) { const own = steps(place); known.set(place, own === key ? 2 : own === key.replaceAll("d", "") || own?.endsWith("," + key) ? 1 : 0); } // 第二点 may be （二）
      return alone && one.isHead ? 0 : known.get(place);
    };
    return { section: key.split(",")[0], wanted: d < 0 ? every : [d], fits };
  };
  const jump = async (raw) => {
    const { called, gone } = (await load("jump")) ?? { called: [], gone: {} };
    const asked = meant(raw, called), said = [];
    if (!asked) return { hits: [], said };
    search.begin(0, DOCUMENT);
    const whole = [], ends = [];
    for (const d of asked.wanted) {
      if (whole.length >= MOST) break;
      const ids = idsOf(d), inSection = ids.length > DOCUMENT * search.manifest.together ? (await load("sections"))?.[d] ?? [] : [];
      let end = 0;
      const likely = inSection.flatMap(([size, page]) => ids.slice(end, end += size).filter(() => page === asked.section));
      const old = gone[search.manifest.documents[d][0]]?.[asked.anchor];
      await loadTexts([...likely, ...ids]);
      const fits = old === undefined ? asked.fits : (one, alone) => ((alone ? one.anchor : one.block) === old.replace(/^-/, "") || old === "-" && one.anchor === entry(ids[0]).anchor ? 2 : 0);
      const found = [];
      let block = "";
      for (const [i, id] of ids.entries()) {
        const one = entry(id);
        if (!one) continue;
        if (one.block !== block && fits(one, false)) {
          const inside = (other) => entry(other) && (one.isHead ? !entry(other).isHead || other === id : entry(other).block === one.block);
          const last = ids.findIndex((other, j) => j > i && !inside(other));
          const hits = ids.slice(i, Math.min(last < 0 ? Infinity : last, i + 8)).map((other, j) => ({ id: other, value: 2900 - j, marks: [] }));
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
        said.push(window.words(isGone ? "old_gone" : "old_moved", { anchor: asked.anchor }));
      }
    }
    const hits = (whole.length ? whole : ends).sort((a, b) => b.value - a.value || a.id - b.id).slice(0, MOST);
    return { hits, said, sure: hits.length > 0 && asked.wanted.length === 1 };
  };
  return { corrections, headsBySound, stretches, jump };
});
