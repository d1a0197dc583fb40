import assert from "node:assert/strict";
import test from "node:test";

import { foldedChar, foldedText } from "../fold.js";
import { Folding } from "../search/folding.js";
import { numeral, renumbered } from "../search/numerals.js";
import { sha256 } from "../sha256.js";
import { cases } from "./cases.js";

test("text is folded as Python folds it", () => {
  for (const { text, folded, searched } of cases("folding")) {
    assert.equal(foldedText(text), folded, text);
    assert.equal([...text].map(foldedChar).join(""), searched, text);
  }
});

test("fingerprints are Python's", () => {
  for (const { text, sha256: expected } of cases("fingerprints"))
    assert.equal(sha256(foldedText(text)), expected, text);
});

test("numbers are read as Python reads them", () => {
  for (const { text, number } of cases("numerals")) assert.equal(numeral(text), String(number), text);
  assert.equal(numeral("二〇二七"), "2027");
});

test("a number in a word is written the other way", () => {
  assert.deepEqual(renumbered("三十九个县"), ["39个县"]);
  assert.deepEqual(renumbered("25周年"), ["二十五周年"]);
  assert.deepEqual(renumbered("2027年"), []);
  assert.deepEqual(renumbered("一体推进"), []);
});

test("traditional characters that the texts lack become simplified ones", () => {
  const folding = new Folding();
  assert.equal(folding.fold("鄉村"), "鄉村");
  folding.learn("鄉乡");
  assert.equal(folding.fold("《鄉村》"), "乡村");
});
