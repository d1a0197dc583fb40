import assert from "node:assert/strict";
import test from "node:test";

import {
  anchorIn,
  blockIdOf,
  isSentence,
  isUnit,
  parentOf,
  pastedAnchor,
  secondOf,
  sectionOf,
  typedAnchor,
} from "../anchor.js";
import { cases } from "./cases.js";

test("an anchor is what Python takes for one", () => {
  for (const { text, is_unit, parent } of cases("anchors")) {
    assert.equal(isUnit(text), is_unit, text);
    if (is_unit) assert.equal(parentOf(text), parent, text);
  }
});

test("what programs add to an address or change in it is no part of it", () => {
  for (const written of ["H2-K1", "ｈ２-ｋ１", "h2-k1。", "h2-k1）", "h2-k1&utm=1"])
    assert.equal(anchorIn(written), "h2-k1");
  for (const other of ["三", "h2-zz", "hk2", "note-1"]) assert.equal(anchorIn(other), "", other);
});

test("an address is found wherever it stands in what was pasted", () => {
  const cites = ["见 http://a.b/mou-2024/?at=h2-k1#h2-k1", "/mou-2024/2/%23h2-k1", "mou-2024#h2-k1，"];
  for (const text of cites) assert.equal(pastedAnchor(text)?.[1], "h2-k1", text);
  assert.equal(pastedAnchor("mou-2024#title")?.[1], "title");
  for (const text of ["C#语言", "h2-k1", "a?at=", "#note-h2-1"]) assert.equal(pastedAnchor(text), null, text);
});

test("an address typed at the end counts, in small letters", () => {
  assert.equal(typedAnchor("mou-2024#H2-K1 "), "h2-k1");
  assert.equal(typedAnchor("h2-k1"), "h2-k1");
  assert.equal(typedAnchor("h2-k1 之后"), undefined);
});

test("a sentence ends its address, and stands in a paragraph", () => {
  for (const text of ["h2-k1-p1-t2", "p1-t12a"]) assert.ok(isSentence(text), text);
  for (const text of ["h2-k1-p1", "title", "note-t"]) assert.ok(!isSentence(text), text);
  assert.equal(blockIdOf("h2-k1-p1-t2"), "h2-k1-p1");
  assert.equal(blockIdOf("h2-k1"), "h2-k1");
  assert.equal(secondOf("h2-k1-p1-t1-h1-p2-t1"), "h1-p2-t1");
  assert.equal(secondOf("h2-k1-h1"), "h2-k1-h1");
});

test("the section is the first number", () => {
  assert.equal(sectionOf("h12-k1-p2"), "12");
  assert.equal(sectionOf("title"), undefined);
});
