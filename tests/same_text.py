"""Texts of the kinds that offices write, each once: written out as plain text, as a Word file whose lists count, and printed as a PDF.

A text is a title and its parts in order; a ``Part`` with a level has a number of that level of the text's numbering.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidu.text.counting import printed
from duidu.text.numerals import CIRCLED, nth
from tests.print_pdf import HEIGHT, LEADING, LEFT, SIZE, TOP, WIDTH, Sheet, grid, pdf, wrapped
from tests.word import abstract, docx, lists, numbered, p, r, table

Level = tuple[str, str]
"""Number format and printed form, as Word has them: ("chineseCounting", "（%2）")."""
_WHOLE = 22
"""So many lines stand on a page."""
_ROW = 30.0
_COLUMN = 120.0


@dataclass(frozen=True)
class Part:
    """A paragraph, or a table. A paragraph may have a level of the numbering, and a footnote at the place of ``^``."""

    text: str = ""
    level: int | None = None
    note: str = ""
    rows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class SameText:
    """A text: its title by lines, its numbering, its parts. ``restart`` is the level (from 1) that starts each deeper one anew; 0: none."""

    title: Sequence[str]
    levels: Sequence[Level]
    parts: Sequence[Part]
    goes_on: frozenset[int] = frozenset()
    """The levels that count on through the text (条 through 章)."""

    def marks(self) -> list[str]:
        """The number of each part as printed."""
        counts = [0] * len(self.levels)
        found: list[str] = []
        for part in self.parts:
            if part.level is None:
                found.append("")
                continue
            counts[part.level] += 1
            for deeper in range(part.level + 1, len(counts)):
                counts[deeper] = counts[deeper] if deeper in self.goes_on else 0
            form = self.levels[part.level][1]
            for depth, (style, _) in enumerate(self.levels):
                form = form.replace(f"%{depth + 1}", printed(counts[depth], style))
            found.append(form + ("" if form[-1] in "、）.．" else "　"))
        return found

    def as_text(self) -> str:
        """The plain text: cells parted by TAB, notes at the end behind their circled numbers."""
        lines = [*self.title]
        notes: list[str] = []
        for part, mark in zip(self.parts, self.marks(), strict=True):
            notes += [part.note] * bool(part.note)
            lines += ["\t".join(row) for row in part.rows] or [mark + part.text.replace("^", nth(CIRCLED, len(notes)))]
        return "\n".join([*lines, *(f"{nth(CIRCLED, at)}　{note}" for at, note in enumerate(notes, 1))])

    def as_word(self) -> bytes:
        """The Word file: numbers from its lists, footnotes from their part."""
        notes = [part.note for part in self.parts if part.note]
        body = "".join(p(line) for line in self.title)
        number = 0
        for part in self.parts:
            number += bool(part.note)
            reference = f'<w:r><w:footnoteReference w:id="{number + 1}"/></w:r>' if part.note else ""
            before, _, after = part.text.partition("^")
            properties = numbered(1, part.level) if part.level is not None else ""
            body += table(part.rows) if part.rows else p(before, properties, reference + (r(after) if after else ""))
        levels = abstract(0, self.levels, restarts=dict.fromkeys(self.goes_on, 0))
        footnotes = "".join(f'<w:footnote w:id="{at + 2}">{p(note)}</w:footnote>' for at, note in enumerate(notes))
        return docx(body, {"numbering": lists(levels, {1: 0}), "footnotes": f"<w:footnotes>{footnotes}</w:footnotes>"})

    def as_pdf(self) -> bytes:
        """The PDF as an office prints it: lines of 27 characters, tables ruled, notes in small print at the foot, — 1 — below."""
        return pdf(_sheets(self))


def _sheets(text: SameText) -> list[Sheet]:
    sheets = [Sheet()]
    notes: list[list[str]] = [[]]
    top, number = TOP, 0

    def room(needed: float) -> None:
        nonlocal top
        if top + needed > TOP + LEADING * _WHOLE:
            sheets.append(Sheet())
            notes.append([])
            top = TOP

    for line in text.title:
        sheets[-1].lines.append(((WIDTH - 22 * len(line)) / 2, top, 22.0, line))
        top += LEADING * 1.2
    for part, mark in zip(text.parts, text.marks(), strict=True):
        if part.rows:
            room(_ROW * len(part.rows))
            sheets[-1].rules += grid(LEFT, top, [_COLUMN] * len(part.rows[0]), len(part.rows), _ROW)
            sheets[-1].lines += [
                (LEFT + 8 + _COLUMN * column, top + 8 + _ROW * row, 14.0, cell)
                for row, cells in enumerate(part.rows)
                for column, cell in enumerate(cells)
                if cell
            ]
            top += _ROW * len(part.rows) + LEADING / 2
            continue
        number += bool(part.note)
        circle = nth(CIRCLED, number)
        for left, line in wrapped(mark + part.text.replace("^", circle)):
            room(LEADING)
            sheets[-1].lines.append((left, top, SIZE, line))
            notes[-1] += [f"{circle} {part.note}"] * (bool(part.note) and circle in line)
            top += LEADING
    for at, (sheet, below) in enumerate(zip(sheets, notes, strict=True)):
        sheet.lines += [(LEFT, HEIGHT - 90 - 14 * (len(below) - row), 9.0, note) for row, note in enumerate(below)]
        sheet.lines.append((WIDTH / 2 - 20, HEIGHT - 60, 14.0, f"— {at + 1} —"))
    return sheets


LONG = "加快推进全县特色产业高质量发展，把各项任务落到实处，让群众得到实惠，确保全年目标任务圆满完成，不得延误。"


def _law() -> Iterator[Part]:
    yield Part("总则", 0)
    yield Part("为了规范乡村建设，根据有关法律法规，结合本县实际，制定本办法。", 1)
    yield Part("本县行政区域内的乡村建设活动适用本办法。", 1)
    yield Part("法律、法规另有规定的，从其规定。")
    yield Part("职责", 0)
    yield Part("县人民政府履行下列职责：", 1)
    yield Part("编制乡村建设规划；", 2)
    yield Part("统筹安排建设资金；", 2)
    yield Part("法律、法规规定的其他职责。", 2)
    yield Part("前款规定的职责可以委托乡镇人民政府履行。" + LONG)
    yield Part("县级有关部门应当：", 1)
    yield Part("加强指导；", 2)
    yield Part("依法查处违法行为。", 2)
    yield Part("附则", 0)
    yield Part("本办法自2024年5月1日起施行。", 1)


def _policy() -> Iterator[Part]:
    yield Part("各乡镇人民政府，县级各部门：")
    yield Part("为贯彻落实上级决策部署，加快推进产业发展，现提出如下意见。")
    yield Part("总体要求", 0)
    yield Part("指导思想。" + LONG, 1)
    yield Part("基本原则。坚持市场导向，坚持绿色发展。", 1)
    yield Part("重点任务", 0)
    yield Part("优化布局", 1)
    yield Part("发展茶叶。" + LONG, 2)
    yield Part("发展水果。" + LONG, 2)
    yield Part("培育主体。支持合作社发展壮大。", 1)
    yield Part("保障措施", 0)
    yield Part("加强领导。成立领导小组。" + LONG, 1)
    yield Part("云杉县人民政府")
    yield Part("2024年9月20日")


def _notice() -> Iterator[Part]:
    yield Part("各乡镇人民政府：")
    yield Part("为做好今年的补贴发放工作，现将有关事项通知如下。")
    yield Part("补贴对象", 0)
    yield Part("在本县种植茶叶和水果的农户。", None)
    yield Part("补贴标准", 0)
    yield Part("补贴标准见下表，由县财政局拨付。", None)
    yield Part(rows=[["作物", "面积", "标准"], ["茶叶", "一亩以上", "每亩一百元"], ["水果", "两亩以上", "每亩八十元"]])
    yield Part("工作要求", 0)
    yield Part("各乡镇要按时上报，不得虚报。" + LONG, None)
    yield Part("附件：补贴申报表")
    yield Part("云杉县农业农村局")
    yield Part("2024年3月1日")
    yield Part("附件")
    yield Part("补贴申报表")
    yield Part(rows=[["户主", "作物", "面积"], ["甲", "茶叶", "三亩"], ["乙", "水果", "四亩"]])


def _standard() -> Iterator[Part]:
    yield Part("范围", 0)
    yield Part("本规范规定了乡村民宿的建设要求和服务要求，适用于本县的乡村民宿。")
    yield Part("术语", 0)
    yield Part("民宿", 1)
    yield Part("利用当地民居等资源，为游客提供住宿的小型住宿设施。")
    yield Part("建设要求", 0)
    yield Part("选址", 1)
    yield Part("应当避开地质灾害易发区，并符合乡村规划。", 2)
    yield Part("应当有通达的道路和停车的场地。", 2)
    yield Part("消防", 1)
    yield Part("应当配备灭火器材，并定期检查。", 2)
    yield Part("应当设置疏散标志。" + LONG, 2)


def _with_notes() -> Iterator[Part]:
    yield Part("产业发展", 0)
    yield Part("加大研究投入^，提高成果转化率。" + LONG, None, "指研究与试验发展经费。")
    yield Part("推进创新发展。" + LONG)
    yield Part("社会事业", 0)
    yield Part("建设社区服务圈^。" + LONG, None, "指步行十五分钟可以到达的范围。")


_OFFICIAL: Sequence[Level] = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
TEXTS = {
    "条例：章、条、款、项": SameText(
        ["云杉县乡村建设办法"],
        (("chineseCountingThousand", "第%1章"), ("chineseCountingThousand", "第%2条"), ("chineseCountingThousand", "（%3）")),
        list(_law()),
        frozenset({1}),
    ),
    "意见：一、（一）1.": SameText(["云杉县人民政府关于加快推进", "特色产业高质量发展的意见"], _OFFICIAL, list(_policy())),
    "通知：表格与附件": SameText(["云杉县农业农村局关于做好补贴发放工作的通知"], _OFFICIAL, list(_notice())),
    "规范：1、1.1、1.1.1": SameText(
        ["云杉县乡村民宿建设规范"], (("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")), list(_standard())
    ),
    "规划：页下的脚注": SameText(["云杉县特色产业发展规划"], _OFFICIAL, list(_with_notes())),
}
"""By what is particular to each."""
