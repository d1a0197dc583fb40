/* A filter above the glossary. Its word is kept in the address; where no entry has it, it leads into the search of
   the site. */
import { all, make, one } from "./dom.js";
import { words } from "./words.js";

const KEY = "filter";

/** A letter's heading goes with its last entry. @param {HTMLElement} letter */
const showLetter = (letter) => {
  let next = /** @type {HTMLElement | null} */ (letter.nextElementSibling);
  while (next?.hidden && next.matches(".entry")) next = /** @type {HTMLElement | null} */ (next.nextElementSibling);
  letter.hidden = !next?.classList.contains("entry");
};

/** The word in the address. @param {string} wanted */
const keep = (wanted) => {
  const here = new URL(location.href);
  if (wanted) here.searchParams.set(KEY, wanted);
  else here.searchParams.delete(KEY);
  try {
    history.replaceState(history.state, "", here);
  } catch {
    /* not allowed: it stays as it is */
  }
};

/** The way into the search of the site. @param {string} wanted */
const further = (wanted) => {
  const button = make("button", { type: "button", className: "further" }, words("search_site", { words: wanted }));
  button.addEventListener("click", () => document.dispatchEvent(new CustomEvent("ask", { detail: wanted })));
  return button;
};

export const startFilter = () => {
  const entries = all(".entry"),
    [filter] = all(".filter");
  if (!entries.length || !filter) return;
  const input = /** @type {HTMLInputElement} */ (one("input", filter)),
    said = one("[role=status]", filter);
  const texts = entries.map((entry) => entry.textContent.toLowerCase());
  const show = () => {
    const typed = input.value.trim(),
      wanted = typed.toLowerCase();
    entries.forEach((entry, index) => {
      entry.hidden = !texts[index].includes(wanted);
    });
    all("h2[id^=initial-]").forEach(showLetter);
    const left = entries.filter((entry) => !entry.hidden).length;
    said.replaceChildren(wanted ? words("entries_left", { count: left }) : "", ...(left ? [] : [" ", further(typed)]));
    keep(typed);
  };
  input.addEventListener("input", show);
  input.value = new URLSearchParams(location.search).get(KEY) ?? "";
  if (input.value) show();
};
