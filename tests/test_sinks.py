"""Where words of people and of files go: one corpus with something hostile in every field, and each form of output read as its programs read it."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from openpyxl import load_workbook
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from duidu.commands.terminal import harmless
from duidu.render.rendering import STOCK, body, rendered
from duidu.site.offline import packed
from duidu.text.formulas import FORMULA, guarded
from tests.builds import build_site
from tests.hostile import EVIL, PICTURES, QUOTED, RESOLVED, evil, filled, free_fields, hostile_corpus
from tests.projects import Project
from tests.some import some


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile corpus, built."""
    project = hostile_corpus(tmp_path_factory.mktemp("sinks"))
    result = project.run("build")
    assert result.status == 0, result.err
    return project.root


def test_every_field_that_takes_free_words_is_in_it(made: Path) -> None:
    """A further field of a schema is to be filled there, or is a name or a quotation that is looked up."""
    assert free_fields() - filled(made) - RESOLVED - QUOTED - PICTURES == set()
    assert filled(made) | RESOLVED | QUOTED | PICTURES <= free_fields()


def files(root: Path, *endings: str) -> Iterator[Path]:
    found = [file for file in sorted((root / "docs").rglob("*")) if file.suffix in endings]
    assert found
    yield from found


def is_html_without_foreign_elements(root: Path) -> None:
    for file in files(root, ".md"):
        tree = LexborHTMLParser(rendered(body(file.read_text()), STOCK)[0])
        assert (
            tree.css("script:not([type='application/ld+json']), iframe, object, embed, style, form:not([role]), img:not([src^='assets'])")
            == []
        ), file
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], file
            assert not str(node.attributes.get("href") or "").lower().startswith(("javascript:", "data:")), file


def is_markdown_that_a_template_leaves_alone(root: Path) -> None:
    for file in files(root, ".md"):
        front, _, body = file.read_text().removeprefix("---\n").partition("\n---\n")
        assert isinstance(yaml.safe_load(front), dict), file
        assert not re.search(r"\{\{|\{%", body), file


def is_json(root: Path) -> None:
    said = 0
    for file in files(root, ".json"):
        said += EVIL[:9] in json.dumps(json.loads(file.read_text()), ensure_ascii=False).replace("\\", "")
    assert said > 2


def is_a_script_that_holds_only_data(root: Path) -> None:
    """A file of the search is one call with JSON, a script in a page is JSON that cannot end its element."""
    for file in (root / "docs/search").glob("*.js"):
        call = re.fullmatch(r'__edition_search\("\w+",(.*)\)\n?', file.read_text(), re.DOTALL)
        assert call, file
        json.loads(call[1])
    scripts = [found for file in files(root, ".md") for found in re.findall(r"<script[^>]*>(.*?)</script>", file.read_text(), re.DOTALL)]
    assert len(scripts) == 2
    for script in scripts:
        assert EVIL in json.dumps(json.loads(script), ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\")
        assert not re.search("[<>&]", script)


def is_a_table_without_formulas(root: Path) -> None:
    for file in files(root, ".csv"):
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(FORMULA)], file


def is_bibtex_with_balanced_braces(root: Path) -> None:
    for file in files(root, ".bib"):
        text = re.sub(r"\\[{}]", "", file.read_text())
        assert text.count("{") == text.count("}"), file
        assert "\\input" not in text, file


def is_ris_with_a_tag_on_each_line(root: Path) -> None:
    for file in files(root, ".ris"):
        assert [line for line in file.read_text().splitlines() if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)] == [], file


SINKS: dict[str, Callable[[Path], None]] = {
    "html and attributes": is_html_without_foreign_elements,
    "markdown": is_markdown_that_a_template_leaves_alone,
    "json": is_json,
    "json in a script": is_a_script_that_holds_only_data,
    "csv": is_a_table_without_formulas,
    "bibtex": is_bibtex_with_balanced_braces,
    "ris": is_ris_with_a_tag_on_each_line,
}


@pytest.mark.parametrize("sink", SINKS)
def test_what_is_written_is_text_in_every_form(made: Path, sink: str) -> None:
    SINKS[sink](made)


