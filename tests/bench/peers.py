"""The peers: Material's own search and Pagefind over the same texts, each installed for the bench alone.

Both are given what suits them best: the text as pages per section with a heading for every item, the words cut by jieba. A hit of
theirs is the section it leads to (from its heading to the next), and counts for every unit that stands in it, which is generous: the
reader still has to find the sentence there.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, Page

from duidu.anchors.document import Document
from duidu.render.search.entries import blocks_of
from tests.bench.ours import Answer
from tests.bench.serving import Site, fresh_page

CONFIG = """site_name: 对照
theme: {name: material, language: zh, font: false}
plugins: [search]
markdown_extensions: [attr_list]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""
SETTLED = 250
"""Milliseconds without a change of the results: then the answer stands; this time is not counted."""


@dataclass(frozen=True, slots=True)
class Section:
    """Where a hit of a peer leads: from a heading to the next. ``units`` are the entries of ours in it."""

    anchor: str
    head: str
    texts: tuple[str, ...]
    units: frozenset[str]

    @property
    def length(self) -> int:
        """Characters."""
        return len(self.head) + sum(map(len, self.texts))


Pages = Mapping[str, tuple[Section, ...]]
"""Path of a page (``sichuan-2024/2/``) → its sections."""


def pages_of(documents: Sequence[Document]) -> Pages:
    """The texts as a site of the usual kind has them: a page for every section, in it a heading for every item."""
    pages: dict[str, list[Section]] = {}
    for document in documents:
        for block in blocks_of(document):
            sections = pages.setdefault(f"{document.id}/{block.page or 'index'}/", [])
            ids = frozenset(f"{document.id}#{anchor}" for anchor in (block.anchor, *(anchor for anchor, _ in block.texts)))
            if block.is_head or not sections:
                head = block.texts[0][1] if block.is_head else document.meta.title
                sections.append(Section(block.anchor, head, () if block.is_head else tuple(text for _, text in block.texts), ids))
            else:
                last = sections[-1]
                sections[-1] = Section(last.anchor, last.head, (*last.texts, "".join(text for _, text in block.texts)), last.units | ids)
    return {path: tuple(sections) for path, sections in pages.items()}


class MissingPeerError(Exception):
    """A peer cannot be installed or run; the message says why in one line."""


def installed(folder: Path, *packages: str) -> Path:
    """The Python of an environment with these packages. Raises MissingPeerError."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return python


def run(*command: str, cwd: Path | None = None, **environment: str) -> str:
    """What the command said. Raises MissingPeerError with the last line of it where it failed."""
    env = {**os.environ, **environment}
    try:
        done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=1800)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingPeerError(str(error).splitlines()[0]) from error
    if done.returncode:
        raise MissingPeerError((done.stderr.strip() or done.stdout.strip() or "没有说明").splitlines()[-1])
    return done.stdout


def material(pages: Pages, folder: Path) -> Path:
    """A stock site of the theme with its search, words cut by jieba. Raises MissingPeerError."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# 对照\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for path, sections in pages.items():
        file = docs / path / "index.md"
        file.parent.mkdir(parents=True)
        file.write_text("\n\n".join(_markdown(sections)), encoding="utf-8")
    python = installed(folder / "venv", f"mkdocs=={version('mkdocs')}", f"mkdocs-material=={version('mkdocs-material')}", "jieba")
    run(str(python), "-m", "mkdocs", "build", "--quiet", cwd=folder)
    return folder / "site"


def _markdown(sections: Sequence[Section]) -> Iterator[str]:
    for number, section in enumerate(sections):
        yield f"{'##' if number else '#'} {html.escape(section.head)} {{#{section.anchor}}}"
        yield from map(html.escape, section.texts)


def pagefind(pages: Pages, folder: Path) -> Path:
    """Plain pages indexed by Pagefind, with its own box. Raises MissingPeerError."""
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / "site"
    for path, sections in pages.items():
        file = site / path / "index.html"
        file.parent.mkdir(parents=True)
        body = "".join(
            f"<h{min(number, 1) + 1} id='{section.anchor}'>{html.escape(section.head)}</h{min(number, 1) + 1}>"
            + "".join(f"<p>{html.escape(text)}</p>" for text in section.texts)
            for number, section in enumerate(sections)
        )
        file.write_text(
            f"<!doctype html><html lang=zh><meta charset=utf-8><title>{html.escape(sections[0].head)}</title><body><main data-pagefind-body>{body}</main></body></html>",
            encoding="utf-8",
        )
    (site / "index.html").write_text(
        "<!doctype html><html lang=zh><meta charset=utf-8><title>对照</title><body></body></html>", encoding="utf-8"
    )
    python = installed(folder / "venv", "pagefind[extended]")
    run(str(python), "-m", "pagefind", "--site", str(site), cwd=folder)
    return site


MATERIAL_CLOCK = """() => {
  const list = document.querySelector(".md-search-result");
  document.querySelector(".md-search__input").addEventListener("keydown", () => { window.began = window.changed = performance.now(); }, true);
  new MutationObserver(() => { window.changed = performance.now(); }).observe(list, { childList: true, subtree: true, characterData: true });
}"""


def ask_material(browser: Browser, site: Site, queries: Sequence[str]) -> list[Answer]:
    """One after the other in its box. Its index is loaded with every page, and counted with the first answer."""
    with fresh_page(browser, site) as page:
        page.wait_for_load_state("networkidle")
        index = site.spent("search")
        page.evaluate(MATERIAL_CLOCK)
        page.click(".md-search__input")
        first, *others = [_material_answer(page, query, site) for query in queries]
        return [replace(first, bytes=first.bytes + index), *others]


def _material_answer(page: Page, query: str, site: Site) -> Answer:
    """It looks at the box when a key is released."""
    page.fill(".md-search__input", query)
    page.evaluate("() => { window.began = null; }")
    page.press(".md-search__input", "End")
    page.wait_for_function(f"() => window.began && performance.now() - window.changed > {SETTLED}", timeout=120_000)
    took = page.evaluate("window.changed - window.began")
    links = page.eval_on_selector_all(".md-search-result__list a[href]", "all => all.map((one) => one.href)")
    return Answer(tuple(links), took, site.spent())


PAGEFIND = """async (query) => {
  const began = performance.now();
  window.engine ??= await import(new URL("pagefind/pagefind.js", location.href).href);
  const found = await window.engine.search(query);
  const pages = await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
  return { took: performance.now() - began, links: pages.flatMap((one) => (one.sub_results.length ? one.sub_results.map((sub) => sub.url) : [one.url])) };
}"""


def ask_pagefind(browser: Browser, site: Site, queries: Sequence[str]) -> list[Answer]:
    """One after the other through its interface for programs: no debounce and no drawing is counted."""
    with fresh_page(browser, site) as page:
        site.spent()
        answers = []
        for query in queries:
            found = page.evaluate(PAGEFIND, query)
            answers.append(Answer(tuple(found["links"]), found["took"], site.spent()))
    return answers


def section_of(pages: Pages, link: str) -> Section | None:
    """The section an address leads to; the first of the page without an anchor."""
    path, _, anchor = link.partition("#")
    steps = path.partition("?")[0].removesuffix("index.html").rstrip("/").split("/")
    sections = pages.get("/".join(steps[-2:]) + "/", ())
    return next((one for one in sections if one.anchor == anchor), sections[0] if sections and not anchor else None)
