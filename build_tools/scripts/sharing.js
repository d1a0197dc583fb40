/* What several bundles use is sent once. bundles.json says under "gives" which bundle carries which modules for the
   others: it puts their exports into one object, __edition, and the others, which run after it, take them from
   there. The modules themselves know nothing of this. */
import { relative } from "node:path";

const EXPORTED = /^export (?:const|class|function) (\w+)/gm;
const IMPORTED = /^import \{([^}]*)\} from/gm;

/**
 * Module → the bundle that carries it for others, and name → the module that exports it; a name is given once.
 * @param {Record<string, string[]>} gives @param {(module: string) => string} sourceOf
 */
const tables = (gives, sourceOf) => {
  const giverOf = new Map(Object.entries(gives).flatMap(([giver, modules]) => modules.map((one) => [one, giver]))),
    moduleOf = new Map();
  for (const module of giverOf.keys())
    for (const [, name] of sourceOf(module).matchAll(EXPORTED)) {
      if (moduleOf.has(name)) throw new Error(`${name}: in ${module} and in ${moduleOf.get(name)}`);
      moduleOf.set(name, module);
    }
  return { giverOf, moduleOf };
};

/**
 * The parts of esbuild that do it, by bundle.
 * @param {string} here the folder of the sources
 * @param {Record<string, string[]>} gives bundle → the modules that it carries for the others
 * @param {Record<string, string>} entries bundle → its entry
 * @param {Map<string, string[]>} parts bundle → all its modules
 * @param {(module: string) => string} sourceOf
 */
export const sharing = (here, gives, entries, parts, sourceOf) => {
  const { giverOf, moduleOf } = tables(gives, sourceOf);
  const isTaken = (/** @type {string} */ module, /** @type {string} */ bundle) =>
    giverOf.has(module) && giverOf.get(module) !== bundle;

  /** What a bundle's own modules import. @param {string} bundle */
  const importedBy = (bundle) => {
    const own = (parts.get(bundle) ?? []).filter((module) => !isTaken(module, bundle));
    const lists = own.flatMap((module) => [...sourceOf(module).matchAll(IMPORTED)]);
    return new Set(lists.flatMap(([, names]) => names.match(/\w+/g) ?? []));
  };

  /** Of a module's names those that a bundle uses. @param {string} module @param {string} bundle */
  const takenOf = (module, bundle) => {
    const used = importedBy(bundle);
    return [...moduleOf].filter(([name, of]) => of === module && used.has(name)).map(([name]) => name);
  };

  /** The line that hands over what others use of a bundle's modules. @param {string} bundle */
  const handing = (bundle) => {
    const others = [...parts.keys()].filter((other) => other !== bundle);
    const named = gives[bundle].map((module) => {
      const names = new Set(others.flatMap((other) => takenOf(module, other)));
      return { module, names: [...names].join(", ") };
    });
    const imports = named.map(({ module, names }) => `import { ${names} } from "./${module}";`).join("");
    const all = named.map(({ names }) => names).join(", ");
    return `${imports}(globalThis.__edition ??= {});Object.assign(__edition, { ${all} });`;
  };

  return (/** @type {string} */ bundle) => ({
    name: "sharing",
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        const module = relative(here, path);
        if (isTaken(module, bundle))
          return { contents: `export const { ${takenOf(module, bundle).join(", ")} } = __edition;` };
        if (module === entries[bundle] && gives[bundle]) return { contents: handing(bundle) + sourceOf(module) };
        return undefined;
      });
    },
  });
};
