/* The places that carry out a provision: in the corpus's order or by closeness (?s=closeness), filtered by relation
   (?show=same,part), by place (?place=suining-2024) and by a sentence of the provision (?u=h2-k1-p1-t1). Without
   scripts the table above leads to each place. */
import { decoded } from "../anchor.js";
import { all, byId, make, one as first } from "./dom.js";
import { keep, withValue } from "./address_value.js";
import { asked, chosen, drawChips, show, startChips } from "./filters.js";
import { words } from "./words.js";

/** Those that nobody has read come last. @param {HTMLElement} place */
const closeness = ({ dataset }) => Number(dataset.k ?? -1);

/**
 * What of a place is wanted; the place itself goes with the last of it.
 * @param {HTMLElement} place @param {string[]} on @param {string} unit
 */
const drawPlace = (place, on, unit) => {
  const parts = all("[data-r]", place);
  for (const part of parts) {
    const { r = "", u = "" } = part.dataset;
    part.hidden = (on.length > 0 && !on.includes(r)) || (unit !== "" && !u.split(" ").includes(unit));
  }
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
    options = places.map((place) => new Option(first("h3 a", place).textContent, idOf(place)));
  const select = make("select", { ariaLabel: facet }, new Option(words("all", { facet }), ""), ...options);
  select.addEventListener("change", () => {
    keep(withValue("place", select.value));
    draw();
  });
  return select;
};

/**
 * The counts in the provision's text choose a sentence; what it is called is on a chip that lets it go again.
 * @param {HTMLElement} chip @param {string} unit
 */
const drawCounts = (chip, unit) => {
  chip.hidden = true;
  for (const count of /** @type {HTMLAnchorElement[]} */ (all(".took"))) {
    const is = count.dataset.u === unit;
    show(count, is, withValue("u", is ? "" : (count.dataset.u ?? "")));
    if (!is) continue;
    chip.hidden = false;
    chip.textContent = `${count.ariaLabel} ×`;
  }
};

export const startTakerList = () => {
  const [list] = all(".taker-list");
  if (!list) return;
  const places = all(".taker", list),
    one = make("a", { className: "chip", hidden: true, ariaCurrent: "true" });
  const draw = () => {
    const on = chosen(),
      own = asked("place") ?? "",
      unit = asked("u") ?? "",
      isSorted = asked("s") === "closeness";
    drawChips();
    drawCounts(one, unit);
    one.href = withValue("u", "");
    for (const chip of /** @type {HTMLAnchorElement[]} */ (all(".chip[data-s]"))) {
      const order = chip.dataset.s ?? "";
      show(chip, isSorted === (order !== ""), withValue("s", order));
    }
    list.append(...(isSorted ? [...places].sort((a, b) => closeness(b) - closeness(a)) : places));
    select.value = own;
    const left = places.filter(
        (place) => drawPlace(place, on, unit) && !(place.hidden = own !== "" && own !== idOf(place)),
      ),
      isFiltered = on.length || own || unit;
    for (const rest of all(".rest", list)) rest.toggleAttribute("open", !!isFiltered);
    said.textContent = isFiltered ? words("places_shown", { count: left.length }) : "";
  };
  const [said] = all(".shown"),
    select = placeChoice(places, () => draw());
  if (places.length > 1) said.before(select);
  said.before(one);
  draw();
  startChips(".chip,.took", draw);
  for (const count of all(".took")) count.addEventListener("click", () => byId("places")?.scrollIntoView());
  const arrive = () => {
    const target = byId(decoded(location.hash.slice(1)));
    if (target?.hidden) {
      for (const name of ["show", "place", "u"]) keep(withValue(name, ""));
      draw();
    }
    if (location.search) target?.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();
};
