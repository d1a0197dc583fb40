import assert from "node:assert/strict";
import test from "node:test";

import { decoded } from "../search/postings.js";
import { cases } from "./cases.js";

test("the entries of a pair are read as Python writes them", () => {
  for (const { entries, codes } of cases("postings")) assert.deepEqual(decoded(codes), entries, codes);
});
