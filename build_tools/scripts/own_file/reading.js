/* The words of a file that a reader chose: text, a saved web page, a Word document; known by content. */

import { words } from "../page/words.js";

/** Nothing here can read it; the message says so to the reader. */
export class Unreadable extends Error {}

const ZIP = 0x04034b50,
  ENTRY = 0x02014b50,
  END = 0x06054b50;
const PARTS = new Set(["word/document.xml", "word/footnotes.xml"]);
const MOST = 50_000_000; // bytes of a part; more is no text of a decision

/** @param {ArrayBuffer} data @returns {Promise<string>} */
export const textOfFile = async (data) => {
  const view = new DataView(data);
  if (data.byteLength > 3 && view.getUint32(0, true) === ZIP) return wordText(view);
  if (data.byteLength > 4 && new TextDecoder("latin1").decode(data.slice(0, 5)) === "%PDF-")
    throw new Unreadable(words("own_pdf"));
  const text = decoded(new Uint8Array(data));
  return /<(html|body|p|div)[\s>]/i.test(text.slice(0, 5000)) ? pageText(text) : text;
};

/** @param {Uint8Array} bytes */
const decoded = (bytes) => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new Unreadable(words("own_unknown"));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
};

/** @param {string} html */
const pageText = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll("script,style,noscript,template")) element.remove();
  return page.body.textContent;
};

/** @param {DataView<ArrayBuffer>} view @returns {Promise<string>} */
const wordText = async (view) => {
  const texts = [];
  for (const { name, method, offset, size, length } of entries(view)) {
    if (!PARTS.has(name)) continue;
    if (length > MOST) throw new Unreadable(words("own_unknown"));
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const packed = new Uint8Array(view.buffer, start, size);
    texts.push(paragraphs(new TextDecoder().decode(method ? await inflated(packed) : packed)));
  }
  if (!texts.length) throw new Unreadable(words("own_unknown"));
  return texts.join("\n");
};

/** The entries of a zip's directory. @param {DataView} view */
const entries = function* (view) {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Unreadable(words("own_unknown"));
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === ENTRY; left--) {
    const name = view.getUint16(at + 28, true);
    yield {
      name: new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, name)),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      length: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
};

/**
 * What is longer than it says ends with a fault instead of filling the memory.
 * @param {Uint8Array<ArrayBuffer>} packed
 */
const inflated = async (packed) => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > MOST) throw new Unreadable(words("own_unknown"));
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

/**
 * The text of Word's paragraphs; what a tracked change deleted stands in elements of another name.
 * @param {string} xml
 */
const paragraphs = (xml) => {
  const parsed = new DOMParser().parseFromString(xml, "text/xml");
  return [...parsed.getElementsByTagName("w:p")]
    .map((paragraph) => [...paragraph.getElementsByTagName("w:t")].map((run) => run.textContent).join(""))
    .join("\n");
};
