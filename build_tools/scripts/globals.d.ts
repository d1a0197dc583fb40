/* What is there before a bundle runs. The words come first, as a script of the corpus's own (render/exports/words.py); every file of the
   search, data and parts alike, is a classic script with one call, which the search box answers. */
type Words = (key: string, filling?: Record<string, string | number>) => string;

interface Window {
  words: Words;
  __edition_search: (name: string, data: unknown) => void;
}

declare var words: Words;
declare var __edition_search: (name: string, data: unknown) => void;
