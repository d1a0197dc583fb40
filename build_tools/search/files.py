"""The files below ``docs/search/``: a manifest, shards of the index, parts of the text, names, sounds.

Each is a classic script with one call, ``__edition_search("p3", …)``, so that a page can load it from anywhere, file:// included.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath

from ..document import Document
from ..layers.layers import Layers
from ..read.glossary import Term
from .entries import Block, Entries, Part, entries
from .folding import fold
from .postings import Postings, postings
from .sounds import alike, syllables

SEARCH = PurePosixPath("docs/search")
TERMS_TOGETHER = 60
SCANNED = 500
"""Up to so many notes and terms a page looks through them itself; more are in the index like the text."""


def search_files(
    documents: Sequence[Document], layers: Layers, synonyms: Mapping[str, Sequence[str]], traditional: Mapping[str, str]
) -> Iterator[tuple[PurePosixPath, str]]:
    """Path and text of every file of the search."""
    all_entries = entries(documents, layers)
    heads = [block.is_head for part in all_entries.parts for block in part.blocks for _ in block.texts]
    texts = list(all_entries.texts())
    characters = {char for text in texts[: len(heads)] for char in fold(text)}
    indexed = texts if len(texts) - len(heads) > SCANNED else texts[: len(heads)]
    initials = [_initials(text) if position < len(heads) and heads[position] else "" for position, text in enumerate(indexed)]
    index = postings((fold(text), initial) for text, initial in zip(indexed, initials, strict=True))
    written = dict(_data(all_entries, index))
    written["names"] = _names(all_entries.terms, synonyms, traditional, characters)
    written["sounds"] = alike(char for char in characters if "\u3400" <= char <= "\u9fff")
    files = {name: _script(name, data) for name, data in written.items()}
    version = sha256("".join(files.values()).encode()).hexdigest()[:8]
    manifest = _manifest(documents, all_entries, index) | {"asides": indexed is texts, "version": version}
    files["manifest"] = _script("manifest", manifest)
    yield from ((SEARCH / f"{name}.js", text) for name, text in files.items())


def _data(all_entries: Entries, index: Postings) -> Iterator[tuple[str, object]]:
    """Shards of the index, parts of the text, notes by document, definitions."""
    yield from ((f"p{number}", shard) for number, shard in enumerate(index.shards))
    yield from ((f"t{number}", [_block(block) for block in part.blocks]) for number, part in enumerate(all_entries.parts))
    for number, (document, notes) in enumerate(all_entries.notes):
        rows = ([note.id, document.page(note.unit), document.citation(note.unit), note.kind, note.text] for note in notes)
        yield f"n{number}", list(rows)
    for number in range(0, len(all_entries.terms), TERMS_TOGETHER):
        yield f"d{number // TERMS_TOGETHER}", [_definition(term) for term in all_entries.terms[number : number + TERMS_TOGETHER]]


def _script(name: str, data: object) -> str:
    return f"__edition_search({json.dumps(name)},{json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n"


def _initials(text: str) -> str:
    return "".join(syllable[:1] for syllable in syllables(text).split())


def _block(block: Block) -> list[object]:
    """A head: anchor, where, pinyin, text. A paragraph: anchor, where, place, and per sentence the end of its anchor and its text."""
    if block.is_head:
        return [block.anchor, block.where, syllables(block.texts[0][1]), block.texts[0][1]]
    return [block.anchor, block.where, block.place, [[anchor.removeprefix(block.anchor), text] for anchor, text in block.texts]]


def _definition(term: Term) -> str:
    return term.definition + (f"（{'；'.join(term.members)}）" if term.members else "")


def _names(
    terms: Sequence[Term], synonyms: Mapping[str, Sequence[str]], traditional: Mapping[str, str], characters: set[str]
) -> dict[str, object]:
    variants = "".join(old + new for old, new in sorted(traditional.items()) if old not in characters and new in characters)
    return {
        "terms": [
            [term.id, term.term, [form for form in term.forms if form != term.term], list(term.aliases), term.english, syllables(term.term)]
            for term in terms
        ],
        "synonyms": {fold(word): list(others) for word, others in synonyms.items()},
        "traditional": variants,
    }


def _manifest(documents: Sequence[Document], all_entries: Entries, index: Postings) -> dict[str, object]:
    parts = all_entries.parts
    number = {document.id: position for position, document in enumerate(documents)}
    return {
        "documents": [
            [
                document.id,
                document.meta.short_title,
                document.meta.place,
                document.meta.level,
                document.meta.title,
                syllables(document.meta.place),
            ]
            for document in documents
        ],
        "parts": [[number[part.document.id], part.size, part.page, part.mark] for part in parts],
        "shape": "".join(_shape(part) for part in parts),
        "notes": [len(notes) for _, notes in all_entries.notes],
        "terms": len(all_entries.terms),
        "together": TERMS_TOGETHER,
        "shards": len(index.shards),
        "split": dict(index.split),
    }


def _shape(part: Part) -> str:
    """One letter an entry: h a head, p the first sentence of a paragraph, t a further one."""
    return "".join("h" if block.is_head else "p" + "t" * (len(block.texts) - 1) for block in part.blocks)
