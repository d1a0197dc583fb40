/* The search box: opened by / f s or a click, results while typing, ?q= in the address. All it needs is loaded as scripts of the site's
   own, when it is first opened, so that it works on file:// too. What finds and shows is in search-engine/ (index.js tells how the parts
   talk) and search-seldom.js; their addresses stand in the box's data-parts, and several parts may come in one file. */
(() => {
  "use strict";
  const box = document.querySelector(".md-search");
  if (!box) return;
  const toggle = document.getElementById("__search"), form = box.querySelector("form");
  const input = box.querySelector(".md-search__input"), status = box.querySelector(".md-search-result__meta");
  const root = new URL("../", document.currentScript.src).href;

  /* Loading: every file calls __edition_search(name, data). Data files have the version of the index: a page never mixes two builds. */
  const received = new Map(), loading = new Map(), failed = new Set();
  window.__edition_search = (name, data) => received.set(name, data);
  const dataUrl = (name) => `${root}search/${name}.js${name === "manifest" ? "" : "?" + received.get("manifest").version}`;
  const load = async (name, url = dataUrl(name)) => {
    if (!loading.has(url)) loading.set(url, new Promise((done) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = script.onerror = () => { script.remove(); done(); };
      document.head.append(script);
    }));
    await loading.get(url);
    if (received.has(name)) failed.delete(name);
    else { failed.add(name); loading.delete(url); } // asked for again with the next query
    return received.get(name);
  };
  const urls = box.dataset.parts.split(" "), PARTS = ["index", "query", "finding", "results", "seldom"]; // in this order
  const AT_ONCE = PARTS.slice(0, 4), joined = new Set();
  const join = async (name) => {
    const part = await load("@" + name, urls[PARTS.indexOf(name)]);
    if (part && !joined.has(name)) { joined.add(name); Object.assign(search, part(search)); }
    return joined.has(name);
  };
  const search = { box, root, load, join, received, failed, hint: status.textContent };
  const ready = async () => {
    load("manifest");
    for (const name of AT_ONCE) load("@" + name, urls[PARTS.indexOf(name)]);
    for (const name of AT_ONCE) if (!await join(name)) return false;
    return search.open();
  };

  const LONGEST = 200, PAUSE = 20;
  const ADDRESS = /(\S*?)(?:[?&]at=|#|%23)([a-z]+\d[\da-z]*(?:-[a-z]\d+[a-z]*)*|title|adopted)(?![\da-z])/i; // wherever it stands in what was pasted
  const A_PLACE = /#|-[a-z]\d|^\s*[a-z]\d|第|[（(]|[〇一二三四五六七八九十\d]\s*$/iu; // may be an address or a citation
  let isOpen = false, turn = 0, timer = 0;

  const cannot = () => { status.textContent = window.words("no_index"); };
  const answer = async (mine) => {
    const named = input.value.match(ADDRESS), typed = named ? `${named[1].slice(-LONGEST / 2)}#${named[2]}` : input.value.slice(0, LONGEST);
    const raw = typed.toWellFormed?.() ?? typed;
    address(raw.trim());
    failed.clear();
    const usable = await ready();
    if (mine !== turn) return;
    if (!usable) { cannot(); return; }
    if (!search.fold(raw)) {
      await search.show({});
      if (raw.trim()) status.textContent = window.words("only_marks");
      return;
    }
    const query = search.read(raw), jumped = A_PLACE.test(raw) && await search.join("seldom") ? await search.jump(raw) : { hits: [] };
    search.begin();
    const found = jumped.sure ? { hits: [], tried: [] } : await search.find(query, raw);
    const beside = jumped.sure ? [] : await search.beside(query), taken = new Set(jumped.hits.filter((hit) => !hit.anchor).map(({ id }) => id));
    if (mine !== turn) return;
    await search.show({ query, beside, said: jumped.said ?? [], tried: found.tried, hits: [...jumped.hits, ...found.hits.filter(({ id }) => !taken.has(id))] });
    if (!named && input.value.length > LONGEST) status.append(window.words("too_long", { count: LONGEST }));
  };
  /* One answer after the other; one that nobody waits for any more loads nothing further and is not shown. */
  let running = Promise.resolve(), current = 0;
  search.isStale = () => current !== turn;
  const run = () => {
    const mine = ++turn, asked = input.value;
    running = running.finally(async () => {
      if (mine !== turn) return;
      current = mine;
      await answer(mine);
      if (mine === turn) box.dataset.answered = `=${asked}`; // for programs that wait for the answer to what they typed
    });
  };
  const address = (query) => {
    const here = new URL(location.href);
    if (query) here.searchParams.set("q", query);
    else here.searchParams.delete("q");
    if (here.href !== location.href) try { history.replaceState(history.state, "", here); } catch { /* too long or not allowed: it stays as it is */ }
  };

  /* The theme's toggle lays the box out. */
  const start = () => {
    isOpen = toggle.checked = true;
    ready().then((usable) => (usable ? input.value.trim() || search.show({}) : cannot()));
  };
  const close = () => {
    isOpen = toggle.checked = false;
    address("");
    input.blur();
  };
  toggle.addEventListener("change", () => { if (toggle.checked) input.focus(); else close(); });
  input.addEventListener("focus", start);
  input.addEventListener("input", () => { turn++; clearTimeout(timer); timer = setTimeout(run, PAUSE); });
  form.addEventListener("reset", () => setTimeout(() => { input.focus(); run(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("click", (event) => { if (event.target.closest("a[href]")) setTimeout(close); });
  box.addEventListener("focusout", (event) => { if (isOpen && event.relatedTarget && !box.contains(event.relatedTarget)) close(); });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const links = [...box.querySelectorAll(".search-hit")], at = links.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { event.stopPropagation(); close(); }
    else if (event.key === "Enter" && document.activeElement === input) { event.preventDefault(); box.querySelector(".md-search-result__list a")?.click(); }
    else if (step && document.activeElement.tagName !== "SELECT") { event.preventDefault(); (at + step < 0 ? input : links[at + step])?.focus(); }
    else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) input.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (!"/fs".includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  const ask = (query) => {
    input.value = query.slice(0, LONGEST);
    input.focus();
    run();
  };
  document.querySelector(".ask")?.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(event.target.q.value);
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) ask(asked);
})();
