/* Terms by all their names, notes by their text: the list beside the hits. See search-index.js. */
__edition_search("@beside", (search) => {
  "use strict";
  const { fold, having, soundsLike, loadWithin, received, LATIN } = search;
  const TERMS = 4, NOTES = 3, FILES = 8;
  const beside = async (query) => {
    const { names, manifest: { documents, notes: counts, together, asides } } = search;
    const typed = query.words.filter((one) => !one.documents.size).map(({ text }) => text);
    const wanted = [query.whole, query.stripped, ...typed].filter((one) => one.length > 1);
    if (!wanted.length) return [];
    const near = (name) => Math.max(...wanted.map((one) => (name === one ? 100 : name.startsWith(one) ? 60 : name.includes(one) ? 40 : name.length > 2 && one.includes(name) ? 30 : 0)));
    const terms = (names?.terms ?? []).map(([id, term, forms, aliases, english, pinyin], n) => {
      let value = Math.max(near(fold(term)) + 5, ...forms.map((one) => near(fold(one))), ...aliases.map((one) => near(fold(one)) - 10));
      if (LATIN.test(query.whole)) value = Math.max(value, soundsLike(pinyin, query.whole) * 90, query.whole.length > 2 && fold(english).includes(query.whole) ? 40 : 0);
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
      const folded = fold(text);
      return typed.length && typed.every((one) => one.length > 1 && folded.includes(one));
    }).map(([id, page, place, kind, text]) => ({ kind: "注释", title: `${documents[d][1]} ${place} ${kind}`, text, url: `${documents[d][0]}/${page === "index" ? "" : page + "/"}#${id}` })));
    return [
      ...terms.map(({ n, id, term, file }) => ({ kind: "术语", title: term, text: received.get(file)?.[n % together] ?? "", url: `glossary/#term-${id}` })),
      ...notes.slice(0, NOTES),
    ];
  };
  return { beside };
});
