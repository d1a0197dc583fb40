/* Joins the modules into the classic scripts that the pages load: file:// knows no modules.

   Each bundle's first line carries the sum of its sources, which tests/test_scripts.py takes anew without node:
   sha256 over path, NUL and content of every module that the entry imports, in the order of their paths. What a
   bundle gives to others hangs on what they take: its sum is over the modules of all, and bundles.json. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { minify } from "terser";

import { sharing } from "./sharing.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, "../../overrides/assets");
const { bundles, gives } = JSON.parse(readFileSync(join(HERE, "bundles.json"), "utf8"));

/** @param {string[]} paths */
const sumOf = (paths) => {
  const sum = createHash("sha256");
  for (const path of paths.sort()) sum.update(`${path}\0`).update(readFileSync(join(HERE, path)));
  return sum.digest("hex").slice(0, 16);
};

/** @param {string} path */
const sourceOf = (path) => readFileSync(join(HERE, path), "utf8");

/** The modules of a bundle. @param {string} entry */
const joined = async (entry, plugins = []) => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minify: true,
    logOverride: { "import-is-undefined": "error" },
    plugins,
  });
  return { sources: Object.keys(metafile.inputs), text: outputFiles[0].text };
};

const parts = new Map();
for (const [name, entry] of Object.entries(bundles)) parts.set(name, (await joined(entry)).sources);

const all = ["bundles.json", ...new Set([...parts.values()].flat())];
/** @param {string} name */
const sourcesOf = (name) => (name in gives ? all : parts.get(name));

const sharedIn = sharing(HERE, gives, bundles, parts, sourceOf);

for (const [name, entry] of Object.entries(bundles)) {
  const { text } = await joined(entry, [sharedIn(name)]);
  const { code } = await minify(text, { ecma: 2020, compress: { passes: 3 } });
  const head = `/* make scripts, from ${entry}. Sources: ${sumOf(sourcesOf(name))} */`;
  writeFileSync(join(TARGET, name), `${head}\n${code}\n`);
}
