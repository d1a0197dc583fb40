"""The page about the data: every file that programs read, what it means, how many rows it has, how big it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.alignment import Alignment
from ..apparatus.relations import pair_folder, pair_path, pair_titles
from ..exports.data import DATA
from ..exports.link_data import OF_A_PAIR
from ..exports.originals import original_name
from ..markdown import attribute, escape, hyperlink, link, page_text
from ..names import seal
from ..packing import parted
from ..page import OutputFile, Page
from ..wording import say

_OF_THE_SITE = ("documents", "links", "terms", "notes", "targets")
_MEANING = {"documents": "data.document_list_said"}
_OF_A_DOCUMENT = ("units.json", "units.csv", "taken-up.csv", "cite.bib", "cite.ris", "cite.json")


UP = "../"
"""From the page to docs/."""
TOGETHER = 100
"""So many documents stand on one page with their files; beyond that they have pages of their own, and the first leads to them."""


def data_pages(documents: Sequence[Document], pairs: Sequence[Alignment], made: Sequence[OutputFile]) -> Iterator[Page]:
    """``made`` is everything that lies below ``docs/data/``; a line for every document and every pair, whatever they hold."""
    files = {page.path: page for page in made}
    parts = parted(documents, TOGETHER)
    tables = list(_tables(documents, pairs, files, UP)) if len(parts) < 2 else [_ways(parts)]
    yield _page(
        "data",
        [
            f"# {say('data.title')} {{#about-data}}",
            say("data.lead"),
            f"## {say('data.site')} {{#about-data-site}}",
            _site_table(files),
            *tables,
            f"## {say('data.forms')} {{#about-data-forms}}",
            say("data.forms_said"),
            _schemas(files),
        ],
    )
    for number, part in enumerate(parts if len(parts) > 1 else (), 1):
        own = [pair for pair in pairs if pair.implementing in part]
        head = f"# {say('data.part', number=number)} {{#about-data}}"
        yield _page(f"data/{number}", [head, hyperlink(say("data.title"), "../data.md"), *_tables(part, own, files, "../../")])


def _page(name: str, body: Sequence[str]) -> Page:
    meta = {"title": say("data.title"), "description": say("data.description"), "hide": ["navigation"]}
    return Page(PurePosixPath("docs/about", f"{name}.md"), page_text(meta, body))


def _ways(parts: Sequence[Sequence[Document]]) -> str:
    """To the pages of documents, by the first and the last of each."""
    lines = (
        hyperlink(
            say("texts.from_to", first=part[0].meta.short_title, last=part[-1].meta.short_title, count=len(part)), f"data/{number}.md"
        )
        for number, part in enumerate(parts, 1)
    )
    items = "\n".join(f"<li>{line}</li>" for line in lines)
    return f"## {say('data.documents')} {{#about-data-documents}}\n\n<ul>\n{items}\n</ul>"


def _tables(documents: Sequence[Document], pairs: Sequence[Alignment], files: Mapping[PurePosixPath, OutputFile], up: str) -> Iterator[str]:
    """The files of documents and of pairs, from a page that lies ``up`` below docs/."""
    yield f"## {say('data.documents')} {{#about-data-documents}}"
    yield say("data.documents_said")
    yield _table(("data.document", "data.original", "data.units", "data.taken", "data.bibliography"), _document_rows(documents, files, up))
    if pairs:
        yield f"## {say('data.pairs')} {{#about-data-pairs}}"
        yield say("data.pairs_said")
        yield _table(("data.pair", "data.links", "data.coverage"), _pair_rows(pairs, files, up))


def rows_of(page: OutputFile) -> int:
    """How many records a data file holds: a line each in our JSON lists, a row each in our tables."""
    content = page.content
    if page.path.suffix == ".json":
        return content.count(b"\n{") if content.startswith(b"[") else content.count(b"\n ")
    return content.count(b"\r\n") - 1


def saved_as(path: PurePosixPath) -> str:
    """What a file of the data is called once it is downloaded, where the files of several documents lie beside each other.

    >>> saved_as(DATA / "sichuan-2024" / "text.txt")
    'sichuan-2024-text.txt'
    """
    return "-".join(path.relative_to(DATA).parts)


def size_of(page: OutputFile) -> str:
    """1234 bytes → 1.2 KB"""
    size = page.size
    if size < 1000:
        return say("data.bytes", size=size)
    return say("data.kilobytes", size=f"{size / 1000:.0f}" if size >= 10_000 else f"{size / 1000:.1f}")


def files_of(document: Document) -> str:
    """The files of a document, as links for its landing page."""
    names = [*([original_name(document.meta)] if document.meta.offered else []), "units.json", "units.csv"]
    return "、".join(link(name, f"../data/{document.id}/{name}") for name in names)


def _site_table(files: Mapping[PurePosixPath, OutputFile]) -> str:
    rows = []
    for name in _OF_THE_SITE:
        found = [files[path] for ending in ("json", "csv") if (path := DATA / f"{name}.{ending}") in files]
        if found and rows_of(found[0]):
            said = escape(say(_MEANING.get(name, f"data.{name}_said")))
            rows.append(("、".join(map(_sized, found)), say("data.meaning_and_rows", said=said, rows=rows_of(found[0]))))
    return _table(("data.file", "data.meaning"), rows)


def _document_rows(documents: Sequence[Document], files: Mapping[PurePosixPath, OutputFile], up: str) -> Iterator[tuple[str, ...]]:
    for document in documents:
        folder = DATA / document.id
        original = files.get(folder / original_name(document.meta)) if document.meta.offered else None
        units, table, taken, *cited = (files.get(folder / name) for name in _OF_A_DOCUMENT)
        yield (
            f"{seal(document)} {link(document.meta.short_title, f'{up}{document.id}/index.md')}",
            _sized(original, up) if original else "",
            _counted([units, table], up),
            _counted([taken], up),
            _links([page for page in cited if page], up),
        )


def _pair_rows(pairs: Sequence[Alignment], files: Mapping[PurePosixPath, OutputFile], up: str) -> Iterator[tuple[str, ...]]:
    for pair in pairs:
        links, table, coverage = (files.get(DATA / pair_path(pair) / name) for name in OF_A_PAIR)
        titles = pair_titles(pair)
        yield link(titles, f"{up}{pair_folder(pair)}/index.md"), _counted([links, table], up), _counted([coverage], up)


def _counted(pages: Sequence[OutputFile | None], up: str) -> str:
    """Links to forms of one thing, with how many records it has."""
    found = [page for page in pages if page]
    return f"{_links(found, up)}（{say('data.count', count=rows_of(found[0]), size='、'.join(map(size_of, found)))}）" if found else ""


def _sized(page: OutputFile, up: str = UP) -> str:
    return f"{_links([page], up)}（{size_of(page)}）"


def _links(pages: Sequence[OutputFile], up: str) -> str:
    return "、".join(f'{link(page.path.name, _address(page.path, up))}{{ download="{saved_as(page.path)}" }}' for page in pages)


def _schemas(files: Mapping[PurePosixPath, OutputFile]) -> str:
    found = sorted(path for path in files if path.name.endswith(".schema.json"))
    return "、".join(link(path.name, _address(path, UP)) for path in found)


def _address(path: PurePosixPath, up: str) -> str:
    return f"{up}{path.relative_to('docs')}"


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> str:
    """A table without the columns that are empty in every row."""
    lines = list(rows)
    kept = [at for at in range(len(heads)) if any(line[at] for line in lines)]
    titles = "| " + " | ".join(attribute(say(heads[at])) for at in kept) + " |"
    body = "\n".join("| " + " | ".join(line[at] for at in kept) + " |" for line in lines)
    return f'<div class="files" markdown="1">\n\n{titles}\n|{"---|" * len(kept)}\n{body}\n\n</div>'
