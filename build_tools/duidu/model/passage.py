"""Stretches of the source text with their places; lines and columns count from 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one source line."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of source text that may run over several lines (a broken title, a hard-wrapped paragraph)."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """All of it, without line breaks."""
        return self.spans[0].text if len(self.spans) == 1 else "".join(span.text for span in self.spans)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.spans[0].line

    @property
    def column(self) -> int:
        """Where it begins."""
        return self.spans[0].column

    def __getitem__(self, part: slice) -> Passage:
        """The passage from ``part.start`` to ``part.stop``, without white space at either end.

        An empty result keeps one empty span, so that it still has a position.
        """
        text = self.text
        start, stop, _ = part.indices(len(text))
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if start == 0 and stop == len(text) and text:
            return self
        return Passage(tuple(self._cut(start, stop)))

    def split(self, bounds: Iterable[int]) -> list[Passage]:
        """The passages between neighbouring ones of ``bounds`` (ascending positions), each as by ``[start:stop]``; linear in the text."""
        text, spans = self.text, self.spans
        parts: list[Passage] = []
        at, offset = 0, 0
        for bound, end in pairwise(bounds):
            start, stop = bound, end
            while start < stop and text[start].isspace():
                start += 1
            while stop > start and text[stop - 1].isspace():
                stop -= 1
            while at + 1 < len(spans) and offset + len(spans[at].text) <= start:
                offset += len(spans[at].text)
                at += 1
            found: list[Span] = []
            here, begin = at, offset
            while here < len(spans):
                span = spans[here]
                low, high = max(start - begin, 0), min(stop - begin, len(span.text))
                if low < high or (start == stop and not found):
                    found.append(Span(span.line, span.column + low, span.text[low:high]))
                if begin + len(span.text) >= stop:
                    break
                begin += len(span.text)
                here += 1
            parts.append(Passage(tuple(found)))
        return parts

    def _cut(self, start: int, stop: int) -> Iterator[Span]:
        offset = 0
        for span in self.spans:
            low, high = max(start - offset, 0), min(stop - offset, len(span.text))
            if low < high or start == stop == offset + low:
                yield Span(span.line, span.column + low, span.text[low:high])
                if start == stop:
                    return
            offset += len(span.text)

    @staticmethod
    def join(passages: tuple[Passage, ...]) -> Passage:
        """One passage that runs over all of these."""
        return Passage(tuple(span for passage in passages for span in passage.spans))
