import assert from "node:assert/strict";
import test from "node:test";

import { foldedChar } from "../fold.js";
import { questionWords } from "../search/questions.js";
import { cases } from "./cases.js";

const OPENERS = /^[的了不没是在有个我你他她它这那都也就还要着把被和很吗呢]/u;
/* As readQuery does it. */
const folded = (/** @type {string} */ text) =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => [...part].map(foldedChar).join(""))
    .join(" ");

test("a question is compared by the words that Python writes", () => {
  for (const { why, text, words } of cases("question_words"))
    assert.deepEqual(
      questionWords(folded(text), OPENERS).map(([word]) => word),
      words,
      why,
    );
});

test("each word takes the places of its characters, one in letters two", () => {
  assert.deepEqual(questionWords("5g基站多", OPENERS), [
    ["5g", [0, 1]],
    ["基", [3]],
    ["站", [4]],
    ["多", [5]],
    ["基站", [3, 4]],
    ["站多", [4, 5]],
  ]);
});
