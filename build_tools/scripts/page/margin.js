/* The margin of a wide screen. The blocks of rows are placed beside their paragraphs, absolutely: the text is laid
   out as without them and nothing in it moves. A block starts at its paragraph, or below the one before; what would
   reach too far past the next paragraph's start is cut to one line that unfolds it. Open rows, those of the chosen
   sentence and the way to further ones are never cut. */
import { blockIdOf } from "../anchor.js";
import { all, byId, make, one } from "./dom.js";
import { chosenUnit } from "./coupling.js";
import { desk, soon } from "./screen.js";
import { article } from "./unit_page.js";
import { words } from "./words.js";

const SLACK = 84; // px that a block may pass the next paragraph's start
const GAP = 14;
const MORE = 26; // the line that unfolds

/**
 * @typedef {object} Block the rows of one paragraph or head
 * @property {HTMLDetailsElement} box @property {HTMLElement} unit @property {HTMLElement[]} rows
 * @property {HTMLButtonElement} more @property {boolean} isFull unfolded by hand
 */
/** @typedef {{block: Block, top: number, heights: number[]}} Measured */

/** @param {HTMLElement} row */
const rank = (row) => {
  if (row.matches(".at")) return 0;
  return row.matches("details[open],.few") ? 1 : 2;
};

/**
 * Which rows stay when there is no room for all: the chosen sentence's, the open ones, then as many as fit.
 * @param {HTMLElement[]} rows @param {number[]} heights @param {number} room
 */
const kept = (rows, heights, room) => {
  const stay = new Set();
  let height = MORE;
  const order = rows.map((row, i) => ({ i, rank: rank(row) })).sort((a, b) => a.rank - b.rank || a.i - b.i);
  for (const { i, rank: own } of order) {
    if (own === 2 && height + heights[i] > room) continue;
    height += heights[i];
    stay.add(i);
  }
  return { stay, height };
};

export class Margin {
  /** @type {Block[]} */
  blocks = [];
  place = soon(() => this.lay());

  start() {
    this.blocks = all(".aids", article).flatMap((box) => {
      const unit = byId(box.id.slice("aids-".length));
      if (!unit) return [];
      const more = make("button", { type: "button", className: "more", hidden: true });
      one(".rows", box).append(more);
      /** @type {Block} */
      const block = {
        box: /** @type {HTMLDetailsElement} */ (box),
        unit,
        rows: all(".row,.few", box),
        more,
        isFull: false,
      };
      more.addEventListener("click", () => this.unfold(block));
      return [block];
    });
    desk.addEventListener("change", () => this.fit());
    addEventListener("beforeprint", () => this.fit(true));
    addEventListener("afterprint", () => this.fit());
    addEventListener("choose", this.place);
    article.addEventListener("toggle", this.place, true);
    document.querySelector(".layers")?.addEventListener("change", this.place);
    new ResizeObserver(this.place).observe(article);
    this.fit();
  }

  /** One block unfolded folds the others. @param {Block} block */
  unfold(block) {
    const isFull = !block.isFull;
    for (const other of this.blocks) other.isFull = false;
    block.isFull = isFull;
    this.lay();
  }

  /** Open in the margin and on paper, closed to a line elsewhere. @param {boolean} [onPaper] */
  fit(onPaper = false) {
    for (const { box, rows, more } of this.blocks) {
      box.open = desk.matches || onPaper;
      box.style.top = "";
      more.hidden = true;
      for (const row of rows) row.classList.remove("cut");
    }
    article.style.minHeight = "";
    if (desk.matches && !onPaper) this.lay();
  }

  /** @returns {Measured[]} */
  measured() {
    const { top } = article.getBoundingClientRect();
    return this.blocks
      .map((block) => ({
        block,
        top: block.unit.getBoundingClientRect().top - top + 5,
        heights: block.rows.map((row) => row.offsetHeight),
      }))
      .filter(({ heights }) => heights.some(Boolean));
  }

  lay() {
    if (!desk.matches) return;
    for (const { rows, more } of this.blocks) {
      more.hidden = true;
      for (const row of rows) row.classList.remove("cut");
    }
    const measured = this.measured(),
      end = article.scrollHeight;
    const home = chosenUnit() && blockIdOf(chosenUnit());
    let floor = 0;
    measured.forEach(({ block, top, heights }, i) => {
      const start = Math.max(top, floor),
        next = measured[i + 1];
      const room = (next ? next.top + SLACK : end) - GAP - start;
      const height = this.cut(block, heights, block.unit.id === home ? Math.max(room, 120) : room);
      block.box.style.top = `${start}px`;
      floor = start + height + GAP;
    });
    article.style.minHeight = `${floor}px`;
  }

  /**
   * Cut a block to the room there is; the height that is left.
   * @param {Block} block
   * @param {number[]} heights
   * @param {number} room
   */
  cut({ rows, more, isFull }, heights, room) {
    const whole = heights.reduce((sum, height) => sum + height, 0);
    if (whole <= room && !isFull) return whole;
    const { stay, height } = isFull ? { stay: new Set(rows.keys()), height: whole + MORE } : kept(rows, heights, room);
    const cut = rows.filter((row, i) => heights[i] > 0 && row.classList.toggle("cut", !stay.has(i))).length;
    more.hidden = !cut && !isFull;
    more.textContent = cut ? words("more_rows", { count: cut }) : words("fewer_rows");
    more.ariaExpanded = String(!cut);
    return height;
  }
}
