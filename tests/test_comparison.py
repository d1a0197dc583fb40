"""The pages of a pair: rows that share their upper sentence, parts where one page is too long, filters, and the proof of what they quote."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from duidu.project.conversion.convert import Conversion, convert
from duidu.prove.quotes import Quotations, prove_quotes, quote_faults
from duidu.render.apparatus import rows
from duidu.render.apparatus.rows import order_of
from tests.projects import Project

PAIR = "docs/compare/tongjiang/yunling"
REAL = "compare/suining-2024/sichuan-2024/"


def text(project: Project, name: str) -> str:
    return (project.root / f"{PAIR}/{name}.md").read_text()


def test_a_pair_that_a_phone_shows_in_forty_screens_has_one_page_an_order(pair: Project) -> None:
    names = {str(path.relative_to(pair.root / PAIR)) for path in (pair.root / PAIR).rglob("*.md")}
    assert names == {"index.md", "by-tongjiang.md", "by-yunling.md", "lists.md"}
    assert 'id="row-h1-p1-t1-h1-p1-t1"' in text(pair, "by-tongjiang")


def test_a_longer_one_has_a_page_a_part_and_the_old_page_leads_to_them(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROOM", 1100)
    (alignment,) = convert(pair.root).layers.links.alignments
    order = order_of(alignment, alignment.implementing)
    assert [part.name for part in order.parts] == ["front", "1", "2"]
    assert {unit.partition("-")[0] for unit in order.parts[2].units} == {"h2"}
    assert order.address_of("h2-k1-p1-t1") == "compare/tongjiang/yunling/by-tongjiang/2.md"


def test_a_part_that_no_page_holds_has_further_ones_and_no_row_is_lost(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROOM", 300)
    (alignment,) = convert(pair.root).layers.links.alignments
    for document in (alignment.implementing, alignment.implemented):
        parts = order_of(alignment, document).parts
        assert {"2", "2-2"} <= {part.name for part in parts}
        assert [unit for part in parts for unit in part.units] == list(order_of(alignment, document).pages)
        found = [row.found for part in parts for row in part.rows if row.found]
        assert sorted(found, key=repr) == sorted(alignment.links, key=repr)


def test_rows_in_a_row_share_their_upper_sentence(pair: Project) -> None:
    file = pair.root / "source/tongjiang/links/yunling.yml"
    file.write_text(file.read_text().replace("links:\n", "links:\n- {from: h1-p1-t2, to: h1-p1-t1, relation: echo}\n", 1))
    assert pair.run("build").status == 0
    page = text(pair, "by-tongjiang")
    run = page[page.index('id="row-h1-p1-t1-h1-p1-t1"') :].partition("</tbody>")[0]
    assert 'rowspan="2"' in run
    assert run.count('class="up"') == 1
    assert 'id="row-h1-p1-t2-h1-p1-t1"' in run
    assert "对应下列 2 行" in run


def test_what_nobody_has_read_stands_by_place_with_an_address_each(pair: Project) -> None:
    (pair.root / "source/tongjiang/links/yunling.yml").unlink()
    assert pair.run("build").status == 0
    page = text(pair, "by-yunling")
    (cells,) = {line for line in page.splitlines() if 'id="row-yunling-h2-k2-p1-t1"' in line}
    assert 'data-r="unread"' in cells
    assert 'class="t"' not in cells
    assert '<a href="../../../yunling/2.md#h2-k2-p1-t1">' in cells


def test_filters_lead_to_the_lists_where_there_are_no_scripts(pair: Project) -> None:
    chips = text(pair, "by-tongjiang").partition('<nav class="chips"')[2].partition("</nav>")[0]
    for state in ("same", "adapt", "lower"):
        (address,) = re.findall(rf'href="([^"]+)" data-r="{state}"', chips)
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (pair.root / PAIR / path).resolve().read_text()


@pytest.fixture
def quoted(pair: Project) -> Conversion:
    return convert(pair.root)


def test_what_pages_quote_is_proved(quoted: Conversion) -> None:
    documents = {document.id: document for document in quoted.documents}
    assert list(prove_quotes(quoted.files, Quotations(documents))) == []
    assert sum(file.text.count('class="t"') for file in quoted.files if str(file.path).startswith(PAIR)) > 20


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("领导小组", "领导小級", "引文是"),
        ("#h2-k1-p1-t1", "#h2-k1", "引文是"),
        ("#h2-k1-p1-t1", "#nowhere", "没有指向原处"),
        ("<mark>", "<del>", "没有这种样子"),
        ('<span class="like">', '<span class="aid">', "没有这种样子"),
        ("<mark>", '<mark class="hidden">', "没有这种样子"),
    ],
)
def test_a_quotation_that_is_not_its_source_or_hides_something_is_caught(quoted: Conversion, old: str, new: str, said: str) -> None:
    documents = {document.id: document for document in quoted.documents}
    upper = documents["yunling"]
    words = upper.text("h2-k1-p1-t1")
    html = (
        f'<span class="loc"><a href="../../yunling/2/#h2-k1-p1-t1">二</a></span>'
        f'<span class="t"><mark>{words[:2]}</mark><span class="like">{words[2:]}</span></span>'
    )
    assert list(quote_faults(html, documents)) == []
    broken = html.replace(old if old in html else words[-3:], new, 1)
    assert any(said in what for _, what in quote_faults(broken, documents))


def test_a_quotation_found_true_is_looked_at_again_when_the_text_is_another(quoted: Conversion) -> None:
    documents = {document.id: document for document in quoted.documents}
    page = next(file.text for file in quoted.files if str(file.path).startswith(PAIR) and 'class="t"' in file.text)
    before = Quotations(documents)
    assert found(before, page) == []
    assert Quotations(documents, before.now).now == {}
    same = Quotations(documents, before.now)
    assert (found(same, page), same.now) == ([], before.now)
    swapped = dict(zip(documents, reversed(documents.values()), strict=True))
    assert found(Quotations(swapped, before.now), page)
    assert found(Quotations(documents, before.now), page.replace('<span class="t">', '<span class="t"><del></del>', 1))


def found(quotations: Quotations, page: str) -> list[tuple[str, str]]:
    return quotations.faults(sha256(page.encode()).hexdigest(), lambda: page)


# In a browser, on the two decisions


def test_an_old_address_of_a_row_leads_to_its_part(page: Page, address: str) -> None:
    for by, row, part in (
        ("suining-2024", "row-h2-k5-p1-t1-h2-k3-p1-t1", "2-2"),
        ("sichuan-2024", "row-h2-k5-h2-k3", "2-2"),
        ("sichuan-2024", "group-h3-k1", "3"),
    ):
        page.goto(f"{address}{REAL}by-{by}/#{row}")
        page.wait_for_url(f"**/by-{by}/{part}/#{row}")
        expect(page.locator(f"[id='{row}']")).to_be_in_viewport()


def test_a_filter_is_kept_in_the_address_and_given_up_for_a_row(page: Page, address: str) -> None:
    page.goto(f"{address}{REAL}by-suining-2024/3/")
    every = page.locator(".pairs tr[data-r]:visible").count()
    page.locator(".chip", has_text="部分同文").click()
    page.wait_for_url("**/3/?show=part")
    kept = page.locator(".pairs tr[data-r]:visible").count()
    assert 0 < kept < every
    assert page.locator(".pairs tr[data-r]:visible .up").count() > 0
    page.reload()
    assert page.locator(".pairs tr[data-r]:visible").count() == kept
    expect(page.locator(".shown")).to_contain_text(f"只显示 {kept} 行")
    hidden = str(page.locator(".pairs tr[hidden]").first.get_attribute("id"))
    page.evaluate("id => { location.hash = id; }", hidden)
    expect(page.locator(f"[id='{hidden}']")).to_be_in_viewport()
    assert page.locator(".pairs tr[data-r]:visible").count() == every


def test_no_part_is_longer_than_forty_screens_of_a_phone_or_wider_than_it(page: Page, address: str, built: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    longest = max((built / "site" / REAL).rglob("index.html"), key=lambda file: file.stat().st_size)
    page.goto(f"{address}{longest.parent.relative_to(built / 'site')}/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 40 * 740
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
