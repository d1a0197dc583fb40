/* What a query means. */
import { englishRun } from "./english.js";

/** @typedef {import("./types.js").Query} Query */
/** @typedef {import("./types.js").Word} Word */
/** @typedef {import("./names.js").Names} Names */

const QUESTION = new RegExp(
  "请问|为什么|为何|怎么样|怎么办|怎样|怎么|咋|如何|是什么|什么叫|什么|啥|哪一个|哪些|哪个|哪里|哪儿|哪|" +
    "有无|是否|可不可以|(\\p{Script=Han})[不没]\\1|多少|谁|吗|嘛|呢|呀|吧|哦",
  "gu",
);
const PARTICLES = /[的地得了着在是和与及或把被对向要就都也还有让给能会可应去来到我你他她们个]+/gu;
const AROUND = /^[的了着是和与及或把被吗]+|[的了着是和与及或把被吗]+$/gu; // never the first or last of a word
/* Words that say nothing of what is looked for; only where they are no part of a name. */
const IDLE =
  /太|很|想|需要|可以|处理|办理|有关|关于|方面|情况|政策|规定|新的|就是|[一二两三四五六七八九十百千几好多]+(?:块钱?|元|万|个月|天|岁|斤|张|趟|亩)/gu;
/* Words that say how something is, or what one wishes: where others say what it is, they need not be there. */
const LIGHT_WORDS =
  "优惠|补贴|补助|津贴|待遇|标准|条件|流程|申请|多少钱|涨钱|涨价|上涨|下降|提高|增加|减少|加强|不够|不足|没有|没得|莫得|问题|事情|东西|" +
  "地方|办法|措施|布局|达到|推进|推动|实施|加快|打造|开展|建设|工作|政府|国家|没人管|没人理|支持|扶持|帮助|" +
  "家里|好多|太多|太少|太贵|好贵|太难|不用|不会|保障|服务|越来越|一直|一下|公司|企业|单位|行业|项目|基地";
const LIGHT_CHARS =
  "办领贵难好坏差远近多少涨降加缺没事帮找要想搞弄整做管新老旧大小人钱很太真又再从到过走说看用上下里外有无不";
const LIGHT = new RegExp(`^(?:${LIGHT_WORDS}|便宜|容易|[${LIGHT_CHARS}])+$`, "u");
const AT_LIGHT = new RegExp(`(${LIGHT_WORDS})`, "u");
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

/** Without question words. @param {string} text */
const bare = (text) => text.replace(QUESTION, " ").split(/\s+/u).filter(Boolean);

/** The question words. @param {string} text */
const asking = (text) => text.match(QUESTION) ?? [];

/** What stands nowhere as it is, parted at particles: 产业要攻关 → 产业, 攻关. @param {string} text */
export const partedAtParticles = (text) => text.replace(PARTICLES, " ").split(" ").filter(Boolean);

const PLACES = /[厂店站业局费员部所场会]$/u; // what a word may have besides

/** 钢铁厂 → 钢铁. @param {string} text */
export const stemOf = (text) => (text.length === 3 && PLACES.test(text) ? [text.slice(0, 2)] : null);

/** @param {string} text @param {boolean} isName only words of a name are light, no mere characters: 补助, but not 老人 */
export const isLight = (text, isName) => (isName ? text.replace(AT_LIGHT, "") === "" : LIGHT.test(text));

/** What stands nowhere as it is, parted where such words are in it: 地方升级 → 地方, 升级. @param {string} text */
export const partedAtLight = (text) => text.split(AT_LIGHT).filter(Boolean);

/** Whether no word in letters is cut there: marriage has no ar. @param {string} text @param {number[]} ends */
const isApart = (text, ...ends) => ends.every((at) => !/[a-z]{2}/.test(text.slice(at && at - 1, at && at + 1)));

/**
 * Known names inside a longer run, and what is left between them: neither questions nor what speakers add, which no
 * text has to have. Names go before these: 发明归谁 is one.
 * @param {string} text @param {Pick<Names, "isName" | "isIdle" | "longest">} names
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
    const told = bare(rest).join(" ");
    idle.push(...asking(rest), ...(told.match(IDLE) ?? []));
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
 * @param {string} rest @param {Pick<Names, "isName" | "isIdle" | "longest">} names
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
 * @param {string} raw @param {Pick<Names, "isName" | "isIdle" | "isMere" | "longest" | "word">} names
 * @param {(text: string) => string} fold
 * @returns {Query}
 */
export const readQuery = (raw, names, fold) => {
  const { rest, strict, without } = setApart(raw, fold),
    foreign = englishRun(rest, names, fold),
    plain = (foreign?.words ?? rest.split(/\s+/u).map(fold)).filter(Boolean).slice(0, MOST);
  const isSpelt = !foreign && plain.length > 1 && plain.every((word) => /^[a-z]+$/.test(word));
  const typed = isSpelt
    ? [plain.join("")]
    : plain.map((word) => (!names.isName(word) && bare(word).length === 1 ? bare(word)[0] : word));
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
    stripped: plain.flatMap(bare).join(""),
    asked: rest
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((part) => bare(fold(part)))
      .join(" "),
    strict: strict.length > 0,
    words: read(typed),
    pieces: read(new Set([...known, ...left])),
  };
};
