"""A title that stands several times before the text: twice in succession, or as the heading of the page that it was copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.records import SHORTEST_TITLE, Line
from ..text.fold import fold
from .forms import OFFICIAL_NUMBER

_SITE_BEHIND = re.compile(r"(?<=[】\u3400-\u9fff)])[-_—|–]{1,2}[\u3400-\u9fff]{2,20}$")
_NUMBER_BEHIND = re.compile(rf"\([^()]{{2,14}}{OFFICIAL_NUMBER}\)$")


def bare_heading(folded: str) -> str:
    """A page's heading without what only pages add: 【……的通知(某发〔2025〕65号)】-某委员会."""
    return _NUMBER_BEHIND.sub("", _SITE_BEHIND.sub("", folded).strip("【】"))


def once(title: list[Line]) -> list[Line]:
    """Of a title that stands several times in succession, the last."""
    folded = [fold(line.passage.text) for line in title]
    for size in range(1, len(title) // 2 + 1):
        if len(title) % size == 0 and folded == folded[-size:] * (len(title) // size):
            return title[-size:]
    return next((title[cut:] for cut in range(1, len(title)) if "".join(folded[:cut]) == "".join(folded[cut:])), title)


def repeats(run: Sequence[Line], title: Sequence[Line]) -> Iterator[Line]:
    """The lines of the run that say the title once more."""
    wanted = folded_text(title)
    at = 0
    yield from (line for line in run if _heads_page(fold(line.passage.text), wanted))
    while wanted and at < len(run):
        end, said = at, ""
        while end < len(run) and len(said) < len(wanted) and wanted.startswith(said):
            said += fold(run[end].passage.text)
            end += 1
        if said == wanted:
            yield from run[at:end]
            at = end
        else:
            at += 1


def _heads_page(folded: str, title: str) -> bool:
    """Whether a line is the title as the page's heading has it, perhaps without who issues it, with its number or the site's name."""
    bare = bare_heading(folded)
    return bare != folded and len(bare) >= SHORTEST_TITLE and title.endswith(bare)


def folded_text(lines: Sequence[Line]) -> str:
    """Lines as one, as they are compared."""
    return fold("".join(line.passage.text for line in lines))
