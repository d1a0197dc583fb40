/* Made by make scripts from build_tools/scripts/edition.js; do not edit. Sources: 9549f5106a1c25e0 */
"use strict";
(() => {
  // page/dom.js
  var g = (e, t = document) => {
    let o = t.querySelector(e);
    if (!o) throw new Error(`no ${e}`);
    return (
      /** @type {HTMLElement} */
      o
    );
  }, i = (e, t = document) => [
    .../** @type {NodeListOf<HTMLElement>} */
    t.querySelectorAll(e)
  ], h = (e) => document.getElementById(e), p = (e, t = {}, ...o) => {
    let n = Object.assign(document.createElement(e), t);
    return n.append(...o), n;
  };

  // page/words.js
  var d = (e, t) => globalThis.words(e, t);

  // page/glossary_filter.js
  var T = (e) => {
    let t = (
      /** @type {HTMLElement | null} */
      e.nextElementSibling
    );
    for (; t?.hidden && t.matches(".entry"); ) t = /** @type {HTMLElement | null} */
    t.nextElementSibling;
    e.hidden = !t?.classList.contains("entry");
  }, x = () => {
    let e = i(".entry"), [t] = i(".filter");
    if (!e.length || !t) return;
    let o = (
      /** @type {HTMLInputElement} */
      g("input", t)
    ), n = g("[role=status]", t), a = e.map((s) => s.textContent.toLowerCase());
    o.addEventListener("input", () => {
      let s = o.value.trim().toLowerCase();
      e.forEach((l, c) => {
        l.hidden = !a[c].includes(s);
      }), i("h2[id^=initial-]").forEach(T), n.textContent = s ? d("entries_left", { count: e.filter((l) => !l.hidden).length }) : "";
    });
  };

  // page/gloss_tip.js
  var r = p("div", { id: "gloss-tip", role: "tooltip", hidden: !0 }), m = null, L = 0, f = () => {
    r.hidden = !0, m?.removeAttribute("aria-describedby"), m = null;
  }, u = () => {
    L = setTimeout(f, 250);
  }, E = () => clearTimeout(L), A = (e) => {
    let t = e.getClientRects()[0], o = document.documentElement.clientWidth - r.offsetWidth - 8, n = t.bottom + r.offsetHeight + 8 < innerHeight;
    r.style.left = `${Math.max(8, Math.min(t.left, o)) + scrollX}px`, r.style.top = `${(n ? t.bottom + 6 : t.top - r.offsetHeight - 6) + scrollY}px`;
  }, b = (e) => {
    E();
    let t = h(`gloss-${e.hash.replace("#term-", "")}`);
    !t || m === e || (f(), r.textContent = t.textContent, r.append(" ", p("a", { href: e.href, textContent: d("gloss_more") })), r.hidden = !1, A(e), e.setAttribute("aria-describedby", r.id), m = e);
  }, $ = (e) => {
    let t = !1;
    e.addEventListener("pointerdown", (o) => {
      t = o.pointerType !== "mouse" && m !== e;
    }), e.addEventListener("pointerenter", (o) => {
      o.pointerType === "mouse" && b(e);
    }), e.addEventListener("pointerleave", (o) => {
      o.pointerType === "mouse" && u();
    }), e.addEventListener("focus", () => b(e)), e.addEventListener("blur", u), e.addEventListener("click", (o) => {
      t && (o.preventDefault(), b(e));
    });
  }, v = () => {
    let e = (
      /** @type {HTMLAnchorElement[]} */
      i("a.term")
    );
    e.length && (document.body.append(r), e.forEach($), r.addEventListener("pointerenter", E), r.addEventListener("pointerleave", u), r.addEventListener("focusin", E), r.addEventListener("focusout", u), document.addEventListener("keydown", (t) => {
      t.key === "Escape" && f();
    }), document.addEventListener("pointerdown", (t) => {
      t.target instanceof Node && !r.contains(t.target) && t.target !== m && f();
    }));
  };

  // page/memory.js
  var k = (e) => {
    try {
      return localStorage.getItem(e);
    } catch {
      return null;
    }
  }, y = (e, t) => {
    try {
      localStorage.setItem(e, t);
    } catch {
    }
  };

  // page/layer_switches.js
  var w = ["links", "terms", "notes"], B = (e) => {
    let t = new URL(location.href);
    e.join() === w.join() ? t.searchParams.delete("layers") : t.searchParams.set("layers", e.join()), history.replaceState(history.state, "", t);
  }, S = () => {
    let e = (
      /** @type {HTMLInputElement[]} */
      i(".layers input")
    );
    if (!e.length) return;
    let t = new URLSearchParams(location.search).get("layers"), o = new Set((t ?? k("layers") ?? w.join()).split(","));
    for (let n of e)
      n.checked = o.has(n.value), n.addEventListener("change", () => {
        n.checked ? o.add(n.value) : o.delete(n.value);
        let a = w.filter((s) => o.has(s));
        y("layers", a.join()), B(a);
      });
  };

  // page/scheme.js
  var C = () => {
    let e = h("scheme"), t = document.documentElement, o = matchMedia("(prefers-color-scheme: dark)");
    if (!e) return;
    let n = () => t.dataset.scheme ? t.dataset.scheme === "dark" : o.matches, a = () => {
      e.ariaLabel = e.title = d(n() ? "lighter" : "darker");
    };
    e.hidden = !1, e.addEventListener("click", () => {
      let s = n() ? "light" : "dark";
      t.dataset.scheme = s === "dark" === o.matches ? "" : s, y("scheme", t.dataset.scheme), a();
    }), o.addEventListener("change", a), a();
  };

  // page/sorting.js
  var F = (e, t, o) => {
    let n = t.ariaSort !== "descending", [a] = e.tBodies;
    for (let c of e.rows[0].cells) c.removeAttribute("aria-sort");
    t.ariaSort = n ? "descending" : "ascending";
    let s = (c) => c.cells[o].textContent.trim(), l = [...a.rows].sort((c, I) => s(c).localeCompare(s(I), "zh", { numeric: !0 }));
    a.append(...n ? l.reverse() : l);
  }, j = () => {
    for (
      let e of
      /** @type {HTMLTableElement[]} */
      i(".sortable table, table.sortable")
    )
      [...e.rows[0].cells].forEach((t, o) => {
        let n = p("button", { type: "button" }, ...t.childNodes);
        t.append(n), n.addEventListener("click", () => F(e, t, o));
      });
  };

  // edition.js
  C();
  v();
  S();
  x();
  j();
})();
