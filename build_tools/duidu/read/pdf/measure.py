"""How the text of a PDF is set: from its margins and the distance of its lines follows which lines are one paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from ...model.markers import read_marker
from ...text.numerals import CIRCLED
from ...text.sentences import is_complete
from .lines import PrintedLine

INDENT = 1.2
"""From so many sizes to the right of the margin on a line is indented …"""
SHORT = 2.2
"""… and with so many free at its end it is short, unless what the next line begins with needs more."""
ROUNDED = 0.3
FLUSH = 4.0
"""A line that begins so many sizes right of the margin is no running text that reaches the other."""
FEWEST_LINES = 3
"""With fewer lines of text the largest print may be a title's."""
WIDER_GAP = 1.7
"""Lines that stand so many times as far apart as usual are of two paragraphs."""
OTHER_SIZE = 0.08
PARAGRAPH_GAP = 1.12
"""So many times as wide as between lines is the space between paragraphs that are parted by it."""
NEARLY_ALL = 0.9


class Measure:
    """How the text is set: its size, its margins, the distance of its lines, and whether its paragraphs are indented."""

    def __init__(self, lines: Sequence[Sequence[PrintedLine]], aside: Mapping[tuple[int, int], str]) -> None:
        text = [[row for position, row in enumerate(page) if (number, position) not in aside] for number, page in enumerate(lines)]
        rows_of_text = [row for page in text for row in page]
        sizes: Counter[float] = Counter()
        for row in rows_of_text:
            sizes[round(row.size * 2) / 2] += len(row.text)
        self.size = max(sizes, key=lambda size: sizes[size], default=12.0)
        usual = [row for row in rows_of_text if self.is_usual(row)]
        self.set_in_lines = len(usual) >= FEWEST_LINES
        self.left = _most_common([row.left for row in usual])
        hanging = [row.left for row in usual if abs(self.left - 2 * self.size - row.left) < 0.35 * self.size]
        self.left = min(hanging, default=self.left)  # where nearly all paragraphs have one line, the margin shows in few
        self.right = _outermost([row.right for row in usual], SHORT * self.size)
        gaps = [
            after.top - before.top for page in text for before, after in pairwise(page) if self.is_usual(before) and self.is_usual(after)
        ]
        self.leading = median(gaps) if gaps else 1.5 * self.size
        self.spaced = self._spaced(text)
        starts = [row for row in usual if row.left > self.left + INDENT * self.size]
        self.indented = len(starts) >= 2 and sum(abs(row.left - self.left - 2 * self.size) < self.size for row in starts) * 4 >= len(starts)

    def _spaced(self, text: Sequence[Sequence[PrintedLine]]) -> float:
        """From how wide a gap on lines are of two paragraphs, where all paragraphs are parted by more space than their lines; 0 where not.

        Then nearly every line above a narrow gap is full, and most above a wide one are not.
        """
        pairs = [
            (after.top - before.top, self.is_full(before, after))
            for page in text
            for before, after in pairwise(page)
            if self.is_usual(before) and self.is_usual(after)
        ]
        counts = Counter(round(2 * gap) for gap, _ in pairs)
        least = min((gap for gap, count in counts.items() if count >= max(FEWEST_LINES, len(pairs) / 10)), default=0) / 2
        bound = PARAGRAPH_GAP * least
        narrow = [full for gap, full in pairs if gap <= bound]
        wide = [full for gap, full in pairs if bound < gap < 3 * least]
        parted = len(wide) >= FEWEST_LINES and sum(wide) * 2 < len(wide) and sum(narrow) >= NEARLY_ALL * len(narrow)
        return bound if parted else 0.0

    def is_usual(self, row: PrintedLine) -> bool:
        """Whether a line is of the size of the text."""
        return abs(row.size - self.size) <= OTHER_SIZE * self.size + 0.3

    def is_indented(self, row: PrintedLine) -> bool:
        """Whether a line begins right of the margin."""
        return row.left > self.left + INDENT * self.size

    def is_full(self, before: PrintedLine, after: PrintedLine) -> bool:
        """Whether a line goes on to the right margin, or so far that what ``after`` begins with had no room any more."""
        free = self.right - before.right
        return free < SHORT * before.size or free < before.size * (_width(after.text) + ROUNDED)

    def is_flush_right(self, row: PrintedLine) -> bool:
        """Whether a line stands at the right margin, as signatures do: its end says nothing."""
        return row.left > self.left + FLUSH * self.size

    def is_centred(self, row: PrintedLine) -> bool:
        """Whether a line leaves as much free before it as behind it."""
        return abs((row.left - self.left) - (self.right - row.right)) < row.size

    def goes_on(self, before: PrintedLine, after: PrintedLine, *, new_page: bool) -> bool:
        """Whether ``after`` is the next line of the same paragraph."""
        if abs(before.size - after.size) > OTHER_SIZE * self.size + 0.3 or not self.is_full(before, after):
            return False
        if not new_page and after.top - before.top > WIDER_GAP * max(self.leading, before.size):
            return False
        if self.spaced and not new_page and self.is_usual(before) and not self.is_indented(after):
            return after.top - before.top <= self.spaced
        first = abs(before.left - self.left - 2 * self.size) < 0.4 * self.size
        centred = self.is_indented(before) and self.is_centred(before) and not first
        if self.is_indented(after) or centred or not self.is_usual(before):
            return not new_page and self.goes_on_centred(before, after)
        if self.is_flush_right(before):
            return False
        marked = read_marker(after.text) is not None and not _counts_on(before.text, after.text)
        return not (is_complete(before.text) and (marked or not self.indented))

    def goes_on_centred(self, before: PrintedLine, after: PrintedLine) -> bool:
        """Whether a centred line (a title, a note of adoption) was too long for one and goes on in the next."""
        whole = before.left < self.left + SHORT * before.size and self.is_centred(before)
        below = after.left > self.left + INDENT * after.size and self.is_centred(after)
        ends = is_complete(before.text) or before.text.endswith(("）", ")")) or read_marker(after.text) is not None
        return whole and below and not ends


def _outermost(places: Sequence[float], near: float) -> float:
    """The right margin: where the furthest line ends that does not stand out alone."""
    ordered = sorted(places, reverse=True)
    return next((place for place, below in pairwise(ordered) if place - below <= near), ordered[0] if ordered else 0.0)


_BEGINS = re.compile(r"[（(〔\[《〈“‘「『【]*(?:[\w.,%℃/-]+(?<=[!-~])|.)(?:[）)〕\]》〉”’」』】，。、；：！？,.;:!?%]+[!-~]*)?", re.ASCII)
"""What stands at the head of a line that no program breaks: brackets, a number or one character, and the stops behind it."""


_NARROW = {"%": 0.9, ".": 0.3, ",": 0.3, "-": 0.4}


def _width(text: str) -> float:
    """How wide what cannot be broken at the head of a line is, in sizes."""
    begins = _BEGINS.match(text)
    return sum(_NARROW.get(char, 0.55) if char.isascii() else 1.0 for char in begins[0]) if begins else 0.0


def _counts_on(before: str, after: str) -> bool:
    """Whether the number before this one stands within the line above: 注：①……。 / ②……。"""
    at = CIRCLED.find(after[:1])
    return at > 0 and before.find(CIRCLED[at - 1]) > 0


def _most_common(places: Sequence[float]) -> float:
    """The left margin: of the places that many lines share, the outermost."""
    if not places:
        return 0.0
    counts = Counter(round(place / 3) for place in places)
    shared = [place for place, count in counts.items() if count >= max(2, max(counts.values()) / 4)] or list(counts)
    return 3.0 * min(shared)
