/* A filter above a long list: of terms, of documents, of pairs. Its word is kept in the address; where no row has it,
   it leads into the search of the site. */
import { keep, withValue } from "./address_value.js";
import { all, make, one } from "./dom.js";
import { words } from "./words.js";

const KEY = "filter";

/** The headings, each with the rows below it; those with none are left out. @param {string} rows */
const groupsOf = (rows) => {
  /** @type {Map<HTMLElement, HTMLElement[]>} */
  const groups = new Map();
  /** @type {HTMLElement[]} */
  let below = [];
  for (const found of all(`.md-content h2, ${rows}`))
    if (found.matches(rows)) below.push(found);
    else groups.set(found, (below = []));
  return [...groups].filter(([, held]) => held.length);
};

/** The way into the search of the site. @param {string} wanted */
const further = (wanted) => {
  const button = make("button", { type: "button", className: "further" }, words("search_site", { words: wanted }));
  button.addEventListener("click", () => document.dispatchEvent(new CustomEvent("ask", { detail: wanted })));
  return button;
};

export const startFilter = () => {
  const [filter] = all(".filter");
  if (!filter?.dataset.rows) return;
  const rows = all(filter.dataset.rows),
    groups = groupsOf(filter.dataset.rows);
  const input = /** @type {HTMLInputElement} */ (one("input", filter)),
    said = one("[role=status]", filter);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const show = () => {
    const typed = input.value.trim(),
      wanted = typed.toLowerCase();
    rows.forEach((row, index) => {
      row.hidden = !texts[index].includes(wanted);
    });
    for (const [heading, held] of groups) heading.hidden = held.every((row) => row.hidden);
    const left = rows.filter((row) => !row.hidden).length;
    said.replaceChildren(wanted ? words("rows_left", { count: left }) : "", ...(left ? [] : [" ", further(typed)]));
    keep(withValue(KEY, typed));
  };
  input.addEventListener("input", show);
  input.value = new URLSearchParams(location.search).get(KEY) ?? "";
  if (input.value) show();
};
