import assert from "node:assert/strict";
import test from "node:test";

import { foldedChar } from "../fold.js";
import { questionWords } from "../search/questions.js";
import { cases } from "./cases.js";

const PARTICLES = /^[的了不没是在有个我你他她它这那都也就还要着把被和很吗呢]/u;
const fold = (/** @type {string} */ text) => [...text].map(foldedChar).join("");

test("a question is compared by the words that Python writes", () => {
  for (const { why, text, words } of cases("question_words"))
    assert.deepEqual(
      questionWords(text, fold, PARTICLES).map(([word]) => word),
      words,
      why,
    );
});

test("each word takes the places of its characters, one in letters two", () => {
  assert.deepEqual(questionWords("5G基站多", fold, PARTICLES), [
    ["5g", [0, 1]],
    ["基", [2]],
    ["站", [3]],
    ["多", [4]],
    ["基站", [2, 3]],
    ["站多", [3, 4]],
  ]);
});
