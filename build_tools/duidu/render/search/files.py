"""The files below ``docs/search/``; each is a classic script with one call, ``__edition_search("p3", …)``, so that a page can load it
from anywhere, file:// included.

``manifest``  what the others are: documents and how many entries each has, and how the index is cut
``names``     terms by all their names, places, levels, relations
``w…``        everyday words and what they stand for, by their first characters; before them traditional characters and what they become
``e…``        names in Latin letters, by their first
``q…``        how people ask, by the first character of what it is compared by
``facing``    by entry those that answer what people ask of it too
``english``   what terms are called in English, and their pinyin, for queries in letters
``relations`` which entries stand in a relation to another document, or in none
``pages``     pages of the site and their headings
``p…`` ``h…`` the index: shards, and the pairs that are so common that each has a file; none where the texts are loaded as a whole
``t…``        the texts, ``TOGETHER`` entries a file, so that an entry's number says in which file it is
``n…`` ``d…`` notes by document, definitions of terms
``k…``        pages of who carries out a document's provisions
``sections``  where the pages of a document begin, for the filter and for jumps
``jump``      what documents may be called, and which have addresses without a unit of their own any more
``g…``        these addresses by document, and where each leads: they only become more, and who looks one up needs one document's
``sounds``    which characters sound alike
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.layers import Layers
from ...layers.takers import provisions, takers
from ...model.levels import Level, from_the_highest
from ...read.glossary import Term
from ...read.synonyms import light_words
from ..packing import parted
from ..wording import say
from .entries import DocumentEntries, Entries, SearchBlock, entries
from .folding import fold
from .jumps import jumps
from .keeping import Keep, anew
from .nearby import Reaching, reaching, relations
from .postings import NO_INDEX, Piece, Postings, joined, piece, postings
from .questions import facing_entries, question_files
from .site_pages import SitePage
from .sounds import Sounds, initials

SEARCH = PurePosixPath("docs/search")
TOGETHER = 32
"""Entries, or definitions, in one file."""
DOCUMENTS = 5
"""So many documents are indexed together; of a changed one its neighbours are indexed again with it."""
WHOLE = 1500
"""Up to so many entries a page loads all texts and looks through them itself: that no index is written tells it so."""
FACING = "facing"
SCANNED = 500
"""Up to so many notes and terms a page looks through them itself; more are in the index like the text, where there is one."""


def search_files(
    documents: Sequence[Document],
    layers: Layers,
    synonyms: Mapping[str, Sequence[str]],
    traditional: Mapping[str, str],
    site: Sequence[SitePage] = (),
    keep: Keep = anew,
) -> Iterator[tuple[PurePosixPath, str]]:
    """Path and text of every file of the search; ``site`` are the pages that hold no text of a document."""
    all_entries = entries(documents, layers)
    sounds = Sounds(keep)
    official = joined(_index(group, sounds, keep) for group in _groups(all_entries.documents))
    beside = list(all_entries.beside())
    asides_indexed = len(beside) > SCANNED and official.size > WHOLE
    index = postings(joined([official, piece((fold(text), "") for text in beside)]) if asides_indexed else official)
    sent = index if official.size > WHOLE else NO_INDEX
    near = reaching(synonyms, index)
    related = relations(all_entries, layers)
    asked = _asked(all_entries, layers)
    sounds.learn([*(document.meta.place for document in documents), *(term.term for term in all_entries.terms)])
    looked_for = {*official.characters, *"".join(near.han), *"".join(map(str, asked.values())), *_aliases(all_entries)}
    written: dict[str, object] = {
        **_numbered("p", sent.shards),
        **_numbered("h", sent.common.values()),
        **dict(_texts(all_entries, sounds)),
        **dict(_beside(all_entries)),
        "names": _names(documents, all_entries.terms, sounds) | _everyday(near) | {"relations": list(related)},
        **_numbered("w", _with_variants(near.han, traditional, looked_for)),
        **_numbered("e", near.latin),
        **asked,
        "english": [[term.english, sounds[term.term]] for term in all_entries.terms],
        "relations": list(related.values()),
        "pages": [[one.title, one.heading, one.text, one.url] for one in site],
        **dict(_taken_up(documents, layers)),
        "sections": [[[one.size, one.page, one.mark] for one in own.page_runs()] for own in all_entries.documents],
        **jumps(documents),
        "sounds": sounds.alike(char for char in looked_for if "\u3400" <= char <= "\u9fff"),
    }
    more = {"asides": asides_indexed, "questions": len(asked.keys() - {FACING})}
    yield from _scripts(written, _manifest(all_entries, sent, layers) | more)


def _scripts(written: Mapping[str, object], manifest: Mapping[str, object]) -> Iterator[tuple[PurePosixPath, str]]:
    """The files, and the manifest, which has a version for all of them."""
    files = {name: _script(name, data) for name, data in written.items()}
    whole = sha256()
    for text in files.values():
        whole.update(text.encode())  # all of them as one text would be the most memory that a build ever takes
    files["manifest"] = _script("manifest", {**manifest, "version": whole.hexdigest()[:8]})
    yield from ((SEARCH / f"{name}.js", text) for name, text in files.items())


def _aliases(all_entries: Entries) -> str:
    return "".join(fold(name) for term in all_entries.terms for name in term.aliases)


def _asked(all_entries: Entries, layers: Layers) -> dict[str, object]:
    """How people ask, and what answers them besides; nothing where nobody wrote it down."""
    files = question_files(all_entries, layers)
    return {**_numbered("q", files), FACING: facing_entries(all_entries, layers)} if files else {}


def _groups(documents: Sequence[DocumentEntries]) -> Iterator[Sequence[DocumentEntries]]:
    return (documents[at : at + DOCUMENTS] for at in range(0, len(documents), DOCUMENTS))


def _index(documents: Sequence[DocumentEntries], sounds: Sounds, keep: Keep) -> Piece:
    """The index of some documents, which depends on their words alone."""
    official = [(one, block.is_head) for own in documents for block in own.blocks for _, one in block.texts]
    sounds.learn(one for one, is_head in official if is_head)
    said = json.dumps(["index", official], ensure_ascii=False)
    return Piece.read(keep(said, lambda: str(piece((fold(one), initials(sounds[one]) if is_head else "") for one, is_head in official))))


def _numbered(letter: str, parts: Iterable[object]) -> dict[str, object]:
    """A file for each part: ``p0``, ``p1`` …"""
    return {f"{letter}{number}": part for number, part in enumerate(parts)}


def _everyday(near: Reaching) -> dict[str, object]:
    """What the file of names says of the files of everyday words."""
    return {"words": len(near.han), "letters": len(near.latin), "phrases": " ".join(near.phrases), "heads": near.heads}


def _script(name: str, data: object) -> str:
    return f"__edition_search({json.dumps(name)},{json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n"


def _manifest(all_entries: Entries, index: Postings, layers: Layers) -> dict[str, object]:
    return {
        "documents": [
            [
                own.document.id,
                own.document.meta.short_title,
                own.document.meta.place,
                own.document.meta.level.id,
                own.size,
                _year(own),
            ]
            for own in all_entries.documents
        ],
        "levels": {
            level.id: [level.seal, level.grade, "upper" if level.upper else "lower", " ".join(_called_level(level))]
            for level in from_the_highest(own.document.meta.level for own in all_entries.documents)
        },
        "notes": [len(notes) for _, notes in all_entries.notes],
        "terms": len(all_entries.terms),
        "taken": [number for number, own in enumerate(all_entries.documents) if takers(layers, own.document)],
        "together": TOGETHER,
        "shards": " ".join(index.bounds),
        "common": [[pair, len(codes)] for pair, codes in index.common.items()],
    }


def _year(own: DocumentEntries) -> int:
    """Of adoption, 0 where it is not known."""
    return int(str(own.document.meta.date)[:4] or 0) if own.document.meta.date else 0


def _called_level(level: Level) -> list[str]:
    """What a reader calls it: 省级, 省里, 全省, 省委."""
    name, own = level.name, level.own
    short = [f"{own}里", f"{own}上", f"{name}委", f"{name}政府"] if len(name) == 1 else [name, f"{name}级"]
    if own == "国":
        short.append("国家级")
    return list(dict.fromkeys([level.grade, f"全{own}", *short]))


def _texts(all_entries: Entries, sounds: Sounds) -> Iterator[tuple[str, list[list[object]]]]:
    """Blocks file by file; one that lies in two files is cut, and its second half says how many sentences went before.

    A row of one cell says on which page the next blocks stand, a row of four is a block, of five the rest of one.
    """
    numbered = enumerate(
        (number, block, place)
        for number, own in enumerate(all_entries.documents)
        for block in own.blocks
        for place in range(len(block.texts))
    )  # fmt: skip
    for file, inside in groupby(numbered, lambda item: item[0] // TOGETHER):
        rows: list[list[object]] = []
        page = None
        for (_, block), group in groupby((one for _, one in inside), lambda one: (one[0], one[1])):
            places = [place for _, _, place in group]
            if block.page != page:
                page = block.page
                rows.append([page])
            rows.append(_block(block, places[0], places[-1] + 1, sounds))
        yield f"t{file}", rows


def _block(block: SearchBlock, start: int, end: int, sounds: Sounds) -> list[object]:
    """A head: anchor, where, pinyin, text. A paragraph: anchor, where, place, and per sentence the end of its anchor and its text."""
    if block.is_head:
        return [block.anchor, block.where, sounds[block.texts[0][1]], block.texts[0][1]]
    sentences = [[anchor.removeprefix(block.anchor), text] for anchor, text in block.texts[start:end]]
    return [block.anchor, block.where, block.place, sentences, *([start] if start else [])]


def _beside(all_entries: Entries) -> Iterator[tuple[str, object]]:
    for number, (document, notes) in enumerate(all_entries.notes):
        rows = [[note.id, document.page(note.unit), document.citation(note.unit), note.kind, note.text] for note in notes]
        if rows:
            yield f"n{number}", rows
    for number, terms in enumerate(parted(all_entries.terms, TOGETHER)):
        yield f"d{number}", [_definition(term) for term in terms]


def _definition(term: Term) -> str:
    return term.definition + (f"（{'；'.join(term.members)}）" if term.members else "")


def _names(
    documents: Sequence[Document],
    terms: Sequence[Term],
    sounds: Sounds,
) -> dict[str, object]:
    return {
        "terms": [[term.id, term.term, [form for form in term.forms if form != term.term], list(term.aliases)] for term in terms],
        "places": {document.meta.place: sounds[document.meta.place] for document in documents},
        "light": light_words(),
    }


def _with_variants(files: Sequence[str], traditional: Mapping[str, str], characters: set[str]) -> Iterator[str]:
    """A query loads the files of all its characters, so what they become lies there: ``=濟济 經经`` without the space, in the first line."""
    found = [old + new for old, new in sorted(traditional.items()) if old not in characters and new in characters]
    for number, lines in enumerate(files):
        yield f"={''.join(pair for pair in found if ord(pair[0]) % len(files) == number)}\n{lines}"


def _taken_up(documents: Sequence[Document], layers: Layers) -> Iterator[tuple[str, list[list[str]]]]:
    """The pages of who carries out a provision, by document: name, the words of its head, address."""
    for number, document in enumerate(documents):
        if takers(layers, document):
            short = document.meta.short_title
            yield (
                f"k{number}",
                [
                    [say("taken.whole", document=short), document.meta.title, f"taken-up/{document.id}/"],
                    *(
                        [
                            say("taken.title", place=short + document.citation(anchor)),
                            document.text(anchor),
                            f"taken-up/{document.id}/{anchor}/",
                        ]
                        for anchor in provisions(document)
                    ),
                ],
            )
