/* On the full page: a reader chooses a file or pastes its text, and sees where it and the page part.
   Nothing is sent. */
import { all, byId, make } from "../page/dom.js";
import { article, blockOf, placeOf, textOf } from "../page/unit_page.js";
import { words } from "../page/words.js";
import { isUnit } from "../anchor.js";
import { foldedText } from "../fold.js";
import { compareFile } from "./comparing.js";
import { textOfFile, Unreadable } from "./reading.js";

/** @typedef {import("./comparing.js").Difference} Difference */

const MOST_SHOWN = 200,
  LONGEST = 400;

/** The heads and sentences of the page, each with the mark that is printed before it. */
const pieces = () =>
  all("[id]", article)
    .filter((unit) => isUnit(unit.id) && (unit.classList.contains("sentence") || !unit.querySelector("[id]")))
    .map((unit) => {
      const block = blockOf(unit);
      const first = !block || block === unit || block.querySelector(".sentence") === unit;
      const marker = first ? (block?.querySelector(".marker")?.textContent ?? "") : "";
      return { id: unit.id, text: textOf(unit), marker };
    });

/** @param {string} text */
const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text);

/** A link to a unit of the page, by its place. @param {string} id */
const linkTo = (id) => {
  const unit = byId(id);
  return make("a", { href: `#${id}`, textContent: (unit && placeOf(unit)) || words("own_here") });
};

/** The file's text, marked where it parts from the page's. @param {string} ours @param {string} theirs */
const marked = (ours, theirs) => {
  const text = foldedText(ours);
  let start = 0,
    end = 0;
  while (start < theirs.length && theirs[start] === text[start]) start++;
  while (end < Math.min(theirs.length, text.length) - start && theirs.at(-1 - end) === text.at(-1 - end)) end++;
  const middle = theirs.slice(start, theirs.length - end);
  return [cut(theirs.slice(0, start)), make("mark", { textContent: cut(middle) }), cut(end ? theirs.slice(-end) : "")];
};

/** @param {Difference} difference */
const item = ({ ids, ours, theirs, after }) => {
  const kind = ids.length ? (theirs ? words("own_differs") : words("own_lacks")) : words("own_more");
  const place = ids[0] ?? after;
  const said = make("li", {}, ...(place ? [linkTo(place), "　"] : []), make("b", { textContent: kind }));
  if (ours) said.append(make("p", { textContent: words("own_ours", { text: cut(ours) }) }));
  if (theirs) said.append(make("p", {}, words("own_theirs"), ...marked(ours, theirs)));
  return said;
};

/** @param {number} count @param {import("./comparing.js").Comparison} found */
const summary = (count, { same, moved, differences }) => {
  const more = differences.filter(({ ids }) => !ids.length).length,
    lacks = differences.filter(({ ids, theirs }) => ids.length && !theirs).length;
  const differs = differences.length - more - lacks;
  if (same < count) return words("own_result", { count, same, differs, lacks, more, moved: moved.length });
  return words(more ? "own_all_and_more" : "own_equal", { count, more });
};

/** @param {HTMLElement} place */
export const startPanel = (place) => {
  const file = make("input", { type: "file", id: "own-file-input", accept: ".txt,.docx,.html,.htm,.md" });
  const pasted = make("textarea", { id: "own-file-text", rows: 4 });
  const compare = make("button", { type: "button", textContent: words("own_compare") });
  const said = make("p", { role: "status" });
  const list = make("ol", {});
  const show = (/** @type {string} */ text) => {
    for (const before of all(".own-differs", article)) before.classList.remove("own-differs");
    const every = pieces();
    const { same, moved, differences } = compareFile(every, text);
    said.textContent = summary(every.filter((piece) => piece.text).length, { same, moved, differences });
    for (const id of [...moved, ...differences.flatMap(({ ids }) => ids)]) byId(id)?.classList.add("own-differs");
    list.replaceChildren(
      ...differences.slice(0, MOST_SHOWN).map(item),
      ...moved
        .slice(0, MOST_SHOWN)
        .map((id) => make("li", {}, linkTo(id), "　", make("b", { textContent: words("own_moved") }))),
    );
  };
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      show(await textOfFile(await chosen.arrayBuffer()));
    } catch (error) {
      list.replaceChildren();
      said.textContent = error instanceof Unreadable ? error.message : words("own_unknown");
    }
  });
  compare.addEventListener("click", () => {
    if (pasted.value.trim()) show(pasted.value);
    else pasted.focus();
  });
  place.append(
    make("p", {}, make("label", { htmlFor: file.id, textContent: words("own_choose") }), file),
    make("p", {}, make("label", { htmlFor: pasted.id, textContent: words("own_paste") }), pasted, compare),
    said,
    list,
  );
  file.focus();
};
