/* Pieces of a query that stand nowhere as they are: cut where particles, light words, halves show other words. */
import { partedAtParticles, stemOf } from "./query.js";

/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./index.js").Index} Index */

const COMMON = 20; // a character in more than one of so many entries says nothing

/** @param {string} text @param {(text: string) => boolean} stands */
const halved = (text, stands) => {
  if (stands(text)) return [text];
  const halves = text.length > 3 && text.length % 2 === 0 ? (text.match(/../gu) ?? []) : [];
  const stem = stemOf(text) ?? halves;
  return stem.length && stem.every(stands) ? stem : [text];
};

/**
 * Whether it is a common character left over between words: 四 of 四个现代化.
 * @param {string} text @param {string[]} all @param {Index} index @param {import("./names.js").Names} names
 */
const saysNothing = (text, all, index, names) => {
  const isAlone = [...text].length === 1 && all.some((other) => [...other].length > 1);
  return isAlone && (names.isLight(text, false) || index.having(text).length * COMMON > index.size);
};

/**
 * A piece that stands nowhere may be words that do: 攻关技术, 钢铁厂.
 * @param {Query} query @param {Index} index @param {import("./names.js").Names} names
 */
export const cut = (query, index, names) => {
  const stands = (/** @type {string} */ text) => index.having(text).length > 0;
  const uncut = query.left
    .flatMap((run) => (stands(run) ? [run] : names.partedAtLight(run)))
    .flatMap((run) => (stands(run) ? [run] : partedAtParticles(run)));
  const left = uncut.flatMap((text) => halved(text, stands));
  const rest = left.filter((text) => !saysNothing(text, [...query.known, ...left], index, names));
  if (rest.join(" ") === query.left.join(" ")) return;
  query.isHalved ||= left.length > uncut.length || rest.some(([, second]) => !second);
  const words = [...new Set([...query.known, ...rest])].map((text) => names.word(text));
  query.light = left.filter((text) => !rest.includes(text));
  query.left = rest;
  query.pieces = [...query.pieces.filter(({ text }) => !query.known.includes(text) && query.strict), ...words];
};
