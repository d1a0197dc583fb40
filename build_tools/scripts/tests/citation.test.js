import assert from "node:assert/strict";
import test from "node:test";

import { cases } from "./cases.js";

globalThis.words = (key, filling = {}) => `${key}(${Object.values(filling).join()})`;
const { citations } = await import("../citation.js");
const { endsInStep, fitOf, namesPlace, stepsOf } = await import("../search/citation_steps.js");

const book = { title: "中共某市委关于《某法》的决定", issuer: "中共某市委", date: "2024-01-02", dated: "2024年1月2日" };
const facts = {
  text: "1. *某事*。",
  hash: "0123abcd",
  place: "二（一）",
  link: "http://a.b/(1)",
  now: new Date(2026, 10, 7),
};

test("the standard's citation has its fields in their order", () => {
  const cited = citations(book, facts);
  assert.equal(
    cited["GB/T 7714—2015"],
    "中共某市委. 中共某市委关于《某法》的决定[EB/OL]. (2024-01-02)[2026-11-07]. http://a.b/(1). cited_note(二（一）,0123abcd)",
  );
  assert.match(cited["GB/T 7714—2025"], /\. （2024-01-02）\[2026-11-07\]\. /);
});

test("Markdown is escaped, in the text and in the link", () => {
  const cited = citations(book, facts).Markdown;
  assert.match(
    cited,
    /^> 1\. \\\*某事\\\*。\n>\n> ——\[《中共某市委关于〈某法〉的决定》二（一）\]\(http:\/\/a\.b\/%281%29\)/,
  );
});

test("the issuer is named where the title does not name it", () => {
  assert.match(citations(book, facts)["cite_official()"], /^cited_official\(,《/);
  assert.match(
    citations({ ...book, title: "某市条例" }, facts)["cite_official()"],
    /^cited_official\(中共某市委,《某市条例》/,
  );
});

test("a citation is read step by step, as Python reads it", () => {
  for (const { text, key } of cases("citations")) assert.equal(stepsOf(text), key, text);
});

test("what may be a citation ends in a step", () => {
  for (const text of ["四川省委决定二（一）第2段", "第三条", "附件1", "某法第八条的第（三）项", "十五五", "前言"])
    assert.ok(endsInStep(text), text);
  for (const text of ["第三条规定的事项", "项目", "一条龙服务", "行动方案", ""]) assert.ok(!endsInStep(text), text);
});

test("a number says that it is a place by its word or its brackets", () => {
  for (const text of ["第3段", "（二）", "二（一）", "附件1", "附件", "专栏3", "图2", "八条"])
    assert.ok(namesPlace(text), text);
  for (const text of ["二", "2027", "表", "图", "标题", ""]) assert.ok(!namesPlace(text), text);
});

test("a citation fits its place in full, or as its end", () => {
  assert.equal(fitOf("二（一）第2段", "2,1,2p"), 2);
  assert.equal(fitOf("二（一）第2段", "1,2p"), 1);
  assert.equal(fitOf("二（二）", "2,2d"), 1);
  assert.equal(fitOf("三（一）第2段", "2,1,2p"), 0);
});
