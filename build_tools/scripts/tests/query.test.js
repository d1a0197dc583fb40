import assert from "node:assert/strict";
import test from "node:test";

import { Names } from "../search/names.js";
import { soundsLike, syllablesOf } from "../search/pinyin.js";
import { readQuery, segments } from "../search/query.js";
import { Folding } from "../search/folding.js";

const folding = new Folding();
const fold = (text) => folding.fold(text);
const index = {
  fold,
  manifest: { documents: [["mou-2024", "某市委决定", "某市", "city", 9]] },
  names: {
    terms: [["xin-zhi", "新质生产力", ["新质生产力"], ["新型生产力"], "new quality", "xin zhi sheng chan li"]],
    synonyms: { 看病: ["医疗", "就医"] },
    places: { 某市: "mou shi" },
    traditional: "",
  },
};
const names = new Names(index);
names.take();
const read = (raw) => readQuery(raw, names, fold);
const phrases = (word) => [...word.phrases.keys()];

test("a word stands for its synonyms, a term for its other names", () => {
  assert.deepEqual(phrases(read("看病").words[0]), ["看病", "医疗", "就医"]);
  assert.deepEqual(phrases(read("新型生产力").words[0]), ["新型生产力", "新质生产力"]);
  assert.deepEqual(phrases(read("别的").words[0]), ["别的"]);
});

test("what stands in quotes is meant as it stands", () => {
  const { words, strict } = read("“看病”");
  assert.ok(strict);
  assert.deepEqual(phrases(words[0]), ["看病"]);
});

test("question words are left out, and what a question asks to be told is known", () => {
  assert.equal(read("什么是新质生产力").defined, "新质生产力");
  assert.equal(read("新质生产力是什么意思").defined, "新质生产力");
  assert.equal(read("怎样看病").stripped, "看病");
  assert.equal(read("新质生产力").defined, undefined);
});

test("names inside a longer run are known, the rest is parted at particles", () => {
  const found = segments("看病的费用和新质生产力", names);
  assert.deepEqual(found, { known: ["看病", "新质生产力"], left: ["费用"] });
});

test("a place names its documents, in characters and in letters", () => {
  for (const text of ["某市", "某市委决定", "moushi", "ms"]) assert.deepEqual([...names.placed(text)], [0], text);
  for (const text of ["某", "市", "某市人", "别市"]) assert.equal(names.placed(text).size, 0, text);
});

test("letters fit a name in full or by initials", () => {
  assert.equal(soundsLike("xin zhi sheng chan li", "xinzhi"), 0.9);
  assert.equal(soundsLike("xin zhi sheng chan li", "sheng"), 0.7);
  assert.equal(soundsLike("xin zhi sheng chan li", "xzscl"), 0.85);
  assert.equal(soundsLike("xin zhi sheng chan li", "di"), 0);
});

test("letters are parted into syllables, stepping back where that leads nowhere", () => {
  assert.deepEqual(syllablesOf("dikongjing"), ["di", "kong", "jing"]);
  assert.deepEqual(syllablesOf("xian"), ["xian"]);
  assert.equal(syllablesOf("bcdf"), null);
});
