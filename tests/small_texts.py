"""A text of a few lines as the tool has it at each stage, without a project around it: raw, parsed, as a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from duidu.anchors.document import Document
from duidu.anchors.natural import with_natural_anchors
from duidu.model.levels import DEFAULT
from duidu.model.meta import Meta
from duidu.model.records import Block, Outline, RawText
from duidu.model.registry import Registry
from duidu.parse.hints import NO_HINTS, Hints
from duidu.parse.outline import outline
from duidu.parse.scan import scan

SHOWN = PurePosixPath("text.txt")


def raw_of(text: str, blocks: Sequence[Block] = (), outside: Mapping[int, str] | None = None) -> RawText:
    """As reading hands it on; ``blocks`` and ``outside`` are what the form of a file shows. Nothing asks for its hash."""
    return RawText(SHOWN, "utf-8", "0" * 64, tuple(text.split("\n")), outside or {}, tuple(blocks))


def parsed_of(raw: RawText, hints: Hints = NO_HINTS) -> Outline:
    """Its tree, with the addresses of a text that was never published."""
    return with_natural_anchors(outline(raw, scan(raw, hints)))


def document_of(raw: RawText, hints: Hints = NO_HINTS) -> Document:
    """As a document of a county, 某办法, that has published no address yet."""
    meta = Meta("d", "题", "某办法", "某委", "某县", DEFAULT[2], "2024-01-02", (), SHOWN.name, "utf-8", "", "", "", {}, frozenset())
    return Document(meta, parsed_of(raw, hints), Registry(PurePosixPath("anchors.tsv")))
