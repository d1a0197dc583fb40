/* A text with the looked-for phrases marked, cut around the first of them. */

const CLIP = 130,
  BEFORE = 30;

/**
 * Where the phrases stand: one number per character of the text, 1 inside.
 * @param {string} text @param {string[]} marks folded phrases @param {(char: string) => string} foldChar
 */
export const marksIn = (text, marks, foldChar) => {
  /** @type {[number, number][]} where in the text each folded character comes from */
  const from = [];
  const on = new Uint8Array(text.length);
  let at = 0,
    folded = "";
  for (const char of text) {
    const own = foldChar(char);
    for (let i = own.length; i > 0; i--) from.push([at, at + char.length]);
    folded += own;
    at += char.length;
  }
  for (const mark of marks.filter(Boolean)) {
    for (let i = folded.indexOf(mark); i >= 0; i = folded.indexOf(mark, i + 1))
      on.fill(1, from[i][0], from[i + mark.length - 1][1]);
  }
  return on;
};

/**
 * The text in pieces, by turns plain and marked.
 * @param {string} text
 * @param {Uint8Array} on
 * @returns {{text: string, isMarked: boolean}[]}
 */
export const pieces = (text, on) => {
  const first = on.indexOf(1),
    start = text.length > CLIP && first > CLIP - BEFORE ? first - BEFORE : 0;
  const end = Math.min(text.length, start + CLIP),
    found = start ? [{ text: "…", isMarked: false }] : [];
  for (let i = start; i < end;) {
    let j = i;
    while (j < end && on[j] === on[i]) j++;
    found.push({ text: text.slice(i, j), isMarked: on[i] === 1 });
    i = j;
  }
  return end < text.length ? [...found, { text: "…", isMarked: false }] : found;
};
