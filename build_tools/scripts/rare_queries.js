/* The part of the search that only some queries need, loaded with the first of them. */
import { Jump } from "./search/jump.js";
import { Sounds } from "./search/sounds.js";

export class RareQueries {
  /** @param {import("./search/search.js").Parts} search */
  constructor({ index, names }) {
    this.sounds = new Sounds(index, names);
    this.jumping = new Jump(index);
  }

  /** Names and stretches that differ in one character. @param {string} text */
  corrections(text) {
    return this.sounds.corrections(text);
  }

  /** Heads by their pinyin. @param {string} letters @param {(id: number, value: number) => void} found */
  headsBySound(letters, found) {
    return this.sounds.headsBySound(letters, found);
  }

  /** Names that have just these initials. @param {string} letters */
  named(letters) {
    return this.sounds.named(letters);
  }

  /** Stretches of text that are spelt so. @param {string} letters */
  stretches(letters) {
    return this.sounds.stretches(letters);
  }

  /** The place that an address or a citation names. @param {string} raw */
  jump(raw) {
    return this.jumping.to(raw);
  }
}

__edition_search("@rare", (/** @type {import("./search/search.js").Parts} */ search) => new RareQueries(search));
