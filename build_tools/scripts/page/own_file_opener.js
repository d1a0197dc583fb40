/* Offers to compare a reader's own file; what compares is loaded when it is wanted. */
import { byId, make } from "./dom.js";
import { BASE } from "./menu_opener.js";
import { words } from "./words.js";

/** In the order in which they run: what it says, then what compares. */
const PARTS = ["assets/own-file-words.js", "assets/own-file.js"];

export const startOwnFile = () => {
  const place = byId("about-own-file");
  if (!place) return;
  const button = make("button", { textContent: words("own_start") });
  button.onclick = () =>
    document.head.append(...PARTS.map((path) => make("script", { src: BASE + path, async: false })));
  place.append(button);
};
