"""The links of the two decisions as they are published: read to the end, on pages, in data and in figures."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

from duidu.layers.alignment import NONE, Alignment, Coverage, compared_units
from duidu.layers.evidence import is_balanced, is_cut
from duidu.layers.extent import common_clauses
from duidu.model.relation import Relation
from duidu.project.conversion.convert import convert
from duidu.text.fold import fold
from tests.html import parsed
from tests.projects import Project
from tests.some import some


@pytest.fixture(scope="module")
def pair(built: Path) -> Alignment:
    (only,) = convert(built).layers.links.alignments
    return only


def test_every_sentence_and_head_of_the_real_pair_was_read(pair: Alignment) -> None:
    for document in (pair.implementing, pair.implemented):
        states = {pair.state(document, anchor) for anchor in compared_units(document)}
        assert states <= {Coverage.LINKED, *NONE}
    assert len(compared_units(pair.implementing)) == 179 + 24
    assert len(compared_units(pair.implemented)) == 187 + 18
    assert all(link.basis == "curated" and link.state == "confirmed" for link in some(pair.links))


def test_every_link_of_the_real_pair_has_evidence_in_both_sentences(pair: Alignment) -> None:
    for link in some(pair.links):
        assert link.evidence, link
        for one, other in link.evidence:
            assert fold(one) in fold(pair.implementing.text(link.source))
            assert fold(other) in fold(pair.implemented.text(link.target))


def test_the_real_pair_has_no_cut_evidence_and_no_same_link_without_a_common_clause(pair: Alignment) -> None:
    for link in some(pair.links):
        for words, document, anchor in (
            (words, document, anchor)
            for one, other in link.evidence
            for words, document, anchor in ((one, pair.implementing, link.source), (other, pair.implemented, link.target))
        ):
            assert is_balanced(fold(words)), words
            assert not is_cut(fold(words), fold(document.text(anchor))), words
        if link.relation is Relation.SAME:
            assert common_clauses(pair.facing(link.source, link.target)), link


def test_a_long_clause_recurs_in_no_other_link_of_the_real_pair_but_where_it_names_another_thing(pair: Alignment) -> None:
    long = {
        (link.source, link.target)
        for link in pair.links
        if link.relation is not Relation.SAME and any(len(clause) >= 12 for clause in common_clauses(pair.facing(link.source, link.target)))
    }
    assert long == {("h2-k1-p2-t6", "h2-k1-p2-t7")}  # 西部转化中心“遂宁基地”是中心的一部分，不是中心


def test_the_overviews_numbers_are_those_recomputed_from_the_data(built: Path) -> None:
    folder = built / "site/data/suining-2024/sichuan-2024"
    links = json.loads((folder / "links.json").read_text())
    coverage = json.loads((folder / "coverage.json").read_text())
    units = {u["id"]: u for d in ("sichuan-2024", "suining-2024") for u in json.loads((built / f"site/data/{d}/units.json").read_text())}
    page = BeautifulSoup((built / "site/compare/suining-2024/sichuan-2024/index.html").read_text(), "html.parser")
    names = {("same", "whole"): "同文", ("same", "clause"): "部分同文", ("adapt", None): "落实", ("echo", None): "呼应"}
    none = {"none-topic": "仅省（段首语）", "none-other": "仅省（专指他地或上级事项）", "none-open": "仅省（其他）"}
    tables = page.select(".account table")
    for table, document, end in zip(tables, ("sichuan-2024", "suining-2024"), ("to", "from"), strict=True):
        expected: Counter[tuple[str, str]] = Counter()
        for identity in (i for i in coverage if i.startswith(f"{document}#")):
            relations = [(link["relation"], link["extent"]) for link in links if link[end] == identity]
            upper = end == "to"
            linked = ("有" if upper else "") + names[min(relations, key=list(names).index)] if relations else ""
            name = linked or (none[coverage[identity]] if upper else "仅市")
            unit = units[identity]
            expected[name, "sentences" if unit["kind"] == "sentence" else "heads"] += 1
            expected[name, "characters"] += len(fold(unit["text"]))
        for row in table.select("tbody tr"):
            cells = [cell.get_text(strip=True) for cell in row.find_all("td")]
            found = (int(cells[1]), int(cells[3]), int(cells[4]))
            assert found == tuple(expected[cells[0], key] for key in ("sentences", "heads", "characters"))
        assert sum(expected[key] for key in expected if key[1] != "characters") == len(
            [i for i in coverage if i.startswith(f"{document}#")]
        )


def test_the_matrix_adds_up_to_all_links_and_is_labelled(built: Path, pair: Alignment) -> None:
    page = BeautifulSoup((built / "site/compare/suining-2024/sichuan-2024/index.html").read_text(), "html.parser")
    cells = page.select(".matrix td a")
    assert sum(int(cell.get_text()) for cell in cells) == len(pair.links)
    assert all("处对应" in str(cell["aria-label"]) for cell in some(cells))
    assert page.select_one(".matrix caption")
    assert all(th.get("scope") in ("row", "col", "colgroup") for th in some(page.select(".matrix th")))
    several = [str(cell["href"]) for cell in cells if int(cell.get_text()) > 1]
    assert sum("?cell=" in href for href in several) == len(several) - 1, "all but what belongs to no item on either side"


def test_every_link_and_every_unit_without_one_has_a_row_of_its_own_in_both_orders(built: Path, pair: Alignment) -> None:
    for document in (pair.implementing, pair.implemented):
        pages = (built / f"site/compare/suining-2024/sichuan-2024/by-{document.id}").glob("*/index.html")
        rows = [str(row.attributes["id"]) for page in pages for row in parsed(page).css(".pairs tbody tr")]
        linked = {f"row-{link.source}-{link.target}" for link in pair.links}
        none = {f"row-{document.id}-{a}" for a in compared_units(document) if pair.state(document, a) in NONE}
        assert sorted(rows) == sorted(linked | none)


def test_the_reading_page_shows_the_counterpart_and_leaves_the_text_alone(built: Path) -> None:
    page = BeautifulSoup((built / "site/suining-2024/2/index.html").read_text(), "html.parser")
    shown = page.find(id="link-sichuan-2024-h2-k2-p2-t4-h2-k2-p4-t3")
    assert shown is not None
    text = " ".join(shown.get_text(" ").split())
    assert "四川 二（二）第4段第3句" in text
    assert "落实" in text
    assert "商业航天" in text
    assert shown.select("mark")
    assert {str(a["href"]) for a in shown.select(".go a")} == {
        "../../sichuan-2024/2/#h2-k2-p4-t3",
        "../../compare/suining-2024/sichuan-2024/by-suining-2024/2/#row-h2-k2-p2-t4-h2-k2-p4-t3",
    }  # fmt: skip
    assert not page.select("article .sentence mark")


@pytest.mark.parametrize("name", ["links", "coverage"])
def test_the_data_of_the_pair_fits_its_schema(built: Path, name: str) -> None:
    data = built / "site/data"
    validator = Draft202012Validator(json.loads((data / f"{name}.schema.json").read_text()))
    validator.validate(json.loads((data / f"suining-2024/sichuan-2024/{name}.json").read_text()))


def test_links_csv_opens_in_a_spreadsheet(built: Path, pair: Alignment) -> None:
    data = (built / "site/data/suining-2024/sichuan-2024/links.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == len(pair.links)
    assert rows[0]["关系"] == "部分同文"
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_pages_say_to_machines_what_the_document_applies(built: Path) -> None:
    page = BeautifulSoup((built / "site/suining-2024/index.html").read_text(), "html.parser")
    block = page.find("script", type="application/ld+json")
    assert block is not None
    described = json.loads(block.get_text())
    assert described["@type"] == "Legislation"
    assert described["legislationApplies"][0]["legislationIdentifier"] == "sichuan-2024"
    part = next(part for part in described["hasPart"] if part["legislationIdentifier"] == "suining-2024#h2-k2-p2-t4")
    assert part["legislationApplies"] == ["sichuan-2024#h2-k2-p4-t3"]


def test_the_links_as_a_person_wrote_them_are_what_is_published(built: Path) -> None:
    written = yaml.safe_load((built / "source/suining-2024/links/sichuan-2024.yml").read_text())["links"]
    published = json.loads((built / "site/data/suining-2024/sichuan-2024/links.json").read_text())
    assert [(f"suining-2024#{row['from']}", f"sichuan-2024#{row['to']}", row["relation"]) for row in written] == [
        (row["from"], row["to"], row["relation"]) for row in published
    ]


def test_the_page_on_method_has_the_figures_that_align_prints(built: Path) -> None:
    said = Project(built).run("align", "suining-2024", "--score").out
    page = (built / "docs/about/method.md").read_text()
    for name, line in (("最佳 F1", "最佳 F1"), ("准确率达到 0.9", "准确率达到"), ("自动发布", "自动对应")):
        row = next(row for row in page.splitlines() if row.startswith(f"| {name}"))
        shown = set(re.findall(r"\d\.\d{2,3}", row))
        printed = set(re.findall(r"\d\.\d{2,3}", next(out for out in said.splitlines() if out.startswith(line))))
        assert printed <= shown, (row, printed)
    held = next(out for out in said.splitlines() if out.startswith("留出检验"))
    assert all(number in page for number in some(re.findall(r"\d\.\d{3}", held)))
    counted = re.search(r"共 (\d+) 对，呼应算错", page)
    assert counted
    assert f"已判读的同文与落实 {counted[1]} 对" in said
