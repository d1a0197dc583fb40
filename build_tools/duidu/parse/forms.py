"""Lines of a fixed form around the text: adoption note, document number, date. Each form has a sample line.

Figures are sometimes lost in copies, with their brackets (年月日…通过): the form is recognised without them, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.records import Role
from ..text.fold import fold


@dataclass(frozen=True, slots=True)
class Form:
    """``pattern`` must match the whole folded line."""

    role: Role
    sample: str
    pattern: re.Pattern[str]


def _form(role: Role, sample: str, pattern: str) -> Form:
    return Form(role, sample, re.compile(pattern))


_PASSED = "(?:通过|批准|公布|发布|印发|施行|修订|修正)"

FORMS = (
    _form(Role.ADOPTED, "（2024年5月13日中国共产党四川省第十二届委员会第五次全体会议通过）", rf"\((?=[^()]*年)[^()]*{_PASSED}[^()]*\)"),
    _form(Role.ADOPTED, "年月日中国共产党四川省第十二届委员会第五次全体会议通过", rf"\d{{0,4}}年\d{{0,2}}月\d{{0,2}}日[^()。]*{_PASSED}"),
    _form(Role.NUMBER, "川委发〔2024〕5号", r"\S{1,14}[〔\[(]\d{4}[〕\])]第?\d{1,5}号"),
    _form(Role.DATE, "2024年5月13日", r"(?:\d{4}|[二〇○零一三四五六七八九]{4})?年.{0,3}月.{0,3}日"),
)


def form_of(text: str) -> Role | None:
    """The role of a line of fixed form, or None."""
    folded = fold(text)
    return next((form.role for form in FORMS if form.pattern.fullmatch(folded)), None)
