/* Folding of texts and queries; traditional characters that the texts lack become simplified ones. */
import { foldedChar } from "../fold.js";

export class Folding {
  /** @type {Map<string, string>} */
  simplified = new Map();
  /** @type {Map<string, string>} */
  known = new Map();

  /** @param {string} pairs traditional and simplified characters by turns */
  learn(pairs) {
    for (const [, old, now] of pairs.matchAll(/(.)(.)/gu)) this.simplified.set(old, now);
    this.known.clear();
  }

  /** @param {string} text */
  simplify(text) {
    return [...text].map((char) => this.simplified.get(char) ?? char).join("");
  }

  /** @param {string} char */
  char(char) {
    const known = this.known.get(char) ?? this.simplify(foldedChar(char));
    this.known.set(char, known);
    return known;
  }

  /** @param {string} text */
  fold(text) {
    let all = "";
    for (const char of text) all += this.char(char);
    return all;
  }
}
