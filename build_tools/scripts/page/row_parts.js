/* Rows of a comparison that is too long for one page stand on its parts; the page that lists these knows where. */
import { decoded, parentOf, secondOf } from "../anchor.js";
import { all, byId } from "./dom.js";

/** @typedef {{tops: string[], rows: string[], href: string}} Part */

/**
 * The unit by which a row or group stands where it stands. A row is named by both ends, that of the implementing
 * document first, or by the document of the one it has.
 * @param {string} asked @param {string} document @param {boolean} isUpper whether the implemented document orders
 */
const unitIn = (asked, document, isUpper) => {
  const ends = asked.replace(/^(?:row|group)-/, "");
  if (ends.startsWith(`${document}-`)) return ends.slice(document.length + 1);
  return isUpper ? secondOf(ends) : ends;
};

/**
 * The part with an address, undefined if none has it: by its own list, else by the longest beginning.
 * @param {Part[]} parts @param {string} asked @param {string} document @param {boolean} isUpper
 */
export const partWith = (parts, asked, document, isUpper) => {
  const listed = parts.find(({ rows }) => rows.includes(asked));
  if (listed || !/^(?:row|group)-/.test(asked)) return listed;
  for (let unit = unitIn(asked, document, isUpper); unit; unit = parentOf(unit)) {
    const found = parts.find(({ tops }) => tops.includes(unit));
    if (found) return found;
  }
  return undefined;
};

/** Where an address of this page stands today, "" for nowhere else. @param {string} asked */
const addressOf = (asked) => {
  const [list] = all(".order");
  if (!list) return "";
  const parts = /** @type {HTMLAnchorElement[]} */ (all("a", list)).map(({ href, dataset }) => ({
    href,
    tops: (dataset.tops ?? "").split(" "),
    rows: (dataset.rows ?? "").split(" "),
  }));
  const { document = "", upper } = list.dataset;
  const part = partWith(parts, asked, document, upper !== undefined);
  return part ? `${part.href}#${asked}` : "";
};

/** An address that this page had when it had all rows leads on. */
export const startRowParts = () => {
  const lead = () => {
    const asked = decoded(location.hash.slice(1)),
      there = asked && !byId(asked) && addressOf(asked);
    if (there) location.replace(there);
  };
  addEventListener("hashchange", lead);
  lead();
};
