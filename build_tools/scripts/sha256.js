/* sha256, computed here so that it also works on file://, where the browser gives no crypto.subtle. */

const turn = (/** @type {number} */ x, /** @type {number} */ n) => (x >>> n) | (x << (32 - n));

/**
 * The first 32 bits of the fractional parts of the roots of the first primes.
 * @param {number} count
 * @param {number} root
 */
const roots = (count, root) => {
  const found = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) prime &&= n % d > 0;
    if (prime) found.push((n ** (1 / root) * 2 ** 32) | 0);
  }
  return found;
};

/** The text in UTF-8, filled up to whole blocks of 16 words. @param {string} text */
const blocksOf = (text) => {
  const bytes = new TextEncoder().encode(text);
  const { length } = bytes;
  const blocks = new Uint32Array((((length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, i) => {
    blocks[i >> 2] |= byte << (24 - (i % 4) * 8);
  });
  blocks[length >> 2] |= 0x80 << (24 - (length % 4) * 8);
  blocks[blocks.length - 1] = length * 8;
  return blocks;
};

/** @param {number[]} state @param {number[]} w @param {number[]} constants */
const round = (state, w, constants) => {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    if (i > 15) {
      const x = w[i - 15],
        y = w[i - 2];
      w[i] =
        (w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
    }
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((x, i) => (state[i] + x) | 0);
};

/** 64 hexadecimal digits. @param {string} text */
export const sha256 = (text) => {
  const blocks = blocksOf(text),
    constants = roots(64, 3);
  let state = roots(8, 2);
  for (let start = 0; start < blocks.length; start += 16)
    state = round(state, [...blocks.subarray(start, start + 16)], constants);
  return state.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
};
