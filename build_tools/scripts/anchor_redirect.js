/* An address opens where it points, or says where it leads instead. What is there is opened and shown; what is not
   is looked for on its page, then at the nearest ancestor. */
import { anchorIn, decoded, isUnit, parentOf } from "./anchor.js";
import { byId } from "./page/dom.js";
import { say } from "./page/notice.js";
import { addressOf, page, placeOf } from "./page/unit_page.js";
import { words } from "./page/words.js";

/** Layers and folds around it are opened. @param {HTMLElement} target */
const show = (target) => {
  let opened = false;
  const name = target.matches(".annot") ? "layer-notes" : target.matches(".cp") ? "layer-links" : "";
  const layer = /** @type {HTMLInputElement | null} */ (byId(name));
  if (layer && !layer.checked) opened = layer.checked = true;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
    opened ||= !fold.open;
    fold.open = true;
  }
  if (opened) target.scrollIntoView();
};

/**
 * The nearest of the address and its ancestors that something is true of, "" if none.
 * @param {string} anchor
 * @param {(anchor: string) => unknown} is
 */
const nearest = (anchor, is) => {
  let near = anchor;
  while (near && !is(near)) near = parentOf(near);
  return near;
};

/** @param {string} wanted @param {string} near */
const sayNearest = (wanted, near) => {
  const target = byId(near),
    place = near && page && (page.heads[near] ?? (target && placeOf(target)));
  const address = wanted;
  say(near ? words("nearest_address", { address, place: place || near }) : words("no_such_address", { address }), true);
};

/**
 * An address of a unit that this page has not.
 * @param {import("./page/unit_page.js").PageCitation} of
 * @param {string} asked
 */
const lead = (of, asked) => {
  const wanted = anchorIn(asked);
  if (!isUnit(wanted)) return say(words("no_such_address", { address: asked.slice(0, 40) }), true);
  if (wanted !== asked && byId(wanted)) return location.replace(`#${wanted}`);
  const home = of.pages[nearest(wanted, (known) => Object.hasOwn(of.pages, known))] ?? "full";
  const there = of.page !== "full" && home !== of.page && addressOf(of, home, wanted);
  if (there) return location.replace(there);
  const near = nearest(wanted, byId);
  if (near) location.replace(`#${near}`);
  return sayNearest(wanted, near);
};

/* A shared link names the unit twice, ?at=h1-p1#h1-p1, since programs that pass links on lose the one or the other. */
const land = () => {
  const inHash = decoded(location.hash.slice(1));
  const at = anchorIn(decoded(new URLSearchParams(location.search).get("at") ?? ""));
  const asked = !inHash || (at && page && !byId(inHash) && !isUnit(anchorIn(inHash))) ? at : inHash;
  if (!asked) return;
  const target = byId(asked);
  if (asked !== inHash && target) location.replace(`#${asked}`);
  else if (target && !target.matches(".moved")) show(target);
  else if (page) lead(page, asked);
};

if (page) say("");
addEventListener("hashchange", land);
land();