@pytest.mark.parametrize("sign", FORMULA)
def test_no_sign_opens_a_formula_in_a_cell(sign: str) -> None:
    assert guarded(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"


def test_a_workbook_has_no_formula(made: Path) -> None:
    project = Project(made)
    file = made / "表.xlsx"
    assert project.run("review", "tongjiang", "--all", "--to", str(file)).status == 0
    cells = [cell for sheet in load_workbook(file) for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any("onerror" in str(cell.value) for cell in cells)
    file.unlink()


def test_every_class_and_id_is_ours(made: Path) -> None:
    """No words of a field become a class, an id, or a value that a style sheet reads; there is no style in a page and no rule made of words."""
    for file in files(made, ".md"):
        tree = LexborHTMLParser(rendered(body(file.read_text()), STOCK)[0])
        for node in tree.css("*"):
            assert "style" not in node.attributes, file
            for name in ("class", "id", "for", "data-s", "data-document"):
                assert re.fullmatch(r"[\w #@./:-]*", node.attributes.get(name) or "", re.ASCII), (file, name, node.attributes[name])


def test_every_value_comes_back_whole_as_data(made: Path) -> None:
    """What is escaped somewhere is not escaped twice nor lost: each field is found in the data files just as it was written."""
    said: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, str):
            said.add(value)
        for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(below)

    for file in (made / "docs/data").rglob("*.json"):
        walk(json.loads(file.read_text()))
    for field in ("link", "definition", "english", "source", "remark", "note", "quoted", "subject", "unit", "region"):
        assert evil(field) in said, field


def test_svg_and_xml_are_well_formed(made: Path) -> None:
    for file in some((made / "docs").rglob("*")):
        if file.suffix in (".svg", ".xml"):
            ElementTree.fromstring(file.read_text())
        if file.suffix == ".md":
            for picture in re.findall(r"<svg.*?</svg>", file.read_text(), re.DOTALL):
                ElementTree.fromstring(picture)


@pytest.mark.parametrize("name", [f"../../{EVIL}", "甲\u202efdp.\x07", "文" * 300, "..", "\u2066"])
def test_a_name_becomes_a_file_name_that_every_system_takes(name: str) -> None:
    archive = packed(name, {"index.html": b""}, 0)
    found = re.search(rb"PK\x03\x04.{26}([^/]+)/", archive, re.DOTALL)
    assert found
    assert len(found[1]) < 240
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f\u202e\u2066]|^\.', found[1].decode())


def test_a_terminal_gets_no_controls_and_no_turned_writing() -> None:
    assert harmless("甲\x1b[31m\x9b2J\u202e乙\u2066\x07\t丙\r\n") == "甲\ufffd[31m\ufffd2J\ufffd乙\ufffd\ufffd\t丙\r\n"


def printed(root: Path, *argv: str, encoding: str, terminal: bool = False) -> bytes:
    command = [sys.executable, "-m", "duidu", *argv]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    if not terminal:
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False).stdout
    ours, theirs = pty.openpty()
    running = subprocess.Popen(command, cwd=root, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    found = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # its other end is closed
            break
        if not piece:
            break
        found += piece
    os.close(ours)
    running.wait()
    return found


def test_what_a_terminal_cannot_show_is_replaced_and_what_would_steer_it_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("关于某事的决定\n一、甲𠮷\n甲\x1b[2J的事。\n")
    assert "甲?" in printed(tmp_path, "outline", "--lines", "a.txt", encoding="gbk").decode("gbk")
    shown = printed(tmp_path, "outline", "--lines", "a.txt", encoding="utf-8", terminal=True)
    assert b"\x1b[2J" not in shown
    assert "甲\ufffd[2J的事".encode() in shown


@pytest.mark.full
def test_a_book_has_the_words_as_words(made: Path, tmp_path: Path) -> None:
    """Outline, metadata and links of the PDF: the fields as they were written, and nothing that a reader's program would run."""
    command = [sys.executable, "-m", "duidu", "--root", str(made), "pdf", "--to", str(tmp_path / "pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # apart: Playwright runs once in a process
    assert done.returncode == 0, done.stderr
    books = [PdfReader(file) for file in sorted((tmp_path / "pdf").glob("*.pdf"))]
    assert len(books) == 3
    for book in books:
        raw = str(book.trailer["/Root"].get_object())
        assert not re.search("/(OpenAction|AA|AcroForm|JavaScript|EmbeddedFiles)'", raw)
        for page in book.pages:
            for note in page.get("/Annots", ()):
                action = note.get_object().get("/A", {})
                assert action.get("/S", "/GoTo") in ("/GoTo", "/URI")
                assert str(action.get("/URI", "https:")).startswith("https:")
        assert book.metadata
        assert not re.search(r"[\x00-\x1f]", f"{book.metadata.title}{book.metadata.author}")
    upper = next(book for book in books if book.metadata and book.metadata.author == "中共云岭省委" + EVIL)
    assert upper.metadata
    assert EVIL.replace("`", "") in str(upper.metadata.title).replace("`", "")
    assert books[0].outline


@pytest.mark.full
def test_the_site_has_the_words_as_words(made: Path, tmp_path: Path) -> None:
    root = shutil.copytree(made, tmp_path / "made")
    build_site(root)
    pages = sorted((root / "site").rglob("*.html"))
    assert len(pages) > 10
    for file in pages:
        tree = LexborHTMLParser(file.read_text())
        for script in tree.css("script:not([src])"):
            kind = script.attributes.get("type")
            assert kind in ("application/ld+json", "application/json") or file.name == "404.html", file
        assert tree.css("script[src^='http'], script[src^='//'], iframe, object, embed, style, base") == [], file
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on") or name == "style"], file
            for name in ("href", "src", "action", "content"):
                assert not str(node.attributes.get(name) or "").lower().strip().startswith(("javascript:", "data:text", "vbscript:")), file
    for file in (root / "site").rglob("*.svg"):
        ElementTree.fromstring(file.read_text())
