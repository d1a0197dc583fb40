"""What was taken into the text and may be none of it, or may have lost something: shown as warnings, never in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath

from ..model.faults import Fault
from ..model.records import BlockKind, Kind, Outline, Unit
from ..text.controls import INVISIBLE
from ..text.excerpt import shortened
from ..text.fold import fold
from ..text.sentences import pairs_of
from .boxes import end_is_seen
from .chrome import chrome_rule
from .gaps import name_before_gap
from .organs import ENDS

LONGEST_PARAGRAPH = 2000
WINDOW = 400
"""In so many characters behind a mark a quotation or bracket around it ends."""
SHOWN = 20
"""Characters of a text in a message."""
_CHROME_INSIDE = re.compile(
    r"【(?:打印|关闭|字体|字号|收藏|返回)[^】]{0,12}】|分享到[:：]|(?:信息|文章|稿件)来源[:：]|责任编辑[:：]|浏览次数[:：]|扫一扫在手机"
)
_MEETING_TIME = re.compile(r"(?:会议)?时间:\d{4}年.*(?:[午晚]|时|:\d\d).*")
"""In minutes this line is text; a site writes its own as 2024-06-05."""
_MARKUP = re.compile(r"</?(?:p|div|span|br|b|i|u|a|img|table|tr|td|font|strong|em|sup|sub|h[1-6])(?:\s[^<>]{0,200})?/?>|&(?:nbsp|emsp|ensp|lt|gt|amp|quot|#\d{2,5});"
                     r"|\*\*|!?\[[^\[\]]{1,80}\]\([^()]{1,200}\)|^:::|\{[:.#][^{}]{1,60}\}", re.IGNORECASE)  # fmt: skip
_MARK_INSIDE = re.compile(
    r"[。；：](?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,5}条[　 ])|。附(?:[件表录]?[：:]|[件表录]?\d{1,2}(?=[\u3400-\u9fff（]))"
)


_OTHER_TITLE = re.compile(
    rf"[\u3400-\u9fff]{{2,30}}(?:[{ENDS}]|办公室)关于[^，。；：、]{{2,80}}的(?:通知|决定|决议|意见|通告|公告|批复|报告|函)"
)
"""A line that is the title of an official document by all its words: issuer, subject, kind (GB/T 9704—2012, 7.3.1)."""
MOST_TITLES = 2
"""More of them are a list of documents."""


def suspicious_faults(parsed: Outline, figures: Collection[int] = ()) -> Iterator[Fault]:
    """Warnings for the units of a text, one a line and kind. ``figures`` are the lines of pictures whose words are known."""
    path = parsed.raw.path
    boxes = [block for block in parsed.raw.blocks if block.kind is BlockKind.BOX]
    own = {fold(unit.text) for unit in parsed.walk() if unit.kind is Kind.TITLE}
    titles = set(own)
    others = [fold(unit.text) for unit in parsed.walk() if unit.kind is Kind.PARAGRAPH and _OTHER_TITLE.fullmatch(unit.text)]
    if len(others) <= MOST_TITLES:
        titles |= set(others)
    units = list(parsed.walk())
    for place, unit in enumerate(units):
        if unit.kind is not Kind.SENTENCE and not (unit.kind is Kind.FIGURE and unit.line in figures):
            yield from _of_unit(path, unit, own, titles)
        if name := _unparted_name(unit, units[place - 1]):
            said = f"编号后的“{name}”与后文只隔着空格，像标题而没有标点；别处多不是这样，当作正文"
            remedy = f"核对原文；原文如此就接受：accepted: [OUT018@{unit.line}]"
            yield Fault(path, unit.line, unit.column, "OUT018", said, remedy, warning=True)
        if unit.kind is Kind.BOX and not any(block.first <= unit.line <= block.last for block in boxes):
            yield from _of_box(path, units, place)


def _of_unit(path: PurePosixPath, unit: Unit, own: set[str], titles: set[str]) -> Iterator[Fault]:
    text = unit.text
    drop = f"在 document.yml 里写 lines: {{{unit.line}: drop}}；确是正文就接受：accepted: "

    def warn(code: str, message: str, remedy: str) -> Fault:
        return Fault(path, unit.line, unit.column, code, message, f"{remedy}[{code}@{unit.line}]", warning=True)

    if (unit.kind is Kind.PARAGRAPH and chrome_rule(text) and not _MEETING_TIME.fullmatch(fold(text))) or _CHROME_INSIDE.search(text):
        yield warn("OUT009", f"正文里有像网页外壳的行“{shortened(text, SHOWN)}”", drop)
    if unit.kind is Kind.PARAGRAPH and len(text) > 4 and fold(text) in titles:
        again = "正文里又有一个标题，多半是另一份文件" if _OTHER_TITLE.fullmatch(text) and fold(text) not in own else "标题又出现了一次"
        yield warn("OUT010", f"{again}：“{shortened(text, SHOWN)}”", drop)
    if len(text) > LONGEST_PARAGRAPH and unit.sentences:
        yield warn("OUT011", f"一段有 {len(text)} 字，多半是几段连成了一行", "核对原文的分段；原文如此就接受：accepted: ")
    elif unit.sentences and (found := _mark_inside(text)):
        yield warn("OUT011", f"段落中间有编号“{found}”，多半是几段连成了一行", "核对原文的分段；原文如此就接受：accepted: ")
    if found_char := INVISIBLE.search(text):
        yield warn(
            "OUT012", f"含有看不见的或私用区的字符 U+{ord(found_char[0]):04X}", "换用没有这种字符的转录本；确是原文就接受：accepted: "
        )
    if found_markup := _MARKUP.search(text):
        yield warn(
            "OUT013", f"含有网页或 Markdown 的标记“{shortened(found_markup[0], SHOWN)}”", "换用没有标记的转录本；确是正文就接受：accepted: "
        )
    if unit.kind is Kind.FIGURE:
        remedy = (
            f"把图里的字打在 document.yml 里：figures: {{{unit.line}: 图里的字}}；图里没有要紧的字就接受：accepted: [OUT015@{unit.line}]"
        )
        yield Fault(path, unit.line, unit.column, "OUT015", "正文里有一幅图片，图中的文字读不出来", remedy)


def _unparted_name(unit: Unit, before: Unit) -> str:
    """What may be the head of a numbered line that one space parts from its text, "" if nothing does."""
    marked = unit.marker is not None and unit.marker.kind not in (Kind.POINT, Kind.BOX)
    in_article = unit.kind is Kind.PARAGRAPH and before.kind is Kind.ARTICLE and unit.line == before.line and not before.text
    return name_before_gap(unit.text) if (marked or in_article) and unit.sentences else ""


def _of_box(path: PurePosixPath, units: Sequence[Unit], place: int) -> Iterator[Fault]:
    """A box that lost its form: run into one line, or lines that do not show where they end."""
    unit = units[place]
    called = unit.marker.text if unit.marker else "专栏"
    last = max(inner.line for inner in unit.walk())

    def warn(code: str, message: str, remedy: str) -> Fault:
        return Fault(path, unit.line, unit.column, code, message, f"{remedy}[{code}@{unit.line}]", warning=True)

    if any(child.line == unit.line and child.column > unit.column for child in unit.children):
        advice = "找到有表格的原文最好；就用这一份则接受：accepted: "
        yield warn("OUT014", f"{called}连成了一行，其中的表格和分段已不可知", advice)
    elif last > unit.line:
        behind = next((unit for unit in islice(units, place + 1, None) if unit.line > last), None)
        if not end_is_seen(unit, behind):
            yield warn("OUT017", f"{called}到哪一行为止，原文里看不出来，这里算到第 {last} 行", "核对专栏的末行；如此就接受：accepted: ")


def _mark_inside(text: str) -> str:
    """A mark behind a stop, outside quotes and brackets: it begins what was a line of its own."""
    for found in _MARK_INSIDE.finditer(text):
        if not any(opener < found.start() < closer for opener, closer in pairs_of(text[: found.start() + WINDOW]).items()):
            return found[0][1:]
    return ""
