/* Addresses of units: what is one, what lies above it, and where one stands in a longer text. The grammar is Python's;
   tests/cases/scripts/anchors.json holds both to the same. */
import { SENTENCE, STEP } from "./grammar.js";

const PATH = `${STEP}(?:-${STEP})*`;
const STEPS = new RegExp(STEP, "g");
const UNIT = new RegExp(`^${PATH}$`);
const BEGINNING = new RegExp(`^${PATH}(?!-?[\\da-z])`);
const SENTENCE_END = new RegExp(`-${SENTENCE}$`);
const FIRST_END = new RegExp(`^.*?-${SENTENCE}-`);
const PASTED = new RegExp(`(\\S*?)(?:[?&]at=|#|%23)(${PATH})(?![\\da-z])`, "i");
const TYPED = new RegExp(`(?:^|#)(${PATH})\\s*$`, "i");

/** Whether this is the address of a unit. @param {string | undefined} text */
export const isUnit = (text) => UNIT.test(text ?? "");

/**
 * The address at the beginning, without what programs add to it or change in it: capitals, full width, a stop at the
 * end.
 * @param {string} text
 */
export const anchorIn = (text) => text.normalize("NFKC").toLowerCase().match(BEGINNING)?.[0] ?? "";

/** The address of the unit above by path, "" above the first step. @param {string} anchor */
export const parentOf = (anchor) => (isUnit(anchor) ? (anchor.match(STEPS) ?? []).slice(0, -1).join("-") : "");

/** The number of the first step: of the section, where sections are numbered. @param {string} anchor */
export const sectionOf = (anchor) => anchor.match(/\d+/)?.[0];

/** Whether it is that of a sentence in a paragraph. @param {string} anchor */
export const isSentence = (anchor) => SENTENCE_END.test(anchor);

/** The paragraph or head of a sentence; a head or paragraph itself. @param {string} anchor */
export const blockIdOf = (anchor) => anchor.replace(SENTENCE_END, "");

/** The second of two addresses in one, the first that of a sentence; others as they are. @param {string} both */
export const secondOf = (both) => both.replace(FIRST_END, "");

/**
 * An address somewhere in what was pasted, and what stands before it.
 * @param {string} text
 * @returns {[before: string, anchor: string] | null}
 */
export const pastedAnchor = (text) => {
  const found = text.match(PASTED);
  return found && [found[1], found[2]];
};

/** An address at the end of what was typed. @param {string} text */
export const typedAnchor = (text) => text.match(TYPED)?.[1].toLowerCase();

/** Text of an address as it is meant; as it stands where it is no encoding. @param {string} text */
export const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
