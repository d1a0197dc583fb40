/* The search box: opened by / f s or a click, results while typing, ?q= in the address. What finds and shows is
   loaded when it is first opened; the addresses of those parts stand in the box's data-parts. */
import { pastedAnchor } from "./anchor.js";
import { keep, withValue } from "./page/address_value.js";
import { all, around, byId, one } from "./page/dom.js";
import { words } from "./page/words.js";
import { Loader } from "./search/loader.js";

/** @typedef {import("./search_engine.js").Engine} Engine */

const LONGEST = 200,
  PAUSE = 20;

class SearchBox {
  turn = 0;
  timer = 0;
  current = 0;
  isOpen = false;
  /** @type {Promise<void>} */
  running = Promise.resolve();
  /** @type {Engine | null} */
  engine = null;

  /** @param {HTMLElement} box @param {string} root */
  constructor(box, root) {
    this.box = box;
    this.loader = new Loader(root);
    this.loader.isStale = () => this.current !== this.turn;
    this.toggle = /** @type {HTMLInputElement} */ (byId("__search"));
    this.form = /** @type {HTMLFormElement} */ (one("form", box));
    this.input = /** @type {HTMLInputElement} */ (one(".md-search__input", box));
    this.status = one(".md-search-result__meta", box);
    this.parts = (box.dataset.parts ?? "").split(" ");
  }

  /** The engine, if it and the index are there. */
  async ready() {
    const [engineUrl, rareUrl] = this.parts;
    this.loader.load("manifest");
    const start = await this.loader.load("@engine", engineUrl);
    this.engine ??= start?.(this.loader, this.box, () => this.loader.load("@rare", rareUrl)) ?? null;
    return this.engine && (await this.engine.open()) ? this.engine : null;
  }

  cannot() {
    this.status.textContent = words("no_index");
  }

  /**
   * What is looked for: an address that stands anywhere in what was pasted, else the beginning of what was typed.
   */
  asked() {
    const { value } = this.input,
      pasted = pastedAnchor(value);
    const typed = pasted ? `${pasted[0].slice(-LONGEST / 2)}#${pasted[1]}` : value.slice(0, LONGEST);
    return { raw: typed.toWellFormed?.() ?? typed, isCut: !pasted && value.length > LONGEST };
  }

  /** @param {number} mine */
  async answer(mine) {
    const { raw, isCut } = this.asked(),
      isStale = () => mine !== this.turn;
    this.write(raw.trim());
    this.loader.failed.clear();
    const engine = await this.ready();
    if (isStale()) return;
    if (!engine) {
      this.cannot();
      return;
    }
    if (!engine.hasWords(raw)) {
      await engine.results.show({});
      if (raw.trim()) this.status.textContent = words("only_marks");
      return;
    }
    await engine.answer(raw, isStale);
    if (isCut && !isStale()) this.status.append(words("too_long", { count: LONGEST }));
  }

  /** One answer after the other; one that nobody waits for any more loads nothing further and is not shown. */
  run() {
    const mine = ++this.turn,
      asked = this.input.value;
    this.running = this.running.finally(async () => {
      if (mine !== this.turn) return;
      this.current = mine;
      await this.answer(mine);
      /* For programs that wait for the answer to what they typed. */
      if (mine === this.turn) this.box.dataset.answered = `=${asked}`;
    });
  }

  /** The query in the address. @param {string} query */
  write(query) {
    keep(withValue("q", query));
  }

  /** The theme's toggle lays the box out. */
  async open() {
    this.isOpen = this.toggle.checked = true;
    const engine = await this.ready();
    if (!engine) this.cannot();
    else if (!this.input.value.trim()) engine.results.show({});
  }

  close() {
    this.isOpen = this.toggle.checked = false;
    this.write("");
    this.input.blur();
  }

  /** @param {string} query */
  ask(query) {
    this.input.value = query.slice(0, LONGEST);
    this.input.focus();
    this.run();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing) return;
    const active = /** @type {HTMLElement} */ (document.activeElement);
    const links = all(".search-hit", this.box),
      at = links.indexOf(active),
      step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && active === this.input) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.box.querySelector(".md-search-result__list a"))?.click();
    } else if (step && active.tagName !== "SELECT") {
      event.preventDefault();
      (at + step < 0 ? this.input : links[at + step])?.focus();
    } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.input.focus();
  }

  /** / f s open it from anywhere. @param {KeyboardEvent} event */
  onPageKey(event) {
    if (!"/fs".includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (around(event.target, "input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  listen() {
    const { box, input, toggle, form } = this;
    toggle.addEventListener("change", () => {
      if (toggle.checked) input.focus();
      else this.close();
    });
    input.addEventListener("focus", () => this.open());
    input.addEventListener("input", () => {
      this.turn++;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), PAUSE);
    });
    form.addEventListener("reset", () => setTimeout(() => this.ask("")));
    form.addEventListener("submit", (event) => event.preventDefault());
    /* The address keeps its query when a hit is followed, so that Back comes to the answer again. */
    window.addEventListener("hashchange", () => {
      if (this.isOpen) this.close();
    });
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (this.isOpen && relatedTarget instanceof Node && !box.contains(relatedTarget)) this.close();
    });
    box.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("keydown", (event) => this.onPageKey(event));
    document.querySelector(".ask")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const asking = /** @type {HTMLFormElement} */ (event.target);
      this.ask(/** @type {HTMLInputElement} */ (asking.elements.namedItem("q")).value);
    });
    document.addEventListener("ask", (event) => this.ask(/** @type {CustomEvent} */ (event).detail));
  }
}

const box = /** @type {HTMLElement | null} */ (document.querySelector(".md-search"));
if (box) {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const search = new SearchBox(box, new URL("../", src).href),
    asked = new URLSearchParams(location.search).get("q");
  search.listen();
  if (asked) search.ask(asked);
}
