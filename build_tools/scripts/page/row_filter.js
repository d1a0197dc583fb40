/* Which rows are shown: by relation (?show=same,part), and those of one cell of the matrix
   (?cell=h2-k1.h2-k2). A row's own address drops a filter that would hide it. */
import { decoded } from "../anchor.js";
import { all, byId, make } from "./dom.js";
import { keep, withValue } from "./address_value.js";
import { asked, chosen, drawChips, startChips } from "./filters.js";
import { words } from "./words.js";

const NEAR = 0.7; // of the screen

/**
 * A run of rows: the upper unit goes to the first that is left. The number of these is the answer.
 * @param {HTMLTableSectionElement} run @param {(row: HTMLTableRowElement) => boolean} isWanted
 */
const drawRun = (run, isWanted) => {
  const left = [...run.rows].filter((row) => !(row.hidden = !isWanted(row)));
  const upper = /** @type {HTMLTableCellElement | null} */ (run.querySelector(".up"));
  run.hidden = !left.length;
  if (upper && left.length) {
    left[0].prepend(upper);
    upper.rowSpan = left.length;
    for (const said of all("small", upper)) said.hidden = left.length < run.rows.length;
  }
  return left.length;
};

const draw = () => {
  const on = chosen(),
    cell = asked("cell");
  const isWanted = (/** @type {HTMLTableRowElement} */ { dataset }) =>
    (!on.length || on.includes(dataset.r ?? "")) && (cell === null || dataset.c === cell);
  drawChips();
  let count = 0;
  for (const group of all(".group")) {
    const runs = /** @type {HTMLTableSectionElement[]} */ (all("tbody", group));
    for (const run of runs) count += drawRun(run, isWanted);
    group.hidden = runs.every((run) => run.hidden);
  }
  const [said] = all(".shown");
  said.textContent = "";
  if (!on.length && cell === null) return;
  said.append(
    `${words("rows_shown", { count })} `,
    make("a", { href: location.pathname, textContent: words("all_shown") }),
  );
};

/** The row of the address is shown, whatever was filtered; with the upper sentence where there is room for both. */
const arrive = () => {
  const target = byId(decoded(location.hash.slice(1)));
  if (!target) return;
  if (target.closest("[hidden]")) {
    for (const name of ["show", "cell"]) keep(withValue(name, ""));
    draw();
  }
  const run = target.closest("tbody");
  const isNear = run && target.getBoundingClientRect().bottom - run.getBoundingClientRect().top < innerHeight * NEAR;
  (isNear ? run : target).scrollIntoView();
};

export const startRowFilter = () => {
  if (!all(".group").length) return;
  draw();
  arrive();
  addEventListener("hashchange", arrive);
  startChips(".chip", draw);
};
