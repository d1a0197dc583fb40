/* What a reader chose on a page is kept in its address: ?filter=…, ?show=…, ?layers=…, ?q=…. */

/** The address with a value, "" for none; commas stay legible. @param {string} name @param {string} value */
export const withValue = (name, value) => {
  const here = new URL(location.href);
  if (value) here.searchParams.set(name, value);
  else here.searchParams.delete(name);
  here.search = here.search.replaceAll("%2C", ",");
  return here.href;
};

/** @param {string} href */
export const keep = (href) => {
  if (href === location.href) return;
  try {
    history.replaceState(history.state, "", href);
  } catch {
    /* too long or not allowed: it stays as it is */
  }
};
