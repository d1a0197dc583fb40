import assert from "node:assert/strict";
import test from "node:test";

import { marksIn, pieces } from "../search/marking.js";
import { decoded, inAll, pairsOf, placeBelow, seconds } from "../search/postings.js";
import { bonus, firstOf, inOrder, rarity, score, weigh, WORTH } from "../search/ranking.js";
import { unpacked } from "../search/texts.js";
import { foldedChar } from "../fold.js";

const entry = (folded, isHead = false) => ({ folded, isHead });
const hit = (id, value, marks = []) => ({ id, value, marks });

test("of several readings the best counts", () => {
  const hits = new Map();
  score(hits, 1, 500, ["甲"]);
  score(hits, 1, 300, ["乙"]);
  assert.deepEqual(hits.get(1), hit(1, 500, ["甲"]));
  score(hits, 1, 800, ["丙"]);
  assert.equal(hits.get(1).value, 800);
});

test("hits come by value, equal ones in the order of the text", () => {
  assert.deepEqual(
    inOrder([hit(3, 1), hit(2, 1), hit(1, 5)]).map(({ id }) => id),
    [1, 2, 3],
  );
});

test("rare words count more", () => {
  assert.ok(rarity(1, 1000) > rarity(100, 1000));
});

test("heads, short texts and words close together go first among hits of like value", () => {
  const marks = ["某事"];
  assert.ok(bonus(entry("做好某事", true), marks) > bonus(entry("做好某事"), marks));
  assert.ok(bonus(entry("做好某事"), marks) > bonus(entry("做好某事以及许多别的事情"), marks));
  const far = entry(`某事${"很".repeat(40)}资金`),
    near = entry(`某事资金${"很".repeat(40)}`);
  assert.ok(bonus(near, ["某事", "资金"]) > bonus(far, ["某事", "资金"]));
});

test("what only looked like a hit falls", () => {
  const looked = hit(1, WORTH.exact, ["某事"]),
    is = hit(2, WORTH.exact, ["某事"]);
  weigh(looked, entry("某人的事"));
  weigh(is, entry("某事"));
  assert.ok(looked.value < WORTH.sure && is.value > WORTH.exact);
});

test("of very many hits the best few hundred are looked at", () => {
  const hits = new Map(Array.from({ length: 1000 }, (_, id) => [id, hit(id, id)]));
  const first = firstOf(hits);
  assert.equal(first.length, 300);
  assert.equal(first[0].id, 999);
});

test("numbers of entries are read as they were written", () => {
  assert.deepEqual(decoded("###"), [0, 1, 2]);
  assert.deepEqual(decoded("%"), [2]);
  assert.deepEqual(
    inAll([
      [1, 3, 5, 9],
      [3, 4, 9],
      [3, 9, 10],
    ]),
    [3, 9],
  );
  assert.deepEqual(inAll([]), []);
});

test("a shard is the last whose first pair is not above", () => {
  assert.equal(placeBelow(["", "b", "d"], "c"), 1);
  assert.equal(placeBelow(["", "b", "d"], "d"), 2);
  assert.deepEqual(
    [...seconds("乙# 丙%")],
    [
      ["乙", "#"],
      ["丙", "%"],
    ],
  );
  assert.deepEqual(pairsOf("甲𠀀乙"), ["甲𠀀", "𠀀乙"]);
});

test("a file of texts becomes entries, one for each sentence and head", () => {
  const rows = [["1"], ["h1", "一", "ti gao", "提高认识"], ["h1-p1", "一", "第1段", [["-t3", "“很”重要。"]], 2]];
  const [head, sentence] = unpacked(
    rows,
    () => 0,
    (text) => [...text].map(foldedChar).join(""),
  );
  assert.ok(head.isHead && head.pinyin === "ti gao" && head.page === "1");
  assert.deepEqual(
    [sentence.anchor, sentence.number, sentence.folded, sentence.item],
    ["h1-p1-t3", 3, "很重要", "0/一"],
  );
});

test("marks stand where the text has the phrase, whatever is written between", () => {
  const text = "“五良”融合",
    on = marksIn(text, ["五良融合"], foldedChar);
  assert.deepEqual(pieces(text, on), [
    { text: "“", isMarked: false },
    { text: "五良”融合", isMarked: true },
  ]);
  const long = `${"前".repeat(200)}某事`;
  assert.equal(pieces(long, marksIn(long, ["某事"], foldedChar))[0].text, "…");
});
