/* Terms are explained in a list at the page's end, which is all that a reader without scripts has. */

/** The gloss of a term in the list at the page's end. @param {HTMLAnchorElement} term */
export const glossOf = (term) => document.querySelector(`.glosses a[href$="${term.hash}"]+span`);
