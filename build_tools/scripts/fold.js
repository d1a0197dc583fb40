/* Folding: what full and half width, white space or case make no difference to. */

/* White space as Python's str.split() knows it. */
// eslint-disable-next-line no-control-regex
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** What is hashed: as build_tools/duidu/text/fold.py does it. @param {string} text */
export const foldedText = (text) => text.normalize("NFKC").replace(SPACE, "").normalize("NFKC");

/**
 * What is searched, one character at a time: as build_tools/duidu/render/search/folding.py does it.
 * @param {string} char
 */
export const foldedChar = (char) =>
  char
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, "");
