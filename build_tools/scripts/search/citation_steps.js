/* A citation as it is typed, step by step. */
import * as grammar from "../grammar.js";
import { numeral } from "./numerals.js";

const NUMBER = `${grammar.HAN_NUMBER}|\\d+`;
const KIND = `部分|項|${grammar.COUNTED}`;
const COUNTED = `第?(?<open>[（(])?(?<number>${NUMBER})[)）]?(?:(?:之|-)(?<before>${NUMBER})(?=条))?[、.．]?(?<kind>${KIND})?`;
const PREFIXED = `(?<word>${grammar.PREFIXED})(?<own>${NUMBER})?:?`;
const STEP = new RegExp(`${PREFIXED}|${COUNTED}(?:之(?<after>${NUMBER}))?|(?<named>${grammar.NAMED})`, "gu");
const LAST_STEP = new RegExp(`(?:${STEP.source})$`, "u");

/** What is typed, without what says nothing of the place. @param {string} text */
const bare = (text) => text.normalize("NFKC").replace(/[\s“”"'《》的，,]/gu, "");

/** Whether it may be a citation: one ends in a step, whatever document it names before. @param {string} text */
export const endsInStep = (text) => LAST_STEP.test(bare(text));

/** Whether it says itself that it is a place: a mere number may be one of anything. @param {string} text */
export const namesPlace = (text) =>
  [...bare(text).matchAll(STEP)].some(
    // 表 and 图 alone are words like any other.
    ({ groups: { open, kind, word = "", own } = {} }) => open || kind || own || word.length > 1,
  );

/** @param {string} number */
const valueOf = (number) => (/^\d/.test(number) ? String(Number(number)) : numeral(number));

/**
 * A step as a key: 第2段 → 2p, 第十二条之二 and 十二之二条 → 12-2, 附件1 as it is.
 *
 * @param {Record<string, string | undefined>} step
 */
const keyOf = ({ number = "", before, after = before, kind = "", named, word, own }) => {
  if (word) return word + (own ? valueOf(own) : "");
  return named ?? valueOf(number) + (after ? `-${valueOf(after)}` : "") + (grammar.LETTERS[kind] ?? "");
};

/** 二（一）第2段 → "2,1,2p"; null where something else stands in it. @param {string} text */
export const stepsOf = (text) => {
  const plain = bare(text);
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
