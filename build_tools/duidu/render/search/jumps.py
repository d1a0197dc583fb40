"""Where a query may jump to: what documents may be called, and the addresses that have no unit of their own any more."""

from __future__ import annotations

from collections.abc import Sequence

from ...anchors.document import Document
from ...model.registry import GONE

KIND = 2
"""So many characters at the end of a short title say what kind of document it is: 决定, 意见."""


def jumps(documents: Sequence[Document]) -> dict[str, object]:
    """What documents are called, and by document the addresses without a unit: where each leads today, ``-`` before it if nothing replaced it."""
    gone = {
        number: {row.anchor: target if target and row.replaced_by != GONE else GONE + target for row, target in document.retired}
        for number, document in enumerate(documents)
        if document.retired
    }
    return {"jump": {"called": _called(documents), "gone": list(gone)}, **{f"g{number}": addresses for number, addresses in gone.items()}}


def _called(documents: Sequence[Document]) -> list[list[str]]:
    """What each document may be called in a citation besides its short title, the longest first: 四川省决定, 四川决定; 省委决定, or 条例 alone, where only one is."""
    kinds = [document.meta.short_title[-KIND:] for document in documents]
    without = [document.meta.short_title.removeprefix(document.meta.place) for document in documents]
    return [
        sorted(
            {
                document.meta.title,
                f"{document.meta.place}{document.meta.level.name}{document.meta.short_title[-KIND:]}",
                f"{document.meta.place}{document.meta.short_title[-KIND:]}",
                *([short] if without.count(short) == 1 else []),
                *([kind] if kinds.count(kind) == 1 and len(kinds) > 1 else []),
            },
            key=lambda name: (-len(name), name),
        )
        for document, short, kind in zip(documents, without, kinds, strict=True)
    ]
