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
from selectolax.lexbor import LexborHTMLParser

from duidu.commands.terminal import harmless
from duidu.render.rendering import STOCK, body, rendered
from duidu.site.offline import packed
from duidu.text.formulas import FORMULA, guarded
from tests.levels import CITY, PROVINCE, link
from tests.projects import Project
from tests.some import some

EVIL = "</script><img src=x onerror=alert(1)>\"'`{{7*7}}{%x%}\\input{y}[z](javascript:alert(1))@＝＋－＠"
FIELDS = ("title", "short_title", "issuer", "place", "found", "remark")


def evil(field: str) -> str:
    """Hostile words, and which field they stand in. They begin like a formula."""
    return f"=1+1|{field}{EVIL}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every field of document.yml, glossary, notes, links, synonyms and mkdocs.yml that takes free words has hostile ones."""
    project = Project(tmp_path_factory.mktemp("sinks"))
    (project.root / "mkdocs.yml").write_text(yaml.safe_dump({"site_name": evil("name"), "site_description": evil("description")}))
    title = "关于加快清洁水源建设的决定" + EVIL
    upper = PROVINCE.replace("中共云岭省委关于加快清洁水源建设的决定", title)
    project.add(
        "yunling", upper, title=title, level="province", place="云岭", issuer="中共云岭省委" + EVIL, short_title="云岭省委<i>",
        provenance={"found": evil("found"), "remark": evil("remark")},
    )  # fmt: skip
    lower = CITY.replace("办好桐江水节", f"办好桐江水节{EVIL}")
    project.add("tongjiang", lower, implements=["yunling"], place="桐江", issuer="中共桐江市委", short_title="桐江=<b>\"'`|")
    link(project, "tongjiang", "yunling")
    links = project.root / "source/tongjiang/links/yunling.yml"
    links.write_text(links.read_text().replace("relation: adapt,", f"relation: adapt, note: {json.dumps(evil('link'))},"))
    source = {"title": evil("source"), "url": "https://example.org/a?b=c"}
    term = {
        "id": "shuiyuan", "term": "水源", "kind": "口号", "forms": ["水源"], "definition": evil("definition"), "english": evil("english"),
        "remark": evil("remark"), "sources": [source], "certainty": "sourced",
    }  # fmt: skip
    (project.root / "source/glossary.yml").write_text(yaml.safe_dump([term], allow_unicode=True))
    note = {"id": "note-a", "unit": "h1-p1-t1", "quote": "保护水源", "kind": "释义", "certainty": "certain", "text": evil("note")}
    (project.root / "source/tongjiang/notes.yml").write_text(yaml.safe_dump([note], allow_unicode=True))
    result = project.run("build")
    assert result.status == 0, result.err
    return project.root


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


def test_svg_and_xml_are_well_formed(made: Path) -> None:
    for file in some((made / "docs").rglob("*")):
        if file.suffix in (".svg", ".xml"):
            ElementTree.fromstring(file.read_text())
        if file.suffix == ".md":
            for picture in re.findall(r"<svg.*?</svg>", file.read_text(), re.DOTALL):
                ElementTree.fromstring(picture)


def test_a_name_becomes_a_file_name_that_every_system_takes() -> None:
    archive = packed(f"../../{EVIL}", {"index.html": b""}, 0)
    name = re.search(rb"PK\x03\x04.{26}([^/]+)/", archive, re.DOTALL)
    assert name
    assert not re.search(r'[\\/:*?"<>|]|^\.', name[1].decode())


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


def test_a_link_out_of_the_sources_is_not_followed(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text(CITY)
    project.add("tongjiang", CITY)
    text = project.root / "source/tongjiang/text.txt"
    text.unlink()
    for target in (secret, secret.parent, Path("/dev/zero"), secret.with_name("nowhere")):
        text.symlink_to(target)
        result = project.run("build")
        assert (result.status, result.codes) == (1, ["1:SRC010"])
        assert not (project.root / "docs").exists()
        text.unlink()
    os.mkfifo(text)
    assert project.run("build").codes == ["1:SRC010"]


def test_a_link_within_the_sources_and_an_editors_own_are_left_alone(project: Project) -> None:
    project.add("tongjiang", CITY)
    text = project.root / "source/tongjiang/text.txt"
    text.rename(text.with_name("original.txt"))
    text.symlink_to("original.txt")
    text.with_name(".#text.txt").symlink_to("somebody@machine.1234")
    assert project.run("build").status == 0


@pytest.mark.parametrize("name", ["anchors.tsv", "Document.yml", "NOTES.YML", "links", "text.read.txt"])
def test_a_raw_text_is_not_called_like_what_lies_beside_it(project: Project, name: str) -> None:
    project.add("tongjiang", CITY, text={"file": name, "encoding": "utf-8", "sha256": "0" * 64})
    result = project.run("build")
    assert result.status == 1
    assert f"SRC011 {name} 是这里另一种文件的名字" in result.err


def test_a_link_out_of_the_pages_is_neither_published_nor_written_through(pair: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A repository from elsewhere may hold links to places of this machine."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "index.md").write_text("这台电脑上的")
    shutil.rmtree(pair.root / "docs/tongjiang")
    for name in ("tongjiang", "about/mine.md"):
        link_out = pair.root / "docs" / name
        link_out.symlink_to(elsewhere / "index.md" if name.endswith(".md") else elsewhere)
        result = pair.run("build")
        assert (result.status, result.codes) == (1, ["1:SRC010"])
        assert [file.read_text() for file in elsewhere.iterdir()] == ["这台电脑上的"]
        link_out.unlink()
    (pair.root / "docs/about/ours.md").symlink_to(pair.root / "README.md")
    assert pair.run("build").status == 0
