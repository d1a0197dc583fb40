/* The records of the search, as build_tools/duidu/render/search/files.py writes them. */

/** @typedef {[id: string, short: string, place: string, level: string, size: number]} DocumentRow */
/**
 * @typedef {[id: string, term: string, forms: string[], aliases: string[], english: string, pinyin: string]} TermRow
 */
/** @typedef {[id: string, page: string, place: string, kind: string, text: string]} NoteRow */
/** @typedef {[size: number, page: string, mark: string]} SectionRow */

/**
 * @typedef {object} Manifest what the other files are: documents and how many entries each has, and how the index is
 * cut
 * @property {DocumentRow[]} documents
 * @property {Record<string, [seal: string, grade: string, form: string]>} levels
 * @property {number[]} notes @property {number} terms @property {number} together @property {string} shards
 * @property {[pair: string, length: number][]} common @property {boolean} asides @property {string} version
 */

/**
 * @typedef {object} NamesFile terms by all their names, synonyms, places, traditional characters
 * @property {TermRow[]} terms @property {Record<string, string[]>} synonyms @property {Record<string, string>} places
 * @property {string} traditional @property {[title: string, text: string, url: string][]} [pages]
 */

/**
 * @typedef {object} Entry a sentence or a head
 * @property {string} page @property {string} block @property {string} where @property {string} text @property
 * {string} anchor
 * @property {string} place @property {string} pinyin @property {boolean} isHead @property {number} number
 * @property {string} folded @property {string} paragraph @property {string} item
 */

/**
 * @typedef {{text: string, phrases: Map<string, number>, documents: Set<number>}} Word a word, its phrases with
 * their worth, the documents it names
 */

/**
 * @typedef {object} Query
 * @property {string} whole all of it, folded
 * @property {string | undefined} defined what a question asks to be told
 * @property {string[]} letters several words of pinyin, one by one
 * @property {string} stripped without question words
 * @property {boolean} strict whether something stands in quotes
 * @property {string[]} known names in it @property {string[]} left the rest
 * @property {Word[]} words as typed, "quoted" ones strictly
 * @property {Word[]} pieces names in it and the rest
 */

/** @typedef {{id: number, value: number, marks: string[], anchor?: string}} Hit */
/** @typedef {Map<number, Hit>} Hits by their entries */
/** @typedef {{kind: string, title: string, text: string, url: string}} Aside a term or a note */

export {};
