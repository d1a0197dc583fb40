/* What a query means. */

/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./types.js").Word} Word */
/** @typedef {import("./names.js").Names} Names */

const QUESTION = new RegExp(
  "请问|为什么|为何|怎么样|怎么办|怎么搞|怎样|怎么|如何|是什么|什么|哪一个|哪些|哪个|哪里|哪儿|哪|有没有|是不是|是否|多少|谁|吗|呢|呀",
  "gu",
);
const PARTICLES = /[的地得了着在是和与及或把被对向要就都也还有让给能会可应]+/u;
const DEFINITION = new RegExp(
  "^(?:什么是|何为|何谓|啥是|啥叫|什么叫)(.{2,})$|^(.{2,}?)(?:是什么|是啥|指什么|是指什么|是什么意思|什么意思|的定义|的含义)$",
  "u",
);
const QUOTED = /["“”„]([^"“”„]+)["“”]|「([^」]+)」|『([^』]+)』/gu;
const MOST = 12; // words of a query

/** Without question words. @param {string} text */
const bare = (text) => text.replace(QUESTION, " ").split(/\s+/u).filter(Boolean);

/**
 * Known names inside a longer run, and what is left between them.
 * @param {string} text @param {Pick<Names, "isName" | "longest">} names
 */
export const segments = (text, names) => {
  /** @type {string[]} */
  const known = [],
    /** @type {string[]} */ left = [];
  let rest = "";
  const keep = () => {
    left.push(...rest.split(PARTICLES).filter(Boolean));
    rest = "";
  };
  for (let i = 0; i < text.length;) {
    let length = Math.min(names.longest, text.length - i);
    while (length > 1 && !names.isName(text.slice(i, i + length))) length--;
    if (length > 1) {
      keep();
      known.push(text.slice(i, i + length));
      i += length;
    } else rest += text[i++];
  }
  keep();
  return { known, left };
};

/** What stands in quotes is meant as it stands. @param {string} text @returns {Word} */
const strictly = (text) => ({ text, phrases: new Map([[text, 1]]), documents: new Set() });

/**
 * @param {string} raw @param {Pick<Names, "isName" | "longest" | "word">} names @param {(text: string) => string}
 * fold
 * @returns {Query}
 */
export const readQuery = (raw, names, fold) => {
  /** @type {string[]} */
  const strict = [];
  const rest = raw.replace(QUOTED, (_, a, b, c) => {
    strict.push(fold(a ?? b ?? c));
    return " ";
  });
  const plain = rest.split(/\s+/u).map(fold).filter(Boolean).slice(0, MOST);
  const letters = plain.length > 1 && plain.every((word) => /^[a-z]+$/.test(word)) ? plain : [];
  const spelt = letters.length ? [letters.join("")] : plain;
  const runs = rest
    .normalize("NFKC")
    .split(/[\s\p{P}]+/u)
    .flatMap(bare)
    .map(fold)
    .filter(Boolean);
  const parts = runs.map((run) => segments(run, names));
  const known = parts.flatMap((part) => part.known),
    left = parts.flatMap((part) => part.left);
  const exact = strict.filter(Boolean).map(strictly),
    whole = fold(raw),
    [, before, after] = whole.match(DEFINITION) ?? [];
  const read = (/** @type {Iterable<string>} */ texts) => [...exact, ...[...texts].map((text) => names.word(text))];
  return {
    whole,
    letters,
    known,
    left,
    defined: before ?? after,
    stripped: plain.flatMap(bare).join(""),
    strict: exact.length > 0,
    words: read(spelt),
    pieces: read(new Set([...known, ...left])),
  };
};
