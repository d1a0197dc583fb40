/* What a query means. */
import { englishRun } from "./english.js";

/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./types.js").Word} Word */
/** @typedef {import("./names.js").Names} Names */

const PARTICLES = /[的地得了着在是和与及或把被对向要就都也还有让给能会可应去来到我你他她们个]+/gu;
const AROUND = /^[的了着是和与及或把被吗]+|[的了着是和与及或把被吗]+$/gu; // never the first or last of a word
/* Words that say nothing of what is looked for; only where they are no part of a name. */
const IDLE =
  /太|很|想|需要|可以|处理|办理|有关|关于|方面|情况|政策|规定|新的|就是|[一二两三四五六七八九十百千几好多]+(?:块钱?|元|万|个月|天|岁|斤|张|趟|亩)/gu;
const DEFINITION = new RegExp(
  "^(?:什么是|何为|何谓|啥是|啥叫|什么叫)(.{2,})$|^(.{2,}?)(?:是什么|是啥|指什么|是指什么|是什么意思|什么意思|的定义|的含义)$",
  "u",
);
const QUOTED = /["“”„]([^"“”„]+)["“”]|「([^」]+)」|『([^』]+)』/gu;
const WITHOUT = new RegExp(
  String.raw`(?<=^|\s)[-－](?=[^\s\d])(?<minus>\S+)|(?:不含|不包括|不包含|除了|除开|除去|排除)\s*(?<word>[^\s，,。的]+?)` +
    String.raw`(?:以外|之外|外|的)*(?=[\s，,。的]|$)|\b(?:not|without|except)\s+(?<latin>\S+)`,
  "giu",
);
const WITHIN = /[了个过着]/gu; // what speakers put within a name
const MOST = 12; // words of a query

/** Without question words. @param {string} text @param {Pick<Names, "asking">} names */
const bare = (text, { asking }) => text.replace(asking, " ").split(/\s+/u).filter(Boolean);

/** What stands nowhere as it is, parted at particles: 产业要攻关 → 产业, 攻关. @param {string} text */
export const partedAtParticles = (text) => text.replace(PARTICLES, " ").split(" ").filter(Boolean);

const PLACES = /[厂店站业局费员部所场会]$/u; // what a word may have besides

/** 钢铁厂 → 钢铁. @param {string} text */
export const stemOf = (text) => (text.length === 3 && PLACES.test(text) ? [text.slice(0, 2)] : null);

/** Whether no word in letters is cut there: marriage has no ar. @param {string} text @param {number[]} ends */
const isApart = (text, ...ends) => ends.every((at) => !/[a-z]{2}/.test(text.slice(at && at - 1, at && at + 1)));

/**
 * Known names inside a longer run, and what is left between them: neither questions nor what speakers add, which no
 * text has to have. Names go before these: 发明归谁 is one.
 * @param {string} text @param {Pick<Names, "isName" | "isIdle" | "longest" | "asking">} names
 */
export const segments = (text, names) => {
  /** @type {string[]} */
  const known = [],
    /** @type {string[]} */ left = [],
    /** @type {string[]} */ idle = [];
  let rest = "";
  const keep = () => {
    const whole = rest.replace(WITHIN, ""), // 裂了缝 → 裂缝
      inner = whole === rest ? null : segments(whole, names);
    if (inner?.known.length) {
      known.push(...inner.known);
      rest = inner.left.join(" ");
      idle.push(...inner.idle);
    }
    const told = bare(rest, names).join(" ");
    idle.push(...(rest.match(names.asking) ?? []), ...(told.match(IDLE) ?? []));
    left.push(
      ...told
        .replace(IDLE, " ")
        .split(" ")
        .map((part) => part.replace(AROUND, ""))
        .filter(Boolean),
    );
    rest = "";
  };
  for (let i = 0; i < text.length;) {
    let length = Math.min(names.longest, text.length - i);
    const one = () => text.slice(i, i + length);
    while (length > 1 && !(isApart(text, i, i + length) && (names.isName(one()) || names.isIdle(one())))) length--;
    if (length > 1) {
      keep();
      (names.isName(one()) ? known : idle).push(one());
      i += length;
    } else rest += text[i++];
  }
  keep();
  return { known, left, idle };
};

/** What stands in quotes is meant as it stands. @param {string} text @returns {Word} */
const strictly = (text) => ({ text, phrases: new Map([[text, 1]]), documents: new Set() });

/**
 * What stands in quotes, what is not to be there, and the rest.
 * @param {string} raw @param {(text: string) => string} fold
 */
const setApart = (raw, fold) => {
  /** @type {string[]} */
  const strict = [],
    /** @type {string[]} */ without = [];
  const rest = raw
    .replace(QUOTED, (_, a, b, c) => {
      strict.push(fold(a ?? b ?? c));
      return " ";
    })
    .replace(WITHOUT, (...found) => {
      const { minus, word, latin } = found.at(-1);
      without.push(fold(minus ?? word ?? latin));
      return " ";
    });
  return { rest, strict: strict.filter(Boolean).map(strictly), without: without.filter(Boolean) };
};

/**
 * Names in the runs of a query, and the rest of them.
 * @param {string} rest @param {Pick<Names, "isName" | "isIdle" | "longest" | "asking">} names
 * @param {(text: string) => string} fold
 */
const parts = (rest, names, fold) => {
  const runs = rest
    .normalize("NFKC")
    .split(/[\s\p{P}]+/u)
    .map(fold)
    .filter(Boolean)
    .map((run) => segments(run, names));
  return {
    known: runs.flatMap(({ known }) => known),
    left: runs.flatMap(({ left }) => left),
    idle: [...new Set(runs.flatMap(({ idle }) => idle))],
  };
};

/**
 * @param {string} raw @param {Pick<Names, "isName" | "isIdle" | "isMere" | "longest" | "word" | "asking">} names
 * @param {(text: string) => string} fold
 * @returns {Query}
 */
export const readQuery = (raw, names, fold) => {
  const bared = (/** @type {string} */ text) => bare(text, names);
  const { rest, strict, without } = setApart(raw, fold),
    foreign = englishRun(rest, names, fold),
    plain = (foreign?.words ?? rest.split(/\s+/u).map(fold)).filter(Boolean).slice(0, MOST);
  const isSpelt = !foreign && plain.length > 1 && plain.every((word) => /^[a-z]+$/.test(word));
  const typed = isSpelt
    ? [plain.join("")]
    : plain.map((word) => (!names.isName(word) && bared(word).length === 1 ? bared(word)[0] : word));
  const { known, left, idle } = foreign
    ? { known: foreign.words, left: [], idle: foreign.idle }
    : parts(rest, names, fold);
  const whole = fold(without.length ? rest : raw),
    [, before, after] = whole.match(DEFINITION) ?? [];
  const read = (/** @type {Iterable<string>} */ texts) => [...strict, ...[...texts].map((text) => names.word(text))];
  return {
    whole,
    letters: isSpelt ? plain : [],
    known,
    left,
    idle,
    light: [],
    isHalved: plain.length === 1 && known.length > 1 && known.every((word) => names.isMere(word)),
    without,
    defined: before ?? after,
    stripped: plain.flatMap(bared).join(""),
    asked: rest
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((part) => bared(fold(part)))
      .join(" "),
    strict: strict.length > 0,
    words: read(typed),
    pieces: read(new Set([...known, ...left])),
  };
};
