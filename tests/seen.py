"""What a reader sees of official text in an open page: character for character, where they stand and whether they can be told from their ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

SEEN = r"""() => {
  const FOREIGN = ".aid, .headerlink, .aids";
  const ANCHOR = /^(?:[a-z]\d|title|adopted|number|addressee|signature|date|issuer|occasion|speaker)/;
  const article = document.querySelector("article");
  const around = node => { const found = []; for (let at = node; at; at = at.parentElement) found.push(at); return found; };
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  canvas.canvas.width = canvas.canvas.height = 1;
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], ground) => [0, 1, 2].map(n => [r, g, b][n] * a + ground[n] * (1 - a));
  const light = colour => colour.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ratio = (one, two) => { const [a, b] = [light(one), light(two)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
  const known = new Map();
  const looks = element => {
    if (!known.has(element)) known.set(element, look(element));
    return known.get(element);
  };
  // Why the text of an element cannot be read, "" if it can.
  const look = element => {
    const own = getComputedStyle(element);
    let ground = [255, 255, 255], opacity = 1;
    for (const at of around(element).reverse()) {
      const style = getComputedStyle(at);
      ground = over(rgba(style.backgroundColor), ground);
      opacity *= Number(style.opacity);
      if (style.clipPath !== "none" || style.maskImage && style.maskImage !== "none" || style.filter !== "none") return "cut out";
      if (style.clip !== "auto" || style.webkitMaskBoxImageSource !== "none" || style.mixBlendMode !== "normal") return "cut out";
      if (style.contentVisibility === "hidden") return "invisible";
      if ([style.transform, style.rotate, style.scale, style.translate, style.offsetPath].some(how => how !== "none")) return "transformed";
      if (style.textDecorationLine.includes("line-through")) return "struck out";
      if (article.contains(at) && style.backgroundImage !== "none") return "on a picture";
      if (style.outlineStyle !== "none" && parseFloat(style.outlineOffset) < 0) return "under its frame";
      if (style.unicodeBidi.includes("override") || style.direction !== "ltr") return "turned";
      if (style.writingMode !== "horizontal-tb") return "upright";
    }
    if (own.visibility !== "visible") return "invisible";
    if (own.textTransform !== "none" || own.webkitTextSecurity !== "none" || own.textEmphasisStyle !== "none") return "replaced";
    if (parseFloat(own.webkitTextStrokeWidth)) return "cut out";
    if (parseFloat(own.fontSize) < 9 || own.fontSizeAdjust !== "none") return "tiny";
    if (parseFloat(own.letterSpacing) < -0.15 * parseFloat(own.fontSize)) return "one over another";
    const ink = rgba(own.webkitTextFillColor || own.color);
    ink[3] *= opacity;
    return ratio(over(ink, ground), ground) < 4.5 ? "colour of its ground" : "";
  };
  const clear = colour => rgba(colour)[3] === 0;
  // What a style puts before, after or into an element: words, a box that could lie on the text, another look of its beginning.
  const added = element => {
    const own = getComputedStyle(element), found = [];
    for (const part of ["::before", "::after"]) {
      const {content, position, backgroundColor, backgroundImage} = getComputedStyle(element, part);
      if (["none", "normal", ""].includes(content)) continue;
      if (content !== '""') found.push(`${part} ${content}`);
      else if (/absolute|fixed/.test(position) && !(clear(backgroundColor) && backgroundImage === "none")) found.push(`${part} covers`);
    }
    for (const part of ["::first-line", "::first-letter"]) {
      const {fontSize, color, webkitTextFillColor} = getComputedStyle(element, part);
      if (parseFloat(fontSize) < 9) found.push(`${part} tiny`);
      else if (color !== own.color || webkitTextFillColor !== own.webkitTextFillColor) found.push(`${part} of another colour`);
    }
    if (own.display.includes("list-item") && (own.listStyleType !== "none" || own.listStyleImage !== "none")) found.push("::marker");
    return found;
  };
  const faults = [], read = {}, order = [];
  const units = [...article.querySelectorAll("[id]")].filter(unit => ANCHOR.test(unit.id) && !unit.closest(FOREIGN));
  const width = document.documentElement.clientWidth;
  for (const unit of units) {
    if (unit.querySelector("table")) continue;
    for (const element of [unit, ...unit.querySelectorAll("*")]) if (!element.closest(FOREIGN))
      faults.push(...added(element).map(what => `${unit.id}: ${what}`));
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT), characters = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(FOREIGN)) continue;
      const why = looks(node.parentElement), range = document.createRange();
      const boxes = around(node.parentElement).filter(at => /hidden|clip|scroll|auto/.test(getComputedStyle(at).overflow) || /paint|strict|content/.test(getComputedStyle(at).contain))
        .filter(at => at !== document.body && at !== document.documentElement)
        .map(at => at.getBoundingClientRect());
      for (let n = 0; n < node.data.length; n++) {
        if (/\s/.test(node.data[n])) continue;
        range.setStart(node, n);
        range.setEnd(node, n + 1);
        const box = [...range.getClientRects()].pop();
        const inside = box && box.width > 1 && box.height > 1 && box.left >= -1 && box.right <= width + 1 && box.top + scrollY >= 0 &&
          boxes.every(({left, right, top, bottom}) => box.left >= left - 1 && box.right <= right + 1 && box.top >= top - 4 && box.bottom <= bottom + 4);
        const wrong = why || (!inside ? "not on the page" : box.height < 9 ? "tiny" : "");
        if (wrong) faults.push(`${unit.id}: ${node.data[n]} ${wrong}`);
        else characters.push({character: node.data[n], line: box.top + box.height / 2, left: box.left, height: box.height, width: box.width});
      }
    }
    // In the order in which a reader meets them: line by line, from the left.
    const lines = [];
    for (const one of [...characters].sort((a, b) => a.line - b.line)) {
      const last = lines[lines.length - 1];
      if (last && one.line - last[0].line < Math.min(one.height, last[0].height) / 2) last.push(one);
      else lines.push([one]);
    }
    const met = lines.flatMap(line => line.sort((a, b) => a.left - b.left));
    met.forEach((one, n) => {
      const next = met[n + 1];
      if (next && Math.abs(next.line - one.line) < 2 && next.left < one.left + one.width * 0.4) faults.push(`${unit.id}: ${next.character} over ${one.character}`);
    });
    read[unit.id] = met.map(one => one.character).join("");
    if (met.length) order.push({id: unit.id, top: met[0].line, left: met[0].left, height: met[0].height});
  }
  order.forEach((one, n) => {
    const next = order[n + 1];
    if (next && next.top < one.top - one.height / 2) faults.push(`${next.id}: above ${one.id}`);
  });
  for (const {effect} of document.getAnimations()) if (effect?.target && (article.contains(effect.target) || effect.target.contains(article)))
    if (effect.getTiming().iterations === Infinity) faults.push(`${effect.target.id}: moves`);
  return {read, faults};
}"""
COVERED = r"""ids => {
  const faults = [], article = document.querySelector("article"), sheets = document.adoptedStyleSheets, all = new CSSStyleSheet();
  all.replaceSync("*, *::before, *::after { pointer-events: auto !important }"); // else what lies on a text could let the question through
  document.adoptedStyleSheets = [...sheets, all];
  for (const id of ids) {
    const unit = document.getElementById(id);
    if (!unit.getClientRects().length) continue;
    // Its first line in the middle of the window: a unit may be longer than that.
    scrollBy({top: unit.getClientRects()[0].top - innerHeight / 2, behavior: "instant"});
    const box = unit.getClientRects()[0];
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 14));
    const around = at && at !== article && article.contains(at) && at.contains(unit);
    const stays = at && at.closest(".md-header, .here"); // in the window, not on the page: a reader scrolls on
    if (at && !stays && !unit.contains(at) && !around) faults.push(`${id}: under ${at.tagName}.${at.className} of ${at.parentElement.tagName}.${at.parentElement.className}`);
  }
  document.adoptedStyleSheets = sheets;
  return faults;
}"""


def seen(page: Page) -> tuple[dict[str, str], list[str]]:
    """Unit → its characters as they can be read, without spaces; and what stands in the way of reading, as ``unit: why``."""
    found: dict[str, Any] = page.evaluate(SEEN)
    return found["read"], found["faults"]


def covered(page: Page, units: list[str]) -> list[str]:
    """Of the units that are read, those that something else lies on."""
    faults: list[str] = page.evaluate(COVERED, units)
    return faults


def differences(page: Page, source: dict[str, str]) -> Iterator[str]:
    """Whatever keeps a reader from seeing the source: a line each. ``source`` is unit → its characters without spaces."""
    read, faults = seen(page)
    yield from faults
    yield from (f"{unit}: {text} ≠ {source.get(unit)}" for unit, text in read.items() if source.get(unit) != text)
    yield from covered(page, [unit for unit, text in read.items() if text])
