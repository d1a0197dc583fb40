/* The search box: opened by / f s or a click, results while typing, all from files of the site's own that are loaded as scripts, so
   that it works on file:// too. What finds is search-engine.js, loaded when the box is first opened.
   1 loading  2 showing  3 the box */
(() => {
  "use strict";
  const box = document.querySelector(".md-search");
  if (!box) return;
  const ROOT = new URL("../", document.currentScript.src).href;

  /* 1 Loading: every file is a script that calls __edition_search(name, data); nothing is loaded before the box is opened. */
  const received = new Map(), loading = new Map(), failed = new Set();
  let version = ""; // of the index: a page never mixes files of two builds
  window.__edition_search = (name, data) => {
    received.set(name, data);
    if (name === "manifest") version = data.version;
  };
  const load = (name) => {
    if (!loading.has(name)) loading.set(name, new Promise((done) => {
      const script = document.createElement("script");
      script.src = name === "engine" ? `${ROOT}assets/search-engine.js` : `${ROOT}search/${name}.js${version && "?" + version}`;
      const end = (data) => {
        script.remove();
        if (data) failed.delete(name);
        else { failed.add(name); loading.delete(name); } // asked for again with the next query
        done(data);
      };
      script.onload = () => end(received.get(name));
      script.onerror = () => end(undefined);
      document.head.append(script);
    }));
    return loading.get(name);
  };
  const loadAll = (wanted) => Promise.all([...new Set(wanted)].filter((name) => !received.has(name)).map(load));
  let engine = null;
  const ready = async () => {
    const make = await load("engine");
    engine ??= make?.({ load, loadAll, received });
    return Boolean(engine && await engine.open());
  };

  /* 2 Showing. Only text nodes and marks are made: nothing of a query or a text is ever read as HTML. */
  const input = box.querySelector(".md-search__input"), status = box.querySelector(".md-search-result__meta");
  const list = box.querySelector(".md-search-result__list"), beside = box.querySelector(".search-asides");
  const filters = box.querySelector(".search-filters"), further = box.querySelector(".search-more");
  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const href = (url) => { // the edition for USB sticks has no directory addresses, and file:// knows no index pages
    const [path, anchor] = url.split("#");
    const flat = box.dataset.directories === "false";
    const file = flat ? path.replace(/([^/]+)\/([^/]+)\/$/, "$1/$2.html").replace(/^([^/]+)\/$/, "$1/index.html") : location.protocol === "file:" ? path + "index.html" : path;
    return ROOT + file + (anchor ? "#" + anchor : "");
  };
  const CLIP = 130, BEFORE = 30;
  const marked = (text, marks) => {
    const from = engine.origins(text), folded = engine.fold(text), on = new Uint8Array(text.length);
    for (const mark of marks) {
      if (!mark) continue;
      for (let at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + 1)) on.fill(1, from[at][0], from[at + mark.length - 1][1]);
    }
    const first = on.indexOf(1), start = text.length > CLIP && first > CLIP - BEFORE ? first - BEFORE : 0;
    const end = Math.min(text.length, start + CLIP), pieces = [];
    if (start) pieces.push("…");
    for (let i = start; i < end;) {
      let j = i;
      while (j < end && on[j] === on[i]) j++;
      pieces.push(on[i] ? make("mark", "", text.slice(i, j)) : text.slice(i, j));
      i = j;
    }
    if (end < text.length) pieces.push("…");
    return pieces;
  };
  const SEALS = { central: ["央", "中央"], province: ["省", "省级"], city: ["市", "市级"], county: ["县", "县级"] };
  const hitElement = (hit) => {
    const one = engine.entry(hit.id), [d, , page] = engine.manifest.parts[engine.partOf(hit.id)], [id, short, , level] = engine.manifest.documents[d];
    const link = make("a", "md-search-result__link search-hit",
      make("span", "search-place", make("span", `seal ${level}`, SEALS[level][0]), " ", [short, one.where, one.place].filter(Boolean).join(" › ")),
      make("span", "search-text" + (one.head ? " search-head" : ""), ...marked(one.text, hit.marks)));
    link.href = href(`${id}/${page ? page + "/" : ""}#${hit.anchor ?? one.anchor}`);
    return make("li", "md-search-result__item", link);
  };
  const asideElement = (aside, marks) => {
    const link = make("a", "search-hit", make("span", "search-place", make("b", "search-kind", aside.kind), " ", ...marked(aside.title, marks)), make("span", "search-text", ...marked(aside.text, marks)));
    link.href = href(aside.url);
    return make("li", "", link);
  };

  const SHOWN = 50;
  let shown = { hits: [], tried: [], query: null, asides: [] }, limit = SHOWN;
  const chosen = { document: "", level: "", section: "" };
  const facets = {
    document: [(id) => String(engine.documentOf(id)), (key) => engine.manifest.documents[key][1], "文件"],
    level: [(id) => engine.manifest.documents[engine.documentOf(id)][3], (key) => SEALS[key][1], "层级"],
    section: [
      (id) => { const [d, , page] = engine.manifest.parts[engine.partOf(id)]; return `${d}/${page}`; },
      (key) => { const part = engine.manifest.parts.find(([d, , page]) => `${d}/${page}` === key); return `${engine.manifest.documents[part[0]][1]} ${part[3] || "题名与前言"}`; },
      "部分",
    ],
  };
  const showFilters = () => {
    const boxes = Object.entries(facets).map(([name, [key, label, title]]) => {
      const counts = new Map();
      for (const { id } of shown.hits.filter((hit) => passes(hit, name))) counts.set(key(id), (counts.get(key(id)) ?? 0) + 1);
      const select = make("select", "", new Option(`${title}：全部`, ""));
      select.setAttribute("aria-label", title);
      if (chosen[name] && !counts.has(chosen[name])) counts.set(chosen[name], 0);
      for (const [value, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) select.append(new Option(`${label(value)}（${count}）`, value));
      select.value = chosen[name];
      select.addEventListener("change", () => { chosen[name] = select.value; limit = SHOWN; show(); filters.querySelector(`[aria-label=${title}]`).focus(); });
      return select;
    });
    filters.replaceChildren(...boxes);
    filters.hidden = shown.hits.length < 2;
  };
  const passes = (hit, except) => Object.entries(facets).every(([name, [key]]) => name === except || !chosen[name] || key(hit.id) === chosen[name]);
  const show = () => {
    const fitting = shown.hits.filter((hit) => passes(hit)), visible = fitting.filter(({ id }) => engine.entry(id)).slice(0, limit);
    list.replaceChildren(...visible.map(hitElement));
    const marks = shown.query ? shown.query.words.map(({ text }) => text) : [];
    beside.hidden = !shown.asides.length;
    beside.firstElementChild.replaceChildren(...shown.asides.map((aside) => asideElement(aside, marks)));
    further.hidden = fitting.length <= visible.length || visible.length < Math.min(limit, fitting.length) && engine.small;
    showFilters();
    status.replaceChildren(...said(fitting.length));
  };
  const said = (count) => {
    const words = [];
    const best = shown.hits[0]?.value ?? 0;
    if (failed.size) words.push(`有 ${failed.size} 个索引文件没能载入，结果可能不全；再打一个字会重试。`);
    if (!shown.query) return [...words, "输入两三个字就够；可用引号、拼音、繁体，也可贴引文地址。"];
    for (const from of new Set(shown.tried.map(([one]) => one))) words.push(`没有“${from}”，找的是${shown.tried.filter(([one]) => one === from).map(([, to]) => `“${to}”`).join("")}。`);
    if (!count && !shown.hits.length) words.push(`没有找到。试过整句、拆开的词、近义说法${shown.tried.length ? "、改一个字" : ""}和拼音。`);
    else if (best < engine.SURE && !shown.tried.length) words.push("没有全合的，以下最接近。");
    if (count) words.push(`${count} 处`);
    return [words.join("")];
  };

  /* 3 The box: opened by / f s or a click, results while typing, ?q= in the address. The theme's toggle lays it out. */
  const toggle = document.getElementById("__search"), form = box.querySelector("form");
  const LONGEST = 200, PAUSE = 20;
  let isOpen = false, turn = 0, timer = 0;
  const follow = () => { if (toggle.checked !== isOpen) toggle.click(); };
  /* The theme closes its search shortly after a page has opened; a reader who is already typing keeps it. */
  toggle.addEventListener("change", () => {
    if (toggle.checked === isOpen) return;
    if (document.activeElement === input && isOpen) queueMicrotask(follow);
    else if (toggle.checked) { isOpen = true; input.focus(); start(); } else close();
  });
  const address = (query) => {
    const here = new URL(location.href);
    if (query) here.searchParams.set("q", query);
    else here.searchParams.delete("q");
    if (here.href !== location.href) try { history.replaceState(history.state, "", here); } catch { /* too long or not allowed: it stays as it is */ }
  };
  const start = () => {
    isOpen = true;
    follow();
    if (!input.value.trim()) show();
    ready().then((usable) => { if (!usable || failed.size) status.textContent = said(0).join(""); });
  };
  const close = () => {
    isOpen = false;
    follow();
    address("");
    input.blur();
  };
  const run = async () => {
    const mine = ++turn, asked = input.value;
    await answer(mine);
    if (mine === turn) box.dataset.answered = `=${asked}`; // for programs that wait for the answer to what they typed
  };
  const answer = async (mine) => {
    const raw = input.value.slice(0, LONGEST).toWellFormed?.() ?? input.value.slice(0, LONGEST);
    address(raw.trim());
    failed.clear();
    const usable = await ready();
    if (mine !== turn) return;
    if (!usable) { status.textContent = "搜索的索引没能载入，请检查网络后再打一个字。"; return; }
    if (!engine.fold(raw)) {
      shown = { hits: [], tried: [], query: null, asides: [] };
      show();
      if (raw.trim()) status.textContent = "只有标点，没有可找的字。";
      return;
    }
    const jumped = await engine.jump(raw);
    const result = await engine.find(raw), also = await engine.asides(result.query);
    if (mine !== turn) return;
    const taken = new Set(jumped.filter((hit) => !hit.anchor).map(({ id }) => id));
    shown = { ...result, hits: [...jumped, ...(jumped[0]?.sure ? [] : result.hits.filter(({ id }) => !taken.has(id)))], asides: also };
    for (const name of Object.keys(chosen)) chosen[name] = "";
    limit = SHOWN;
    show();
    if (input.value.length > LONGEST) status.append(`（只看了前 ${LONGEST} 个字）`);
  };
  const soon = () => { turn++; clearTimeout(timer); timer = setTimeout(run, PAUSE); };
  input.addEventListener("focus", start);
  input.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(() => { input.focus(); run(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  further.addEventListener("click", async () => {
    const next = shown.hits.filter((hit) => passes(hit)).slice(0, limit += SHOWN);
    await engine.loadTexts(next);
    const before = list.children.length;
    show();
    list.children[before]?.firstElementChild.focus();
  });
  box.addEventListener("click", (event) => { if (event.target.closest("a[href]")) setTimeout(close); });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const links = [...box.querySelectorAll(".search-hit")], at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { event.stopPropagation(); close(); }
    else if (event.key === "Enter" && document.activeElement === input) { event.preventDefault(); list.querySelector("a")?.click(); }
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && document.activeElement.tagName !== "SELECT") {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) input.focus();
      else links[next]?.focus();
    } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) input.focus();
  });
  box.addEventListener("focusout", (event) => { if (isOpen && event.relatedTarget && !box.contains(event.relatedTarget)) close(); });
  document.addEventListener("keydown", (event) => {
    if (!"/fs".includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) setTimeout(() => { if (!input.value) { input.value = asked.slice(0, LONGEST); input.focus(); run(); } }, 250); // after the theme's own closing
})();
