/* English queries: the longest names of words that follow each other, and what is left. */

/** @typedef {import("./names.js").Names} Names */

const LONGEST = 5; // words of a name

/** The same word in the singular. @param {string} word */
const singular = (word) => word.replace(/ies$/, "y").replace(/(?<=[^su])s$/, "");

/**
 * The words of an English query; null if it has no English name: then its letters may be pinyin.
 * @param {string} text @param {Pick<Names, "isName" | "isIdle">} names @param {(text: string) => string} fold
 */
export const englishRun = (text, names, fold) => {
  const all = text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}.+]+/u)
    .filter(Boolean);
  if (!all.some((word) => /^[a-z]/.test(word))) return null;
  /** @type {string[]} */
  const words = [],
    /** @type {string[]} */ idle = [];
  let found = 0;
  for (let i = 0; i < all.length;) {
    let length = Math.min(LONGEST, all.length - i),
      name = "";
    for (; length > 0 && !name; length--) {
      const run = all.slice(i, i + length),
        last = singular(run[length - 1]);
      name =
        [run, [...run.slice(0, -1), last], run.map(singular)]
          .map((one) => fold(one.join("")))
          .find((one) => names.isName(one) && /[a-z]/.test(one)) ?? "";
    }
    if (name) {
      words.push(name);
      found++;
      i += length + 1;
    } else {
      const word = all[i++];
      if (names.isIdle(word)) idle.push(word);
      else words.push(fold(word));
    }
  }
  return found ? { words, idle } : null;
};
