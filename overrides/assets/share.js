/* Sharing: what is copied of the text, by selection or from a menu at every paragraph and sentence. Needs landing.js.
   1 copying a selection  2 citations  3 the menu  4 the mark at a sentence */
(() => {
  "use strict";
  if (!window.unitPage) return;
  const { words } = window;
  const { UNIT, page, article, make, say, addressOf, blockOf, sentencesOf, placeOf } = window.unitPage;

  /* 1 Copying: the official text of the selection, and nothing that stands between or beside it. */
  const official = (node) => {
    const element = node.parentElement;
    return !element.closest(".aid,.headerlink") && article.contains(element) && UNIT.test(element.closest("[id]")?.id ?? "");
  };
  const selected = (range) => {
    const texts = [];
    const root = range.commonAncestorContainer;
    const walker = document.createTreeWalker(root.nodeType === 1 ? root : root.parentElement, NodeFilter.SHOW_TEXT);
    let last = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!range.intersectsNode(node) || !official(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const text = node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
      if (!text) continue;
      if (blockOf(node) !== last) texts.push("");
      last = blockOf(node);
      texts[texts.length - 1] += text;
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  };
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || event.target.closest?.("textarea,input")) return;
    const texts = selected(selection.getRangeAt(0));
    if (!texts.length) return;
    const html = make("div");
    html.append(...texts.map((text) => make("p", { textContent: text })));
    event.clipboardData.setData("text/plain", texts.join("\n"));
    event.clipboardData.setData("text/html", html.innerHTML);
    event.preventDefault();
  });

  /* 2 Citations. The hash is that of units.json: sha256 over folded text; computed here, so that it also works on file://. */
  const textOf = (unit) => {
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
    let text = "";
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".aid,.headerlink,.marker")) text += walker.currentNode.data;
    return text.trim();
  };
  const fold = (text) => text.normalize("NFKC").replace(/[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, "").normalize("NFKC");
  const sha256 = (text) => {
    const bytes = new TextEncoder().encode(text), length = bytes.length;
    const words = new Uint32Array((((length + 8) >> 6) + 1) * 16);
    bytes.forEach((byte, i) => { words[i >> 2] |= byte << (24 - (i % 4) * 8); });
    words[length >> 2] |= 0x80 << (24 - (length % 4) * 8);
    words[words.length - 1] = length * 8;
    const K = [], H = [];
    for (let n = 2; K.length < 64; n++) {
      let prime = true;
      for (let d = 2; d * d <= n; d++) prime &&= n % d > 0;
      if (!prime) continue;
      if (H.length < 8) H.push((n ** 0.5 * 2 ** 32) | 0);
      K.push((n ** (1 / 3) * 2 ** 32) | 0);
    }
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let start = 0; start < words.length; start += 16) {
      const w = [...words.subarray(start, start + 16)];
      let [a, b, c, d, e, f, g, h] = H;
      for (let i = 0; i < 64; i++) {
        if (i > 15) {
          const x = w[i - 15], y = w[i - 2];
          w[i] = (w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
        }
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      [a, b, c, d, e, f, g, h].forEach((x, i) => { H[i] = (H[i] + x) | 0; });
    }
    return H.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  };

  const cite = {
    [words("cite_official")]: (c) => words("cited_official", { ...c, dated: page.dated }),
    "GB/T 7714—2025": (c) => `${page.issuer}. ${page.title}[EB/OL]. （${page.date}）[${c.iso}]. ${c.link}. ${c.note}`,
    "GB/T 7714—2015": (c) => `${page.issuer}. ${page.title}[EB/OL]. (${page.date})[${c.iso}]. ${c.link}. ${c.note}`,
    "Markdown": (c) => `> ${c.md(c.text)}\n>\n> ——[${c.md(c.book + c.place)}](${c.link.replace(/[()]/g, encodeURIComponent)})${words("cited_markdown", { dated: page.dated, hash: `\`${c.hash}\``, day: c.day })}`,
    [words("cite_plain")]: (c) => `${c.text}\n${words("cited_plain", { ...c, dated: page.dated })}`,
  };
  /* From a copy on a disk, links lead to the site if it has an address. */
  const site = location.protocol === "file:" ? document.querySelector("link[rel=canonical]")?.href : null;
  const linkTo = (name, unit) => {
    const here = addressOf(name, unit.id) ?? addressOf(page.page, unit.id), step = `/${page.document}/`;
    return site ? site.slice(0, site.lastIndexOf(step)) + here.slice(here.lastIndexOf(step)).replace(/(?:\/index)?\.html/, "/") : here;
  };
  /* The address people pass on: the document's, with the unit in the query and behind #, since some programs drop one of them. */
  const sharedLink = (unit) => linkTo("index", unit).replace("#", `?at=${unit.id}#`);
  const facts = (unit) => {
    const now = new Date(), two = (n) => String(n).padStart(2, "0");
    const text = textOf(unit), hash = sha256(fold(text)).slice(0, 8), place = placeOf(unit);
    return {
      text, hash, place,
      by: page.title.includes(page.issuer) ? "" : page.issuer,
      book: `《${page.title.replace(/《/g, "〈").replace(/》/g, "〉")}》`,
      link: linkTo("full", unit),
      iso: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
      day: words("day", { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }),
      note: words("cited_note", { place, hash }),
      md: (plain) => plain.replace(/[\\`*_[\]<>#|~&]/g, "\\$&"),
    };
  };
  const copy = async (text, what) => {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch { /* not allowed, or no secure context: the old way */
      const back = document.activeElement;
      const area = make("textarea", { value: text, readOnly: true });
      area.style.cssText = "position:fixed;opacity:0";
      document.body.append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
      back?.focus();
    }
    say(done ? words("copied", { what }) : text, !done);
  };

  /* 3 The menu, one for all. */
  const title = make("p", { id: "share-title" });
  const menu = make("div", { role: "menu" });
  menu.setAttribute("aria-labelledby", title.id);
  const box = make("div", { id: "share", hidden: true }, title, menu);
  let opener = null, chosen = null;
  const close = (back) => {
    if (box.hidden) return;
    box.hidden = true;
    chosen.removeAttribute("data-chosen");
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus({ preventScroll: true });
  };
  const item = (name, act) => {
    const button = make("button", { type: "button", role: "menuitem", tabIndex: -1, textContent: name });
    button.addEventListener("click", act);
    return button;
  };
  const group = (name, items) => {
    const made = make("div", { role: "group", ariaLabel: name }, make("span", { className: "label", ariaHidden: "true", textContent: name }), ...items);
    return made;
  };
  /* Where the operator wants to hear of errors: an address with places for the citation and for the unit's own address. */
  const report = document.querySelector("meta[name=report]")?.content;
  const reportOf = (c) => report.replaceAll("{title}", encodeURIComponent(page.short + c.place)).replaceAll("{url}", encodeURIComponent(c.link));
  const open = (from, unit) => {
    close();
    say("");
    const c = facts(unit), sentence = unit.classList.contains("sentence"), whole = blockOf(unit);
    const put = (name, text, what) => item(name, () => { close(true); copy(text, words("of_place", { place: c.place, what: what ?? name })); });
    title.textContent = `${page.short}${c.place}`;
    const links = [put(words("copy_link"), sharedLink(unit), words("link")), put(words("copy_full_link"), c.link, words("full_link"))];
    const others = sentence
      ? [item(words("whole_paragraph"), () => open(from, whole))]
      : sentencesOf(unit).map((one, n) => item(`第${n + 1}句`, () => open(from, one)));
    menu.replaceChildren(
      ...links,
      put(words("copy_text"), c.text, words("text")),
      group(words("copy_citation"), Object.entries(cite).map(([name, form]) => put(name, form(c), words("citation", { form: name })))),
      ...(report ? [make("a", { role: "menuitem", tabIndex: -1, textContent: words("report"), rel: "noopener", href: reportOf(c) })] : []),
      ...(others.length ? [group(words(sentence ? "paragraph" : "by_sentence"), others)] : []),
    );
    menu.lastChild.classList.toggle("sentences", others.length > 0);
    opener = from;
    chosen = unit;
    chosen.setAttribute("data-chosen", "");
    from.setAttribute("aria-expanded", "true");
    box.hidden = false;
    box.scrollTop = 0;
    const at = from.getBoundingClientRect(), high = box.offsetHeight;
    const top = at.bottom + high + 4 < innerHeight || at.top < high + 64 ? at.bottom + 4 : at.top - high - 4;
    box.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8)) + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
    menu.querySelector("button").focus({ preventScroll: top + high < innerHeight });
  };
  box.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("[role=menuitem]")], at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") close(true);
    else if (event.key.length > 1 || event.key === " ") return;
    event.stopPropagation();
    if (event.key !== "Tab") event.preventDefault();
  });
  const opens = (trigger, unit) => {
    trigger.setAttribute("aria-haspopup", "menu");
    trigger.setAttribute("aria-expanded", "false");
    trigger.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!box.hidden && opener === trigger) close(true);
      else open(trigger, unit());
    });
  };

  /* 4 The mark: one button for all sentences, where the pointer rests, a finger tapped, or text is selected. */
  const dot = make("button", { id: "share-dot", type: "button", hidden: true, textContent: words("sign") });
  let marked = null, waiting = 0;
  const later = (act, wait) => { clearTimeout(waiting); waiting = setTimeout(act, wait); };
  const hide = () => { if (box.hidden && document.activeElement !== dot) dot.hidden = true; };
  const mark = (unit, range) => {
    if (!unit || !box.hidden) return;
    marked = unit;
    dot.ariaLabel = words("share", { place: placeOf(unit) });
    dot.hidden = false;
    const at = [...(range ?? unit).getClientRects()].at(-1);
    dot.style.left = `${Math.max(4, Math.min(at.right - 6, document.documentElement.clientWidth - 32)) + scrollX}px`;
    dot.style.top = `${at.bottom - 4 + scrollY}px`;
  };
  const sentenceAt = (node) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest("article .sentence");

  for (const link of article.querySelectorAll("a.num,a.headerlink")) {
    const unit = link.parentElement;
    if (!UNIT.test(unit.id)) continue;
    link.role = "button";
    link.ariaLabel = words("share", { place: placeOf(unit) });
    link.removeAttribute("title");
    link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); link.click(); } });
    opens(link, () => unit);
  }
  opens(dot, () => marked);
  document.body.append(dot, box);
  article.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return;
    const over = sentenceAt(event.target);
    if (over) later(() => mark(over), dot.hidden || over === marked ? 250 : 500);
  });
  article.addEventListener("pointerleave", () => later(hide, 800));
  dot.addEventListener("pointerenter", () => clearTimeout(waiting));
  dot.addEventListener("pointerleave", () => later(hide, 800));
  article.addEventListener("focusin", (event) => { if (event.target.matches(":focus-visible")) mark(sentenceAt(event.target)); });
  article.addEventListener("click", (event) => { if (!event.target.closest("a,summary") && getSelection().isCollapsed) mark(sentenceAt(event.target)); });
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed) return;
    later(() => {
      if (selection.isCollapsed || !selection.rangeCount) return;
      const range = selection.getRangeAt(0), first = sentenceAt(range.startContainer);
      if (first) mark(first.contains(range.endContainer) ? first : blockOf(first), range);
    }, 300);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target) && !opener?.contains(event.target)) close();
    if (event.target !== dot && !box.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    dot.hidden = true;
    say("");
  });
})();
