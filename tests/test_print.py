"""On paper: what a browser prints of a page, and the PDFs of ``make pdf``, read back."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

from duidu.anchors.document import Document
from duidu.commands.pdf import all_sheets
from duidu.layers.alignment import compared_units
from duidu.model.records import Kind
from duidu.project.conversion.convert import Conversion, convert
from duidu.render.pdf import press
from duidu.render.pdf.browser import PLACES
from duidu.render.pdf.sheet import Sheets
from duidu.text.fold import fold
from tests.projects import ROOT, Project

OFFICIAL = 10.4
"""Points: official text is set larger, all that stands beside it smaller."""


def make_pdf(root: Path, to: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """``duidu pdf`` in a process of its own: Playwright runs once in each."""
    command = [sys.executable, "-m", "duidu", "--root", str(root), "pdf", "--to", str(to)]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


Pages = list[list[tuple[float, str]]]
"""Of every page what is written on it, in the order of the file: size in points and text."""


@dataclass(frozen=True)
class Printed:
    """What ``duidu pdf`` makes of a corpus, read back."""

    conversion: Conversion
    pdfs: Mapping[str, PdfReader]
    runs: Mapping[str, Pages]

    @property
    def documents(self) -> Sequence[Document]:
        """Those that were printed as books."""
        return [document for document in self.conversion.documents if document.id in self.pdfs]


def print_sheets(browser: Browser, sheets: Iterable[Sheets]) -> dict[str, bytes]:
    """The files of ``duidu pdf`` by their names, without starting the command."""
    return {one.name: press.printed(browser, one) for one in sheets}


@pytest.fixture(scope="module", params=["one", pytest.param("both", marks=pytest.mark.full)])
def printed(request: pytest.FixtureRequest, browser: Browser, levels: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The beginning of the Suining decision and the booklet of a small pair; in make test-full both decisions and their comparison."""
    every = request.param == "both"
    conversion = convert(ROOT if every else with_a_decision(levels, tmp_path_factory.mktemp("printed")))
    sheets = [one for one in all_sheets(conversion) if every or one.name in ("suining-2024", "tongjiang-yunling")]
    pdfs = {name: PdfReader(io.BytesIO(data)) for name, data in print_sheets(browser, sheets).items()}
    assert len(pdfs) == (3 if every else 2)
    return Printed(conversion, pdfs, {name: [list(_runs(page)) for page in reader.pages] for name, reader in pdfs.items()})


def with_a_decision(levels: Path, target: Path) -> Path:
    """The small corpus with the first section of the Suining decision in it, and how the second begins: some pages with many notes."""
    root = shutil.copytree(levels, target / "root", ignore=shutil.ignore_patterns("site"))
    source = ROOT / "source/suining-2024"
    meta = yaml.safe_load((source / "document.yml").read_text(encoding="utf-8"))
    text = "".join((source / "text.txt").read_text(encoding="utf-8").splitlines(keepends=True)[:12])
    Project(root).add(
        "suining-2024", text, **{name: meta[name] for name in ("short_title", "issuer", "place", "level", "date", "provenance")}
    )
    notes = yaml.safe_load((source / "notes.yml").read_text(encoding="utf-8"))
    kept = [note for note in notes if note["unit"].startswith(("h1", "p"))]
    assert len(kept) > 20
    (root / "source/suining-2024/notes.yml").write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def _runs(page: PageObject) -> Iterator[tuple[float, str]]:
    found: list[tuple[float, str]] = []

    def visit(text: str, matrix: Any, line: Any, _font: Any, size: float) -> None:
        found.append((round(abs(size * line[3] * matrix[3]), 1), text))

    page.extract_text(visitor_text=visit)
    for size, group in groupby(found, lambda run: run[0]):
        yield size, "".join(text for _, text in group)


def whole(pages: list[list[tuple[float, str]]], least: float = 0) -> str:
    return "".join(text for page in pages for size, text in page if size >= least)


def marks(reader: PdfReader) -> dict[str, int]:
    """Bookmark → number of its page."""

    def walk(level: Any) -> Iterator[tuple[str, int]]:
        for mark in level:
            if isinstance(mark, list):
                yield from walk(mark)
            else:
                number = reader.get_destination_page_number(mark)
                assert number is not None
                yield fold(str(mark.title)), number + 1

    return dict(walk(reader.outline))


