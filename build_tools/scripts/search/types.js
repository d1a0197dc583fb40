/* The records of the search, as build_tools/duidu/render/search/files.py writes them. */

/**
 * @typedef {[id: string, short: string, place: string, level: string, size: number, year: number]} DocumentRow
 */
/** @typedef {[id: string, term: string, forms: string[], aliases: string[]]} TermRow */
/** @typedef {[english: string, pinyin: string]} EnglishTerm */
/** @typedef {[id: string, page: string, place: string, kind: string, text: string]} NoteRow */
/** @typedef {[size: number, page: string, mark: string]} SectionRow */

/**
 * @typedef {object} Manifest what the other files are: documents and how many entries each has, and how the index is
 * cut
 * @property {DocumentRow[]} documents
 * @property {Record<string, [seal: string, grade: string, form: string, called: string]>} levels
 * @property {number[]} notes @property {number[]} taken @property {number} terms
 * @property {number} together @property {string} shards
 * @property {[pair: string, length: number][]} common @property {boolean} asides @property {string} version
 * @property {number} questions how many files of them there are
 */

/**
 * @typedef {object} NamesFile terms by all their names, how many files of everyday words and of names in
 * letters there are, places, relations
 * @property {TermRow[]} terms @property {number} words @property {number} letters @property {string} phrases
 * @property {string} heads @property {Record<string, string>} places
 * @property {string[]} relations
 * @property {[words: string, alone: string, asking: string, openers: string]} light what says how something is, what
 * only asks, what opens a pair that says little: parts of patterns
 */

/**
 * @typedef {object} Entry a sentence or a head
 * @property {string} page @property {string} block @property {string} where @property {string} text @property
 * {string} anchor
 * @property {string} place @property {string} pinyin @property {boolean} isHead @property {number} number
 * @property {string} folded @property {string} paragraph @property {string} item
 */

/**
 * @typedef {{text: string, phrases: Map<string, number>, documents: Set<number>, relation?: string}} Word a word, its
 * phrases with their worth, the documents it names by place, level or year, the relation it names
 */

/**
 * @typedef {object} Query
 * @property {string} whole all of it, folded
 * @property {string | undefined} defined what a question asks to be told
 * @property {string[]} letters several words of pinyin, one by one
 * @property {string} stripped without question words, folded
 * @property {string} asked without question words, as it was typed
 * @property {string[]} without what is not to be in it
 * @property {string[]} idle question words and the like, which find nothing
 * @property {string[]} light words that were left out because the others say what is looked for
 * @property {boolean} isHalved whether one word was cut into halves: 绿色金融
 * @property {boolean} strict whether something stands in quotes
 * @property {string[]} known names in it @property {string[]} left the rest
 * @property {Word[]} words as typed, "quoted" ones strictly
 * @property {Word[]} pieces names in it and the rest
 */

/** @typedef {{id: number, value: number, marks: string[], anchor?: string}} Hit */
/** @typedef {Map<number, Hit>} Hits by their entries */
/** @typedef {{kind: string, title: string, text: string, url: string}} Aside a term, a note, a page */
/**
 * @typedef {{name: string, count: number, rows: Aside[], isNamed: boolean}} Group what stands beside of one kind; how
 * many there are, and whether the query is the name of one of them
 */
/** @typedef {[title: string, heading: string, text: string, url: string]} PageRow */

/**
 * @typedef {object} Answer
 * @property {Hit[]} hits @property {[from: string, to: string][]} tried what was not there, what was looked for instead
 * @property {string[]} missing words that stand nowhere @property {string[]} said @property {Query | null} query
 * @property {Group[]} beside
 */

export {};
