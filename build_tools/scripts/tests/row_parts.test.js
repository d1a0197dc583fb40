import assert from "node:assert/strict";
import test from "node:test";

import { partWith } from "../page/row_parts.js";

const parts = [
  { href: "front", tops: ["p1", "p2"], rows: ["group-preamble"] },
  { href: "1", tops: ["h1"], rows: ["row-h1-h1"] },
  { href: "2", tops: ["h2"], rows: ["row-h2-k1-h2-k1"] },
  { href: "2-2", tops: ["h2-k3"], rows: [] },
];

/** @param {string} asked @param {boolean} isUpper */
const found = (asked, isUpper) => partWith(parts, asked, "own-2024", isUpper)?.href;

test("the document that orders the rows says which part has one", () => {
  assert.equal(found("row-h2-k1-p1-t1-h1-p2-t1", false), "2");
  assert.equal(found("row-h2-k1-p1-t1-h1-p2-t1", true), "1");
  assert.equal(found("row-h1-h2-k3", false), "1");
});

test("the longest beginning counts", () => {
  assert.equal(found("row-h2-k3-p1-t1-h1", false), "2-2");
  assert.equal(found("row-h1-p2-t12a-h2-k3-p1-t1", true), "2-2");
});

test("a unit without counterpart is named by its document", () => {
  assert.equal(found("row-own-2024-h2-k3-p1-t1", true), "2-2");
  assert.equal(found("row-own-2024-p2-t1", false), "front");
});

test("what its beginning does not tell is listed", () => {
  assert.equal(found("row-h2-k1-h2-k1", true), "2");
  assert.equal(found("group-preamble", false), "front");
  assert.equal(found("group-h2-k3", true), "2-2");
});

test("other addresses lead nowhere", () => {
  for (const asked of ["h2-k1", "row-h9-h9", "matrix", ""]) assert.equal(found(asked, false), undefined, asked);
});
