/* Every word that a reader sees, by its key: from `data/zh.toml` and the corpus's own words, in the generated
   script assets/words.js. */

/** @type {Words} */
export const words = (key, filling) => globalThis.words(key, filling);
