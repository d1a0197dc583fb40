/* The part of the search that finds and shows, loaded when the box is first opened. */
import { Results } from "./search/results.js";
import { Search } from "./search/search.js";

export class Engine {
  /**
   * @param {import("./search/loader.js").Loader} loader @param {HTMLElement} box the search box
   * @param {ConstructorParameters<typeof Search>[1]} loadRare the part for rare queries
   */
  constructor(loader, box, loadRare) {
    this.search = new Search(loader, loadRare);
    this.results = new Results(this.search.index, loader, box);
  }

  /** Whether it can answer. */
  open() {
    return this.search.index.open();
  }

  /** Whether there is anything to look for. @param {string} raw */
  hasWords(raw) {
    return this.search.index.fold(raw) !== "";
  }

  /** Find, and show if somebody still waits for it. @param {string} raw @param {() => boolean} isStale */
  async answer(raw, isStale) {
    const answer = await this.search.ask(raw);
    if (!isStale()) await this.results.show(answer);
  }
}

__edition_search("@engine", (/** @type {ConstructorParameters<typeof Engine>} */ ...parts) => new Engine(...parts));
