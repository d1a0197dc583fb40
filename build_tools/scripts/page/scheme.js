/* Light or dark: the system's setting until the reader chooses; choosing what the system has gives the choice back
   to it. */
import { byId } from "./dom.js";
import { remember } from "./memory.js";
import { words } from "./words.js";

export const startScheme = () => {
  const button = byId("scheme"),
    root = document.documentElement,
    system = matchMedia("(prefers-color-scheme: dark)");
  if (!button) return;
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const offer = () => {
    button.ariaLabel = button.title = words(isDark() ? "lighter" : "darker");
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    root.dataset.scheme = (wanted === "dark") === system.matches ? "" : wanted;
    remember("scheme", root.dataset.scheme);
    offer();
  });
  system.addEventListener("change", offer);
  offer();
};
