import assert from "node:assert/strict";
import test from "node:test";

import { compareFile } from "../own_file/comparing.js";

const PIECES = [
  { id: "h1", text: "抓好建设", marker: "一、" },
  { id: "h1-p1-t1", text: "到2027年，建成水库3座。", marker: "" },
  { id: "h1-p1-t2", text: "加强领导，落实责任。", marker: "" },
  { id: "h2", text: "加强保障", marker: "二、" },
  { id: "h2-p1-t1", text: "完善水价政策，保护农民利益。", marker: "" },
];
const WHOLE =
  "一、抓好建设\n到2027年,建成水库3座。加强领导，\n落实责任。\n二、加强保障\n　　完善水价政策，保护农民利益。";

test("width, spaces and line breaks are no difference, nor marks that Word prints by itself", () => {
  const equal = { same: 5, moved: [], differences: [] };
  assert.deepEqual(compareFile(PIECES, WHOLE), equal);
  assert.deepEqual(compareFile(PIECES, WHOLE.replaceAll(/[一二]、/g, "")), equal);
});

test("a changed character is told with both texts", () => {
  const { same, differences } = compareFile(PIECES, WHOLE.replace("3座", "5座"));
  assert.equal(same, 4);
  assert.deepEqual(differences, [
    { ids: ["h1-p1-t1"], ours: "到2027年，建成水库3座。", theirs: "到2027年,建成水库5座。", after: "h1" },
  ]);
});

test("what is missing and what is more are told at their places", () => {
  const { differences } = compareFile(PIECES, WHOLE.replace("加强领导，\n落实责任。", "").concat("某市，2027年。"));
  assert.deepEqual(differences, [
    { ids: ["h1-p1-t2"], ours: "加强领导，落实责任。", theirs: "", after: "h1-p1-t1" },
    { ids: [], ours: "", theirs: "某市,2027年。", after: "h2-p1-t1" },
  ]);
});

test("a mark with another number is a difference", () => {
  const { differences } = compareFile(PIECES, WHOLE.replace("二、", "三、"));
  assert.deepEqual(differences, [{ ids: [], ours: "", theirs: "三、", after: "h1-p1-t2" }]);
});

test("a sentence at another place is moved, not missing", () => {
  const { moved, differences } = compareFile(
    PIECES,
    `完善水价政策，保护农民利益。${WHOLE.replace("完善水价政策，保护农民利益。", "")}`,
  );
  assert.deepEqual(moved, ["h2-p1-t1"]);
  assert.deepEqual(differences, []);
});

test("another text altogether has nothing in common", () => {
  const { same, differences } = compareFile(PIECES, "另一份文件。");
  assert.equal(same, 0);
  assert.equal(differences.length, 1);
});
