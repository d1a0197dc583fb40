/* Landing: an address opens where it points, or says where it leads instead. On a document's pages also what share.js builds on.
   1 the page  2 landing */
(() => {
  "use strict";
  const { words } = window;

  /* 1 The page: its document, its units, the addresses of its sisters, one line that answers. */
  const UNIT = /^(?:(?:title|adopted|number|addressee|signature|date)\d*|[a-z]\d+[a-z]*(?:-[a-z]\d+[a-z]*)*)$/;
  const block = document.getElementById("page-citation");
  const page = block && JSON.parse(block.textContent);
  const article = document.querySelector("article");
  const byId = (id) => document.getElementById(id);
  const make = (tag, set, ...inside) => {
    const element = Object.assign(document.createElement(tag), set);
    element.append(...inside);
    return element;
  };
  const said = make("span", { role: "status" });
  let hushing = 0;
  const say = (text, lasting) => {
    clearTimeout(hushing);
    said.textContent = text;
    if (!lasting) hushing = setTimeout(() => { said.textContent = ""; }, 6000);
  };
  if (page) {
    const hush = make("button", { type: "button", ariaLabel: words("hush"), textContent: "×" });
    hush.addEventListener("click", () => say(""));
    document.body.append(make("div", { id: "notice" }, said, hush));
  }

  /* The address of a page of this document, "full" for the lasting one: by the links that stand on the page. */
  const FULL = page && new RegExp(`/${page.document}/full(/|/index\\.html|\\.html)$`);
  const addressOf = (name, anchor) => {
    const here = new URL(location.href);
    here.search = "";
    if (name !== page.page) {
      const path = FULL.test(here.pathname) ? here.pathname : [...article.querySelectorAll("a[href]")].map((a) => a.pathname).find((path) => FULL.test(path));
      if (!path) return null;
      here.pathname = path.replace(/full(\/|\/index\.html|\.html)$/, (_, end) => (name !== "index" ? name + end : end === "/" ? "" : "index.html"));
    }
    here.hash = anchor;
    return here.href;
  };

  const blockOf = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("p,li,h1,h2,h3,h4,h5,h6,table");
  const sentencesOf = (unit) => [...unit.querySelectorAll(".sentence")];
  const placeOf = (unit) => {
    if (unit.classList.contains("sentence")) {
      const whole = blockOf(unit);
      return `${placeOf(whole)}第${sentencesOf(whole).indexOf(unit) + 1}句`;
    }
    return page.heads[unit.id] ?? unit.querySelector(".num")?.ariaLabel.replace(/^[^：]*：/, "") ?? "";
  };

  /* 2 Landing. What is there is opened and shown; what is not is looked for on its page, then at the nearest ancestor. */
  /* A shared link names the unit twice, ?at=h1-p1#h1-p1, since programs that pass links on lose the one or the other. */
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const unitIn = (text) => text.normalize("NFKC").toLowerCase().match(/^[a-z]+\d*[a-z]*(?:-[a-z]\d+[a-z]*)*/)?.[0] ?? "";
  const land = () => {
    const inHash = decoded(location.hash.slice(1)), at = unitIn(decoded(new URLSearchParams(location.search).get("at") ?? ""));
    const asked = !inHash || (at && page && !byId(inHash) && !UNIT.test(unitIn(inHash))) ? at : inHash;
    if (!asked) return;
    if (asked !== inHash && byId(asked)) return location.replace(`#${asked}`);
    const target = byId(asked);
    if (target && !target.matches(".moved")) {
      let opened = false;
      const layer = document.getElementById(target.matches(".annot") ? "layer-notes" : target.matches(".cp") ? "layer-links" : "");
      if (layer && !layer.checked) opened = layer.checked = true;
      for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
        opened ||= !fold.open;
        fold.open = true;
      }
      if (opened) target.scrollIntoView();
      return;
    }
    if (!page) return;
    /* What programs add to an address or change in it: capitals, full width, a stop at the end. */
    const wanted = unitIn(asked);
    if (!UNIT.test(wanted)) return say(words("no_such_address", { address: asked.slice(0, 40) }), true);
    const up = (anchor) => anchor.slice(0, Math.max(anchor.lastIndexOf("-"), 0));
    if (wanted !== asked && byId(wanted)) return location.replace(`#${wanted}`);
    let known = wanted, near = wanted;
    while (known && !Object.hasOwn(page.pages, known)) known = up(known);
    const home = page.pages[known] ?? "full";
    const there = page.page !== "full" && home !== page.page && addressOf(home, wanted);
    if (there) return location.replace(there);
    while (near && !byId(near)) near = up(near);
    if (near) location.replace(`#${near}`);
    const place = near && (page.heads[near] ?? placeOf(byId(near)));
    say(near ? words("nearest_address", { address: wanted, place: place || near }) : words("no_such_address", { address: wanted }), true);
  };
  addEventListener("hashchange", land);
  land();
  if (page && article) window.unitPage = { UNIT, page, article, make, say, addressOf, blockOf, sentencesOf, placeOf };
})();
