/* The texts: a file holds so many entries that an entry's number says where it is. */

/** @typedef {import("./types.js").Entry} Entry */

/**
 * The entries of one file. A row of one cell says on which page the next blocks stand; a head ends with its text, a
 * paragraph with the
 * ends of its sentences' addresses and their texts.
 * @param {any[][]} rows @param {(place: number) => number} documentOf the document of the n-th entry of the file
 * @param {(text: string) => string} fold @returns {Entry[]}
 */
export const unpacked = (rows, documentOf, fold) => {
  /** @type {Entry[]} */
  const all = [];
  let page = "";
  for (const [block, where, third, last, before = 0] of rows) {
    if (where === undefined) {
      page = block;
      continue;
    }
    const d = documentOf(all.length),
      isHead = typeof last === "string";
    for (const [i, [end, text]] of (isHead ? [["", last]] : last).entries()) {
      all.push({
        page,
        block,
        where,
        text,
        isHead,
        anchor: block + end,
        place: isHead ? "" : third,
        pinyin: isHead ? third : "",
        number: before + i + 1,
        folded: fold(text),
        paragraph: `${d}#${block}`,
        item: `${d}/${where}`,
      });
    }
  }
  return all;
};
