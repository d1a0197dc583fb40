"""Everyday words of the search that lead nowhere: none of the words they stand for is in any text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.yamlfile import YamlFile
from ..text.fold import fold


def synonym_faults(file: YamlFile, synonyms: Mapping[str, Sequence[str]], documents: Sequence[Document]) -> Iterator[Fault]:
    """A warning for every such word; none in a corpus without texts."""
    texts = [fold("".join(document.outline.raw.lines)) for document in documents]
    for word, others in synonyms.items():
        if texts and not any(fold(other) in text for other in others for text in texts):
            said = "、".join(others)
            yield file.fault(
                (f"{word}:",), "SYN001", f"搜“{word}”找不到东西：{said} 在各份文件里都没有", "换成文件里的说法，或删去这一行", warning=True
            )
