"""What a file says of itself beside its text: from one that comes in nothing is taken, in one that goes out stand our fields as words, and no more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from duidu.read.docx.document import read_docx
from duidu.read.pdf.document import read_pdf
from duidu.read.workbook import COLUMNS, read_workbook
from duidu.render.pdf.press import _finished
from duidu.render.pdf.sheet import Sheets
from duidu.render.rendering import STOCK, body, rendered
from tests.builds import office
from tests.hostile import EVIL, evil
from tests.print_pdf import Sheet, pdf
from tests.projects import SMALL, Project
from tests.test_sinks import is_html_without_foreign_elements
from tests.word import docx, p

LINES = [line for line in SMALL.splitlines() if line]
WORD = docx("".join(p(line) for line in LINES))
PAGE = pdf([Sheet([(90.0, 100.0 + 30 * number, 16.0, line[:24]) for number, line in enumerate(LINES)])])
_DC = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_FIELDS = ("title", "creator", "subject", "description", "language", "identifier")
CORE = f"<cp:coreProperties {_DC}>" + "".join(f"<dc:{name}>{escape(evil(name))}</dc:{name}>" for name in _FIELDS) + "</cp:coreProperties>"
CUSTOM = (
    f'<Properties><property name="{escape(EVIL, {chr(34): "&quot;"})}"><lpwstr>{escape(evil("custom"))}</lpwstr></property></Properties>'
)
APP = "<Properties><Template>file:///etc/passwd</Template><Company>" + escape(evil("company")) + "</Company></Properties>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><cp:coreProperties><dc:title>&e;</dc:title></cp:coreProperties>'


def with_properties(core: str) -> bytes:
    """The Word file, saying things of itself."""
    file = io.BytesIO(WORD)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (("core", core), ("custom", CUSTOM), ("app", APP)):
            archive.writestr(f"docProps/{name}.xml", part)
    return file.getvalue()


PROPERTIES = {"hostile": CORE, "entity": OUTSIDE, "broken": CORE[:200], "large": " " * 60_000_000, "not text": "\x00\x01<"}


@pytest.mark.parametrize("name", PROPERTIES)
def test_nothing_is_taken_from_the_properties_of_a_word_file_nor_are_they_opened(name: str) -> None:
    assert read_docx(with_properties(PROPERTIES[name])) == read_docx(WORD)


def hostile_pdf() -> bytes:
    """The PDF with words in each field that says something of it, an action, and a file in it."""
    writer = PdfWriter(clone_from=io.BytesIO(PAGE))
    writer.add_metadata({f"/{name}": evil(name) for name in ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "Own")})
    xmp = DecodedStreamObject()
    xmp.set_data(f'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">{escape(EVIL)}</x:xmpmeta>'.encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.add_attachment(f"../../{EVIL}.txt", b"x")
    writer.add_outline_item(title=evil("outline"), page_number=0)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_nothing_is_taken_from_what_a_pdf_says_of_itself() -> None:
    said = PdfReader(io.BytesIO(hostile_pdf())).metadata
    assert said is not None
    assert said.author == evil("Author")
    assert read_pdf(hostile_pdf()) == read_pdf(PAGE)


@pytest.mark.parametrize(("name", "made"), [("来文.docx", with_properties(CORE)), ("来文.pdf", hostile_pdf())], ids=["docx", "pdf"])
def test_add_writes_no_word_of_it(tmp_path: Path, name: str, made: bytes) -> None:
    project = office(tmp_path)
    (tmp_path / name).write_bytes(made)
    result = project.run("add", str(tmp_path / name), "--id", "laiwen", "--found", "测试")
    assert "onerror" not in result.out + result.err
    folder = tmp_path / "source/laiwen"
    written = [file for file in folder.rglob("*") if file.suffix in (".yml", ".txt", ".tsv")]
    assert len(written) == 2
    assert [file for file in written if "onerror" in file.read_text()] == []


WEB = "<html><head>{head}</head><body><h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in LINES[1:]) + "</body></html>"


def test_what_a_web_page_says_of_itself_is_its_title_as_words_and_an_address_that_is_one(tmp_path: Path) -> None:
    """It is the one kind of file whose head is asked, for title and address."""
    project = office(tmp_path)
    said = escape(LINES[0] + EVIL, {'"': "&quot;"})
    names = ("ArticleTitle", "author", "keywords", "description", "generator")
    metas = "".join(f'<meta name="{name}" content="{said}">' for name in names)
    away = f'<link rel="canonical" href="javascript:alert(1)"><base href="//evil.example/"><title>{said}</title>'
    (tmp_path / "来文.html").write_text(WEB.format(head='<meta charset="utf-8">' + metas + away, title=said))
    assert project.run("add", str(tmp_path / "来文.html"), "--id", "laiwen", "--found", "测试").status in (0, 1)
    meta = yaml.safe_load((tmp_path / "source/laiwen/document.yml").read_text())
    assert EVIL in meta["title"]
    assert "javascript:alert(1)\n" not in str(meta["provenance"])
    assert str(meta["provenance"].get("address", "https:")).startswith("https:")
    (tmp_path / "source/laiwen/document.yml").write_text(yaml.safe_dump({**meta, "status": "published"}, allow_unicode=True))
    assert project.run("build").status == 0
    is_html_without_foreign_elements(tmp_path)
    page = next((tmp_path / "docs/laiwen").rglob("*.md"))
    assert rendered(body(page.read_text()), STOCK)[0]


def judged(tell: Callable[[Workbook], object]) -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(COLUMNS["upper"].values()))
    sheet.append(["一", "甲", "其他", "", "h1", "h1", "指纹 12345678 无"])
    tell(book)
    return book


def _tell(book: Workbook) -> None:
    for name in ("creator", "title", "subject", "description", "keywords", "category", "lastModifiedBy"):
        setattr(book.properties, name, evil(name))
    book.custom_doc_props.append(StringProperty(name=EVIL, value=EVIL))  # type: ignore[attr-defined]
    book.defined_names["evil"] = DefinedName("evil", attr_text="'file:///etc/[passwd]a'!$A$1")


def test_nothing_is_taken_from_what_a_workbook_says_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    judged(lambda _: None).save(file)
    plain = read_workbook(file)
    judged(_tell).save(file)
    assert read_workbook(file) == plain
    assert plain[0]


WORDS = {
    "hostile": EVIL,
    "pdf": ") >> endobj /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (\\",
    "xmp": '<?xpacket end="w"?></x:xmpmeta>&amp;]]>',
    "marks": "\u00fe\u00ff甲",
    "large": "𠮷" * 5000,
    "empty": "",
}


@pytest.mark.parametrize("name", WORDS)
def test_a_book_says_title_author_and_date_of_itself_as_words_and_nothing_else(name: str) -> None:
    words = WORDS[name]
    book = PdfReader(io.BytesIO(_finished(hostile_pdf_of_a_browser(), Sheets("a", f"题{words}", f"人{words}", "<p>甲</p>", "2024-01-02"))))
    said = book.metadata
    assert said is not None
    assert (said.title, said.author) == (f"题{words}", f"人{words}")
    assert set(said) <= {"/Title", "/Author", "/CreationDate", "/ModDate", "/Producer"}
    assert "onerror" not in str(said.get("/Producer", ""))
    assert not {"/Metadata", "/OpenAction", "/AA"} & set(book.root_object)


def hostile_pdf_of_a_browser() -> bytes:
    """What Chromium prints, with what it would say of it if the page had a hostile title."""
    writer = PdfWriter(clone_from=io.BytesIO(PAGE))
    writer.add_metadata({"/Title": EVIL, "/Creator": EVIL, "/Keywords": EVIL, "/Subject": EVIL})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_workbook_says_nothing_of_its_documents(tmp_path: Path) -> None:
    project: Project = office(tmp_path)
    project.add("yunling", SMALL, title=LINES[0], issuer="中共云岭省委" + EVIL, short_title="云岭=<b>")
    project.add("tongjiang", SMALL, implements=["yunling"])
    assert project.run("review", "tongjiang", "--to", str(tmp_path / "表.xlsx")).status == 0
    book = load_workbook(tmp_path / "表.xlsx")
    said = [str(getattr(book.properties, name)) for name in ("creator", "title", "subject", "description", "keywords")]
    assert [words for words in said if words not in ("None", "openpyxl", "duidu")] == []
    assert list(book.defined_names) == []
