/* The places that carry out a provision: in the corpus's order or by closeness (?s=closeness), and filtered. */
import { decoded } from "../anchor.js";
import { all, byId } from "./dom.js";
import { asked, chosen, drawChips, keep, show, startChips, withFilter } from "./filters.js";
import { words } from "./words.js";

/** Those that nobody has read come last. @param {HTMLElement} place */
const closeness = ({ dataset }) => Number(dataset.k ?? -1);

/**
 * What of a place is wanted; the place itself goes with the last of it.
 * @param {HTMLElement} place @param {string[]} on
 */
const drawPlace = (place, on) => {
  const parts = all("[data-r]", place);
  for (const part of parts) part.hidden = on.length > 0 && !on.includes(part.dataset.r ?? "");
  place.hidden = parts.every((part) => part.hidden);
  return !place.hidden;
};

export const startTakerList = () => {
  const [list] = all(".taker-list");
  if (!list) return;
  const places = all(".taker", list);
  const draw = () => {
    const on = chosen(),
      isSorted = asked("s") === "closeness";
    drawChips();
    for (const chip of /** @type {HTMLAnchorElement[]} */ (all(".chip[data-s]"))) {
      show(chip, isSorted, withFilter("s", isSorted ? "" : "closeness"));
    }
    list.append(...(isSorted ? [...places].sort((a, b) => closeness(b) - closeness(a)) : places));
    const count = places.filter((place) => drawPlace(place, on)).length;
    const [said] = all(".shown");
    said.textContent = on.length ? words("places_shown", { count }) : "";
  };
  draw();
  startChips(".chip[data-r],.chip[data-s]", draw);
  const arrive = () => {
    const target = byId(decoded(location.hash.slice(1)));
    if (target?.hidden) {
      keep(withFilter("show", ""));
      draw();
    }
    if (location.search) target?.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();
};
