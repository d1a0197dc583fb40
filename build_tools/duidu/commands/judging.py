"""What the verbs that judge links share: the corpus they work on, its pairs, and the day that what a person has read is noted with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ..layers.alignment import Alignment
from ..model.faults import CallError, stopping
from ..project.conversion.layered import LayeredCorpus, layered
from ..project.conversion.reuse import Reuse
from ..project.kept import Kept
from ..project.report import report


def sound_corpus(root: Path) -> LayeredCorpus | None:
    """The corpus with its layers; None where anything stops the build, which is printed."""
    project = layered(root, Reuse(Kept(root)))
    return None if report(stopping(project.faults)) else project


def pairs_of(project: LayeredCorpus, document: str) -> Sequence[Alignment]:
    """The pairs in which a document is the implementing one. Raises CallError where there are none, and for an unknown document."""
    project.corpus.source(document)
    pairs = [pair for pair in project.layers.links.alignments if pair.implementing.id == document]
    if not pairs:
        raise CallError(f"{document} 的 implements 是空的，没有可以对照的上级文件。")
    return pairs


def today() -> str:
    """ISO 8601, the same day everywhere on earth."""
    return datetime.now(UTC).date().isoformat()
