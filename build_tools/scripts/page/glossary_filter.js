/* A filter above the glossary. */
import { all, one } from "./dom.js";
import { words } from "./words.js";

/** A letter's heading goes with its last entry. @param {HTMLElement} letter */
const showLetter = (letter) => {
  let next = /** @type {HTMLElement | null} */ (letter.nextElementSibling);
  while (next?.hidden && next.matches(".entry")) next = /** @type {HTMLElement | null} */ (next.nextElementSibling);
  letter.hidden = !next?.classList.contains("entry");
};

export const startFilter = () => {
  const entries = all(".entry"),
    [filter] = all(".filter");
  if (!entries.length || !filter) return;
  const input = /** @type {HTMLInputElement} */ (one("input", filter)),
    said = one("[role=status]", filter);
  const texts = entries.map((entry) => entry.textContent.toLowerCase());
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    entries.forEach((entry, index) => {
      entry.hidden = !texts[index].includes(wanted);
    });
    all("h2[id^=initial-]").forEach(showLetter);
    said.textContent = wanted ? words("entries_left", { count: entries.filter((entry) => !entry.hidden).length }) : "";
  });
};
