/* Showing: the list of hits, filters with counts, what stands beside, and what was tried. Only text nodes and marks are made: nothing
   of a query or a text is ever read as HTML. See index.js. */
__edition_search("@results", (search) => {
  "use strict";
  const { words } = window;
  const { box, root, failed, fold, foldChar, entry, documentOf, loadTexts, load } = search;
  const status = box.querySelector(".md-search-result__meta"), list = box.querySelector(".md-search-result__list");
  const asides = box.querySelector(".search-asides"), filters = box.querySelector(".search-filters"), further = box.querySelector(".search-more");
  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };
  const href = (url) => { // the edition for USB sticks has no directory addresses, and file:// knows no index pages
    const [path, anchor] = url.split("#");
    const flat = box.dataset.directories === "false";
    const file = flat ? path.replace(/([^/]+)\/([^/]+)\/$/, "$1/$2.html").replace(/^([^/]+)\/$/, "$1/index.html") : location.protocol === "file:" ? path + "index.html" : path;
    return root + file + "#" + anchor;
  };
  const CLIP = 130, BEFORE = 30;
  const marked = (text, marks) => {
    const from = [], on = new Uint8Array(text.length); // where in the text each folded character comes from
    let at = 0;
    for (const char of text) {
      for (let i = foldChar(char).length; i > 0; i--) from.push([at, at + char.length]);
      at += char.length;
    }
    const folded = fold(text);
    for (const mark of marks.filter(Boolean)) {
      for (let i = folded.indexOf(mark); i >= 0; i = folded.indexOf(mark, i + 1)) on.fill(1, from[i][0], from[i + mark.length - 1][1]);
    }
    const first = on.indexOf(1), start = text.length > CLIP && first > CLIP - BEFORE ? first - BEFORE : 0;
    const end = Math.min(text.length, start + CLIP), pieces = start ? ["…"] : [];
    for (let i = start; i < end;) {
      let j = i;
      while (j < end && on[j] === on[i]) j++;
      pieces.push(on[i] ? make("mark", "", text.slice(i, j)) : text.slice(i, j));
      i = j;
    }
    return end < text.length ? [...pieces, "…"] : pieces;
  };
  const item = (name, url, label, text, isHead) => {
    const link = make("a", (name && `${name}__link `) + "search-hit", make("span", "search-place", ...label), make("span", "search-text" + (isHead ? " search-head" : ""), ...text));
    link.href = href(url);
    return make("li", name && `${name}__item`, link);
  };
  const hitItem = ({ id, anchor, marks }) => {
    const one = entry(id), [document, short, , level] = search.manifest.documents[documentOf(id)];
    const [seal, , form] = search.manifest.levels[level];
    const label = [make("span", `seal ${form}`, seal), " ", [short, one.where, one.place, anchor && anchor === one.block && words("whole_paragraph")].filter(Boolean).join(" › ")];
    return item("md-search-result", `${document}/${one.page && one.page + "/"}#${anchor ?? one.anchor}`, label, marked(one.text, marks), one.isHead);
  };

  const SHOWN = 50, OPTIONS = 200;
  const NOTHING = { hits: [], tried: [], said: [], query: null, beside: [] };
  let shown = NOTHING, limit = SHOWN, sections = null;
  /* Filters: of a hit its key, of a key its label. Sections only among the hits of few documents. */
  const sectionOf = (id) => {
    const d = documentOf(id);
    let before = id - search.idsOf(d)[0];
    const [, page, mark] = sections[d].find(([size]) => (before -= size) < 0);
    return [d, page, mark].join("/");
  };
  const FACETS = [
    [words("document"), documentOf, (d) => search.manifest.documents[d][1]],
    [words("level"), (id) => search.manifest.documents[documentOf(id)][3], (level) => search.manifest.levels[level][1]],
    [words("part"), sectionOf, (key) => { const [d, , mark] = key.split("/"); return `${search.manifest.documents[d][1]} ${mark || words("front")}`; }],
  ];
  let chosen = {};
  const fitting = (except) => {
    const asked = FACETS.filter(([title]) => title !== except && chosen[title]);
    return asked.length ? shown.hits.filter(({ id }) => asked.every(([title, key]) => String(key(id)) === chosen[title])) : shown.hits;
  };
  const filter = ([title, key, label]) => {
    const counts = new Map();
    for (const { id } of fitting(title)) { const one = key(id); counts.set(one, (counts.get(one) ?? 0) + 1); }
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, OPTIONS).sort(([a], [b]) => (a < b ? -1 : 1));
    if (chosen[title] && !most.some(([one]) => String(one) === chosen[title])) most.push([chosen[title], 0]);
    const select = make("select", "", new Option(words("all", { facet: title }), ""), ...most.map(([value, count]) => new Option(words("option", { name: label(value), count }), value)));
    select.setAttribute("aria-label", title);
    select.value = chosen[title] ?? "";
    select.addEventListener("change", async () => {
      chosen[title] = select.value;
      limit = SHOWN;
      search.begin();
      sections ??= await load("sections");
      await loadTexts(fitting().map(({ id }) => id), 6);
      draw();
      filters.querySelector(`[aria-label=${title}]`)?.focus();
    });
    return select;
  };
  const summary = (count) => {
    const said = failed.size ? [words("failed", { count: failed.size })] : [];
    const { query, tried, hits, beside } = shown;
    if (!query) return said.concat(search.hint).join("");
    for (const from of new Set(tried.map(([one]) => one))) said.push(words("instead", { from, to: tried.filter(([one]) => one === from).map(([, word]) => words("instead_one", { word })).join("") }));
    if (!hits.length && beside.length) said.push(words("only_beside"));
    else if (!hits.length) said.push(words(tried.length ? "nothing_corrected" : "nothing"));
    else if (hits[0].value < search.SURE && !tried.length) said.push(words("not_exact"));
    if (count) said.push(words(search.small ? "hits" : "hits_about", { count }));
    return said.concat(shown.said).join("");
  };
  const draw = () => {
    const all = fitting(), visible = [];
    for (const hit of all) { if (visible.length >= limit) break; if (entry(hit.id)) visible.push(hit); }
    list.replaceChildren(...visible.map(hitItem));
    const marks = shown.query?.words.map(({ text }) => text) ?? [];
    asides.hidden = !shown.beside.length;
    asides.firstElementChild.replaceChildren(...shown.beside.map(({ kind, title, text, url }) => item("", url, [make("b", "search-kind", kind), " ", ...marked(title, marks)], marked(text, marks))));
    further.hidden = visible.length >= all.length || search.small && visible.length < limit;
    filters.replaceChildren(...FACETS.filter(([title]) => title !== words("part") || sections && (search.small || chosen[words("document")])).map(filter));
    filters.hidden = shown.hits.length < 2;
    status.textContent = summary(all.length);
  };
  further.addEventListener("click", async () => {
    const before = list.children.length;
    search.begin();
    await loadTexts(fitting().slice(0, limit += SHOWN).map(({ id }) => id).filter((id) => !entry(id)), 8);
    draw();
    list.children[before]?.firstElementChild.focus();
  });
  const show = async (result) => {
    shown = { ...NOTHING, ...result };
    chosen = {};
    limit = SHOWN;
    if (search.small) sections ??= await load("sections");
    draw();
  };
  return { show };
});
