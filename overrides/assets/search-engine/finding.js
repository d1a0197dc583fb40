/* Finding: every reading of the query gives entries a value, the best one counts. From a large site only so much is loaded: the
   index says what may fit, and the texts of the first hits are read to see whether it does. Terms and notes are found beside them.
   See index.js for how the parts talk. */
__edition_search("@finding", (search) => {
  "use strict";
  const { fold, read, word, renumbered, soundsLike, received, loadWithin, placed, documentOf, having, entry, pairsOf, isCommon, loadPhrases, loadTexts, LATIN } = search;
  const EXACT = 1000, ALL = 800, PARAGRAPH = 600, ITEM = 500, SURE = 300, PARTLY = 50, ENOUGH = 10;
  const SHOWN = 7, MEETING = 3; // files of texts of a large site: of the first hits, and of words that stand near each other

  const entriesWith = ({ phrases }) => { // entry → worth of the best phrase it has
    const found = new Map();
    for (const [phrase, worth] of phrases) for (const id of having(phrase)) if (id < search.size && worth > (found.get(id) ?? 0)) found.set(id, worth);
    return found;
  };
  const rarity = (count) => Math.log(1 + search.size / (count + 1));
  const score = (hits, id, value, marks) => {
    const before = hits.get(id);
    if (!before || before.value < value) hits.set(id, { id, value, marks });
  };

  const wholePhrase = (phrase, hits, value) => {
    const marks = [phrase];
    for (const id of having(phrase)) if (id < search.size) score(hits, id, value, marks);
  };
  /* All words: in one sentence, else in one paragraph, else in one item. A document's name narrows as much as it matches. */
  const parted = (words) => {
    const texts = words.filter((one) => !one.documents.size), naming = texts.length ? words.filter((one) => one.documents.size) : [];
    return { core: (texts.length ? texts : words).map(entriesWith), named: naming.map((one) => ({ documents: one.documents, found: entriesWith(one) })) };
  };
  const allWords = (words, hits, lower = 0) => {
    const { core, named } = parted(words);
    if (!core.length || core.some((found) => !found.size)) return;
    const fits = (id) => named.every(({ documents, found }) => documents.has(documentOf(id)) || found.has(id));
    const home = (id) => named.filter(({ documents }) => documents.has(documentOf(id))).length * 5;
    const marks = words.flatMap((one) => [...one.phrases.keys()]);
    const shortest = core.reduce((one, other) => (other.size < one.size ? other : one));
    for (const id of shortest.keys()) {
      if (!core.every((found) => found.has(id)) || !fits(id)) continue;
      score(hits, id, ALL - lower - 200 * (1 - Math.min(...core.map((found) => found.get(id)))) + home(id), marks);
    }
    if (core.length < 2) return;
    const sums = new Map(), weights = core.map((found) => rarity(found.size));
    core.forEach((found, i) => { for (const [id, worth] of found) if (entry(id) && fits(id)) sums.set(id, (sums.get(id) ?? 0) + weights[i] * worth); });
    for (const [place, base] of [["paragraph", PARAGRAPH], ["item", ITEM]]) {
      const groups = new Map(); // paragraph or item → the words in it, and the best of its entries
      for (const [id, sum] of sums) {
        const group = groups.get(entry(id)[place]) ?? { words: new Set(), best: 0 };
        core.forEach((found, i) => { if (found.has(id)) group.words.add(i); });
        group.best = Math.max(group.best, sum);
        groups.set(entry(id)[place], group);
      }
      for (const [id, sum] of sums) {
        const group = groups.get(entry(id)[place]);
        if (group.words.size === core.length && sum > 0.7 * group.best) score(hits, id, base - lower + sum + home(id), marks);
      }
    }
  };
  /* On a large site: the texts where all words stand within a few entries. */
  const meeting = async (words) => {
    const { core } = parted(words);
    if (search.small || core.length < 2) return;
    const [first, ...others] = core.sort((a, b) => a.size - b.size);
    const near = others.map((found) => new Set([...found.keys()].map((id) => id >> 2)));
    await loadTexts([...first.keys()].filter((id) => near.every((one) => [-1, 0, 1].some((step) => one.has((id >> 2) + step)))), MEETING);
  };
  /* Part of the words, pair by pair, the rare ones counting more. */
  const features = ({ known, left }) => {
    const all = known.filter((one) => !placed(one).size).map((one) => ({ ...word(one), weight: 1.5 }));
    for (const one of [...left, ...known]) {
      const weight = known.includes(one) ? 0.4 : 1, pairs = [...one].length === 1 ? [one] : pairsOf(one);
      if (!placed(one).size) all.push(...pairs.map((pair) => ({ phrases: new Map([[pair, 1]]), weight })));
    }
    return all.slice(0, 60);
  };
  const partly = (query, hits) => {
    const named = query.known.map(placed).filter((one) => one.size), sums = new Float32Array(search.size), marks = [];
    let total = 0, best = 0;
    for (const one of features(query)) {
      const found = entriesWith(one), value = rarity(found.size) * one.weight * (found.size ? 1 : 0.5);
      total += value;
      for (const [id, worth] of found) sums[id] += value * worth;
      if (found.size) marks.push(...one.phrases.keys());
    }
    const fits = (id) => named.every((one) => one.has(documentOf(id)));
    for (let id = 0; id < sums.length; id++) if (sums[id] > best && fits(id)) best = sums[id];
    const floor = hits.size ? Math.max(total * 0.3, best * 0.5) : best * 0.7; // rather the nearest than nothing
    for (let id = 0; id < sums.length && best; id++) if (sums[id] >= floor && fits(id)) score(hits, id, PARTLY + 200 * sums[id] / total, marks);
  };

  const phrasesOf = (words) => words.flatMap((one) => [...one.phrases.keys()].slice(0, search.small ? Infinity : 6));
  const look = (query, hits, lower = 0) => {
    if (query.defined) wholePhrase(query.defined + "是", hits, EXACT - lower); // 什么是新质生产力 → 新质生产力是……
    if (!(query.strict && query.words.length > 1)) wholePhrase(query.whole, hits, EXACT - lower);
    if (query.stripped !== query.whole) wholePhrase(query.stripped, hits, EXACT - 60 - lower);
    if (query.words.length > 1 || query.words[0]?.phrases.size > 1) allWords(query.words, hits, lower); // else that was the whole phrase
  };
  const broad = async (query, hits) => {
    await loadPhrases([...phrasesOf(query.words), ...phrasesOf(query.pieces)]);
    if (!hits.size) await meeting(query.pieces);
    allWords(query.words, hits);
    allWords(query.pieces, hits, 60);
    const there = query.words.filter((one) => one.documents.size || entriesWith(one).size); // without the words that stand nowhere
    if (there.length < query.words.length) allWords(there, hits, ALL - SURE + 20);
    await loadPhrases(features(query).flatMap((one) => phrasesOf([one])).filter((phrase) => !isCommon(phrase)));
    if (!query.strict) partly(query, hits);
  };
  /* Another way to write the query, as a whole and in part. */
  const again = async (raw, hits, lower) => {
    const query = read(raw);
    await loadPhrases(query.words.map((one) => one.text));
    look(query, hits, lower);
    await broad(query, hits);
  };
  /* Letters: all as one name or head, else each word by itself: suining baijiu. */
  const spelt = async (query, hits, enough) => {
    await search.headsBySound(query.whole, (id, value) => score(hits, id, value, []));
    if (enough) return;
    const alike = async (letters) => {
      const found = await search.stretches(letters);
      await loadPhrases(found);
      return found;
    };
    for (const stretch of await alike(query.whole)) wholePhrase(stretch, hits, ALL - 100);
    if (hits.size || !query.letters.length) return;
    const words = query.letters.map((one) => word(one));
    for (const one of words) if (!one.documents.size) for (const stretch of await alike(one.text)) one.phrases.set(stretch, 0.9);
    allWords(words, hits, 100);
  };
  /* One character may be wrong in a word that stands nowhere. */
  const corrected = async (query, raw, hits, tried) => {
    const words = [...query.words, ...(query.words.length === 1 ? query.pieces : [])].filter((one) => !one.documents.size && !entriesWith(one).size);
    for (const text of new Set(words.map((one) => one.text))) {
      for (const other of await search.corrections(text)) {
        const changed = read(raw.includes(text) ? raw.replace(text, other) : query.words.map((one) => (one.text === text ? other : one.text)).join(" "));
        const fresh = new Map();
        await loadPhrases([...changed.words.map((one) => one.text), ...phrasesOf(changed.words)]);
        look(changed, fresh, 300);
        if (fresh.size) tried.push([text, other]);
        for (const [id, { value, marks }] of fresh) score(hits, id, value - 20 * tried.length, marks);
      }
    }
  };
  /* Query, hits in order, and pairs of what was not there and what was looked for instead. */
  const find = async (query, raw) => {
    const hits = new Map(), tried = [], { size, small } = search;
    await loadPhrases([...query.words.map((one) => one.text), query.stripped, ...(small ? [query.whole] : [])]);
    if (small) await loadTexts(Array(size).keys());
    look(query, hits);
    if (hits.size < ENOUGH) {
      const firm = hits.size > 0, isSure = () => [...hits.values()].some(({ value }) => value >= SURE);
      const inLetters = LATIN.test(query.whole) && await search.join("seldom");
      if (inLetters && query.letters.length) await spelt(query, hits, firm);
      if (!query.letters.length || !isSure()) await broad(query, hits);
      const numbered = renumbered(raw)[0]; // 三十九个县 → 39个县
      if (numbered && !isSure()) await again(numbered, hits, 100);
      if (inLetters && !query.letters.length) await spelt(query, hits, having(query.whole).length || (!small && isSure()));
      if (!firm && !isSure() && await search.join("seldom")) await corrected(query, raw, hits, tried);
    }
    return { query, hits: await ranked(hits), tried };
  };

  /* Between entries of like value: heads, much of a short text, several of the phrases, words close together. */
  const bonus = ({ folded, isHead }, marks) => {
    const there = [...new Set(marks)].filter((mark) => folded.includes(mark)), places = there.map((mark) => folded.indexOf(mark));
    const covered = there.reduce((sum, mark) => sum + mark.length * (there.length < 2 ? folded.split(mark).length - 1 : 1), 0);
    const close = there.length < 2 ? 0 : 1 - Math.min(1, (Math.max(...places) - Math.min(...places)) / 60);
    return 40 * Math.min(1, covered / folded.length) + 10 * Math.min(there.length, 4) + 40 * close + (isHead ? 40 : 0);
  };
  const inOrder = (hits) => hits.sort((a, b) => b.value - a.value || a.id - b.id);
  const ranked = async (hits) => {
    if (!search.small) await loadTexts(first(hits).map(({ id }) => id), SHOWN);
    const read = [];
    for (const [id, one] of search.atHand()) {
      const hit = hits.get(id);
      if (!hit) continue;
      if (hit.value >= ITEM && hit.marks.length && !hit.marks.some((mark) => one.folded.includes(mark))) hit.value = PARTLY; // it only looked so
      hit.value += bonus(one, hit.marks) / (hit.value < SURE ? 20 : 1);
      hits.delete(id);
      read.push(hit);
    }
    return [...inOrder(read), ...hits.values()];
  };
  /* Of ten thousands of hits the first few hundred, without sorting them all. */
  const first = (hits) => {
    const values = Float64Array.from(hits.values(), ({ value }) => value).sort(), least = values[Math.max(0, values.length - 300)];
    return inOrder([...hits.values()].filter(({ value }) => value >= least));
  };
  /* Terms by all their names, notes by their text. */
  const TERMS = 4, NOTES = 3, PAGES = 2, FILES = 8;
  let folded = null; // all names of every term
  const beside = async (query) => {
    const { names, manifest: { documents, notes: counts, together, asides } } = search;
    const typed = query.words.filter((one) => !one.documents.size).map(({ text }) => text);
    const wanted = [query.whole, query.stripped, ...typed].filter((one) => one.length > 1);
    if (!wanted.length) return [];
    const near = (name) => Math.max(...wanted.map((one) => (name === one ? 100 : name.startsWith(one) ? 60 : name.includes(one) ? 40 : name.length > 2 && one.includes(name) ? 30 : 0)));
    if (names) folded ??= names.terms.map(([, term, forms, aliases, english]) => [[term], forms, aliases, [english]].map((all) => all.map(fold)));
    const terms = (names?.terms ?? []).map(([id, term, , , , pinyin], n) => {
      const [[name], forms, aliases, [english]] = folded[n];
      let value = Math.max(near(name) + 5, ...forms.map(near), ...aliases.map((one) => near(one) - 10));
      if (LATIN.test(query.whole)) value = Math.max(value, soundsLike(pinyin, query.whole) * 90, query.whole.length > 2 && english.includes(query.whole) ? 40 : 0);
      return { value, n, id, term, file: "d" + Math.floor(n / together) };
    }).filter(({ value }) => value > 15).sort((a, b) => b.value - a.value || a.term.length - b.term.length).slice(0, TERMS);

    /* Many notes are in the index like texts; few are looked through. */
    const ids = asides && typed.length ? having(typed[0]).filter((id) => id >= search.size) : [];
    let end = search.size;
    const files = counts.flatMap((count, d) => {
      const start = end;
      end += count;
      return (asides ? ids.some((id) => id >= start && id < end) : count) ? [[d, "n" + d]] : [];
    }).slice(0, FILES);
    await loadWithin([...terms.map(({ file }) => file), ...files.map(([, file]) => file)]);
    const notes = files.flatMap(([d, file]) => (received.get(file) ?? []).filter(([, , , , text]) => {
      const note = fold(text);
      return typed.length && typed.every((one) => one.length > 1 && note.includes(one));
    }).map(([id, page, place, kind, text]) => ({ kind: window.words("note"), title: `${documents[d][1]} ${place} ${kind}`, text, url: `${documents[d][0]}/${page === "index" ? "" : page + "/"}#${id}` })));
    /* Pages of who carries out a provision, by the document, the place and the words of its head. */
    const pages = (names?.pages ?? []).filter(([title, text]) => typed.length && typed.every((one) => fold(title + text).includes(one)))
      .slice(0, PAGES).map(([title, text, url]) => ({ kind: window.words("taken"), title, text, url }));
    return [
      ...pages,
      ...terms.map(({ n, id, term, file }) => ({ kind: window.words("term"), title: term, text: received.get(file)?.[n % together] ?? "", url: `glossary/#term-${id}` })),
      ...notes.slice(0, NOTES),
    ];
  };
  return { find, beside, SURE };
});
