/* A citation as it is typed, step by step. */
import { numeral } from "./numerals.js";

const NUMBER = "[〇零一二三四五六七八九十百千两]+|\\d+";
const NAMED = "前言|结语|序言|标题|通过说明|文号|主送机关|署名|成文日期";
const KIND = "部分|编|章|节|条|項|项|款|目|段|点|句|行";
const WITH_WORD = `(?<word>附件|附录|附表|附|专栏|表|图|注)(?:[（(]?(?<own>${NUMBER})[)）]?)?[:：]?`;
const COUNTED = `第?[（(]?(?<number>${NUMBER})[)）]?(?:(?:之|-)(?<before>${NUMBER})(?=条))?[、.．]?(?<kind>${KIND})?`;
const STEP = new RegExp(`${WITH_WORD}|${COUNTED}(?:之(?<after>${NUMBER}))?|(?<named>${NAMED})`, "gu");
/** @type {Record<string, string>} */
const LAST = { 编: "v", 章: "c", 节: "s", 段: "p", 点: "d", 句: "t", 行: "r" };
/** @type {Record<string, string>} */
const WORD = { 专栏: "z", 表: "g", 图: "i", 注: "f" };

/** @param {string} number */
const counted = (number) => (/^\d/.test(number) ? String(Number(number)) : numeral(number));

/**
 * A step as a key: 第2段 → 2p, 第十二条之二 and 十二之二条 → 12-2, 附件一 and 附录1 → x1, 专栏2 → z2.
 *
 * @param {Record<string, string | undefined>} step
 */
const keyOf = ({ word, own = "", number = "", before, after = before, kind = "", named }) => {
  if (word) return (WORD[word] ?? "x") + (own ? counted(own) : "");
  return named ?? counted(number) + (after ? `-${counted(after)}` : "") + (LAST[kind] ?? "");
};

/** 二（一）第2段 → "2,1,2p"; null where something else stands in it. @param {string} text */
export const stepsOf = (text) => {
  const plain = text.normalize("NFKC").replace(/[\s“”"'《》的，,]/gu, "");
  const keys = [...plain.matchAll(STEP)].map(({ groups = {} }) => keyOf(groups));
  return plain.replace(STEP, "") || !keys.length ? null : keys.join(",");
};

/**
 * How well a place fits what was asked: 2, or 1 for the end of a longer citation; 第二点 may be （二）, 第二章 may be 二.
 * @param {string} place
 * @param {string} asked
 */
export const fitOf = (place, asked) => {
  const own = stepsOf(place);
  if (own === asked) return 2;
  return own === asked.replace(/(?<=\d)[vcsd]/g, "") || own?.endsWith(`,${asked}`) ? 1 : 0;
};
