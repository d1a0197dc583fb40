import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2025, sourceType: "module" },
    rules: {
      "prefer-const": "error",
      "no-var": "error",
      eqeqeq: "error",
      "no-shadow": "error",
      complexity: ["error", 15],
      "max-depth": ["error", 3],
      "max-lines-per-function": ["error", 50],
      "max-lines": ["error", 300],
      "max-nested-callbacks": ["error", 3],
      "max-params": ["error", 5],
    },
  },
  {
    files: ["*.js", "own_file/**", "page/**", "search/**"],
    languageOptions: { globals: { ...globals.browser, __edition_search: "readonly" } },
  },
  {
    files: ["build.js", "sharing.js", "lock.js", "eslint.config.js", "tests/**"],
    languageOptions: { globals: globals.node },
  },
];
