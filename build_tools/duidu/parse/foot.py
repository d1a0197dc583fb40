"""What a whole page copied as text has behind its document: links to other offices, names of places, who runs the site.

Only a run of lines that are no sentences and no provisions, with the words of a page's foot in it, is taken for that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.markers import is_doubtful, read_marker
from ..model.passage import Passage
from ..model.records import Line, Role
from ..text.fold import fold
from ..text.sentences import is_complete
from .chrome import BEHIND_TEXT, BUTTONS, FOOT, RELATED, chrome_rule
from .forms import form_of
from .organs import SIGNS

FEWEST_SURE = 3
"""So many different lines only a page's foot has make one."""
MOST_SENTENCES = 2
"""So many whole sentences may stand among them: what a page says of itself."""
LONGEST_LINK = 60
MOST_RELATED = 20
MOST_LEFT_OVER = 3
LONGEST_NAME = 16
_IN_FORCE = re.compile(r"自.{2,24}(?:施行|实施|执行|生效)[^。]{0,30}。$")
_ORGAN = re.compile(rf"[\s\u3400-\u9fff]{{2,14}}{SIGNS}")
_EMPTY_LABEL = re.compile(r"附件(?:下载)?:?")


def foot_from(passages: Sequence[Passage], start: int) -> int:
    """Where the page's own words begin behind the text that begins at ``start``; the number of lines where there are none."""
    begin = _related_from(passages, start)
    sentences = 0
    sure: set[str] = set()
    found = begin
    for at in range(begin - 1, start, -1):
        text = passages[at].text
        if chrome_rule(text) in (FOOT, BUTTONS):
            sure.add(fold(text))
            sentences, found = 0, at
        elif _may_be_text(text):
            break
        elif _is_sentence(text):
            sentences += 1
            if sentences > MOST_SENTENCES:
                break
        elif not sentences:
            found = at
    return found if len(sure) >= FEWEST_SURE else _left_over(passages, start, begin)


def _left_over(passages: Sequence[Passage], start: int, end: int) -> int:
    """Where lines begin that are no sentences, behind the provision that says when all comes into force: 某局发布."""
    last = end
    while end > start and chrome_rule(passages[end - 1].text):
        end -= 1
    for at in range(end - 1, max(end - 1 - MOST_LEFT_OVER, start), -1):
        text = passages[at].text
        if _IN_FORCE.search(fold(text[-LONGEST_LINK:])) and len(text) > LONGEST_NAME:
            return at + 1
        if is_complete(text) or read_marker(text) or form_of(text) or len(text) > LONGEST_NAME or _ORGAN.fullmatch(text):
            break
    return last


def _related_from(passages: Sequence[Passage], start: int) -> int:
    """Where links to other pages begin below a line that says so: 相关政策与解读. The label 附件： above them has nothing to name."""
    end = len(passages)
    for at in range(end - 1, max(end - 1 - MOST_RELATED, start), -1):
        text = passages[at].text
        if chrome_rule(text) == RELATED:
            labelled = at - 1 > start and _EMPTY_LABEL.fullmatch(fold(passages[at - 1].text[:LONGEST_LINK]))
            return at - 1 if labelled else at
        if len(text) > LONGEST_LINK or _is_sentence(text) or read_marker(text):
            break
    return end


def _is_sentence(text: str) -> bool:
    return is_complete(text) and not text.endswith(("：", ":"))


def _may_be_text(text: str) -> bool:
    """Whether a line may be a provision, or the date that closes a text."""
    mark = read_marker(text)
    long = len(text) > 2 * LONGEST_LINK and not is_complete(text)
    return long or (mark is not None and not is_doubtful(mark, text)) or form_of(text) is Role.DATE


def foot_lines(passages: Sequence[Passage]) -> list[Line]:
    """These lines with their roles: dropped, but for what may be the text's own. Of that a person has to say what it is."""
    names = [chrome_rule(passage.text) for passage in passages]
    first = next((at for at, name in enumerate(names) if name), len(names))
    lines: list[Line] = []
    for at, (passage, name) in enumerate(zip(passages, names, strict=True)):
        empty = _EMPTY_LABEL.fullmatch(fold(passage.text[:LONGEST_LINK]))
        unsure = not name and not empty and (at < first or _is_sentence(passage.text))
        lines.append(Line(Role.UNKNOWN, passage, why=BEHIND_TEXT) if unsure else Line(Role.DROP, passage, why=name or FOOT))
    return lines
