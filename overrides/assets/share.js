/* Made by make scripts from build_tools/scripts/share.js; do not edit. Sources: ba6c456ba2188da5 */
"use strict";
(() => {
  // anchor.js
  var R = "[a-z]\\d+[a-z]*", v = `${R}(?:-${R})*`, N = "(?:title|adopted|number|addressee|signature|date)\\d*", Q = new RegExp(`^(?:${N}|${v})$`);
  var lt = new RegExp(`(\\S*?)(?:[?&]at=|#|%23)(${v}|${N})(?![\\da-z])`, "i"), dt = new RegExp(`(?:^|#)(${v}|${N})\\s*$`, "i"), L = (o) => Q.test(o ?? "");

  // page/dom.js
  var z = (o, t = document) => {
    let e = t.querySelector(o);
    if (!e) throw new Error(`no ${o}`);
    return (
      /** @type {HTMLElement} */
      e
    );
  }, g = (o, t = document) => [
    .../** @type {NodeListOf<HTMLElement>} */
    t.querySelectorAll(o)
  ], A = (o) => document.getElementById(o), p = (o, t = {}, ...e) => {
    let n = Object.assign(document.createElement(o), t);
    return n.append(...e), n;
  }, _ = (o) => o instanceof Node ? (
    /** @type {HTMLElement | null} */
    o instanceof Element ? o : o.parentElement
  ) : null, f = (o, t) => _(o)?.closest(t) ?? null;

  // page/words.js
  var i = (o, t) => globalThis.words(o, t);

  // page/notice.js
  var V = () => {
    let o = A("notice");
    if (o) return z("[role=status]", o);
    let t = p("span", { role: "status" }), e = p("button", { type: "button", ariaLabel: i("hush"), textContent: "×" });
    return e.addEventListener("click", () => k("")), document.body.append(p("div", { id: "notice" }, t, e)), t;
  }, k = (o, t) => {
    let e = V();
    e.textContent = o, t || setTimeout(() => {
      e.textContent === o && (e.textContent = "");
    }, 6e3);
  };

  // page/unit_page.js
  var P = A("page-citation"), S = P && JSON.parse(P.textContent), m = (
    /** @type {HTMLElement} */
    document.querySelector("article")
  ), tt = (o) => new RegExp(`/${o.document}/full(/|/index\\.html|\\.html)$`), D = (o, t, e) => {
    let n = new URL(location.href), r = tt(o);
    if (n.search = "", t !== o.page) {
      let s = (
        /** @type {HTMLAnchorElement[]} */
        g("a[href]", m)
      ), l = [n.pathname, ...s.map((a) => a.pathname)].find((a) => r.test(a));
      if (!l) return null;
      let d = (a) => t !== "index" ? t + a : a === "/" ? "" : "index.html";
      n.pathname = l.replace(/full(\/|\/index\.html|\.html)$/, (a, h) => d(h));
    }
    return n.hash = e, n.href;
  }, y = (o) => (
    /** @type {HTMLElement} */
    f(o, "p,li,h1,h2,h3,h4,h5,h6,table")
  ), O = (o) => f(o, "article .sentence"), I = (o) => g(".sentence", o), $ = (o) => {
    if (o.classList.contains("sentence")) {
      let t = y(o);
      return `${$(t)}第${I(t).indexOf(o) + 1}句`;
    }
    return S?.heads[o.id] ?? (o.querySelector(".num")?.ariaLabel ?? "").replace(/^[^：]*：/, "");
  }, B = (o) => {
    let t = document.createTreeWalker(o, NodeFilter.SHOW_TEXT), e = "";
    for (; t.nextNode(); ) {
      let n = (
        /** @type {Text} */
        t.currentNode
      );
      f(n, ".aid,.headerlink,.marker") || (e += n.data);
    }
    return e.trim();
  }, H = () => (
    /** @type {HTMLLinkElement | null} */
    document.querySelector("link[rel=canonical]")?.href ?? null
  );

  // page/copying.js
  var et = (o) => !f(o, ".aid,.headerlink") && m.contains(o) && L(f(o, "[id]")?.id), ot = (o) => {
    let t = [], e = document.createTreeWalker(_(o.commonAncestorContainer) ?? m, NodeFilter.SHOW_TEXT), n = null;
    for (; e.nextNode(); ) {
      let r = (
        /** @type {Text} */
        e.currentNode
      );
      if (!o.intersectsNode(r) || !et(r)) continue;
      let s = r === o.startContainer ? o.startOffset : 0, l = r.data.slice(s, r === o.endContainer ? o.endOffset : void 0);
      l && (y(r) !== n && t.push(""), n = y(r), t[t.length - 1] += l);
    }
    return t.map((r) => r.trim()).filter(Boolean);
  }, K = () => {
    document.addEventListener("copy", (o) => {
      let t = getSelection();
      if (!t?.rangeCount || t.isCollapsed || f(o.target, "textarea,input")) return;
      let e = ot(t.getRangeAt(0));
      if (!e.length || !o.clipboardData) return;
      let n = p("div", {}, ...e.map((r) => p("p", { textContent: r })));
      o.clipboardData.setData("text/plain", e.join(`
`)), o.clipboardData.setData("text/html", n.innerHTML), o.preventDefault();
    });
  }, nt = (o) => {
    let t = (
      /** @type {HTMLElement | null} */
      document.activeElement
    ), e = p("textarea", { value: o, readOnly: !0 });
    Object.assign(e.style, { position: "fixed", opacity: "0" }), document.body.append(e), e.select();
    let n = document.execCommand("copy");
    return e.remove(), t?.focus(), n;
  }, U = async (o, t) => {
    let e = !0;
    try {
      await navigator.clipboard.writeText(o);
    } catch {
      e = nt(o);
    }
    k(e ? i("copied", { what: t }) : o, !e);
  };

  // page/sentence_mark.js
  var F = class {
    button = p("button", { id: "share-dot", type: "button", hidden: !0, textContent: i("sign") });
    /** @type {HTMLElement | null} */
    marked = null;
    waiting = 0;
    /** @param {ShareMenu} menu */
    constructor(t) {
      this.menu = t, t.opensFrom(this.button, () => this.marked), t.box.before(this.button);
    }
    /** @param {() => void} act @param {number} wait */
    later(t, e) {
      clearTimeout(this.waiting), this.waiting = setTimeout(t, e);
    }
    hide() {
      this.menu.box.hidden && document.activeElement !== this.button && (this.button.hidden = !0);
    }
    hideSoon() {
      this.later(() => this.hide(), 800);
    }
    /** At the end of a unit, or of what is selected in it. @param {HTMLElement | null} unit @param {Range} [range] */
    show(t, e) {
      if (!t || !this.menu.box.hidden) return;
      let { button: n } = this, r = [...(e ?? t).getClientRects()].at(-1);
      r && (this.marked = t, n.ariaLabel = i("share", { place: $(t) }), n.hidden = !1, n.style.left = `${Math.max(4, Math.min(r.right - 6, document.documentElement.clientWidth - 32)) + scrollX}px`, n.style.top = `${r.bottom - 4 + scrollY}px`);
    }
    /** @param {PointerEvent} event */
    onPointer({ pointerType: t, buttons: e, target: n }) {
      let r = t === "mouse" && !e ? O(n) : null;
      r && this.later(() => this.show(r), this.button.hidden || r === this.marked ? 250 : 500);
    }
    onSelection() {
      let t = getSelection();
      if (!t || t.isCollapsed || !t.rangeCount) return;
      let e = t.getRangeAt(0), n = O(e.startContainer);
      n && this.show(n.contains(e.endContainer) ? n : y(n), e);
    }
    listen() {
      let { button: t, menu: e } = this;
      m.addEventListener("pointerover", (n) => this.onPointer(n)), m.addEventListener("pointerleave", () => this.hideSoon()), t.addEventListener("pointerenter", () => clearTimeout(this.waiting)), t.addEventListener("pointerleave", () => this.hideSoon()), m.addEventListener("focusin", ({ target: n }) => {
        f(n, ":focus-visible") && this.show(O(n));
      }), m.addEventListener("click", ({ target: n }) => {
        !f(n, "a,summary") && getSelection()?.isCollapsed && this.show(O(n));
      }), document.addEventListener("selectionchange", () => {
        getSelection()?.isCollapsed || this.later(() => this.onSelection(), 300);
      }), document.addEventListener("pointerdown", ({ target: n }) => {
        n instanceof Node && n !== t && !e.box.contains(n) && this.hide();
      }), document.addEventListener("keydown", (n) => {
        n.key === "Escape" && (t.hidden = !0, k(""));
      });
    }
  }, rt = (o, t) => {
    let e = t.parentElement;
    !e || !L(e.id) || (t.role = "button", t.ariaLabel = i("share", { place: $(e) }), t.removeAttribute("title"), t.addEventListener("keydown", (n) => {
      n.key === " " && (n.preventDefault(), t.click());
    }), o.opensFrom(t, () => e));
  }, q = (o) => {
    for (let t of g("a.num,a.headerlink", m)) rt(o, t);
    new F(o).listen();
  };

  // citation.js
  var W = (o) => String(o).padStart(2, "0"), j = (o) => o.replace(/[\\`*_[\]<>#|~&]/g, "\\$&"), st = (o) => `《${o.replace(/《/g, "〈").replace(/》/g, "〉")}》`, Y = ({ title: o, issuer: t, date: e, dated: n }, { text: r, hash: s, place: l, link: d, now: a }) => {
    let h = i("day", { year: a.getFullYear(), month: a.getMonth() + 1, day: a.getDate() }), b = `${a.getFullYear()}-${W(a.getMonth() + 1)}-${W(a.getDate())}`, c = st(o), u = o.includes(t) ? "" : t, E = i("cited_note", { place: l, hash: s }), w = { by: u, book: c, dated: n, place: l, hash: s, day: h, link: d }, C = `[${j(c + l)}](${d.replaceAll("(", "%28").replaceAll(")", "%29")})`;
    return {
      [i("cite_official")]: i("cited_official", w),
      "GB/T 7714—2025": `${t}. ${o}[EB/OL]. （${e}）[${b}]. ${d}. ${E}`,
      "GB/T 7714—2015": `${t}. ${o}[EB/OL]. (${e})[${b}]. ${d}. ${E}`,
      Markdown: `> ${j(r)}
>
> ——${C}${i("cited_markdown", { dated: n, hash: `\`${s}\``, day: h })}`,
      [i("cite_plain")]: `${r}
${i("cited_plain", w)}`
    };
  };

  // fold.js
  var it = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, G = (o) => o.normalize("NFKC").replace(it, "").normalize("NFKC");

  // sha256.js
  var x = (o, t) => o >>> t | o << 32 - t, X = (o, t) => {
    let e = [];
    for (let n = 2; e.length < o; n++) {
      let r = !0;
      for (let s = 2; s * s <= n; s++) r &&= n % s > 0;
      r && e.push(n ** (1 / t) * 4294967296 | 0);
    }
    return e;
  }, at = (o) => {
    let t = new TextEncoder().encode(o), { length: e } = t, n = new Uint32Array(((e + 8 >> 6) + 1) * 16);
    return t.forEach((r, s) => {
      n[s >> 2] |= r << 24 - s % 4 * 8;
    }), n[e >> 2] |= 128 << 24 - e % 4 * 8, n[n.length - 1] = e * 8, n;
  }, ct = (o, t, e) => {
    let [n, r, s, l, d, a, h, b] = o;
    for (let c = 0; c < 64; c++) {
      if (c > 15) {
        let w = t[c - 15], C = t[c - 2];
        t[c] = t[c - 16] + t[c - 7] + (x(w, 7) ^ x(w, 18) ^ w >>> 3) + (x(C, 17) ^ x(C, 19) ^ C >>> 10) | 0;
      }
      let u = b + (x(d, 6) ^ x(d, 11) ^ x(d, 25)) + (d & a ^ ~d & h) + e[c] + t[c] | 0, E = (x(n, 2) ^ x(n, 13) ^ x(n, 22)) + (n & r ^ n & s ^ r & s) | 0;
      [n, r, s, l, d, a, h, b] = [u + E | 0, n, r, s, l + u | 0, d, a, h];
    }
    return [n, r, s, l, d, a, h, b].map((c, u) => o[u] + c | 0);
  }, J = (o) => {
    let t = at(o), e = X(64, 3), n = X(8, 2);
    for (let r = 0; r < t.length; r += 16)
      n = ct(n, [...t.subarray(r, r + 16)], e);
    return n.map((r) => (r >>> 0).toString(16).padStart(8, "0")).join("");
  };

  // page/share_menu.js
  var M = (o, t) => {
    let e = p("button", { type: "button", role: "menuitem", tabIndex: -1, textContent: o });
    return e.addEventListener("click", t), e;
  }, Z = (o, t, e = "") => p(
    "div",
    { role: "group", ariaLabel: o, className: e },
    p("span", { className: "label", ariaHidden: "true", textContent: o }),
    ...t
  ), T = class {
    title = p("p", { id: "share-title" });
    menu = p("div", { role: "menu" });
    box = p("div", { id: "share", hidden: !0 }, this.title, this.menu);
    /** @type {HTMLElement | null} */
    opener = null;
    /** @type {HTMLElement | null} */
    chosen = null;
    /** @param {PageCitation} page */
    constructor(t) {
      this.page = t, this.menu.setAttribute("aria-labelledby", this.title.id), this.box.addEventListener("keydown", (e) => this.onKey(e)), document.addEventListener("pointerdown", ({ target: e }) => {
        e instanceof Node && !this.box.contains(e) && !this.opener?.contains(e) && this.close();
      }), document.body.append(this.box);
    }
    /**
     * From a copy on a disk, links lead to the site if it has an address.
     * @param {string} name
     * @param {HTMLElement} unit
     */
    linkTo(t, e) {
      let n = D(this.page, t, e.id) ?? D(this.page, this.page.page, e.id) ?? location.href, r = location.protocol === "file:" ? H() : null, s = `/${this.page.document}/`;
      return r ? r.slice(0, r.lastIndexOf(s)) + n.slice(n.lastIndexOf(s)).replace(/(?:\/index)?\.html/, "/") : n;
    }
    /**
     * The address people pass on: the document's, the unit in the query and behind #, since some programs drop one of
     * them.
     * @param {HTMLElement} unit
     */
    sharedLink(t) {
      return this.linkTo("index", t).replace("#", `?at=${t.id}#`);
    }
    /** The hash is that of units.json: sha256 over folded text. @param {HTMLElement} unit */
    factsOf(t) {
      let e = B(t);
      return {
        text: e,
        hash: J(G(e)).slice(0, 8),
        place: $(t),
        link: this.linkTo("full", t),
        now: /* @__PURE__ */ new Date()
      };
    }
    /**
     * Where the operator wants to hear of errors: an address with places for the citation and for the unit's own
     * address.
     * @param {string} place
     * @param {string} link
     */
    reports(t, e) {
      let n = (
        /** @type {HTMLMetaElement | null} */
        document.querySelector("meta[name=report]")?.content
      );
      if (!n) return [];
      let r = n.replaceAll("{title}", encodeURIComponent(this.page.short + t)).replaceAll("{url}", encodeURIComponent(e));
      return [p("a", { role: "menuitem", tabIndex: -1, textContent: i("report"), rel: "noopener", href: r })];
    }
    /** What the menu of a unit holds. @param {HTMLElement} from @param {HTMLElement} unit */
    itemsOf(t, e) {
      let n = this.factsOf(e), { place: r, link: s, text: l } = n, d = e.classList.contains("sentence"), a = (c, u, E = c) => M(c, () => {
        this.close(!0), U(u, i("of_place", { place: r, what: E }));
      }), h = d ? [M(i("whole_paragraph"), () => this.open(t, y(e)))] : I(e).map((c, u) => M(`第${u + 1}句`, () => this.open(t, c))), b = Object.entries(Y(this.page, n));
      return [
        a(i("copy_link"), this.sharedLink(e), i("link")),
        a(i("copy_full_link"), s, i("full_link")),
        a(i("copy_text"), l, i("text")),
        Z(
          i("copy_citation"),
          b.map(([c, u]) => a(c, u, i("citation", { form: c })))
        ),
        ...this.reports(r, s),
        ...h.length ? [Z(i(d ? "paragraph" : "by_sentence"), h, "sentences")] : []
      ];
    }
    /** @param {HTMLElement} from the button that opens it @param {HTMLElement} unit */
    open(t, e) {
      this.close(), k(""), this.title.textContent = `${this.page.short}${$(e)}`, this.menu.replaceChildren(...this.itemsOf(t, e)), this.opener = t, this.chosen = e, e.setAttribute("data-chosen", ""), t.setAttribute("aria-expanded", "true"), this.place(t);
    }
    /** Below the button, above it where there is no room below. @param {HTMLElement} from */
    place(t) {
      let { box: e } = this;
      e.hidden = !1, e.scrollTop = 0;
      let n = t.getBoundingClientRect(), r = e.offsetHeight, s = document.documentElement.clientWidth - e.offsetWidth - 8, l = n.bottom + r + 4 < innerHeight || n.top < r + 64 ? n.bottom + 4 : n.top - r - 4;
      e.style.left = `${Math.max(8, Math.min(n.left, s)) + scrollX}px`, e.style.top = `${l + scrollY}px`, this.menu.querySelector("button")?.focus({ preventScroll: l + r < innerHeight });
    }
    /** @param {boolean} [back] whether the focus returns to the button */
    close(t) {
      this.box.hidden || (this.box.hidden = !0, this.chosen?.removeAttribute("data-chosen"), this.opener?.setAttribute("aria-expanded", "false"), t && this.opener?.focus({ preventScroll: !0 }));
    }
    /** @param {KeyboardEvent} event */
    onKey(t) {
      let e = g("[role=menuitem]", this.menu), n = e.indexOf(
        /** @type {HTMLElement} */
        document.activeElement
      ), s = { ArrowDown: n + 1, ArrowRight: n + 1, ArrowUp: n - 1, ArrowLeft: n - 1, Home: 0, End: -1 }[t.key];
      if (s !== void 0) e.at(s % e.length)?.focus();
      else if (t.key === "Escape" || t.key === "Tab") this.close(!0);
      else if (t.key.length > 1 || t.key === " ") return;
      t.stopPropagation(), t.key !== "Tab" && t.preventDefault();
    }
    /**
     * A button or link that opens the menu of a unit.
     * @param {HTMLElement} trigger
     * @param {() => HTMLElement | null} unit
     */
    opensFrom(t, e) {
      t.setAttribute("aria-haspopup", "menu"), t.setAttribute("aria-expanded", "false"), t.addEventListener("click", (n) => {
        let r = e();
        !r || n.ctrlKey || n.metaKey || n.shiftKey || (n.preventDefault(), !this.box.hidden && this.opener === t ? this.close(!0) : this.open(t, r));
      });
    }
  };

  // share.js
  S && m && (K(), q(new T(S)));
})();
