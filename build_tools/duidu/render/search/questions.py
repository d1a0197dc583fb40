"""How people ask, as the search looks it up: which word of a question leads to which entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ...anchors.document import Document
from ...layers.alignment import Closeness
from ...layers.layers import Layers
from ...read.synonyms import light_words
from .entries import Entries
from .folding import fold, place_of
from .postings import written

SIZE, MOST = 500, 512
"""Characters in a file of these words, about, and how many files there are at most: a query loads those of its words' first characters."""
RARE = 12
"""A character alone says something where it is asked for so few entries: 坟, but not 人."""
ANSWERING = (Closeness.WHOLE, Closeness.PART, Closeness.ADAPT)
"""The relations in which a unit answers what people ask of the other."""
_PARTS = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
_SEPARATED = re.compile(r"[\W_]+")


def words(question: str) -> Iterator[str]:
    """What a question is compared by: characters, pairs of neighbours, and words in letters or digits without the s of a plural.

    ``build_tools/scripts/search/questions.js`` does the same; both are held to ``tests/cases/scripts/question_words.json``.

    >>> list(words("请不起护工"))
    ['请', '起', '护', '工', '请不', '起护', '护工']
    >>> list(words("5G base stations"))
    ['5g', 'base', 'station']
    """
    for separated in _SEPARATED.split(question):
        for part in _PARTS.findall(fold(separated)):
            if part.isascii():
                yield re.sub(r"(?<=[a-z]{2}[^su])s$", "", part)
            else:
                yield from (one for one in (*part, *map("".join, pairwise(part))) if one[0] not in light_words()[-1])


def question_files(all_entries: Entries, layers: Layers) -> Sequence[str]:
    """Lines of ``护工 %4 理 %``: the words that begin with a character, without it, each with its entries as ``postings.written`` has them.

    Without a question there are no files.
    """
    found: dict[str, list[int]] = {}
    for entry, (document, anchors) in enumerate(_units(all_entries)):
        asked = (question for anchor in anchors for question in layers.questions.at(document, anchor))
        for word in {word for question in asked for word in words(question)}:
            found.setdefault(word, []).append(entry)
    rows = {
        word: f"{word[1:]} {written(ids)}" for word, ids in sorted(found.items()) if len(word) > 1 or word.isascii() or len(ids) <= RARE
    }
    count = min(-(-sum(map(len, rows.values())) // SIZE), MOST)
    files: list[list[str]] = [[] for _ in range(count)]
    for first, group in groupby(rows, lambda word: word[0]):
        for place, own in groupby(sorted(group, key=lambda word: place_of(word) % count), lambda word: place_of(word) % count):
            files[place].append(first + " ".join(rows[word] for word in own))
    return ["\n".join(lines) for lines in files]


def facing_entries(all_entries: Entries, layers: Layers) -> Sequence[str]:
    """By entry those that answer what people ask of it too: what it takes up, and what takes it up, as people have read them."""
    numbers = {(document.id, anchor): entry for entry, (document, anchors) in enumerate(_units(all_entries)) for anchor in anchors}
    return [
        written(
            sorted(
                {
                    numbers[other]
                    for pair, link in layers.links.at(document, anchors[0])
                    if link.is_read
                    and link.closeness in ANSWERING
                    and (other := (pair.other(document).id, pair.ends(link, document)[1])) in numbers
                }
            )
        )
        for document, anchors in _units(all_entries)
    ]


def _units(all_entries: Entries) -> Iterator[tuple[Document, Sequence[str]]]:
    """The unit of every entry; what is asked of a paragraph is asked of its first sentence."""
    for own in all_entries.documents:
        for block in own.blocks:
            for place, (anchor, _) in enumerate(block.texts):
                yield own.document, (anchor, block.anchor) if place == 0 and anchor != block.anchor else (anchor,)
