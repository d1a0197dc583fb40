"""Both proofs of fidelity: they pass on the real texts, and a single changed character anywhere is caught."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from duidu.commands.cli import main
from duidu.project.conversion.convert import Conversion
from duidu.prove.extract import official_units
from duidu.prove.pages import prove_document, prove_page
from duidu.prove.site import built_file, prove_site
from tests.projects import ROOT, converted
from tests.some import some

SAMPLES = 12
"""Changed characters per page and kind of change."""


@pytest.fixture(scope="module")
def conversion() -> Conversion:
    return converted()


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site, to be changed and changed back."""
    return shutil.copytree(built / "site", tmp_path_factory.mktemp("fidelity") / "site")


def test_what_is_compared_is_the_source_less_the_five_dropped_lines(conversion: Conversion) -> None:
    sichuan, suining = conversion.documents
    assert (len(sichuan.source_text), len(suining.source_text)) == (10318, 10104)
    assert [line.passage.line for line in sichuan.dropped] == [1, 3, 5, 7, 99]
    assert suining.dropped == ()


def test_check_runs_both_proofs_and_prints_what_was_compared(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(built), "check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    found = [re.fullmatch(r"(页面|网站)　(\S+)　(\d+) 字　sha256 ([0-9a-f]{64})", line) for line in lines]
    assert [(m[1], m[2]) for m in found if m] == [
        ("页面", "sichuan-2024"), ("网站", "sichuan-2024"), ("页面", "suining-2024"), ("网站", "suining-2024"),
    ]  # fmt: skip
    assert len({m[4] for m in found if m}) == 2


def test_a_site_that_was_not_built_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "check", "--site", str(tmp_path / "nowhere")]) == 1
    assert "PRV003 网站缺这一页" in capsys.readouterr().err


def test_the_pages_prove_the_texts(conversion: Conversion) -> None:
    for document in some(conversion.documents):
        assert prove_document(document, conversion.pages_of(document))[1] == []


def changed(text: str, position: int, how: str) -> str:
    insert, skip = {"replace": ("㐀", 1), "insert": ("㐀", 0), "delete": ("", 1)}[how]
    return text[:position] + insert + text[position + skip :]


def official_positions(html: str, skipped: str) -> list[int]:
    """Positions of the characters of official text: inside a sentence, a marker, a head, outside tags and ``skipped``."""
    inside = re.compile(r'<span class="(?:sentence|marker)"[^>]*>(.*?)</span>', re.DOTALL)
    foreign = {p for found in re.finditer(skipped, html) for p in range(*found.span())}
    return [p for found in inside.finditer(html) for p in range(*found.span(1)) if p not in foreign and html[p] not in "\n "]


@pytest.mark.parametrize("how", ["replace", "insert", "delete"])
def test_a_changed_character_in_a_page_is_caught_before_it_is_written(conversion: Conversion, how: str) -> None:
    chance = random.Random(how)
    for document in some(conversion.documents):
        for page in conversion.pages_of(document):
            for position in chance.sample(official_positions(page.text, r"&#?[a-z0-9]+;|\[|\]\([^)]*\)\{ \.term \}"), 2):
                broken = replace(page, held=changed(page.text, position, how))
                assert prove_page(document, broken)[1], f"{page.path} at {position}"


@pytest.mark.parametrize("how", ["replace", "insert", "delete"])
def test_a_changed_character_anywhere_in_the_built_text_is_caught(conversion: Conversion, site: Path, how: str) -> None:
    chance = random.Random(how)
    for document in some(conversion.documents):
        for page in conversion.pages_of(document):
            file = built_file(site, page)
            html = file.read_text()
            try:
                for position in chance.sample(official_positions(html, r"<[^>]*>"), SAMPLES // 4):
                    file.write_text(changed(html, position, how))
                    assert prove_site(site, document, [page])[1], f"{page.path} at {position}"
            finally:
                file.write_text(html)


@pytest.mark.parametrize(
    ("broken", "into"),
    [
        ('</span><a class="aid num"', '</span>添<a class="aid num"'),
        ('id="h2-k1-p1-t1"', 'id="h2-k1-p1-t9"'),
        ('<span class="marker">（二）</span>', ""),
        ('<span class="sentence" id="h2-k1-d1-t2">', '<span class="sentence" id="h2-k1-d1-t2"><b>添</b>'),
        ('<p id="h2-k1-p1">', '<p id="h2-k1-p1"><em>添</em>'),
        ("</article>", '<p id="h2-k4-p1">添</p></article>'),
    ],
)
def test_words_smuggled_in_and_lost_units_are_caught(conversion: Conversion, site: Path, broken: str, into: str) -> None:
    document = conversion.documents[0]
    page = next(page for page in conversion.pages_of(document) if page.path.stem == "2")
    file = built_file(site, page)
    html = file.read_text()
    assert broken in html
    try:
        file.write_text(html.replace(broken, into, 1))
        assert {fault.code for fault in prove_site(site, document, [page])[1]} == {"PRV002"}
    finally:
        file.write_text(html)


def test_aids_and_permalinks_are_not_official_text() -> None:
    html = (
        '<article><h2 id="h1"><span class="marker">一、</span>甲<a class="headerlink" href="#h1">¶</a></h2>'
        '<p id="h1-p1"><span class="sentence" id="h1-p1-t1">乙<a class="term" href="x">丙</a>。</span><a class="aid num">1</a></p>'
        '<div class="aid retired" id="h1-p2">旧</div><p id="note-1">注</p></article><p id="h9">外</p>'
    )
    found = [(unit.anchor, unit.marker, unit.text) for unit in official_units(html)]
    assert found == [("h1", "一、", "甲"), ("h1-p1", "", "乙丙。"), ("h1-p1-t1", "", "乙丙。")]
