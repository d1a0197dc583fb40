/* Which rows of a comparison are shown: by relation (?show=same,part), and those of one cell of the matrix
   (?cell=h2-k1.h2-k2). The address keeps it; a row's own address drops a filter that would hide it. */
import { decoded } from "../anchor.js";
import { all, byId, make } from "./dom.js";
import { words } from "./words.js";

const FILTERS = ["show", "cell"];
const NEAR = 0.7; // of the screen

/** The address with a filter changed, "" for none. @param {string} name @param {string} value */
const withFilter = (name, value) => {
  const here = new URL(location.href);
  if (value) here.searchParams.set(name, value);
  else here.searchParams.delete(name);
  here.search = here.search.replaceAll("%2C", ",");
  return here.href;
};

/** @param {string} href */
const keep = (href) => history.replaceState(history.state, "", href);

const shown = () => (new URLSearchParams(location.search).get("show") ?? "").split(",").filter(Boolean);

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
  const on = shown(),
    cell = new URLSearchParams(location.search).get("cell");
  const isWanted = (/** @type {HTMLTableRowElement} */ { dataset }) =>
    (!on.length || on.includes(dataset.r ?? "")) && (cell === null || dataset.c === cell);
  for (const chip of /** @type {HTMLAnchorElement[]} */ (all(".chip"))) {
    const own = chip.dataset.r ?? "",
      is = on.includes(own);
    chip.href = withFilter("show", (is ? on.filter((one) => one !== own) : [...on, own]).join());
    if (is) chip.setAttribute("aria-current", "true");
    else chip.removeAttribute("aria-current");
  }
  let count = 0;
  for (const group of all(".group")) {
    const runs = /** @type {HTMLTableSectionElement[]} */ (all("tbody", group));
    for (const run of runs) count += drawRun(run, isWanted);
    group.hidden = runs.every((run) => run.hidden);
  }
  const [said] = all(".shown");
  if (!on.length && cell === null) said.textContent = "";
  else {
    const whole = make("a", { href: location.pathname, textContent: words("all_shown") });
    said.replaceChildren(`${words("rows_shown", { count })} `, whole);
  }
};

/** The row of the address is shown, whatever was filtered, and with it the upper sentence where there is room for both. */
const arrive = () => {
  const target = byId(decoded(location.hash.slice(1)));
  if (!target) return;
  if (target.closest("[hidden]")) {
    for (const name of FILTERS) keep(withFilter(name, ""));
    draw();
  }
  const run = target.closest("tbody");
  const isNear = run && target.getBoundingClientRect().bottom - run.getBoundingClientRect().top < innerHeight * NEAR;
  (isNear ? run : target).scrollIntoView();
};

export const startRowFilter = () => {
  if (!all(".shown").length) return;
  draw();
  arrive();
  addEventListener("hashchange", arrive);
  for (const chip of /** @type {HTMLAnchorElement[]} */ (all(".chip"))) {
    chip.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      keep(chip.href);
      draw();
    });
  }
};
