"""Everyday words of the corpus's own list that lead nowhere: none of the words they stand for is in any sentence or head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.yamldata import YamlFile
from ..text.fold import fold


def synonym_faults(file: YamlFile, documents: Sequence[Document]) -> Iterator[Fault]:
    """A warning for every such line; none in a corpus without texts. The list that the tool brings is for any corpus and may lead nowhere."""
    texts = [cache(partial(_text, document)) for document in documents]  # most words stand in the first
    for words, others in (file.data or {}).items():
        if texts and not any(fold(str(other)) in text() for other in others for text in texts):
            said = "、".join(map(str, others))
            yield file.fault(
                (f"{words}:",),
                "SYN001",
                f"搜“{words}”找不到东西：{said} 在各份文件里都没有",
                "换成文件里的说法，或删去这一行",
                warning=True,
            )


def _text(document: Document) -> str:
    return fold("\n".join(unit.passage.text for unit in document.outline.walk() if unit.passage.text))
