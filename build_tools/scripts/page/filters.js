/* Filters by what rows show (?show=same,part), as chips above them. The address keeps what is chosen. */
import { keep, withValue } from "./address_value.js";
import { all } from "./dom.js";

/** What the address asks for. @param {string} name */
export const asked = (name) => new URLSearchParams(location.search).get(name);

/** Which rows are wanted; all where nothing is chosen. */
export const chosen = () => (asked("show") ?? "").split(",").filter(Boolean);

/** @param {HTMLAnchorElement} link @param {boolean} is @param {string} href where it leads next */
export const show = (link, is, href) => {
  link.href = href;
  if (is) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
};

/** The chips say what is chosen, and what they would choose. */
export const drawChips = () => {
  const on = chosen();
  for (const chip of /** @type {HTMLAnchorElement[]} */ (all(".chip[data-r]"))) {
    const own = chip.dataset.r ?? "",
      is = on.includes(own);
    show(chip, is, withValue("show", (is ? on.filter((one) => one !== own) : [...on, own]).join()));
  }
};

/**
 * A chip changes the address and what is drawn; it stays a link that can be opened elsewhere.
 * @param {string} chips @param {() => void} draw
 */
export const startChips = (chips, draw) => {
  for (const chip of /** @type {HTMLAnchorElement[]} */ (all(chips))) {
    chip.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      keep(chip.href);
      draw();
    });
  }
};
