/* A reader's own file against the text that the page shows, sentence by sentence, over folded text: full and half
   width, spaces and line breaks make no difference. */
import { foldedText } from "../fold.js";

/**
 * A piece of the page's text: a head or a sentence. `marker` is the printed mark before it, which a Word file may
 * number by itself.
 * @typedef {object} Piece
 * @property {string} id @property {string} text @property {string} marker
 */

/**
 * Where the two part: the page's sentences there (none: the file has more) and what the file has instead ("": nothing).
 * @typedef {object} Difference
 * @property {string[]} ids @property {string} ours @property {string} theirs @property {string} after the sentence
 * before it
 */

/**
 * @typedef {object} Comparison
 * @property {number} same @property {string[]} moved @property {Difference[]} differences
 */

/** @typedef {object} Found @property {number} at the piece @property {number} start @property {number} end */

/** The longest chain of places that rise with the pieces: the others stand elsewhere. @param {Found[]} found */
const inOrder = (found) => {
  /** @type {number[]} */
  const tails = [];
  /** @type {number[]} */
  const before = [];
  found.forEach(({ start }, index) => {
    let low = 0,
      high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found[tails[middle]].start < start) low = middle + 1;
      else high = middle;
    }
    before[index] = low ? tails[low - 1] : -1;
    tails[low] = index;
  });
  /** @type {Found[]} */
  const chain = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]) chain.unshift(found[index]);
  return chain;
};

/** @param {Piece[]} pieces @param {string} text @returns {Comparison} */
export const compareFile = (pieces, text) => {
  const file = foldedText(text),
    wanted = pieces.map((piece) => foldedText(piece.text));
  /** @type {Found[]} */
  const unique = [];
  wanted.forEach((words, at) => {
    const start = words ? file.indexOf(words) : -1;
    if (start >= 0 && file.indexOf(words, start + 1) < 0) unique.push({ at, start, end: start + words.length });
  });
  const chain = inOrder(unique);
  const kept = new Set(chain.map(({ at }) => at));
  const moved = unique.filter(({ at }) => !kept.has(at));
  const elsewhere = new Set(moved.map(({ at }) => at));
  /** @type {Found[]} */
  const placed = [];
  let next = 0,
    cursor = 0;
  // What stands in the file more than once (a head, a short sentence) is looked for between its neighbours.
  const fill = (/** @type {number} */ until, /** @type {number} */ limit) => {
    for (; next < until; next++) {
      const words = wanted[next];
      if (!words || elsewhere.has(next)) continue;
      const start = file.indexOf(words, cursor);
      if (start >= 0 && start + words.length <= limit) {
        placed.push({ at: next, start, end: start + words.length });
        cursor = start + words.length;
      }
    }
  };
  for (const found of chain) {
    fill(found.at, found.start);
    placed.push(found);
    next = found.at + 1;
    cursor = found.end;
  }
  fill(pieces.length, file.length);
  return {
    same: placed.length,
    moved: moved.map(({ at }) => pieces[at].id),
    differences: between(pieces, wanted, placed, moved, file),
  };
};

/**
 * What lies between the pieces that were found.
 * @param {Piece[]} pieces @param {string[]} wanted @param {Found[]} placed @param {Found[]} moved @param {string} file
 */
const between = (pieces, wanted, placed, moved, file) => {
  /** @type {Difference[]} */
  const differences = [];
  const away = new Set(moved.map(({ at }) => at));
  const ends = [...placed, { at: pieces.length, start: file.length, end: file.length }];
  let last = -1,
    cursor = 0;
  for (const { at, start, end } of ends) {
    const missing = [];
    for (let index = last + 1; index < at; index++) if (wanted[index] && !away.has(index)) missing.push(index);
    const theirs = withoutMarkers(withoutMoved(file, cursor, start, moved), pieces, last + 1, at);
    if (missing.length || theirs) {
      const ours = missing.map((index) => pieces[index].text).join("");
      differences.push({ ids: missing.map((index) => pieces[index].id), ours, theirs, after: pieces[last]?.id ?? "" });
    }
    last = at;
    cursor = end;
  }
  return differences;
};

/** @param {string} file @param {number} from @param {number} to @param {Found[]} moved */
const withoutMoved = (file, from, to, moved) => {
  let text = "";
  for (const { start, end } of [...moved].sort((a, b) => a.start - b.start)) {
    if (end <= from || start >= to) continue;
    text += file.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return text + file.slice(from, Math.max(from, to));
};

/**
 * The marks of the pieces there are no text of their own.
 * @param {string} text @param {Piece[]} pieces @param {number} from @param {number} to
 */
const withoutMarkers = (text, pieces, from, to) => {
  let rest = text;
  for (const { marker } of pieces.slice(from, to + 1)) {
    const mark = foldedText(marker);
    if (mark && rest.endsWith(mark)) rest = rest.slice(0, -mark.length);
    else if (mark && rest.startsWith(mark)) rest = rest.slice(mark.length);
  }
  return rest;
};
