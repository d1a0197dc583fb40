/* Joins the modules into the classic scripts that the pages load: file:// knows no modules.

   Each bundle's first line carries the sum of its sources, which tests/test_scripts.py takes anew without node:
   sha256 over path, NUL and content of every module that the entry imports, in the order of their paths. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, "../../overrides/assets");
const { bundles } = JSON.parse(readFileSync(join(HERE, "bundles.json"), "utf8"));

/** @param {string[]} paths */
const sumOf = (paths) => {
  const sum = createHash("sha256");
  for (const path of paths.sort()) sum.update(`${path}\0`).update(readFileSync(join(HERE, path)));
  return sum.digest("hex").slice(0, 16);
};

for (const [name, entry] of Object.entries(bundles)) {
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
  });
  const sources = Object.keys(metafile.inputs).map((path) => relative(HERE, join(HERE, path)));
  const head = `/* Made by make scripts from build_tools/scripts/${entry}; do not edit. Sources: ${sumOf(sources)} */`;
  writeFileSync(join(TARGET, name), `${head}\n${outputFiles[0].text}`);
}
