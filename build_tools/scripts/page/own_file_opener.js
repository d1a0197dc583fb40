/* Offers to compare a reader's own file; what compares is loaded when it is wanted. */
import { byId, make } from "./dom.js";
import { BASE } from "./menu_opener.js";
import { words } from "./words.js";

const PART = `${BASE}assets/own-file.js`;

export const startOwnFile = () => {
  const place = byId("about-own-file");
  if (!place) return;
  const button = make("button", { textContent: words("own_start") });
  button.onclick = () => document.head.append(make("script", { src: PART, onload: () => button.remove() }));
  place.append(button);
};
