/* Sets .flow into pages with its notes at the foot. Chromium justifies Chinese and knows no footnotes; so pages are filled here, block by
   block and line by line, and printed as they stand. A note stands in the text where its sign is to be (.note); a paragraph is divided
   between lines, with two at least on either side; heads go with what follows. Returns the number of pages. */
(() => {
  const flow = document.querySelector("main.flow");
  if (!flow) return 0;
  const px = (element, name) => parseFloat(getComputedStyle(element)[name]) || 0;
  const make = (tag, name, ...inside) => {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...inside);
    return made;
  };

  const notes = new Map();
  for (const [position, note] of [...flow.querySelectorAll(".note")].entries()) {
    const number = String(position + 1);
    const sign = make("a", "sign", number);
    sign.href = `#${note.id}`;
    sign.setAttribute("aria-label", `注${number}`);
    const printed = make("p", "footnote", make("span", "no", number), ...note.childNodes);
    printed.id = note.id;
    note.replaceWith(sign);
    notes.set(sign.hash, printed);
  }
  const store = make("aside", "footnotes");
  store.append(...notes.values());
  flow.before(store);
  const heights = new Map([...notes].map(([hash, note]) => [hash, note.getBoundingClientRect().height]));
  const rule = px(store, "paddingTop") + px(store, "borderTopWidth") + px(store, "marginTop");
  const signsIn = (element) => [...element.querySelectorAll(".sign")].map((sign) => sign.hash);
  const heightOf = (hashes) => hashes.reduce((sum, hash) => sum + heights.get(hash), 0) + (hashes.length ? rule : 0);

  let sheet, text, limit, section = "";
  const open = () => {
    text = make("div", "text");
    sheet = make("section", "sheet", text);
    flow.before(sheet);
    limit = text.getBoundingClientRect().top + sheet.clientHeight;
  };
  /* The running title is that of the section the page begins in. */
  const close = () => {
    const heads = [...text.querySelectorAll("h2")].map((head) => head.id);
    sheet.style.page = text.firstElementChild?.id === heads[0] && heads.length ? heads[0] : section;
    section = heads.at(-1) ?? section;
    const hashes = signsIn(text);
    if (hashes.length) sheet.append(make("aside", "footnotes", ...hashes.map((hash) => notes.get(hash))));
  };
  const room = (hashes) => limit - heightOf(hashes);
  const bottom = () => text.lastElementChild.getBoundingClientRect().bottom;

  /* The lines of a paragraph: where each begins, its lower edge, the signs on it. */
  const linesOf = (paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const leading = px(paragraph, "lineHeight");
    const lines = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(".num")) continue;
      const sign = node.parentElement.closest(".sign");
      if (sign) {
        lines.at(-1)?.signs.push(sign.hash);
        continue;
      }
      for (let offset = 0; offset < node.length; offset++) {
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        const middle = (box.top + box.bottom) / 2;
        if (!lines.length || middle > lines.at(-1).middle + leading / 2) {
          lines.push({ node, offset, middle, bottom: middle + leading / 2, signs: [] });
        }
      }
    }
    return lines;
  };
  /* How many lines of it fit above the notes they bring, leaving two to carry over. */
  const fitting = (paragraph) => {
    const lines = linesOf(paragraph);
    const before = signsIn(text).filter((hash) => !signsIn(paragraph).includes(hash));
    let count = 0;
    const brought = [...before];
    for (const [position, line] of lines.entries()) {
      brought.push(...line.signs);
      if (line.bottom > room(brought) + 0.5) break;
      count = position + 1;
    }
    count = Math.min(count, lines.length - 2);
    return count < 2 ? null : lines[count];
  };
  const divide = (paragraph, line) => {
    const range = document.createRange();
    range.setStart(line.node, line.offset);
    range.setEndAfter(paragraph.lastChild);
    const rest = paragraph.cloneNode(false);
    rest.append(range.extractContents());
    rest.removeAttribute("id");
    for (const twice of rest.querySelectorAll("[id]")) if (document.getElementById(twice.id)) twice.removeAttribute("id");
    const number = rest.querySelector(".num");
    if (number) paragraph.prepend(number);
    rest.classList.add("continued");
    paragraph.classList.add("broken");
    return rest;
  };
  const isHead = (element) => /^H\d$/.test(element.tagName);
  /* Heads, with the line of counterparts right below one, may not end a page. */
  const keptWithNext = (element) => isHead(element) || (element.matches(".counterparts") && element.previousElementSibling && isHead(element.previousElementSibling));

  const queue = [...flow.children];
  open();
  while (queue.length) {
    const block = queue.shift();
    text.append(block);
    if (bottom() <= room(signsIn(text)) + 0.5) continue;
    const line = block.tagName === "P" ? fitting(block) : null;
    if (line) {
      queue.unshift(divide(block, line));
    } else {
      const moved = [block];
      for (let last = block.previousElementSibling; last && keptWithNext(last); last = last.previousElementSibling) moved.unshift(last);
      if (moved.length === text.children.length) {
        /* Nothing stands above: it is as high as a page, and runs over. */
        if (queue.length) { close(); open(); }
        continue;
      }
      for (const element of moved) element.remove();
      queue.unshift(...moved);
    }
    close();
    open();
  }
  close();
  flow.remove();
  store.remove();
  return document.querySelectorAll(".sheet").length;
})()
