/* Loading: everything is a classic script that calls __edition_search(name, data), so that it works on file:// too.
   Data files have the version of the index in their addresses: a page never mixes two builds. */
import { make } from "../page/dom.js";

export class Loader {
  /** What came, by name. @type {Map<string, any>} */
  received = new Map();
  /** @type {Map<string, Promise<void>>} */
  loading = new Map();
  /** What did not come. @type {Set<string>} */
  failed = new Set();
  /** Whether nobody waits any more for what is being loaded. */
  isStale = () => false;

  /** @param {string} root the address of the site's folder */
  constructor(root) {
    this.root = root;
    window.__edition_search = (name, data) => this.received.set(name, data);
  }

  /** @param {string} name */
  addressOf(name) {
    return `${this.root}search/${name}.js${name === "manifest" ? "" : `?${this.received.get("manifest").version}`}`;
  }

  /** @param {string} address @returns {Promise<void>} */
  run(address) {
    return new Promise((done) => {
      const script = make("script", { src: address });
      script.onload = script.onerror = () => {
        script.remove();
        done();
      };
      document.head.append(script);
    });
  }

  /**
   * What a file gives, undefined if it does not come: then it is asked for again with the next query.
   * @param {string} name
   * @param {string} [address]
   */
  async load(name, address = this.addressOf(name)) {
    const running = this.loading.get(address) ?? this.run(address);
    this.loading.set(address, running);
    await running;
    if (this.received.has(name)) this.failed.delete(name);
    else {
      this.failed.add(name);
      this.loading.delete(address);
    }
    return this.received.get(name);
  }
}
