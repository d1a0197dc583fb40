"""On paper: what the styles of books and of printed pages do to relations and to the run of counterparts."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from duidu.render.apparatus.relations import FORMS
from tests.projects import ROOT


def test_no_rule_of_a_book_means_something_else_by_the_name_of_a_relation() -> None:
    """A section of class ``part`` once laid 〔部分同文〕 over the words before it."""
    css = re.sub(r"\{[^}]*\}", "{}", (ROOT / "build_tools/duidu/render/pdf/paper.css").read_text(encoding="utf-8"))
    names = "|".join(FORMS.values())
    assert re.findall(rf"(?<![\w.\])])\.(?:{names})\b[^{{]*", css) == []


def test_closed_counterparts_run_on_in_print(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.goto(f"{address}suining-2024/2/")
    page.emulate_media(media="print")
    tops = page.locator("[id='aids-h2-k1-p1'] .cp:not([open]) > summary > .no").evaluate_all(
        "all => all.map((one) => Math.round(one.getBoundingClientRect().top))"
    )
    assert len(tops) > len(set(tops)) > 0, "some stand on one line"
    page.close()
