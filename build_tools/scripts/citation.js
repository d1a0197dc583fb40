/* How a place is cited, in the forms of the menu. */
import { words } from "./page/words.js";

/**
 * @typedef {object} Facts what is cited: the document, the place in it, its text and fingerprint, the lasting
 * address, the day
 * @property {string} text @property {string} hash @property {string} place @property {string} link @property {Date}
 * now
 */

/** @typedef {Pick<import("./page/unit_page.js").PageCitation, "title" | "issuer" | "date" | "dated">} Book */

const two = (/** @type {number} */ n) => String(n).padStart(2, "0");

/** @param {string} plain */
const markdown = (plain) => plain.replace(/[\\`*_[\]<>#|~&]/g, "\\$&");

/** 《》 around a title, 〈〉 inside. @param {string} title */
const bookMarks = (title) => `《${title.replace(/《/g, "〈").replace(/》/g, "〉")}》`;

/**
 * The form's name → the citation in it.
 * @param {Book} book @param {Facts} facts @returns {Record<string, string>}
 */
export const citations = ({ title, issuer, date, dated }, { text, hash, place, link: address, now }) => {
  const link = address || words("offline_copy");
  const day = words("day", { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  const iso = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const book = bookMarks(title),
    by = title.includes(issuer) ? "" : issuer,
    note = words("cited_note", { place, hash });
  const official = { by, book, dated, place, hash, day, link };
  const quoted = !address
    ? markdown(book + place)
    : `[${markdown(book + place)}](${link.replaceAll("(", "%28").replaceAll(")", "%29")})`;
  return {
    [words("cite_official")]: words("cited_official", official),
    "GB/T 7714—2025": `${issuer}. ${title}[EB/OL]. （${date}）[${iso}]. ${link}. ${note}`,
    "GB/T 7714—2015": `${issuer}. ${title}[EB/OL]. (${date})[${iso}]. ${link}. ${note}`,
    Markdown: `> ${markdown(text)}\n>\n> ——${quoted}${words("cited_markdown", { dated, hash: `\`${hash}\``, day })}`,
    [words("cite_plain")]: `${text}\n${words("cited_plain", official)}`,
  };
};
