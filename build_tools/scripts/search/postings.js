/* Pairs of neighbouring characters and the entries that have them, as build_tools/duidu/render/search/postings.py
   writes them. */

/** @param {string} phrase */
export const pairsOf = (phrase) => {
  const chars = [...phrase];
  return chars.slice(1).map((char, i) => chars[i] + char);
};

/**
 * The last place in a sorted list whose value is not above this one.
 * @param {string[]} list
 * @param {string} value
 */
export const placeBelow = (list, value) => {
  let low = 0,
    high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (list[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Entries as distances in digits → their numbers. @param {string} codes */
export const decoded = (codes) => {
  const ids = [];
  let id = -1,
    high = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes.charCodeAt(i),
      digit = code - (code > 92 ? 36 : 35);
    if (digit >= 64) high = high * 27 + digit - 63;
    else {
      ids.push((id += high * 64 + digit + 1));
      high = 0;
    }
  }
  return ids;
};

/** @param {number[]} left @param {number[]} right */
const both = (left, right) => {
  const kept = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) {
      kept.push(left[i]);
      i++;
      j++;
    } else if (left[i] < right[j]) i++;
    else j++;
  }
  return kept;
};

/** The numbers in all of these sorted lists. @param {number[][]} lists */
export const inAll = (lists) => (lists.length ? lists.sort((a, b) => a.length - b.length).reduce(both) : []);

/** The pairs of one first character in a file: second character → codes. @param {string | undefined} block */
export const seconds = (block) =>
  new Map(
    (block?.split(" ") ?? []).map((pair) => {
      const second = String.fromCodePoint(/** @type {number} */ (pair.codePointAt(0)));
      return [second, pair.slice(second.length)];
    }),
  );
