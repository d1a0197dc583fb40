import assert from "node:assert/strict";
import test from "node:test";

import { Names } from "../search/names.js";
import { soundsLike, syllablesOf } from "../search/pinyin.js";
import { englishRun } from "../search/english.js";
import { partedAtParticles, readQuery, segments } from "../search/query.js";
import { Folding } from "../search/folding.js";

const folding = new Folding();
const fold = (text) => folding.fold(text);
const index = {
  fold,
  folding,
  manifest: {
    documents: [["mou-2024", "某市委决定", "某市", "city", 9, 2024]],
    levels: { city: ["市", "市级", "lower", "市级 全市 市里"] },
  },
  names: {
    terms: [["xin-zhi", "新质生产力", ["新质生产力"], ["新型生产力"]]],
    words: 1,
    letters: 1,
    phrases: "医疗 就医 最低工资 工资 白酒",
    heads: "酒:4",
    relations: ["同文"],
    places: { 某市: "mou shi" },
    light: ["太贵|补助|没人管|地方", "便宜|[人管老]", "是什么|什么|怎么样|怎样|怎么|哪里|谁|吗", "的"],
  },
};
/** @type {string[]} */
const loaded = [];
index.source = {
  load: async (name) => {
    loaded.push(name);
    return "看病 就诊:0 1";
  },
};
const names = new Names(index);
names.take();
await names.learnFor("看病");
const read = (raw) => readQuery(raw, names, fold);
const phrases = (word) => [...word.phrases.keys()];

test("a word stands for its synonyms, a term for its other names", () => {
  assert.deepEqual(phrases(read("看病").words[0]), ["看病", "医疗", "就医"]);
  assert.deepEqual(phrases(read("新型生产力").words[0]), ["新型生产力", "新质生产力"]);
  assert.deepEqual(phrases(read("别的").words[0]), ["别的"]);
});

test("files of everyday words are loaded once, and only those that a text may need", async () => {
  await names.learnFor("看病贵");
  await names.learnSpelt("kanbing", { kan: "看" });
  assert.deepEqual(loaded, ["w0"]);
  await names.learnFor("minimum wage");
  assert.deepEqual(loaded, ["w0", "e0"]);
});

test("a file of everyday words says what traditional characters become", () => {
  names.learn("=錢钱\n");
  assert.deepEqual([names.index.fold("錢"), read("看錢").whole], ["钱", "看钱"]);
});

test("a word without a meaning of its own has that of its kind", () => {
  assert.deepEqual(names.kindOf("烧酒"), ["白酒"]);
  assert.deepEqual(names.kindOf("唢呐"), []);
});

test("words that say how something is are light, a name of such characters is not", () => {
  assert.ok(names.isLight("太贵", false) && names.isLight("补助", true) && names.isLight("没人管老", false));
  assert.ok(!names.isLight("老人", true) && names.isLight("老人", false) && !names.isLight("酒", false));
  assert.deepEqual(names.partedAtLight("地方升级"), ["地方", "升级"]);
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
  assert.deepEqual(found, { known: ["看病", "新质生产力"], left: ["费用"], idle: [] });
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

test("a level and a year name their documents, a relation names itself", () => {
  for (const text of ["市级", "全市", "市里", "2024年"]) assert.deepEqual([...names.placed(text)], [0], text);
  assert.equal(names.placed("省里").size, 0);
  assert.equal(read("同文").words[0].relation, "同文");
});

test("what is not to be in it is known by its sign or its word", () => {
  for (const raw of ["看病 -费用", "看病 不含费用", "看病 除了费用以外", "看病 not 费用"]) {
    assert.deepEqual(read(raw).without, ["费用"], raw);
    assert.equal(read(raw).whole, "看病", raw);
  }
  for (const raw of ["1-2-3", "没有工作", "h1-p1"]) assert.deepEqual(read(raw).without, [], raw);
});

test("words that say nothing of what is looked for are left out, and told", () => {
  names.learn("现在 得很");
  const { pieces, idle } = read("现在怎么看病");
  assert.deepEqual([pieces.map(({ text }) => text), idle.sort()], [["看病"], ["怎么", "现在"].sort()]);
  assert.deepEqual(read("看病贵得很，涨不涨").idle, ["得很", "涨不涨"]);
});

test("a name goes before the question word that it has", () => {
  names.learn("发明归谁:0");
  assert.deepEqual(segments("发明归谁", names), { known: ["发明归谁"], left: [], idle: [] });
  assert.deepEqual(segments("费用归谁", names), { known: [], left: ["费用归"], idle: ["谁"] });
});

test("a name is known with what speakers put within it", () => {
  names.learn("裂缝:0");
  assert.deepEqual(segments("费用裂了个缝", names), { known: ["裂缝"], left: ["费用"], idle: [] });
  assert.deepEqual(segments("费用完了", names), { known: [], left: ["费用完"], idle: [] });
});

test("what stands for names is a word as well, and a word in letters is whole", () => {
  assert.deepEqual(segments("中学医疗", names), { known: ["医疗"], left: ["中学"], idle: [] });
  names.learn("ar:1");
  assert.deepEqual(segments("marriage", names).known, []);
  assert.deepEqual(segments("用ar看", names).known, ["ar"]);
});

test("an English query is its longest names and what is left; in the plural as well", () => {
  names.learn("minimumwage:2\nwage salary:3\nwhat is the in");
  names.learnEnglish([["new quality", "xin zhi sheng chan li"]]);
  assert.deepEqual(phrases(read("xinzhi").words[0]), ["xinzhi", "新质生产力"]);
  assert.deepEqual(phrases(read("new quality").words[0]), ["newquality", "新质生产力"]);
  assert.deepEqual(englishRun("what is the Minimum Wages in 2024", names, fold), {
    words: ["minimumwage", "2024"],
    idle: ["what", "is", "the", "in"],
  });
  assert.equal(englishRun("kan bing", names, fold), null, "letters without an English name may be pinyin");
  assert.deepEqual(phrases(read("salaries").words[0]).slice(0, 2), ["salary", "工资"]);
});

test("what stands nowhere as it is is parted at particles", () => {
  assert.deepEqual(partedAtParticles("产业要攻关技术"), ["产业", "攻关技术"]);
});
