/* What one query may load of a large site: shards of the index (a common pair costs as much as it is long), texts,
   what stands beside. */

const COMMON = 14000; // characters of a common pair's file that cost as much as a shard

export class Budget {
  /** @type {Record<string, number>} by the first letter of the files */
  left = {};

  /** A new query. @param {number} [index] @param {number} [texts] */
  begin(index = 6, texts = 10) {
    this.left = { p: index, h: index, t: texts, d: 4, n: 1 };
  }

  /**
   * Whether a file may be loaded; if so it is paid for.
   * @param {string} name
   * @param {import("./types.js").Manifest} manifest
   */
  pays(name, manifest) {
    const [kind] = name,
      price = kind === "h" ? manifest.common[Number(name.slice(1))][1] / COMMON : 1;
    if (this.left[kind] < price) return false;
    this.left[kind] -= price;
    if (kind === "h") this.left.p -= price; // both are the index
    return true;
  }
}
