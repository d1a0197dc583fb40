/* Letters for sounds. */

export const LATIN = /^[a-z]{2,}$/;
const SYLLABLE = new RegExp(
  "^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie" +
    "|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)",
);

/** @param {string} pinyin */
export const initialsOf = (pinyin) =>
  pinyin
    .split(" ")
    .map((syllable) => syllable[0])
    .join("");

/**
 * How well letters fit a name's pinyin: in full from the beginning of a syllable, or the initials.
 * @param {string} pinyin
 * @param {string} letters
 */
export const soundsLike = (pinyin, letters) => {
  const all = pinyin.split(" "),
    initials = initialsOf(pinyin);
  if (letters.length > 2)
    for (const i of all.keys()) if (all.slice(i).join("").startsWith(letters)) return i ? 0.7 : 0.9;
  if (initials === letters) return 0.85;
  return letters.length > 2 && initials.includes(letters) ? 0.4 : 0;
};

/**
 * dikongjing → [di, kong, jing]; greedy, stepping back where that leads nowhere; null where letters are left.
 * @param {string} letters
 * @returns {string[] | null}
 */
export const syllablesOf = (letters) => {
  if (!letters) return [];
  for (let rest = letters.match(SYLLABLE)?.[0] ?? ""; rest; rest = rest.slice(0, -1)) {
    const after = rest.match(SYLLABLE)?.[0] === rest && syllablesOf(letters.slice(rest.length));
    if (after) return [rest, ...after];
  }
  return letters.length < 3 && !/[aeiou]/.test(letters) ? [...letters] : null;
};
