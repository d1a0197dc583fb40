/* Made by make scripts from build_tools/scripts/anchor_redirect.js; do not edit. Sources: b503e7c2d17df4f1 */
"use strict";
(() => {
  // anchor.js
  var $ = "[a-z]\\d+[a-z]*", m = `${$}(?:-${$})*`, f = "(?:title|adopted|number|addressee|signature|date)\\d*", L = new RegExp(`^(?:${f}|${m})$`), z = /^[a-z]+\d*[a-z]*(?:-[a-z]\d+[a-z]*)*/, j = new RegExp(`(\\S*?)(?:[?&]at=|#|%23)(${m}|${f})(?![\\da-z])`, "i"), B = new RegExp(`(?:^|#)(${m}|${f})\\s*$`, "i"), x = (e) => L.test(e ?? ""), h = (e) => e.normalize("NFKC").toLowerCase().match(z)?.[0] ?? "", g = (e) => e.slice(0, Math.max(e.lastIndexOf("-"), 0));

  // page/dom.js
  var E = (e, t = document) => {
    let n = t.querySelector(e);
    if (!n) throw new Error(`no ${e}`);
    return (
      /** @type {HTMLElement} */
      n
    );
  }, w = (e, t = document) => [
    .../** @type {NodeListOf<HTMLElement>} */
    t.querySelectorAll(e)
  ], s = (e) => document.getElementById(e), u = (e, t = {}, ...n) => {
    let o = Object.assign(document.createElement(e), t);
    return o.append(...n), o;
  }, A = (e) => e instanceof Node ? (
    /** @type {HTMLElement | null} */
    e instanceof Element ? e : e.parentElement
  ) : null, O = (e, t) => A(e)?.closest(t) ?? null;

  // page/words.js
  var l = (e, t) => globalThis.words(e, t);

  // page/notice.js
  var R = () => {
    let e = s("notice");
    if (e) return E("[role=status]", e);
    let t = u("span", { role: "status" }), n = u("button", { type: "button", ariaLabel: l("hush"), textContent: "×" });
    return n.addEventListener("click", () => d("")), document.body.append(u("div", { id: "notice" }, t, n)), t;
  }, d = (e, t) => {
    let n = R();
    n.textContent = e, t || setTimeout(() => {
      n.textContent === e && (n.textContent = "");
    }, 6e3);
  };

  // page/unit_page.js
  var b = s("page-citation"), c = b && JSON.parse(b.textContent), _ = (
    /** @type {HTMLElement} */
    document.querySelector("article")
  ), P = (e) => new RegExp(`/${e.document}/full(/|/index\\.html|\\.html)$`), k = (e, t, n) => {
    let o = new URL(location.href), r = P(e);
    if (o.search = "", t !== e.page) {
      let i = (
        /** @type {HTMLAnchorElement[]} */
        w("a[href]", _)
      ), p = [o.pathname, ...i.map((a) => a.pathname)].find((a) => r.test(a));
      if (!p) return null;
      let T = (a) => t !== "index" ? t + a : a === "/" ? "" : "index.html";
      o.pathname = p.replace(/full(\/|\/index\.html|\.html)$/, (a, C) => T(C));
    }
    return o.hash = n, o.href;
  }, U = (e) => (
    /** @type {HTMLElement} */
    O(e, "p,li,h1,h2,h3,h4,h5,h6,table")
  );
  var q = (e) => w(".sentence", e), y = (e) => {
    if (e.classList.contains("sentence")) {
      let t = U(e);
      return `${y(t)}第${q(t).indexOf(e) + 1}句`;
    }
    return c?.heads[e.id] ?? (e.querySelector(".num")?.ariaLabel ?? "").replace(/^[^：]*：/, "");
  };

  // anchor_redirect.js
  var I = (e) => {
    try {
      return decodeURIComponent(e);
    } catch {
      return e;
    }
  }, v = (e) => {
    let t = !1, n = e.matches(".annot") ? "layer-notes" : e.matches(".cp") ? "layer-links" : "", o = (
      /** @type {HTMLInputElement | null} */
      s(n)
    );
    o && !o.checked && (t = o.checked = !0);
    for (let r = e.closest("details"); r; r = r.parentElement?.closest("details") ?? null)
      t ||= !r.open, r.open = !0;
    t && e.scrollIntoView();
  }, N = (e, t) => {
    let n = e;
    for (; n && !t(n); ) n = g(n);
    return n;
  }, D = (e, t) => {
    let n = s(t), o = t && c && (c.heads[t] ?? (n && y(n))), r = e;
    d(t ? l("nearest_address", { address: r, place: o || t }) : l("no_such_address", { address: r }), !0);
  }, H = (e, t) => {
    let n = h(t);
    if (!x(n)) return d(l("no_such_address", { address: t.slice(0, 40) }), !0);
    if (n !== t && s(n)) return location.replace(`#${n}`);
    let o = e.pages[N(n, (p) => Object.hasOwn(e.pages, p))] ?? "full", r = e.page !== "full" && o !== e.page && k(e, o, n);
    if (r) return location.replace(r);
    let i = N(n, s);
    return i && location.replace(`#${i}`), D(n, i);
  }, S = () => {
    let e = I(location.hash.slice(1)), t = h(I(new URLSearchParams(location.search).get("at") ?? "")), n = !e || t && c && !s(e) && !x(h(e)) ? t : e;
    if (!n) return;
    let o = s(n);
    n !== e && o ? location.replace(`#${n}`) : o && !o.matches(".moved") ? v(o) : c && H(c, n);
  };
  c && d("");
  addEventListener("hashchange", S);
  S();
})();
