/* What this device remembers. Where that is not allowed nothing is remembered, and all else goes on. */

/** @param {string} key @returns {string | null} */
export const recall = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** @param {string} key @param {string} value */
export const remember = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    /* not allowed: it holds for this page */
  }
};
