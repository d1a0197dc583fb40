import { readFileSync } from "node:fs";

/** The cases that Python is held to as well. @param {string} name */
export const cases = (name) =>
  JSON.parse(readFileSync(new URL(`../../../tests/cases/scripts/${name}.json`, import.meta.url), "utf8"));
