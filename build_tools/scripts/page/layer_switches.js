/* Layers: each on or off, remembered on the device; ?layers=terms,notes in the address wins. */
import { keep, withValue } from "./address_value.js";
import { all } from "./dom.js";
import { recall, remember } from "./memory.js";

const ALL = ["links", "terms", "notes", "numbers"];
const DEFAULT = "links,terms,notes";

/** The layers that are on, as the address has them: the default is not written. @param {string} chosen */
const written = (chosen) => (chosen === DEFAULT ? "" : chosen || "none");

export const startLayers = () => {
  const switches = /** @type {HTMLInputElement[]} */ (all(".layers input"));
  if (!switches.length) return;
  const asked = new URLSearchParams(location.search).get("layers");
  const on = new Set((asked ?? recall("layers") ?? DEFAULT).split(","));
  for (const box of switches) {
    // a page has boxes only for what it has; the others keep their setting
    box.checked = on.has(box.value);
    box.addEventListener("change", () => {
      if (box.checked) on.add(box.value);
      else on.delete(box.value);
      const chosen = ALL.filter((layer) => on.has(layer)).join();
      remember("layers", chosen);
      keep(withValue("layers", written(chosen)));
    });
  }
};
