/* Numbers in Chinese characters and in digits. */

const DIGITS = "〇一二三四五六七八九";
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/** 二十五 → 25, 二〇二七 → 2027. @param {string} text */
export const numeral = (text) => {
  const digits = text.replaceAll("零", "〇").replaceAll("两", "二").replaceAll("廿", "二十").replaceAll("卅", "三十");
  if (!/[十百千]/u.test(digits)) return [...digits].map((char) => DIGITS.indexOf(char)).join("");
  let sum = 0,
    digit = 0;
  for (const char of digits) {
    const unit = UNITS[char];
    if (unit) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else digit = DIGITS.indexOf(char);
  }
  return String(sum + digit);
};

/** 25 → 二十五; below a hundred. @param {number} number */
const inHan = (number) => {
  const tens = Math.floor(number / 10);
  return (tens > 1 ? DIGITS[tens] : "") + (tens ? "十" : "") + (number % 10 || !tens ? DIGITS[number % 10] : "");
};

/** The other ways to write a word's numbers. @param {string} word */
export const renumbered = (word) =>
  [
    word.replace(/[〇零一二三四五六七八九十百千两]{2,}|[〇零一二三四五六七八九](?=[年月日个位项])/gu, numeral),
    word.replace(/\d+/g, (number) => (number.length < 3 && !/^0/.test(number) ? inHan(Number(number)) : number)),
  ].filter((other) => other !== word);
