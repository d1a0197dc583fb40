/* Copying: the official text of the selection, and nothing that stands between or beside it. */
import { isUnit } from "../anchor.js";
import { around, elementOf, make } from "./dom.js";
import { say } from "./notice.js";
import { article, blockOf } from "./unit_page.js";
import { words } from "./words.js";

/** @param {Text} node */
const isOfficial = (node) =>
  !around(node, ".aid,.headerlink") && article.contains(node) && isUnit(around(node, "[id]")?.id);

/** The official paragraphs of a range. @param {Range} range */
const officialIn = (range) => {
  /** @type {string[]} */
  const texts = [];
  const walker = document.createTreeWalker(elementOf(range.commonAncestorContainer) ?? article, NodeFilter.SHOW_TEXT);
  let last = null;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!range.intersectsNode(node) || !isOfficial(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const text = node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
    if (!text) continue;
    if (blockOf(node) !== last) texts.push("");
    last = blockOf(node);
    texts[texts.length - 1] += text;
  }
  return texts.map((text) => text.trim()).filter(Boolean);
};

export const startCopying = () => {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed || around(event.target, "textarea,input")) return;
    const texts = officialIn(selection.getRangeAt(0));
    if (!texts.length || !event.clipboardData) return;
    const html = make("div", {}, ...texts.map((text) => make("p", { textContent: text })));
    event.clipboardData.setData("text/plain", texts.join("\n"));
    event.clipboardData.setData("text/html", html.innerHTML);
    event.preventDefault();
  });
};

/** The old way, where the clipboard is not allowed, or in no secure context. @param {string} text */
const copyByCommand = (text) => {
  const back = /** @type {HTMLElement | null} */ (document.activeElement);
  const area = make("textarea", { value: text, readOnly: true });
  Object.assign(area.style, { position: "fixed", opacity: "0" });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  back?.focus();
  return done;
};

/** Copy a text and say so; one that cannot be copied is shown. @param {string} text @param {string} what */
export const copy = async (text, what) => {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    done = copyByCommand(text);
  }
  say(done ? words("copied", { what }) : text, !done);
};
