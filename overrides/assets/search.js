/* Made by make scripts from build_tools/scripts/search_box.js; do not edit. Sources: ce57ad7240f5434b */
"use strict";
(() => {
  // anchor.js
  var f = "[a-z]\\d+[a-z]*", h = `${f}(?:-${f})*`, u = "(?:title|adopted|number|addressee|signature|date)\\d*", S = new RegExp(`^(?:${u}|${h})$`);
  var x = new RegExp(`(\\S*?)(?:[?&]at=|#|%23)(${h}|${u})(?![\\da-z])`, "i"), _ = new RegExp(`(?:^|#)(${h}|${u})\\s*$`, "i");
  var m = (n) => {
    let t = n.match(x);
    return t && [t[1], t[2]];
  };

  // page/dom.js
  var a = (n, t = document) => {
    let e = t.querySelector(n);
    if (!e) throw new Error(`no ${n}`);
    return (
      /** @type {HTMLElement} */
      e
    );
  }, g = (n, t = document) => [
    .../** @type {NodeListOf<HTMLElement>} */
    t.querySelectorAll(n)
  ], w = (n) => document.getElementById(n), y = (n, t = {}, ...e) => {
    let s = Object.assign(document.createElement(n), t);
    return s.append(...e), s;
  }, $ = (n) => n instanceof Node ? (
    /** @type {HTMLElement | null} */
    n instanceof Element ? n : n.parentElement
  ) : null, d = (n, t) => $(n)?.closest(t) ?? null;

  // page/words.js
  var c = (n, t) => globalThis.words(n, t);

  // search/loader.js
  var l = class {
    /** What came, by name. @type {Map<string, any>} */
    received = /* @__PURE__ */ new Map();
    /** @type {Map<string, Promise<void>>} */
    loading = /* @__PURE__ */ new Map();
    /** What did not come. @type {Set<string>} */
    failed = /* @__PURE__ */ new Set();
    /** Whether nobody waits any more for what is being loaded. */
    isStale = () => !1;
    /** @param {string} root the address of the site's folder */
    constructor(t) {
      this.root = t, window.__edition_search = (e, s) => this.received.set(e, s);
    }
    /** @param {string} name */
    addressOf(t) {
      return `${this.root}search/${t}.js${t === "manifest" ? "" : `?${this.received.get("manifest").version}`}`;
    }
    /** @param {string} address @returns {Promise<void>} */
    run(t) {
      return new Promise((e) => {
        let s = y("script", { src: t });
        s.onload = s.onerror = () => {
          s.remove(), e();
        }, document.head.append(s);
      });
    }
    /**
     * What a file gives, undefined if it does not come: then it is asked for again with the next query.
     * @param {string} name
     * @param {string} [address]
     */
    async load(t, e = this.addressOf(t)) {
      let s = this.loading.get(e) ?? this.run(e);
      return this.loading.set(e, s), await s, this.received.has(t) ? this.failed.delete(t) : (this.failed.add(t), this.loading.delete(e)), this.received.get(t);
    }
  };

  // search_box.js
  var o = 200, L = 20, p = class {
    turn = 0;
    timer = 0;
    current = 0;
    isOpen = !1;
    /** @type {Promise<void>} */
    running = Promise.resolve();
    /** @type {Engine | null} */
    engine = null;
    /** @param {HTMLElement} box @param {string} root */
    constructor(t, e) {
      this.box = t, this.loader = new l(e), this.loader.isStale = () => this.current !== this.turn, this.toggle = /** @type {HTMLInputElement} */
      w("__search"), this.form = /** @type {HTMLFormElement} */
      a("form", t), this.input = /** @type {HTMLInputElement} */
      a(".md-search__input", t), this.status = a(".md-search-result__meta", t), this.parts = (t.dataset.parts ?? "").split(" ");
    }
    /** The engine, if it and the index are there. */
    async ready() {
      let [t, e] = this.parts;
      this.loader.load("manifest");
      let s = await this.loader.load("@engine", t);
      return this.engine ??= s?.(this.loader, this.box, () => this.loader.load("@rare", e)) ?? null, this.engine && await this.engine.open() ? this.engine : null;
    }
    cannot() {
      this.status.textContent = c("no_index");
    }
    /**
     * What is looked for: an address that stands anywhere in what was pasted, else the beginning of what was typed.
     */
    asked() {
      let { value: t } = this.input, e = m(t), s = e ? `${e[0].slice(-o / 2)}#${e[1]}` : t.slice(0, o);
      return { raw: s.toWellFormed?.() ?? s, isCut: !e && t.length > o };
    }
    /** @param {number} mine */
    async answer(t) {
      let { raw: e, isCut: s } = this.asked(), r = () => t !== this.turn;
      this.write(e.trim()), this.loader.failed.clear();
      let i = await this.ready();
      if (!r()) {
        if (!i) {
          this.cannot();
          return;
        }
        if (!i.hasWords(e)) {
          await i.results.show({}), e.trim() && (this.status.textContent = c("only_marks"));
          return;
        }
        await i.answer(e, r), s && !r() && this.status.append(c("too_long", { count: o }));
      }
    }
    /** One answer after the other; one that nobody waits for any more loads nothing further and is not shown. */
    run() {
      let t = ++this.turn, e = this.input.value;
      this.running = this.running.finally(async () => {
        t === this.turn && (this.current = t, await this.answer(t), t === this.turn && (this.box.dataset.answered = `=${e}`));
      });
    }
    /** The query in the address. @param {string} query */
    write(t) {
      let e = new URL(location.href);
      if (t ? e.searchParams.set("q", t) : e.searchParams.delete("q"), e.href !== location.href)
        try {
          history.replaceState(history.state, "", e);
        } catch {
        }
    }
    /** The theme's toggle lays the box out. */
    async open() {
      this.isOpen = this.toggle.checked = !0;
      let t = await this.ready();
      t ? this.input.value.trim() || t.results.show({}) : this.cannot();
    }
    close() {
      this.isOpen = this.toggle.checked = !1, this.write(""), this.input.blur();
    }
    /** @param {string} query */
    ask(t) {
      this.input.value = t.slice(0, o), this.input.focus(), this.run();
    }
    /** @param {KeyboardEvent} event */
    onKey(t) {
      if (t.isComposing) return;
      let e = (
        /** @type {HTMLElement} */
        document.activeElement
      ), s = g(".search-hit", this.box), r = s.indexOf(e), i = { ArrowDown: 1, ArrowUp: -1 }[t.key];
      t.key === "Escape" ? (t.stopPropagation(), this.close()) : t.key === "Enter" && e === this.input ? (t.preventDefault(), this.box.querySelector(".md-search-result__list a")?.click()) : i && e.tagName !== "SELECT" ? (t.preventDefault(), (r + i < 0 ? this.input : s[r + i])?.focus()) : r >= 0 && t.key.length === 1 && !t.ctrlKey && !t.metaKey && !t.altKey && this.input.focus();
    }
    /** / f s open it from anywhere. @param {KeyboardEvent} event */
    onPageKey(t) {
      !"/fs".includes(t.key) || t.ctrlKey || t.metaKey || t.altKey || t.isComposing || d(t.target, "input, textarea, select, [contenteditable]") || (t.preventDefault(), this.input.focus(), this.input.select());
    }
    listen() {
      let { box: t, input: e, toggle: s, form: r } = this;
      s.addEventListener("change", () => {
        s.checked ? e.focus() : this.close();
      }), e.addEventListener("focus", () => this.open()), e.addEventListener("input", () => {
        this.turn++, clearTimeout(this.timer), this.timer = setTimeout(() => this.run(), L);
      }), r.addEventListener("reset", () => setTimeout(() => this.ask(""))), r.addEventListener("submit", (i) => i.preventDefault()), t.addEventListener("click", ({ target: i }) => {
        d(i, "a[href]") && setTimeout(() => this.close());
      }), t.addEventListener("focusout", ({ relatedTarget: i }) => {
        this.isOpen && i instanceof Node && !t.contains(i) && this.close();
      }), t.addEventListener("keydown", (i) => this.onKey(i)), document.addEventListener("keydown", (i) => this.onPageKey(i)), document.querySelector(".ask")?.addEventListener("submit", (i) => {
        i.preventDefault();
        let k = (
          /** @type {HTMLFormElement} */
          i.target
        );
        this.ask(
          /** @type {HTMLInputElement} */
          k.elements.namedItem("q").value
        );
      });
    }
  }, E = (
    /** @type {HTMLElement | null} */
    document.querySelector(".md-search")
  );
  if (E) {
    let { src: n } = (
      /** @type {HTMLScriptElement} */
      document.currentScript
    ), t = new p(E, new URL("../", n).href), e = new URLSearchParams(location.search).get("q");
    t.listen(), e && t.ask(e);
  }
})();