def head(document: Document, anchor: str) -> str:
    return fold(document.marker(anchor) + document.text(anchor))


def test_every_document_and_every_pair_is_printed(pair: Project) -> None:
    assert [one.name for one in all_sheets(convert(pair.root))] == ["tongjiang", "yunling", "tongjiang-yunling"]


@pytest.mark.corpus
def test_the_book_has_the_whole_text_in_order_and_nothing_between(printed: Printed) -> None:
    for document in printed.documents:
        units = [unit for unit in document.units.values() if unit.kind is not Kind.SENTENCE]
        front = fold("".join(document.text(unit.anchor) for unit in units[:2]))
        text = fold("".join(document.marker(unit.anchor) + document.text(unit.anchor) for unit in units[2:]))
        shown = fold(whole(printed.runs[document.id], OFFICIAL))
        assert units[1].kind is Kind.ADOPTED
        assert front in shown
        assert text in shown


@pytest.mark.corpus
def test_every_section_and_item_has_its_bookmark(printed: Printed) -> None:
    for document in printed.documents:
        heads = [head(document, anchor) for anchor, unit in document.units.items() if unit.is_head]
        found = [re.sub(r"[\d,\u2060]+$", "", mark) for mark in marks(printed.pdfs[document.id])]  # a head's notes have left their number
        assert found == [fold(document.meta.title), "目次", *heads, "出处与校验"]


@pytest.mark.corpus
def test_the_contents_name_the_page_every_head_stands_on(printed: Printed) -> None:
    for document in printed.documents:
        runs = printed.runs[document.id]
        listed = fold(whole(runs[1:2]))
        for anchor in (anchor for anchor, unit in document.units.items() if unit.is_head):
            words = head(document, anchor)
            pages = [number for number, page in enumerate(runs, 1) if number > 2 and words in fold(whole([page], OFFICIAL))]
            assert any(f"{words.rstrip('。')}{page}" in listed for page in pages), words


@pytest.mark.corpus
def test_every_note_stands_at_the_foot_of_the_page_that_has_its_sign(printed: Printed) -> None:
    for document in printed.documents:
        notes = [note for anchor in document.units for note in printed.conversion.layers.notes.at(document, anchor)]
        seen = []
        for page in printed.runs[document.id]:
            numbers = [int(found) for size, text in page if size == 6.5 for found in re.findall(r"\d+", text)]
            foot = fold("".join(text for size, text in page if size == 8))
            for number in numbers:
                assert fold(f"{number}{notes[number - 1].kind}") in foot
                assert fold(notes[number - 1].text) in foot
            seen += numbers
        assert seen == list(range(1, len(notes) + 1))


@pytest.mark.corpus
def test_all_are_tagged_titled_in_chinese_and_have_no_empty_page(printed: Printed) -> None:
    for name, reader in printed.pdfs.items():
        root: Any = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in root
        assert root["/Lang"] == "zh-CN"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        for number, page in enumerate(printed.runs[name], 1):
            # More than running titles and page number.
            assert len(fold(whole([page]))) > 60, f"{name} 第 {number} 页"
    for document in printed.documents:
        metadata = printed.pdfs[document.id].metadata
        assert metadata
        assert metadata.title == document.meta.title
        assert metadata.author == document.meta.issuer
        assert str(metadata["/CreationDate"]).startswith(f"D:{document.meta.date.replace('-', '')}")


@pytest.mark.corpus
def test_every_page_but_the_first_has_its_number_the_document_and_its_hash(printed: Printed) -> None:
    for document in printed.documents:
        for number, page in enumerate(printed.runs[document.id], 1):
            text = fold(whole([page]))
            assert (f"—{number}—" in text) == (number > 1)
            assert document.meta.sha256[:8] in text
            assert number == 1 or document.meta.short_title in text


