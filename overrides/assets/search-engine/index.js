/* What stands in which entry: folding, the files that build_tools/search made, pairs of characters, texts.

   How the parts of the search talk: each file calls __edition_search("@name", part); search.js calls part(search) once and adds what
   it returns to the object `search`, which all parts share. This one comes first, then query, finding and results;
   search-seldom.js comes when a query needs it. It also sets search.manifest, search.names, search.size (how many entries the
   texts have; notes and terms come after them) and search.small (all texts are loaded). */
__edition_search("@index", (search) => {
  "use strict";
  const { load, received } = search;

  /* Folding, as build_tools/search/folding.py does it; traditional characters that the texts lack become simplified ones. */
  const simplified = new Map(), foldedChars = new Map();
  const simplify = (text) => [...text].map((one) => simplified.get(one) ?? one).join("");
  const foldChar = (char) => {
    if (!foldedChars.has(char)) foldedChars.set(char, simplify(char.normalize("NFKC").toLowerCase().replace(/[\p{P}\p{Z}\p{C}]/gu, "")));
    return foldedChars.get(char);
  };
  const fold = (text) => { let all = ""; for (const char of text) all += foldChar(char); return all; };

  /* The manifest says how the rest is cut. */
  const SMALL = 1500;
  let starts = [], bounds = [], common = new Map(), documents = [];
  const open = async () => {
    const manifest = await load("manifest");
    if (!manifest) return false;
    if (!search.manifest) {
      let size = 0;
      starts = manifest.documents.map((one) => (size += one[4]) - one[4]);
      bounds = manifest.shards.split(" ");
      common = new Map(manifest.common.map(([pair], n) => [pair, n])); // the commonest first
      documents = new Uint16Array(size); // of each entry
      for (const [d, start] of starts.entries()) documents.fill(d, start);
      Object.assign(search, { manifest, size, small: size <= SMALL });
    }
    const names = await load("names");
    if (names && !search.names) {
      search.names = names;
      for (const [, old, now] of names.traditional.matchAll(/(.)(.)/gu)) simplified.set(old, now);
      foldedChars.clear();
      known.clear();
      for (const n of texts.keys()) unpack(n);
    }
    return true;
  };
  const below = (list, value) => { // the last place in a sorted list whose value is not above this one
    let low = 0, high = list.length - 1;
    while (low < high) { const middle = (low + high + 1) >> 1; if (list[middle] <= value) low = middle; else high = middle - 1; }
    return low;
  };
  const documentOf = (id) => documents[id];

  /* What one query may load of a large site: shards of the index (a common pair costs as much as it is long), texts, what stands beside. */
  let left = {};
  const begin = (index = 6, texts = 10) => { left = { p: index, h: index, t: texts, d: 4, n: 1 }; };
  const affordable = (name) => {
    if (received.has(name) || search.isStale()) return false;
    if (search.small) return true;
    const kind = name[0], price = kind === "h" ? search.manifest.common[name.slice(1)][1] / 14000 : 1;
    if (left[kind] < price) return false;
    left[kind] -= price;
    if (kind === "h") left.p -= price; // both are the index
    return true;
  };
  const loadWithin = async (names) => {
    const wanted = [...new Set(names)].filter(affordable);
    await Promise.all(wanted.map((name) => load(name)));
    if (wanted.length) known.clear(); // what was known to stand nowhere may stand in these
  };

  /* Pairs. A file of the index is named by its pair, the entries are distances in digits (postings.py). */
  const fileOf = (pair) => (common.has(pair) ? "h" + common.get(pair) : "p" + below(bounds, pair));
  const shardsOf = (char) => { // all in which pairs begin with this character
    const first = below(bounds, char), last = below(bounds, char + "\uffff");
    return Array.from({ length: last - first + 1 }, (_, i) => "p" + (first + i));
  };
  const parsed = new Map(), decoded = new Map();
  const seconds = (file, first) => { // second character → codes
    const key = file + first;
    if (!parsed.has(key)) parsed.set(key, new Map((received.get(file)[first]?.split(" ") ?? []).map((pair) => {
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
  const withPair = (pair) => { // undefined while its file is not at hand
    if (!decoded.has(pair)) {
      const file = fileOf(pair), [first, second] = pair;
      if (!received.has(file)) return undefined;
      decoded.set(pair, decode(common.has(pair) ? received.get(file) : seconds(file, first).get(second) ?? ""));
    }
    return decoded.get(pair);
  };
  const isCommon = (pair) => common.has(pair);
  const pairsOf = (phrase) => { const chars = [...phrase]; return chars.slice(1).map((char, i) => chars[i] + char); };
  /* The files that say where a phrase stands. On a large site three rare pairs are enough, or the rarest two of common ones: the text
     is checked afterwards. */
  const RARE = 3;
  const filesFor = (phrase) => {
    if ([...phrase].length === 1) return shardsOf(phrase);
    const all = pairsOf(phrase);
    if (search.small) return all.map(fileOf);
    const rare = all.filter((pair) => !isCommon(pair));
    if (rare.length) return rare.filter((_, i) => i % Math.ceil(rare.length / RARE) === 0).map(fileOf);
    return all.sort((a, b) => common.get(b) - common.get(a)).slice(0, 2).map(fileOf);
  };
  /* One file for each phrase in turn, as far as they go. */
  const loadPhrases = (phrases) => {
    const lists = phrases.filter(Boolean).map(filesFor), inTurn = [];
    for (let i = 0; lists.some((list) => i < list.length); i++) inTurn.push(...lists.flatMap((list) => list[i] ?? []));
    return loadWithin(inTurn);
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
  const inAll = (lists) => (lists.length ? lists.sort((a, b) => a.length - b.length).reduce(both) : []);
  /* The entries that have the phrase; where the text is not at hand, those that have the pairs that are. */
  const known = new Map(); // until more is loaded
  const having = (phrase) => {
    if (!known.has(phrase)) known.set(phrase, [...phrase].length === 1 ? beginningWith(phrase) : withAll(phrase));
    return known.get(phrase);
  };
  const withAll = (phrase) => {
    const pairs = pairsOf(phrase), ids = inAll(pairs.map(withPair).filter(Boolean));
    return pairs.length > 1 ? ids.filter((id) => entry(id)?.folded.includes(phrase) ?? true) : ids;
  };
  const beginningWith = (char) => {
    const pairs = shardsOf(char).filter((file) => received.has(file)).flatMap((file) => [...seconds(file, char).keys()].map((second) => char + second));
    return [...Uint32Array.from(new Set(pairs.flatMap(withPair))).sort()];
  };

  /* Texts: a file holds so many entries that an entry's number says where it is. */
  const texts = [];
  const unpack = (n) => {
    const { together } = search.manifest, all = [];
    let page = "";
    for (const [block, where, third, last, before = 0] of received.get("t" + n)) {
      if (where === undefined) { page = block; continue; }
      const d = documentOf(n * together + all.length), isHead = typeof last === "string";
      for (const [i, [end, text]] of (isHead ? [["", last]] : last).entries()) all.push({
        page, block, where, text, anchor: block + end, place: isHead ? "" : third, pinyin: isHead ? third : "", isHead, number: before + i + 1,
        folded: fold(text), paragraph: `${d}#${block}`, item: `${d}/${where}`,
      });
    }
    texts[n] = all;
  };
  const entry = (id) => texts[Math.floor(id / search.manifest.together)]?.[id % search.manifest.together]; // if its text is at hand
  const loadTexts = async (ids, most = Infinity) => {
    const wanted = new Set();
    for (const id of ids) { if (wanted.size >= most) break; wanted.add(Math.floor(id / search.manifest.together)); }
    await loadWithin([...wanted].map((n) => "t" + n));
    for (const n of wanted) if (!texts[n] && received.has("t" + n)) unpack(n);
  };
  const idsOf = (d) => Array.from({ length: search.manifest.documents[d][4] }, (_, i) => starts[d] + i);
  const atHand = function* () { for (const [n, all] of texts.entries()) if (all) for (const i of all.keys()) yield [n * search.manifest.together + i, all[i]]; };

  return { open, fold, foldChar, simplify, documentOf, begin, loadWithin, loadPhrases, isCommon, pairsOf, fileOf, withPair, inAll, having, entry, loadTexts, idsOf, atHand };
});
