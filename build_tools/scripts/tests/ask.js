/* Answers queries as the page does, without a page: node ask.js FOLDER, a query in JSON on each line, its answer on
   one. FOLDER holds the files of the search; of each query come the hits in order, how many are only near, the groups
   beside, what was said of its words, which files were loaded by then, and which were asked for and
   are not there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

globalThis.__edition_search = () => {};
globalThis.words = (/** @type {string} */ key) => key;
const { Search } = await import("../search/search.js");
const { RareQueries } = await import("../rare_queries.js");
const { WORTH } = await import("../search/ranking.js");

/** The search over a folder of its files. @param {string} folder */
const searchIn = async (folder) => {
  const received = new Map();
  const loaded = [],
    absent = [];
  const source = {
    received,
    loaded,
    absent,
    isStale: () => false,
    load: async (/** @type {string} */ name) => {
      const file = join(folder, `${name}.js`);
      if (!received.has(name) && existsSync(file)) {
        const text = readFileSync(file, "utf8");
        loaded.push(name);
        received.set(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))));
      } else if (!received.has(name)) absent.push(name);
      return received.get(name);
    },
  };
  const search = new Search(source, async () => (parts) => new RareQueries(parts));
  await search.index.open();
  return { search, source };
};

/** @param {InstanceType<typeof Search>} search @param {string} query */
const answerOf = async (search, query) => {
  const { hits, tried, missing, beside, said, query: read } = await search.ask(query),
    { index } = search;
  return {
    hits: hits.map(
      ({ id, anchor }) => `${index.manifest.documents[index.documentOf(id)][0]}#${anchor ?? index.entry(id)?.anchor}`,
    ),
    near: hits.filter(({ value }) => value < WORTH.sure).length,
    groups: Object.fromEntries(
      beside.map(({ name, count, rows }) => [name, { count, urls: rows.map(({ url }) => url) }]),
    ),
    idle: read?.idle,
    light: read?.light,
    without: read?.without,
    tried,
    missing,
    said,
  };
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { search, source } = await searchIn(process.argv[2]);
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = await answerOf(search, JSON.parse(line)),
      { loaded, absent } = source;
    process.stdout.write(`${JSON.stringify({ ...answer, loaded, absent })}\n`);
  }
}