@pytest.mark.corpus
def test_the_last_page_says_where_the_text_comes_from(printed: Printed) -> None:
    for document in printed.documents:
        last = fold(whole(printed.runs[document.id][-1:]))
        assert document.meta.sha256 in last
        assert fold(document.meta.found) in last
        assert "以正式发布文本为准" in last
        assert "http" not in last


@pytest.mark.corpus
def test_what_is_searched_or_copied_is_what_is_read(printed: Printed) -> None:
    """No radical that only looks like the character."""
    for one in (one for one in all_sheets(printed.conversion) if one.name in printed.runs):
        assert set(whole(printed.runs[one.name])) - set(one.html) - set("\n\u2060") == set()


@pytest.mark.corpus
def test_the_booklet_has_every_provision_of_both_sides(printed: Printed) -> None:
    (pair,) = printed.conversion.layers.links.alignments
    shown = fold(whole(printed.runs[f"{pair.implementing.id}-{pair.implemented.id}"]))
    for document in (pair.implementing, pair.implemented):
        for anchor in compared_units(document):
            assert fold(document.text(anchor)).rstrip("。") in shown, anchor
    for part in ("统计", "逐条对照", "仅市与仅省", "出处与校验"):
        assert part in shown


@pytest.mark.corpus
def test_a_page_does_not_end_with_a_head(printed: Printed) -> None:
    for document in printed.documents:
        for page in printed.runs[document.id][2:]:
            sizes = [size for size, text in page if size >= OFFICIAL and fold(text)]
            assert not sizes or sizes[-1] == 11 or "出处与校验" in whole([page])


def test_printed_twice_it_is_the_same_to_the_byte_and_a_short_text_has_a_book_too(
    small: Project, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once by the command, once here: neither the time nor the process nor the folder is in it."""
    done = make_pdf(small.root, tmp_path / "pdf", SITE_URL="https://texts.example/a/")
    assert (done.returncode, done.stderr) == (0, "")
    assert [file.name for file in (tmp_path / "pdf").iterdir()] == ["mou-2024.pdf"]
    first = (tmp_path / "pdf/mou-2024.pdf").read_bytes()
    monkeypatch.setenv("SITE_URL", "https://texts.example/a/")
    assert print_sheets(browser, all_sheets(convert(small.root))) == {"mou-2024": first}
    text = fold("".join(page.extract_text() for page in PdfReader(io.BytesIO(first)).pages))
    assert "(二)加强保障。" in text
    assert "https://texts.example/a/mou-2024/full/" in text


def test_a_text_without_heads_and_with_signs_of_html_is_printed_as_it_is(project: Project, browser: Browser) -> None:
    project.add("mou-2024", '关于<b>某事</b>的决定\n请读 </style><script>alert(1)</script> & "引号"。\n', short_title='某"\\</style>决定')
    (printed,) = print_sheets(browser, all_sheets(convert(project.root))).values()
    text = fold("".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages))
    assert fold("关于<b>某事</b>的决定") in text
    assert fold('请读 </style><script>alert(1)</script> & "引号"。') in text
    assert fold('某"\\</style>决定') in text


def test_faults_in_the_sources_print_nothing(small: Project, tmp_path: Path) -> None:
    small.edit("mou-2024", "(二)", "(五)")
    done = small.run("pdf", "--to", str(tmp_path / "pdf"))
    assert done.status == 1
    assert "OUT002" in done.err
    assert not (tmp_path / "pdf").exists()


@pytest.mark.skipif(any(Path(place).exists() for place in PLACES), reason="这台机器的浏览器不靠 PATH 找")
def test_without_a_browser_it_says_so(small: Project, tmp_path: Path) -> None:
    done = make_pdf(small.root, tmp_path / "pdf", PATH=str(tmp_path), PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith("没有找到 Chromium 一类的浏览器")
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("browser")  # one is started before it is asked what it can draw
@pytest.mark.skipif(sys.platform != "linux", reason="只有 fontconfig 能藏起字体")
def test_without_chinese_fonts_it_says_so(small: Project, tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{tmp_path}</dir></fontconfig>')
    done = make_pdf(small.root, tmp_path / "pdf", FONTCONFIG_FILE=str(config))
    assert done.returncode == 2
    assert done.stderr.startswith("这台机器没有中文字体")
