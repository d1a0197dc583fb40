/* Made by build_tools/scripts/grammar.py from duidu/model; do not edit. */

/** A step of an anchor, as a pattern. */
export const STEP =
  "(?:(?:title|adopted|number|addressee|signature|date|issuer|occasion|speaker|preamble)[0-9]*[a-z]*|[a" +
  "-z][0-9]+(?:-b[0-9]+)?[a-z]*)";

/** The step of a sentence, as a pattern: nothing stands below it. */
export const SENTENCE =
  "t[0-9]+[a-z]*";

/** All that a number in Chinese characters is written with, as a pattern. */
export const HAN_NUMBER =
  "[零〇一二三四五六七八九十百千廿卅两]+";

/** What follows the number of a step: 第n段. */
export const COUNTED =
  "编|章|节|条|款|项|目|段|点|句|行";

/** What stands before the number of a step, as a pattern: 附件1. */
export const PREFIXED =
  "附(?:件|录|錄|表|图|圖)?|表|专栏|图|脚注";

/** Steps without a number. */
export const NAMED =
  "前言|结语|序言|标题|通过说明|文号|主送机关|署名|成文日期|发文机关|会议|报告人";

/** What a counted step is called in an address: 第n段 p. @type {Record<string, string>} */
export const LETTERS =
  {"编": "v", "章": "c", "节": "s", "段": "p", "点": "d", "句": "t"};
