"""The records that pass between the stages: raw text, lines, the tree of units.

Lines and columns count from 1, columns in characters of the decoded line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from pathlib import PurePosixPath

from ..text.fold import fold
from .passage import Passage, Span


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
    ROMAN = "roman"
    DECIMAL = "decimal"
    POINT = "point"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    ANNEX = "annex"
    COMPONENT = "component"
    """A further text in the same file: what a covering notice issues."""
    HEADING = "heading"
    """A head without a mark: 2023年工作回顾, 附则."""
    TABLE = "table"
    ROW = "row"
    BOX = "box"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    PREAMBLE = "preamble"
    """The head of a preamble: 序言."""
    OCCASION = "occasion"
    """Where and when a report was given: ——2024年1月10日在某县人民代表大会上."""
    SPEAKER = "speaker"
    TITLE = "title"
    ADOPTED = "adopted"
    NUMBER = "number"
    ADDRESSEE = "addressee"
    SIGNATURE = "signature"
    DATE = "date"
    ISSUER = "issuer"


FRAME = (
    Kind.TITLE, Kind.ADOPTED, Kind.NUMBER, Kind.ADDRESSEE, Kind.SIGNATURE, Kind.DATE, Kind.ISSUER, Kind.OCCASION, Kind.SPEAKER,
)  # fmt: skip
"""What stands around a text, each a line that is a unit as it is: its anchor is the word itself. The only list of them."""


TEXTS = (Kind.ANNEX, Kind.COMPONENT)
"""Units that are texts of their own within the file: in them numbers and positions begin anew."""


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
    spans: tuple[tuple[int, int, int, int], ...] = ()
    """Cells of a table that reach over several places: line, place in the row (from 0), rows, columns. The places they cover are ""."""


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
class Marker:
    """The number or dash printed before a unit: （一）, 第十二条之二, ——."""

    kind: Kind
    text: str
    """As printed in the source, and nothing else."""
    numbers: tuple[int, ...] = ()
    """The printed number; several for 1.1; empty where nothing is counted (——, 附件)."""
    branch: int | None = None
    """2 for 第十二条之二."""
    as_printed: bool = False
    """Whether it is cited as it stands here, since its kind's own form would say another: 第一篇 is no 第一编, A.1 no 1.1, 甲、 no a."""


SHORTEST_TITLE = 5
"""No document's title has fewer characters."""


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
    ISSUER = "issuer"
    OCCASION = "occasion"
    SPEAKER = "speaker"
    HEADING = "heading"
    """A head without a mark."""
    PREAMBLE = "preamble"
    FOOTNOTE = "footnote"
    BLOCK = "block"
    """A line of a table or figure."""
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
    opens: bool = False
    """Whether a further text of the file begins here (what a notice issues)."""
    block: Block | None = None
    """The table, box, figure or footnote that it is a line of."""


_HEADED = frozenset({Kind.ANNEX, Kind.BOX})
"""Heads that may have no number."""
_UNHEADED = frozenset({Kind.FOOTNOTE, Kind.POINT})


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
        return tuple([child for child in self.children if child.kind is Kind.SENTENCE])

    @property
    def is_head(self) -> bool:
        """A unit whose text is a heading: it has no sentences of its own. An article is one by its caption alone."""
        if self.kind in (Kind.HEADING, Kind.PREAMBLE):
            return True
        if self.marker is None or self.sentences or not (self.marker.numbers or self.kind in _HEADED):
            return False
        return self.kind not in _UNHEADED and (self.kind is not Kind.ARTICLE or bool(self.passage.text))

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
    def source_text(self) -> str:
        """The text of the source less what was dropped, folded: what every proof is against."""
        dropped: dict[int, list[Span]] = {}
        for line in self.dropped:
            for span in line.passage.spans:
                dropped.setdefault(span.line, []).append(span)
        return fold("".join(_without(line, dropped.get(number, ())) for number, line in enumerate(self.raw.lines, 1)))

    @property
    def title(self) -> str:
        """The printed title, "" where none was found."""
        title = self.first(Kind.TITLE)
        return title.text if title else ""


def _without(line: str, spans: Sequence[Span]) -> str:
    """A line less the pieces of it that are dropped: a remark behind the date may stand in the same line."""
    for span in sorted(spans, key=lambda span: -span.column):
        line = line[: span.column - 1] + line[span.column - 1 + len(span.text) :]
    return line
