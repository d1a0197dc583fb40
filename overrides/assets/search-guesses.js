/* What a query may have meant: one wrong character, or letters for pinyin. Loaded when a query needs it. See search-index.js. */
__edition_search("@guesses", (search) => {
  "use strict";
  const { load, loadWithin, loadTexts, pairsOf, fileOf, withPair, inAll, entry, atHand, allNames, soundsLike } = search;
  const LETTER = 0xe000, NEAR = 60, FILES = 3; // of texts, on a large site

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
  /* Heads by their pinyin: pairs of initials are in the index under letters of their own. Where nothing else fits, any stretch of
     the texts at hand that sounds so. */
  const bySound = async (letters, enough, head, stretch) => {
    const syllables = split(letters);
    let none = !enough;
    for (const initials of new Set([letters, syllables?.map((one) => one[0]).join("") ?? ""])) {
      if (initials.length < 2) continue;
      const pairs = pairsOf(initials).map(([a, b]) => String.fromCharCode(LETTER + a.charCodeAt(0)) + b);
      await loadWithin(pairs.map(fileOf));
      const ids = inAll(pairs.map(withPair).filter(Boolean));
      await loadTexts(ids, FILES);
      for (const id of ids) {
        const worth = entry(id)?.pinyin ? soundsLike(entry(id).pinyin, letters) : 0;
        if (worth) { head(id, 600 + 200 * worth); none = false; }
      }
    }
    if (!none || letters.length < 4) return;
    const soundOf = await soundTable(), soundAt = (char) => soundOf.get(char) ?? char ?? " ", counts = new Map();
    for (const [, { folded }] of atHand()) {
      const chars = [...folded];
      for (const i of chars.keys()) {
        let full = "", end = i;
        while (end < chars.length && full.length < letters.length) full += soundAt(chars[end++]);
        const spelt = full === letters || (full.startsWith(letters) && end - i > 1);
        const like = spelt ? end : !syllables && [...letters].every((one, j) => soundAt(chars[i + j])[0] === one) ? i + letters.length : 0;
        if (like) { const key = chars.slice(i, like).join(""); counts.set(key, (counts.get(key) ?? 0) + 1); }
      }
    }
    for (const [text] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 5)) stretch(text);
  };
  return { corrections, bySound };
});
