/* One line at the page's foot that answers: what was copied, what an address leads to instead. It lives in the
   document, so that bundles share it. */
import { byId, make, one } from "./dom.js";
import { words } from "./words.js";

const status = () => {
  const there = byId("notice");
  if (there) return one("[role=status]", there);
  const said = make("span", { role: "status" });
  const hush = make("button", { type: "button", ariaLabel: words("hush"), textContent: "×" });
  hush.addEventListener("click", () => say(""));
  document.body.append(make("div", { id: "notice" }, said, hush));
  return said;
};

/** @param {string} text @param {boolean} [lasting] whether it stays until it is closed */
export const say = (text, lasting) => {
  const said = status();
  said.textContent = text;
  if (!lasting)
    setTimeout(() => {
      if (said.textContent === text) said.textContent = "";
    }, 6000);
};
