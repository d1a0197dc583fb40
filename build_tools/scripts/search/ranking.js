/* What a hit is worth. Every reading of the query gives entries a value, the best one counts. */

/** @typedef {import("./types.js").Hit} Hit */
/** @typedef {import("./types.js").Hits} Hits */
/** @typedef {import("./types.js").Entry} Entry */

/** The whole phrase; all words in a sentence, a paragraph, an item; as good as certain; all further off; a part. */
export const WORTH = { exact: 1000, all: 800, paragraph: 600, item: 500, sure: 300, beside: 290, partly: 50 };
const FIRST = 300;
const BEHIND = 190; // a sentence that has a word for it stands 200 below one that has the word

/**
 * @param {Hits} hits @param {number} id @param {number} value
 * @param {string[]} [marks] without any those that the hit has
 */
export const score = (hits, id, value, marks) => {
  const before = hits.get(id);
  if (!before || before.value < value) hits.set(id, { id, value, marks: marks ?? before?.marks ?? [] });
};

/** Rare words count more. @param {number} count @param {number} size */
export const rarity = (count, size) => Math.log(1 + size / (count + 1));

/**
 * Between entries of like value: heads, much of a short text, several of the phrases, words close together.
 * @param {Pick<Entry, "folded" | "isHead">} entry @param {string[]} marks
 */
export const bonus = ({ folded, isHead }, marks) => {
  const there = [...new Set(marks)].filter((mark) => folded.includes(mark)),
    places = there.map((mark) => folded.indexOf(mark));
  const times = (/** @type {string} */ mark) => (there.length < 2 ? folded.split(mark).length - 1 : 1);
  const covered = there.reduce((sum, mark) => sum + mark.length * times(mark), 0);
  const close = there.length < 2 ? 0 : 1 - Math.min(1, (Math.max(...places) - Math.min(...places)) / 60);
  return 40 * Math.min(1, covered / folded.length) + 10 * Math.min(there.length, 4) + 40 * close + (isHead ? 40 : 0);
};

/**
 * Add what a hit's text is worth; one that only looked like a hit, by its pairs, falls.
 * @param {Hit} hit
 * @param {Entry} entry
 */
export const weigh = (hit, entry) => {
  const onlyLooked =
    hit.value >= WORTH.item && hit.marks.length > 0 && !hit.marks.some((mark) => entry.folded.includes(mark));
  if (onlyLooked) hit.value = WORTH.partly;
  hit.value += bonus(entry, hit.marks) / (hit.value < WORTH.sure ? 20 : 1);
};

/** @param {Hit[]} hits */
export const inOrder = (hits) => hits.sort((a, b) => b.value - a.value || a.id - b.id);

/**
 * What falls so far behind the best is only near, however it was found: words for it where the text has it itself.
 * @param {Hit[]} hits in order
 */
export const stepBack = (hits) => {
  const least = (hits[0]?.value ?? 0) - BEHIND;
  for (const hit of hits)
    if (hit.value >= WORTH.sure && hit.value < least) hit.value = WORTH.beside + hit.value / WORTH.exact;
  return hits;
};

/** Of ten thousands of hits the first few hundred, without sorting them all. @param {Hits} hits */
export const firstOf = (hits) => {
  const values = Float64Array.from(hits.values(), ({ value }) => value).sort(),
    least = values[Math.max(0, values.length - FIRST)];
  return inOrder([...hits.values()].filter(({ value }) => value >= least));
};

/** Whether something sure was found. @param {Hits} hits */
export const firm = (hits) => [...hits.values()].some(({ value }) => value >= WORTH.sure);
