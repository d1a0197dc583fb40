/* Table headers that sort. */
import { all, make } from "./dom.js";

/** @param {HTMLTableElement} table @param {HTMLTableCellElement} cell @param {number} column */
const sortBy = (table, cell, column) => {
  const down = cell.ariaSort !== "descending",
    [body] = table.tBodies;
  for (const other of table.rows[0].cells) other.removeAttribute("aria-sort");
  cell.ariaSort = down ? "descending" : "ascending";
  const key = (/** @type {HTMLTableRowElement} */ row) => row.cells[column].textContent.trim();
  const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "zh", { numeric: true }));
  body.append(...(down ? rows.reverse() : rows));
};

export const startSorting = () => {
  for (const table of /** @type {HTMLTableElement[]} */ (all(".sortable table, table.sortable"))) {
    [...table.rows[0].cells].forEach((cell, column) => {
      const button = make("button", { type: "button" }, ...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => sortBy(table, cell, column));
    });
  }
};
