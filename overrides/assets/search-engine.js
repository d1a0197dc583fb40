/* What finds: pairs of characters in files that build_tools/search made; called by search.js.
   1 folding  2 the index  3 what a query means  4 finding  5 jumping to a citation  6 terms and notes */
__edition_search("engine", (files) => {
  "use strict";
  const { load, loadAll, received } = files;

  /* 1 Folding, as build_tools/search/folding.py does it; traditional characters that the texts lack become simplified ones. */
  const simplified = new Map(), foldedChars = new Map();
  const foldChar = (char) => {
    let folded = foldedChars.get(char);
    if (folded === undefined) {
      folded = char.normalize("NFKC").toLowerCase().replace(/[\p{P}\p{Z}\p{C}]/gu, "");
      foldedChars.set(char, folded = [...folded].map((one) => simplified.get(one) ?? one).join(""));
    }
    return folded;
  };
  const fold = (text) => { let all = ""; for (const char of text) all += foldChar(char); return all; };
  /* Where in the text each folded character comes from. */
  const origins = (text) => {
    const from = [];
    let at = 0;
    for (const char of text) {
      for (let i = foldChar(char).length; i > 0; i--) from.push([at, at + char.length]);
      at += char.length;
    }
    return from;
  };

  /* 2 The index. Entries are numbered over the whole site: sentences and heads, then notes, then terms. */
  const END = "!", LETTER = 0xe000;
  let manifest = null, names = null;
  let size = 0, starts = [], paragraph, item, small = true;
  const open = async () => {
    if (manifest && names) return true;
    const [read, words] = [await load("manifest"), await load("names")];
    if (!read) return false;
    if (!manifest) {
      manifest = read;
      starts = [];
      size = 0;
      for (const part of read.parts) { starts.push(size); size += part[1]; }
      paragraph = new Uint32Array(size);
      item = new Uint32Array(size);
      for (let id = 0; id < size; id++) {
        const kind = read.shape[id];
        paragraph[id] = kind === "t" ? paragraph[id - 1] : id;
        item[id] = kind === "h" || id === 0 ? id : item[id - 1];
      }
      for (const [d] of read.documents.entries()) { // no item runs from one text into the next
        const first = starts[read.parts.findIndex((part) => part[0] === d)];
        for (let id = first; id < size && manifest.shape[id] !== "h"; id++) item[id] = first;
      }
      small = read.parts.length <= 30 && read.shards <= 16;
    }
    if (words && !names) takeNames(words);
    return true;
  };

  const hash = (key) => {
    let value = 0x811c9dc5;
    for (const char of key) value = Math.imul(value ^ char.codePointAt(0), 0x01000193) >>> 0;
    return value;
  };
  const block = (first, second) => (manifest.split[first] ? first + (hash(second) % manifest.split[first]) : first);
  const blocksOf = (first) => Array.from({ length: Math.min(manifest.split[first] ?? 1, 4) }, (_, i) => (manifest.split[first] ? first + i : first));
  const shard = (key) => "p" + (hash(key) % manifest.shards);

  const parsed = new Map(), decoded = new Map();
  const seconds = (key) => {
    const data = received.get(shard(key));
    if (!data) return new Map();
    if (!parsed.has(key)) parsed.set(key, new Map((data[key]?.split(" ") ?? []).map((pair) => {
      const second = String.fromCodePoint(pair.codePointAt(0));
      return [second, pair.slice(second.length)];
    })));
    return parsed.get(key);
  };
  const decode = (codes) => {
    const ids = [];
    let id = -1, high = 0;
    for (let i = 0; i < codes.length; i++) {
      const code = codes.charCodeAt(i), digit = code - (code > 92 ? 36 : 35);
      if (digit >= 64) high = high * 27 + digit - 63;
      else { ids.push(id += high * 64 + digit + 1); high = 0; }
    }
    return ids;
  };
  const withPair = (first, second) => {
    const key = block(first, second), codes = seconds(key).get(second);
    if (codes === undefined) return [];
    if (!decoded.has(first + second)) decoded.set(first + second, decode(codes));
    return decoded.get(first + second);
  };
  const pairsOf = (phrase) => {
    const chars = [...phrase], all = [];
    for (let i = 0; i + 1 < chars.length; i++) all.push([chars[i], chars[i + 1]]);
    if (small || all.length <= 6) return all;
    return all.filter((_, i) => i % Math.ceil(all.length / 6) === 0); // a few say enough; the text is checked afterwards
  };
  const shardsFor = (phrase) => {
    const chars = [...phrase];
    return chars.length === 1 ? blocksOf(phrase).map(shard) : pairsOf(phrase).map(([a, b]) => shard(block(a, b)));
  };
  const both = (one, other) => {
    const kept = [];
    for (let i = 0, j = 0; i < one.length && j < other.length;) {
      if (one[i] === other[j]) { kept.push(one[i]); i++; j++; }
      else if (one[i] < other[j]) i++;
      else j++;
    }
    return kept;
  };
  const either = (lists) => [...new Set(lists.flat())].sort((a, b) => a - b);

  const partOf = (id) => {
    let low = 0, high = starts.length - 1;
    while (low < high) { const middle = (low + high + 1) >> 1; if (starts[middle] <= id) low = middle; else high = middle - 1; }
    return low;
  };
  const documentOf = (id) => manifest.parts[partOf(id)][0];
  const unpacked = new Map();
  const unpack = (part) => {
    if (!unpacked.has(part)) {
      const all = [];
      for (const [anchor, where, third, last] of received.get("t" + part)) {
        if (typeof last === "string") all.push({ anchor, where, place: "", head: true, pinyin: third, text: last, folded: fold(last), block: anchor });
        else for (const [end, text] of last) all.push({ anchor: anchor + end, where, place: third, text, folded: fold(text), block: anchor });
      }
      unpacked.set(part, all);
    }
    return unpacked.get(part);
  };
  /* The entry, if its part is loaded. */
  const entry = (id) => { const part = partOf(id); return received.has("t" + part) ? unpack(part)[id - starts[part]] : null; };

  /* The entries that have the phrase; where the text is not loaded yet, those that have all its pairs. */
  const having = (phrase) => {
    const chars = [...phrase];
    const lists = chars.length === 1
      ? [either(blocksOf(phrase).flatMap((key) => [...seconds(key).keys()].map((second) => withPair(phrase, second))))]
      : pairsOf(phrase).map(([a, b]) => withPair(a, b)).sort((a, b) => a.length - b.length);
    let ids = lists[0] ?? [];
    for (const list of lists.slice(1)) ids = both(ids, list);
    if (chars.length > 2) ids = ids.filter((id) => id >= size || (entry(id)?.folded.includes(phrase) ?? true));
    return ids;
  };
  const rarity = (count) => Math.log(1 + size / (count + 1));

  /* 3 What a query means: words, each with what else stands for it. */
  const QUESTION = /请问|为什么|为何|怎么样|怎么办|怎么搞|怎样|怎么|如何|是什么|什么|哪一个|哪些|哪个|哪里|哪儿|哪|有没有|是不是|是否|多少|谁|吗|呢|呀/gu;
  const PARTICLES = /[的地得了着在是和与及或把被对向要就都也还有让给能会可应]+/u;
  const meanings = new Map(); // name → phrases that stand for it
  let longest = 2, places = [];
  const takeNames = (words) => {
    names = words;
    const chars = [...words.traditional];
    for (let i = 0; i < chars.length; i += 2) simplified.set(chars[i], chars[i + 1]);
    foldedChars.clear();
    unpacked.clear();
    const add = (name, phrases) => {
      if (name.length < 2) return;
      meanings.set(name, [...new Set([...(meanings.get(name) ?? []), ...phrases])]);
      longest = Math.max(longest, name.length);
    };
    for (const [, term, forms, aliases] of words.terms) {
      const own = [term, ...forms].map(fold);
      for (const name of own) add(name, own);
      for (const alias of aliases) add(fold(alias), own);
    }
    for (const [word, others] of Object.entries(words.synonyms)) add(fold(word), others.map(fold));
    places = manifest.documents.map(([, short, place, , , pinyin]) => ({ place: fold(place), short: fold(short), pinyin: pinyin.replaceAll(" ", ""), initials: soundInitials(pinyin) }));
  };
  /* The documents that a word names by their place: 遂宁, 遂宁市, 遂宁市委决定, suining. */
  const placed = (word) => {
    const found = new Set();
    for (const [d, { place, short, pinyin, initials }] of places.entries()) {
      if (word === pinyin || word === initials || word === place || (word.startsWith(place) && (short.startsWith(word) || /^[省市县区州]$/u.test(word.slice(place.length))))) found.add(d);
    }
    return found;
  };
  const DIGITS = "〇一二三四五六七八九";
  const numeral = (text) => { // 二十五 → 25, 二〇二七 → 2027
    const digits = text.replaceAll("零", "〇").replaceAll("两", "二");
    if (/^[〇一二三四五六七八九]+$/u.test(digits)) return [...digits].map((one) => DIGITS.indexOf(one)).join("");
    let sum = 0, digit = 0;
    for (const char of digits) {
      const unit = { 十: 10, 百: 100, 千: 1000 }[char];
      if (unit) { sum += (digit || 1) * unit; digit = 0; }
      else digit = DIGITS.indexOf(char);
    }
    return String(sum + digit);
  };
  const han = (number) => {
    if (number < 10) return DIGITS[number];
    const tens = Math.floor(number / 10);
    return (tens > 1 ? DIGITS[tens] : "") + "十" + (number % 10 ? DIGITS[number % 10] : "");
  };
  const renumbered = (word) => [
    word.replace(/[〇零一二三四五六七八九十百千两]{2,}|[〇零一二三四五六七八九](?=[年月日个位项])/gu, numeral),
    word.replace(/\d+/g, (number) => (number.length < 3 && !/^0/.test(number) ? han(+number) : number)),
  ].filter((other) => other !== word);
  /* Names and heads by their pinyin: in full from the beginning of a syllable, or the initials. */
  const soundInitials = (pinyin) => pinyin.split(" ").map((one) => one[0]).join("");
  const soundsLike = (pinyin, letters) => {
    const all = pinyin.split(" "), initials = soundInitials(pinyin);
    for (let i = 0; i < all.length; i++) if (letters.length > 2 && all.slice(i).join("").startsWith(letters)) return i ? 0.7 : 0.9;
    return initials === letters ? 0.85 : letters.length > 2 && initials.includes(letters) ? 0.6 : 0;
  };
  const LATIN = /^[a-z]{2,}$/;
  const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)/;
  const split = (letters) => { // dikongjing → [di, kong, jing]; greedy, stepping back where that leads nowhere
    if (!letters) return [];
    for (let rest = letters.match(SYLLABLE)?.[0] ?? ""; rest; rest = rest.slice(0, -1)) {
      if (!rest.match(SYLLABLE) || rest.match(SYLLABLE)[0] !== rest) continue;
      const after = split(letters.slice(rest.length));
      if (after) return [rest, ...after];
    }
    return letters.length < 3 && !/[aeiou]/.test(letters) ? [...letters] : null;
  };

  /* A word: its phrases with their worth, and the documents it names. */
  const word = (text, strict) => {
    const phrases = new Map([[text, 1]]);
    const also = (list, worth) => list.forEach((other, i) => { if (other && !phrases.has(other)) phrases.set(other, worth - Math.min(i, 8) * 0.02); });
    if (!strict) {
      also(renumbered(text), 0.95);
      also(meanings.get(text) ?? [], 0.8);
      if (LATIN.test(text)) {
        for (const [, term, forms, , , pinyin] of names?.terms ?? []) {
          const worth = soundsLike(pinyin, text);
          if (worth) also([term, ...forms].map(fold), worth);
        }
        for (const { place, pinyin, initials } of places) if (pinyin === text || initials === text) also([place], 0.9);
      }
    }
    return { text, phrases, documents: strict ? new Set() : placed(text) };
  };
  /* Known names inside a longer run, and what is left between them. */
  const segment = (text) => {
    const known = [], left = [];
    let rest = "";
    const keep = () => { left.push(...rest.split(PARTICLES).filter(Boolean)); rest = ""; };
    for (let i = 0; i < text.length;) {
      let length = Math.min(longest, text.length - i);
      while (length > 1 && !meanings.has(text.slice(i, i + length)) && !placed(text.slice(i, i + length)).size) length--;
      if (length > 1) { keep(); known.push(text.slice(i, i + length)); i += length; }
      else rest += text[i++];
    }
    keep();
    return { known, left };
  };
  const read = (raw) => {
    const strict = [], whole = fold(raw);
    const rest = raw.replace(/["“”„]([^"“”„]+)["“”]|「([^」]+)」|『([^』]+)』/gu, (_, a, b, c) => { strict.push(fold(a ?? b ?? c)); return " "; });
    const plain = rest.split(/\s+/u).map(fold).filter(Boolean).slice(0, 12);
    const latin = plain.length > 1 && plain.every((one) => /^[a-z]+$/.test(one)) ? [plain.join("")] : plain;
    const asked = plain.map((one) => one.replace(QUESTION, " ").split(/\s+/u).filter(Boolean)).flat();
    const cut = rest.split(/[\s\p{P}]+/u).map((one) => fold(one.normalize("NFKC").replace(QUESTION, " "))).filter(Boolean);
    const known = [], left = [];
    for (const one of cut) { const parts = segment(one); known.push(...parts.known); left.push(...parts.left); }
    const strictWords = strict.filter(Boolean).map((one) => word(one, true));
    return {
      whole, stripped: asked.join(""),
      words: [...strictWords, ...latin.map((one) => word(one))],
      pieces: [...strictWords, ...[...new Set([...known, ...left])].map((one) => word(one))],
      strict: strictWords.length > 0, known, left,
    };
  };

  /* 4 Finding: every reading of the query gives entries a score; the best counts. */
  const EXACT = 1000, ALL = 800, PARAGRAPH = 600, ITEM = 500, SOME = 280, PARTLY = 50, ENOUGH = 10;
  const entriesWith = (one) => { // entry → worth of the best phrase it has
    const found = new Map();
    for (const [phrase, worth] of one.phrases) for (const id of having(phrase)) if (id < size && worth > (found.get(id) ?? 0)) found.set(id, worth);
    return found;
  };
  const span = (text, phrases) => { // how closely the words stand together, 0 to 1
    const ends = phrases.map((phrase) => text.indexOf(phrase)).filter((at) => at >= 0);
    return ends.length < 2 ? 0 : 1 - Math.min(1, (Math.max(...ends) - Math.min(...ends)) / 60);
  };
  const score = (hits, id, value, marks) => {
    const before = hits.get(id);
    if (!before || before.value < value) hits.set(id, { value, marks });
  };
  const allWords = (words, hits, lower) => {
    const naming = words.filter((one) => one.documents.size), texts = words.filter((one) => !one.documents.size);
    const core = (texts.length ? texts : words).map((one) => ({ one, found: entriesWith(one) }));
    if (!core.length || core.some(({ found }) => !found.size)) return;
    const named = naming.length && texts.length ? naming.map((one) => ({ documents: one.documents, found: entriesWith(one) })) : [];
    const fits = (id) => named.every(({ documents, found }) => documents.has(documentOf(id)) || found.has(id));
    const home = (id) => named.filter(({ documents }) => documents.has(documentOf(id))).length * 5;
    const marks = words.flatMap((one) => [...one.phrases.keys()]);
    const worth = (id) => Math.min(...core.map(({ found }) => found.get(id) ?? 1));
    const sum = new Map();
    for (const { found } of core) { const weight = rarity(found.size); for (const [id, value] of found) sum.set(id, (sum.get(id) ?? 0) + weight * value); }
    const short = core.reduce((one, two) => (two.found.size < one.found.size ? two : one));
    for (const id of short.found.keys()) {
      if (!core.every(({ found }) => found.has(id)) || !fits(id)) continue;
      const near = core.length > 1 && entry(id) ? span(entry(id).folded, core.map(({ one }) => one.text)) * 60 : 0;
      score(hits, id, ALL - lower - 200 * (1 - worth(id)) + near + home(id) + more(id, core), marks);
    }
    if (core.length < 2) return;
    for (const [group, base] of [[paragraph, PARAGRAPH], [item, ITEM]]) {
      const groups = core.map(({ found }) => new Set([...found.keys()].map((id) => group[id])));
      const shared = [...groups[0]].filter((id) => groups.every((one) => one.has(id)));
      if (!shared.length) continue;
      const best = new Map(shared.map((id) => [id, 0]));
      for (const [id, value] of sum) if (best.has(group[id]) && fits(id)) best.set(group[id], Math.max(best.get(group[id]), value));
      for (const [id, value] of sum) if (value > 0.7 * (best.get(group[id]) ?? Infinity) && fits(id)) score(hits, id, base - lower + value + home(id), marks);
    }
  };
  /* Several of the phrases that stand for one word in one sentence say more than one of them. */
  const more = (id, core) => {
    const text = entry(id)?.folded;
    if (!text) return 0;
    let count = 0, covered = 0;
    for (const { one } of core) for (const phrase of one.phrases.keys()) if (text.includes(phrase)) { count++; covered += phrase.length; }
    return 10 * Math.min(count, 4) + 30 * Math.min(1, covered / text.length) + (entry(id).head ? 30 : 0);
  };
  const wholePhrase = (phrase, hits, value) => {
    for (const id of having(phrase)) {
      if (id >= size) continue;
      const one = entry(id), text = one?.folded;
      const times = text ? text.split(phrase).length - 2 : 0;
      score(hits, id, value + (one?.head ? 40 : 0) + 5 * Math.min(times, 4) + (text ? 40 * phrase.length / text.length : 0), [phrase]);
    }
  };
  /* Part of the words, pair by pair, the rare ones counting more. */
  const features = ({ known, left }) => {
    const all = known.filter((one) => !placed(one).size).map((one) => ({ phrases: [...word(one).phrases], weight: 1.5 }));
    for (const one of [...left, ...known]) {
      const chars = [...one];
      const pairs = chars.length === 1 ? [one] : pairsOf(one).map((pair) => pair.join(""));
      const weight = known.includes(one) ? 0.4 : 1;
      if (!placed(one).size) all.push(...pairs.map((pair) => ({ phrases: [[pair, 1]], weight })));
    }
    return all.slice(0, 60);
  };
  const partly = (query, hits) => {
    const named = query.known.map(placed).filter((one) => one.size);
    const sum = new Map();
    let total = 0;
    const marks = [];
    for (const { phrases, weight } of features(query)) {
      const found = new Map();
      for (const [phrase, worth] of phrases) for (const id of having(phrase)) if (id < size && worth > (found.get(id) ?? 0)) found.set(id, worth);
      const value = rarity(found.size) * weight * (found.size ? 1 : 0.5);
      total += value;
      for (const [id, worth] of found) sum.set(id, (sum.get(id) ?? 0) + value * worth);
      if (found.size) marks.push(...phrases.map(([phrase]) => phrase));
    }
    let best = 0;
    for (const [id, value] of sum) if (named.every((one) => one.has(documentOf(id)))) best = Math.max(best, value);
    const floor = Math.max(total * 0.3, best * 0.5);
    for (const [id, value] of sum) {
      if (value < floor || !named.every((one) => one.has(documentOf(id)))) continue;
      score(hits, id, PARTLY + 200 * value / total + (entry(id)?.head ? 5 : 0), marks);
    }
  };
  /* One wrong character: names and stretches of text that differ in one place, those of the same sound first. */
  const corrections = async (text) => {
    const chars = [...text], found = new Map();
    if (chars.length < 2 || chars.length > 16 || !/\p{Script=Han}/u.test(text)) return [];
    const soundOf = soundsOf((await load("sounds")) ?? {});
    const consider = (other, bonus) => {
      let wrong = -1;
      for (let i = 0; i < chars.length; i++) if (chars[i] !== other[i]) { if (wrong >= 0) return; wrong = i; }
      if (wrong < 0) return;
      const same = soundOf.get(chars[wrong]) !== undefined && soundOf.get(chars[wrong]) === soundOf.get(other[wrong]);
      if (!same && chars.length < (bonus > 1 ? 3 : 4)) return; // too little is left to be sure
      const key = other.join("");
      found.set(key, (found.get(key) ?? (same ? 1000 : 0)) + bonus);
    };
    for (const name of [...meanings.keys(), ...places.map(({ place }) => place)]) if ([...name].length === chars.length) consider([...name], 50);
    const likely = new Map();
    for (const [a, b] of pairsOf(text)) for (const id of withPair(a, b)) likely.set(id, (likely.get(id) ?? 0) + 1);
    const near = [...likely].sort((a, b) => b[1] - a[1]).slice(0, small ? Infinity : 60).map(([id]) => id).filter((id) => id < size);
    if (!small) await loadAll([...new Set(near.map(partOf))].slice(0, 10).map((part) => "t" + part));
    for (const id of small ? Array.from({ length: size }, (_, i) => i) : near) {
      const one = entry(id);
      if (!one) continue;
      const all = [...one.folded];
      for (let i = 0; i + chars.length <= all.length; i++) {
        let wrong = 0;
        for (let j = 0; j < chars.length && wrong < 2; j++) if (all[i + j] !== chars[j]) wrong++;
        if (wrong === 1) consider(all.slice(i, i + chars.length), 1);
      }
    }
    return [...found].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([other]) => other);
  };
  /* Heads by their pinyin: pairs of initials are in the index under letters of their own. Where nothing else fits, any stretch of
     the texts at hand that sounds so. */
  const bySound = async (letters, hits, enough) => {
    const syllables = split(letters);
    for (const initials of new Set([letters, ...(syllables ? [syllables.map((one) => one[0]).join("")] : [])])) {
      if (initials.length < 2) continue;
      const pairs = [...initials].slice(0, -1).map((char, i) => [String.fromCharCode(LETTER + char.charCodeAt(0)), initials[i + 1]]);
      await loadAll(pairs.map(([a, b]) => shard(block(a, b))));
      let ids = pairs.map(([a, b]) => withPair(a, b)).reduce(both);
      await loadAll(ids.slice(0, 10).map((id) => "t" + partOf(id)));
      for (const id of ids) {
        const worth = entry(id)?.pinyin ? soundsLike(entry(id).pinyin, letters) : 0;
        if (worth) score(hits, id, ALL - 200 * (1 - worth), []);
      }
    }
    if (enough || hits.size || letters.length < 4) return;
    const sounds = soundsOf((await load("sounds")) ?? {}), stretches = new Map();
    for (let id = 0; id < size; id++) {
      const chars = entry(id) ? [...entry(id).folded] : [];
      for (let i = 0; i < chars.length; i++) {
        let full = "", j = i;
        while (j < chars.length && full.length < letters.length) { const sound = sounds.get(chars[j++]) ?? chars[j - 1]; full += sound; }
        const like = full === letters || (full.startsWith(letters) && j - i > 1) ? j : syllables ? 0 : initialsAt(chars, i, letters, sounds);
        if (like) { const key = chars.slice(i, like).join(""); stretches.set(key, (stretches.get(key) ?? 0) + 1); }
      }
    }
    for (const [stretch] of [...stretches].sort((a, b) => b[1] - a[1]).slice(0, 5)) wholePhrase(stretch, hits, ALL - 100);
  };
  const initialsAt = (chars, i, letters, sounds) => {
    for (let j = 0; j < letters.length; j++) if ((sounds.get(chars[i + j]) ?? chars[i + j] ?? "")[0] !== letters[j]) return 0;
    return i + letters.length;
  };
  const soundsOf = (table) => {
    const found = new Map();
    for (const [sound, all] of Object.entries(table)) for (const char of all) found.set(char, sound);
    return found;
  };

  const find = async (raw) => {
    const query = read(raw), hits = new Map(), tried = [];
    const phrases = (words) => words.flatMap((one) => [...one.phrases.keys()].slice(0, small ? Infinity : 6));
    await loadAll([query.whole, query.stripped, ...query.words.map((one) => one.text)].filter(Boolean).flatMap(shardsFor));
    if (small) await loadAll(manifest.parts.map((_, part) => "t" + part));
    const look = (one) => {
      if (one.whole && !(one.strict && one.words.length > 1)) wholePhrase(one.whole, hits, EXACT);
      if (one.stripped && one.stripped !== one.whole) wholePhrase(one.stripped, hits, EXACT - 60);
      allWords(one.words, hits, 0);
    };
    const broad = async (one) => {
      await loadAll([...phrases(one.words), ...phrases(one.pieces)].flatMap(shardsFor));
      allWords(one.words, hits, 0);
      allWords(one.pieces, hits, 60);
      const there = one.words.filter((each) => each.documents.size || entriesWith(each).size); // without the words that stand nowhere
      if (there.length < one.words.length) allWords(there, hits, ALL - SOME);
      await loadAll(features(one).flatMap(({ phrases: list }) => list.slice(0, 6).flatMap(([phrase]) => shardsFor(phrase))));
      if (!one.strict) partly(one, hits);
    };
    look(query);
    if (hits.size < ENOUGH) {
      const firm = hits.size, letters = query.whole;
      await broad(query);
      const sure = [...hits.values()].some(({ value }) => value >= ITEM - 200);
      if (LATIN.test(letters)) await bySound(letters, hits, firm || sure);
      if (!firm && !sure) {
        for (const one of [...query.words, ...(query.words.length === 1 ? query.pieces : [])].filter((other, i, all) => all.findIndex(({ text }) => text === other.text) === i)) {
          if (one.documents.size || entriesWith(one).size) continue;
          for (const other of await corrections(one.text)) {
            const again = read(raw.includes(one.text) ? raw.replace(one.text, other) : query.words.map(({ text }) => (text === one.text ? other : text)).join(" "));
            await loadAll([...phrases(again.words), again.whole].filter(Boolean).flatMap(shardsFor));
            const fresh = new Map();
            wholePhrase(again.whole, fresh, EXACT - 300);
            allWords(again.words, fresh, 300);
            if (fresh.size) tried.push([one.text, other]);
            for (const [id, { value, marks }] of fresh) score(hits, id, value - 20 * tried.length, marks);
          }
        }
      }
    }
    return { query, hits: await ranked(query, hits), tried };
  };
  /* The best first; where not all texts are loaded, those of the first hits are, and what only looked like a hit falls back. */
  const PARTS = 12;
  const ranked = async (query, hits) => {
    const order = () => [...hits].map(([id, hit]) => ({ id, ...hit })).sort((a, b) => b.value - a.value || a.id - b.id);
    if (!small) {
      const parts = [];
      for (const { id } of order()) { const part = partOf(id); if (!parts.includes(part)) parts.push(part); if (parts.length >= PARTS) break; }
      await loadAll(parts.map((part) => "t" + part));
      for (const [id, hit] of hits) {
        const one = entry(id);
        if (one && hit.value >= ITEM && hit.marks.length && !hit.marks.some((mark) => one.folded.includes(mark))) hit.value = PARTLY;
      }
    }
    return order();
  };

  /* 5 Jumping: an address, an anchor, or a citation. */
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
  const named = (text) => { // the document a citation begins with, and what follows
    for (const [d, [id, short, place, , title]] of manifest.documents.entries()) {
      for (const name of [title, short, `${place}省委决定`, `${place}市委决定`, `${place}决定`, id + "#"]) {
        const at = text.indexOf(name);
        if (at >= 0 && at < 3) return [d, text.slice(at + name.length)];
      }
    }
    return [-1, text];
  };
  const jump = async (raw) => {
    const text = raw.normalize("NFKC").trim(), plain = [...text].map((char) => simplified.get(char) ?? char).join("");
    const anchor = plain.match(/(?:^|#)((?:[a-z]+\d+[a-z]?)(?:-[a-z]+\d+[a-z]?)*|title|adopted)\s*$/i)?.[1]?.toLowerCase();
    let wanted = [], fits;
    if (anchor && (plain.includes("#") || anchor.includes("-"))) {
      const before = plain.slice(0, plain.indexOf("#") + 1);
      wanted = manifest.documents.flatMap(([id], d) => (!before || before.includes(id) ? [d] : []));
      fits = (one, sentence) => ((sentence ? one.anchor : one.block) === anchor ? 2 : 0);
    } else {
      const [d, rest] = named(plain.replace(/[《》\s]/gu, ""));
      const key = steps(rest);
      if (!key || (d < 0 && !/段|句|部分|条|点|[（(]/u.test(rest))) return [];
      wanted = d < 0 ? manifest.documents.map((_, i) => i) : [d];
      const same = (place) => { const own = steps(place); return own === key ? 2 : own?.endsWith("," + key) ? 1 : 0; };
      const whole = new Map();
      fits = (one, sentence) => {
        const place = one.where + one.place + (sentence ? `第${one.number}句` : "");
        if (!whole.has(place)) whole.set(place, same(place));
        return sentence && one.head ? 0 : whole.get(place);
      };
    }
    const parts = manifest.parts.flatMap(([d], part) => (wanted.includes(d) ? [part] : [])).slice(0, 40);
    await loadAll(parts.map((part) => "t" + part));
    const hits = []; // the whole citation before the end of a longer one
    for (const worth of [2, 1]) for (const part of hits.length && worth === 1 ? [] : parts.filter((one) => received.has("t" + one))) {
      const all = unpack(part);
      all.forEach((one, i) => { one.number = i && all[i - 1].block === one.block ? all[i - 1].number + 1 : 1; });
      for (const [i, one] of all.entries()) {
        const id = starts[part] + i;
        if ((i === 0 || all[i - 1].block !== one.block) && fits(one, false) === worth) {
          if (!one.head) hits.push({ id, value: 3000, marks: [], anchor: one.block });
          const end = all.findIndex((other, j) => j > i && (one.head ? other.head : other.block !== one.block));
          for (let j = i; j < (end < 0 ? all.length : end) && j < i + 8; j++) hits.push({ id: id + j - i, value: 2900 - j + i, marks: [] });
        } else if (fits(one, true) === worth) hits.push({ id, value: 3000, marks: [] });
      }
    }
    return hits.sort((a, b) => b.value - a.value).slice(0, 10).map((hit) => ({ ...hit, sure: wanted.length === 1 }));
  };

  /* 6 Terms by all their names, notes by their text. */
  const LIMIT = 4;
  const asides = async (query) => {
    const found = [], wanted = [query.whole, query.stripped, ...query.words.filter(({ documents }) => !documents.size).map(({ text }) => text)].filter((one) => one.length > 1);
    if (!wanted.length || !names) return [];
    const near = (name) => {
      let best = 0;
      for (const one of wanted) best = Math.max(best, name === one ? 100 : name.startsWith(one) ? 60 : one.length > 1 && name.includes(one) ? 40 : name.length > 2 && one.includes(name) ? 30 : 0);
      return best;
    };
    names.terms.forEach(([id, term, forms, aliases, english, pinyin], n) => {
      let value = Math.max(near(fold(term)) + 5, ...forms.map((one) => near(fold(one))), ...aliases.map((one) => near(fold(one)) - 10));
      if (LATIN.test(query.whole)) value = Math.max(value, soundsLike(pinyin, query.whole) * 90, fold(english).includes(query.whole) && query.whole.length > 2 ? 40 : 0);
      if (value > 15) found.push({ value, n, id, term });
    });
    found.sort((a, b) => b.value - a.value || a.term.length - b.term.length);
    const terms = found.slice(0, LIMIT);
    const files = terms.map(({ n }) => "d" + Math.floor(n / manifest.together));
    const held = manifest.notes.map((count, d) => [count, d]);
    const counts = manifest.asides ? having(wanted[0]).filter((id) => id >= size) : [];
    let first = size;
    const noteFiles = [];
    for (const [count, d] of held) {
      if (manifest.asides ? counts.some((id) => id >= first && id < first + count) : count) noteFiles.push([d, "n" + d]);
      first += count;
    }
    await loadAll([...files, ...noteFiles.slice(0, 8).map(([, name]) => name)]);
    const all = terms.map(({ n, id, term }) => ({ kind: "术语", title: term, text: received.get("d" + Math.floor(n / manifest.together))?.[n % manifest.together] ?? "", url: `glossary/#term-${id}` }));
    const parts = query.words.filter(({ documents }) => !documents.size).map(({ text }) => text);
    const notes = [];
    for (const [d, name] of noteFiles) for (const [id, page, place, kind, text] of received.get(name) ?? []) {
      const folded = fold(text);
      if (parts.length && parts.every((one) => one.length > 1 && folded.includes(one))) {
        notes.push({ kind: "注释", title: `${manifest.documents[d][1]} ${place} ${kind}`, text, url: `${manifest.documents[d][0]}/${page === "index" ? "" : page + "/"}#${id}` });
      }
    }
    return [...all, ...notes.slice(0, LIMIT - 1)];
  };

  const loadTexts = (hits) => loadAll([...new Set(hits.map(({ id }) => partOf(id)))].map((part) => "t" + part).filter((name) => !received.has(name)).slice(0, PARTS));
  return {
    open, find, jump, asides, loadTexts, fold, origins, entry, partOf, documentOf,
    SURE: ITEM - 200, // what scores less has only part of the words
    get manifest() { return manifest; },
    get small() { return small; },
  };
});
