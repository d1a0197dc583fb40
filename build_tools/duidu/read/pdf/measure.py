"""How the text of a PDF is set: from its margins and the distance of its lines follows which lines are one paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from ...model.markers import read_marker
from ...text.sentences import is_complete
from .lines import PrintedLine

INDENT = 1.2
"""From so many sizes to the right of the margin on a line is indented …"""
SHORT = 2.2
"""… and with so many free at its end it is short: no punctuation rule leaves more."""
WIDER_GAP = 1.7
"""Lines that stand so many times as far apart as usual are of two paragraphs."""
OTHER_SIZE = 0.08


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
        self.left = _most_common([row.left for row in usual], min)
        self.right = _most_common([row.right for row in usual], max)
        gaps = [
            after.top - before.top for page in text for before, after in pairwise(page) if self.is_usual(before) and self.is_usual(after)
        ]
        self.leading = median(gaps) if gaps else 1.5 * self.size
        starts = [row for row in usual if row.left > self.left + INDENT * self.size]
        self.indented = len(starts) >= 2 and sum(abs(row.left - self.left - 2 * self.size) < self.size for row in starts) * 4 >= len(starts)

    def is_usual(self, row: PrintedLine) -> bool:
        """Whether a line is of the size of the text."""
        return abs(row.size - self.size) <= OTHER_SIZE * self.size + 0.3

    def is_indented(self, row: PrintedLine) -> bool:
        """Whether a line begins right of the margin."""
        return row.left > self.left + INDENT * self.size

    def is_full(self, row: PrintedLine) -> bool:
        """Whether a line goes on to the right margin."""
        return row.right > self.right - SHORT * self.size

    def goes_on(self, before: PrintedLine, after: PrintedLine, *, new_page: bool) -> bool:
        """Whether ``after`` is the next line of the same paragraph."""
        if abs(before.size - after.size) > OTHER_SIZE * self.size + 0.3 or not self.is_full(before) or self.is_indented(after):
            return False
        if not new_page and after.top - before.top > WIDER_GAP * max(self.leading, before.size):
            return False
        if not self.is_usual(before):
            return False
        marked = read_marker(after.text) is not None
        return not (is_complete(before.text) and (marked or not self.indented))


def _most_common(places: Sequence[float], extreme: object) -> float:
    """The margin: of the places that many lines share, the outermost."""
    if not places:
        return 0.0
    counts = Counter(round(place / 3) for place in places)
    shared = [place for place, count in counts.items() if count >= max(2, max(counts.values()) / 4)] or list(counts)
    return 3.0 * (min(shared) if extreme is min else max(shared))
