"""What part of a marked line is its head, what is text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.passage import Passage
from ..model.records import Kind, Line
from ..text.fold import fold
from ..text.sentences import is_complete, opens_quote, split_sentences
from .gaps import is_wide, name_before_gap
from .nodes import Node

RUN_IN_LIMIT = 30
"""The longest first sentence, in characters, that is taken for a run-in head."""
CAPTION_LIMIT = 30
_CAPTION = re.compile(r"[（(【\[［〔](?![^）)】\]］〕]*\d{4}年)[^（()）【】\[\]［］〔〕。；;]{1,28}[）)】\]］〕]\s*(?=\S)")
_BROKEN_OFF = re.compile("[，,；;]")
"""No name of an article has these: the line is a sentence that goes on in the next."""
_GOES_ON = re.compile("[的和或及与等、，]")
_JOINED = re.compile(r"[；;](?:或|及|以及|和|并|並|且)$|[，,、]$|(?:——|──|――|⸺)$")
"""What ends an item of a list before the next (（a）任何船艇；及), or what goes on below: ——
introduces a list in the laws of Hong Kong as a colon does elsewhere."""
_ABOVE_TEXT = {Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.ANNEX}


def head_of(text: Passage) -> Passage | None:
    """The part of a marked line that is its head, or None for a numbered paragraph.

    It is a head if it has no final stop, or if its first sentence is short and text follows in the same line:
    （一）重大意义。高质量发展是…… gives the head 重大意义。 What begins a quotation that goes on in the next line is text.
    """
    sentences = split_sentences(text.text)
    if not is_complete(text.text) and len(sentences) < 2 and not _JOINED.search(text.text):
        return text
    start, end = sentences[0]
    first = text.text[start:end]
    if len(sentences) > 1 and len(fold(first)) <= RUN_IN_LIMIT and not opens_quote(first):
        return text[start:end]
    return None


def run_in_name(text: Passage, *, single: bool) -> str:
    """The head before a gap, 一、总体要求　坚持……。, "" where there is none; ``single``: one space is enough."""
    name = name_before_gap(text.text)
    return name if name and (single or is_wide(text.text, name)) else ""


def caption_of(text: Passage, following: Sequence[Line], *, single: bool = False) -> Passage:
    """An article's name: 第一条（目的与依据）为了……, alone in its line before the text, or before a gap. Empty where it has none.

    The text of an article (第三条　本办法适用于……。……) is a provision however short its first sentence.
    """
    if found := _CAPTION.match(text.text):
        return text[: found.end()]
    if name := run_in_name(text, single=single):
        return text[: len(name)]
    alone = text.text and not is_complete(text.text) and len(split_sentences(text.text)) < 2 and len(fold(text.text)) <= CAPTION_LIMIT
    alone = alone and not _BROKEN_OFF.search(text.text)
    goes_on = (
        bool(following)
        and not _GOES_ON.match(following[0].passage.text)
        and not (following[0].marker and following[0].marker.kind in _ABOVE_TEXT)
    )
    return text if alone and goes_on else text[:0]


def goes_on_in_list(provision: Node, text: str) -> bool:
    """Whether a line without a mark is one of a list that a 款 introduces (包括： / 地表水； / 地下水。), and no 款 of its own."""
    if provision.children and provision.children[-1].kind is Kind.PARAGRAPH:
        return _ends(provision.children[-1], ";")
    return _ends(provision, ":") and fold(text[-1:]) == ";"


def _ends(node: Node, stop: str) -> bool:
    return bool(node.children) and fold(node.children[-1].passage.text[-1:]) == stop
