/* Layers: each on or off, remembered on the device; ?layers=terms,notes in the address wins. */
import { all } from "./dom.js";
import { recall, remember } from "./memory.js";

const ALL = ["links", "terms", "notes", "numbers"];
const DEFAULT = "links,terms,notes";

/** The address with the layers that are on; the default is not written. @param {string[]} chosen */
const write = (chosen) => {
  const here = new URL(location.href);
  if (chosen.join() === DEFAULT) here.searchParams.delete("layers");
  else here.searchParams.set("layers", chosen.join());
  history.replaceState(history.state, "", here);
};

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
      const chosen = ALL.filter((layer) => on.has(layer));
      remember("layers", chosen.join());
      write(chosen);
    });
  }
};
