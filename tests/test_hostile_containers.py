"""Word files, PDFs and pages made to do harm or too large to read: nothing is fetched or written, and each is named in a message."""

from __future__ import annotations

import socket
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest

from duidu.model.reading import Refused
from duidu.read.docx import package
from duidu.read.docx.document import read_docx
from duidu.read.markdown import document as markdown
from duidu.read.page import document as page
from duidu.read.pdf import glyphs
from duidu.read.pdf.document import read_pdf
from duidu.read.rawtext import read_text
from tests.print_pdf import Sheet, pdf
from tests.word import docx, p

_OUTSIDE = 'TargetMode="External"'
_PICTURE = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="x"/></w:drawing></w:r>'


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder of its own in which nothing may be written, and no way to any host."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("something is fetched")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    yield tmp_path
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "a", inside], "something is written"


def with_member(data: bytes, name: str, text: str = "害") -> bytes:
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            docx(p("甲", runs=_PICTURE), {}, f'<Relationship Id="x" Type="t/image" Target="http://example.invalid/a.png" {_OUTSIDE}/>'),
            "文件引用了外面的图片，没有取来：http://example.invalid/a.png",
        ),
        (
            docx(p("甲"), {}, f'<Relationship Id="x" Type="t/attachedTemplate" Target="file:///etc/passwd" {_OUTSIDE}/>'),
            "文件引用了外面的模板或文件，没有打开",
        ),
        (with_member(docx(p("甲")), "../../害.txt"), "压缩包里有指向别处的文件名，没有解开：../../害.txt"),
        (with_member(docx(p("甲")), "/etc/害"), "压缩包里有指向别处的文件名，没有解开：/etc/害"),
    ],
    ids=["picture", "template", "above", "root"],
)
def test_what_leads_out_of_a_word_file_is_left_alone_and_named(data: bytes, said: str) -> None:
    found = read_docx(data)
    assert found.lines[0] == "甲"
    assert said in [remark.words for remark in found.remarks]


def test_a_member_whose_name_only_has_dots_in_it_is_not_named() -> None:
    assert read_docx(with_member(docx(p("甲")), "word/media/a..b.png")).remarks == ()


def test_entities_that_grow_are_refused() -> None:
    grown = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><w:styles><w:style>&b;</w:style></w:styles>"
    with pytest.raises(Refused, match="外部实体"):
        read_docx(docx(p("甲"), {"styles": grown}))


def test_a_word_file_with_more_text_than_a_document_has_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "HIGHEST_SIZE", 4000)
    assert read_docx(docx(p("甲") * 10)).lines[0] == "甲"
    with pytest.raises(Refused, match="不像一份文件") as refused:
        read_docx(docx(p("甲") * 100))
    assert "拆成几份" in refused.value.advice


def test_pictures_are_no_text_however_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "HIGHEST_TOTAL", 4000)
    assert read_docx(with_member(docx(p("甲")), "word/media/a.png", "图" * 10_000)).lines == ("甲",)
    with pytest.raises(Refused, match="不像一份文件"):
        read_docx(docx(p("甲") * 20, {"styles": "<w:styles>" + "<w:style/>" * 400 + "</w:styles>"}))


def test_a_pdf_with_more_characters_than_a_document_has_is_refused_before_all_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_DRAWN", 50)
    sheet = Sheet([(90.0, 100.0, 16.0, "某县人民政府关于加强水资源管理的通知")])
    assert read_pdf(pdf([sheet])).lines
    with pytest.raises(Refused, match="不像一份文件"):
        read_pdf(pdf([sheet] * 4))


def test_a_page_with_more_tags_than_a_document_has_is_refused(monkeypatch: pytest.MonkeyPatch, alone: Path) -> None:
    monkeypatch.setattr(page, "MOST_TAGS", 20)
    file = alone / "page.html"
    file.write_text("<html><body>" + "<p>甲。</p>" * 20, encoding="utf-8")
    read, faults = read_text(file, PurePosixPath("page.html"))
    file.unlink()
    assert read is None
    assert [fault.code for fault in faults] == ["SRC006"]
    assert "不像一份文件" in faults[0].message


def test_markdown_with_more_lines_than_a_document_has_is_refused_blank_ones_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MOST_LINES", 3)
    assert len(markdown.read_markdown(["# 甲", "", "乙", "", "丙", ""]).lines) == 6
    with pytest.raises(Refused, match="不像一份文件"):
        markdown.read_markdown(["# 甲", "乙", "丙", "丁"])
