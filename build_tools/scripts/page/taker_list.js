/* The places that carry out a provision: in the corpus's order or by closeness (?s=closeness), filtered by relation
   (?show=same,part) and by place (?place=suining-2024). Without scripts the table above leads to each place. */
import { decoded } from "../anchor.js";
import { all, byId, make, one } from "./dom.js";
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

/** The document that a place's block is of. @param {HTMLElement} place */
const idOf = ({ id }) => id.replace("place-", "");

/**
 * A list to choose one of the places from.
 * @param {HTMLElement[]} places @param {() => void} draw
 */
const placeChoice = (places, draw) => {
  const facet = words("place"),
    options = places.map((place) => new Option(one("h3 a", place).textContent, idOf(place)));
  const select = make("select", { ariaLabel: facet }, new Option(words("all", { facet }), ""), ...options);
  select.addEventListener("change", () => {
    keep(withFilter("place", select.value));
    draw();
  });
  return select;
};

export const startTakerList = () => {
  const [list] = all(".taker-list");
  if (!list) return;
  const places = all(".taker", list);
  const draw = () => {
    const on = chosen(),
      own = asked("place") ?? "",
      isSorted = asked("s") === "closeness";
    drawChips();
    for (const chip of /** @type {HTMLAnchorElement[]} */ (all(".chip[data-s]"))) {
      const order = chip.dataset.s ?? "";
      show(chip, isSorted === (order !== ""), withFilter("s", order));
    }
    list.append(...(isSorted ? [...places].sort((a, b) => closeness(b) - closeness(a)) : places));
    select.value = own;
    const left = places.filter((place) => drawPlace(place, on) && !(place.hidden = own !== "" && own !== idOf(place)));
    said.textContent = on.length || own ? words("places_shown", { count: left.length }) : "";
  };
  const [said] = all(".shown"),
    select = placeChoice(places, () => draw());
  if (places.length > 1) said.before(select);
  draw();
  startChips(".chip[data-r],.chip[data-s]", draw);
  const arrive = () => {
    const target = byId(decoded(location.hash.slice(1)));
    if (target?.hidden) {
      for (const name of ["show", "place"]) keep(withFilter(name, ""));
      draw();
    }
    if (location.search) target?.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();
};
