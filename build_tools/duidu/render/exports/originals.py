"""The raw files, byte for byte as obtained, for whoever wants to compare for himself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ...model.meta import Meta
from ...read.corpus import Source
from ..page import OutputFile
from .data import DATA

_AS_THEY_ARE = frozenset({".txt", ".docx", ".pdf"})
"""Endings that no host serves as a page of the site's own. A saved web page brings its scripts along, Markdown would be built."""


def original_name(meta: Meta) -> str:
    """What a raw file is called in the site: ``text.txt``, ``page.html.txt``."""
    return meta.file if PurePosixPath(meta.file).suffix.lower() in _AS_THEY_ARE else f"{meta.file}.txt"


def original_files(sources: Iterable[Source]) -> Iterator[OutputFile]:
    """The raw file of every document whose editors offer it."""
    for source in sources:
        if source.meta.offered:
            yield OutputFile(DATA / source.meta.id / original_name(source.meta), "", copied=source.original)
