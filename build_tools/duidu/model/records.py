"""The records that pass between the stages; imports nothing of ours.

Lines and columns count from 1, columns in characters of the decoded line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """What a unit is. The value is the word used in data files and, for the last ones, the anchor itself."""

    PART = "part"
    CHAPTER = "chapter"
    DIVISION = "division"
    ARTICLE = "article"
    SECTION = "section"
    ITEM = "item"
    SUBITEM = "subitem"
    SUBSUBITEM = "subsubitem"
    CIRCLE = "circle"
    LETTER = "letter"
    DECIMAL = "decimal"
    POINT = "point"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    ANNEX = "annex"
    TITLE = "title"
    ADOPTED = "adopted"
    NUMBER = "number"
    ADDRESSEE = "addressee"
    SIGNATURE = "signature"
    DATE = "date"


class BlockKind(StrEnum):
    """What a run of lines is that is no running text."""

    TABLE = "table"
    """One row a line, cells joined by TAB."""
    BOX = "box"
    FIGURE = "figure"
    """One line: the words that stand for the picture, or ""."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines ``first`` to ``last`` that are a table, a box, a figure or a footnote."""

    kind: BlockKind
    first: int
    last: int
    mark: str = ""
    """A footnote's printed mark, which stands in no line."""
    reference: tuple[int, int] = (0, 0)
    """Line and column that a footnote is referred to from; (0, 0) where that is not known."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A raw text as decoded, line by line, not a character changed (line ends aside)."""

    path: PurePosixPath
    """Where it was read, as shown in faults."""
    encoding: str
    """The encoding it was decoded with, ``utf-8`` for example; of a container its format, ``docx`` or ``pdf``."""
    sha256: str
    """Of the bytes, 64 hexadecimal digits."""
    lines: tuple[str, ...]
    """Those of the file; of a web page, a Word file or a PDF, those it shows."""
    outside: Mapping[int, str] = field(default_factory=dict)
    """Lines that the form of the file shows not to be the document's, and why; "" where a person has to say."""
    blocks: tuple[Block, ...] = ()
    """Tables, boxes, figures and footnotes, in the order of their lines."""


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
        return "".join(span.text for span in self.spans)

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
        return Passage(tuple(self._cut(start, stop)))

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


@dataclass(frozen=True, slots=True)
class Marker:
    """The number or dash printed before a unit: （一）, 第十二条之二, ——."""

    kind: Kind
    text: str
    """As printed in the source, and nothing else."""
    numbers: tuple[int, ...] = ()
    """The printed number; several for 1.1; empty where nothing is counted (——, 附件)."""
    branch: int | None = None
    """2 for 第十二条之二."""


class Role(Enum):
    """What a line of the source is, before anything is known of its depth."""

    DROP = "drop"
    TITLE = "title"
    ADOPTED = "adopted"
    NUMBER = "number"
    ADDRESSEE = "addressee"
    HEAD = "head"
    """A marked line that is a head whatever its punctuation (only where a person says so)."""
    MARKED = "marked"
    PARAGRAPH = "paragraph"
    CLOSING = "closing"
    SIGNATURE = "signature"
    DATE = "date"
    UNKNOWN = "unknown"
    """Stands before the title and is neither that nor known chrome: a fault."""


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: what was one line, or was meant to be one, with its role."""

    role: Role
    passage: Passage
    """Everything printed, the marker included."""
    marker: Marker | None = None
    why: str = ""
    """For dropped lines: the name of the rule that dropped it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Anything with an address: a node of the tree."""

    kind: Kind
    passage: Passage
    """The unit's own printed text without its marker; empty where sentences carry it."""
    marker: Marker | None = None
    children: tuple[Unit, ...] = ()
    anchor: str = ""
    line: int = 0
    column: int = 0

    @property
    def text(self) -> str:
        """The whole text as in the source without the marker, that of its sentences included (not that of other children)."""
        return self.passage.text + "".join(child.passage.text for child in self.sentences)

    @property
    def sentences(self) -> tuple[Unit, ...]:
        """The sentences right below."""
        return tuple(child for child in self.children if child.kind is Kind.SENTENCE)

    @property
    def is_head(self) -> bool:
        """A marked unit whose text is a heading: it has no sentences of its own."""
        return self.marker is not None and bool(self.marker.numbers or self.kind is Kind.ANNEX) and not self.sentences

    def walk(self) -> Iterator[Unit]:
        """The unit and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of page chrome that is not part of the text, and the rule that says so."""

    passage: Passage
    why: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A parsed text: the tree, and what was left out of it."""

    raw: RawText
    units: tuple[Unit, ...]
    dropped: tuple[Dropped, ...] = ()

    def walk(self) -> Iterator[Unit]:
        """Every unit in reading order."""
        for unit in self.units:
            yield from unit.walk()

    def first(self, kind: Kind) -> Unit | None:
        """The first unit of a kind at the top of the tree."""
        return next((unit for unit in self.units if unit.kind is kind), None)

    @property
    def title(self) -> str:
        """The printed title, "" where none was found."""
        title = self.first(Kind.TITLE)
        return title.text if title else ""
