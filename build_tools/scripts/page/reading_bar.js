/* The bar at the foot of a narrow screen: where the reader is, how far, contents, previous, next. It goes when the
   text is scrolled down and comes when it is scrolled up, and at the end. */
import { all, make } from "./dom.js";
import { soon } from "./screen.js";
import { CONTENTS } from "./sheet.js";
import { article, placeOf } from "./unit_page.js";
import { words } from "./words.js";

const NEAR = 110; // px below the top where reading is
const STILL = 6; // px that are no scrolling

/**
 * A way to the part before or after, as the page's end has it.
 * @param {"previous" | "next"} way
 * @param {string} sign
 * @param {string} label
 */
const turn = (way, sign, label) => {
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (
    article.querySelector(`.turn .${way}`)?.parentElement?.querySelector("a")
  );
  return link ? [make("a", { href: link.href, textContent: sign, ariaLabel: `${label}：${link.textContent}` })] : [];
};

/** @param {import("./sheet.js").Sheet} sheet */
export const startBar = (sheet) => {
  const place = make("b"),
    share = make("small"),
    progress = make("i");
  const here = make("button", { type: "button", className: "here", ariaHasPopup: "dialog" }, place, share);
  here.addEventListener("click", () => sheet.open(CONTENTS));
  const ways = [...turn("previous", "‹", words("previous_part")), here, ...turn("next", "›", words("next_part"))];
  const bar = make("nav", { id: "reading-bar", ariaLabel: words("reading") }, progress, ...ways);
  const units = all("h1[id],h2[id],h3[id],h4[id],p[id]", article).filter((unit) => placeOf(unit));
  if (!units.length) return;
  document.body.append(bar);
  let last = scrollY;
  const read = soon(() => {
    const { top, height } = article.getBoundingClientRect();
    const done = Math.min(1, Math.max(0, -top / Math.max(1, height - innerHeight)));
    const unit = units.findLast((each) => each.getBoundingClientRect().top < NEAR) ?? units[0];
    place.textContent = placeOf(unit);
    share.textContent = `${Math.round(done * 100)}%`;
    here.ariaLabel = `${words("reading_place")} ${place.textContent}，${share.textContent}`;
    progress.style.transform = `scaleX(${done})`;
    if (Math.abs(scrollY - last) <= STILL) return;
    bar.classList.toggle("off", scrollY > last && scrollY > 120 && done < 0.98);
    last = scrollY;
  });
  addEventListener("scroll", read, { passive: true });
  read();
};
