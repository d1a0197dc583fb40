"""The same document as plain text, Word file, PDF and web page gives the same tree; and each is added, built and proved."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.commands.candidate import titled
from duidu.model.records import Unit
from duidu.read.rawtext import read_raw, read_text
from tests.print_pdf import pdf, set_text
from tests.projects import SMALL, Project
from tests.same_text import TEXTS
from tests.small_texts import parsed_of
from tests.word import abstract, docx, lists, numbered, p

TITLE = ["云杉县人民政府关于加快推进", "特色产业高质量发展的意见"]
LONG = "加快推进全县特色产业高质量发展，把各项任务落到实处，让群众得到实惠，确保全年目标任务圆满完成，不得延误。"
ITEMS = [
    (None, "各乡镇人民政府，县级各部门："),
    (None, "为贯彻落实上级决策部署，现提出如下意见。"),
    (0, "总体要求"),
    (1, "指导思想。" + LONG),
    (1, "基本原则。坚持市场导向，坚持绿色发展。"),
    (0, "重点任务"),
    (1, "优化布局"),
    (2, "发展茶叶。" + LONG),
    (2, "发展水果。" + LONG),
    (1, "培育主体。支持合作社发展壮大。"),
    (None, "云杉县人民政府"),
    (None, "2024年9月20日"),
]
MARKS = ["一、", "（一）", "（二）", "二、", "（一）", "1.", "2.", "（二）"]


def paragraphs() -> list[str]:
    """The paragraphs with their numbers written out."""
    marks = iter(MARKS)
    return [text if level is None else next(marks) + text for level, text in ITEMS]


def as_word() -> bytes:
    levels = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    body = "".join(p(text) for text in TITLE) + "".join(p(text, numbered(1, level) if level is not None else "") for level, text in ITEMS)
    return docx(body, {"numbering": lists(abstract(0, levels), {1: 0})})


def as_page() -> bytes:
    body = "".join(f"<p>　　{text}</p>" for text in paragraphs())
    return f"<html><body><h1>{'<br>'.join(TITLE)}</h1><div id=zoom>{body}</div></body></html>".encode("gb18030")


FORMS = {
    "来文.txt": "\r\n".join([*TITLE, *paragraphs()]).encode("utf-16"),
    "来文.docx": as_word(),
    "来文.pdf": pdf(set_text(TITLE, paragraphs())),
    "来文.html": as_page(),
    "来文.md": ("# " + "".join(TITLE) + "\n\n" + "\n\n".join(paragraphs())).encode(),
    "名不副实.txt": as_word(),
}


def tree(file: Path) -> list[tuple[str, str, str, str]]:
    raw, faults = read_raw(file, PurePosixPath(file.name))
    assert raw is not None
    assert faults == []
    return [row for unit in parsed_of(raw).units for row in _rows(unit)]


def _rows(unit: Unit) -> Iterator[tuple[str, str, str, str]]:
    yield unit.kind.value, unit.anchor, unit.marker.text if unit.marker else "", "".join(unit.passage.text.split())
    for child in unit.children:
        yield from _rows(child)


@pytest.mark.parametrize("name", FORMS)
def test_the_same_document_in_every_format_gives_the_same_tree(tmp_path: Path, name: str) -> None:
    (tmp_path / "plain.txt").write_text("\n".join([*TITLE, *paragraphs()]), encoding="utf-8")
    (tmp_path / name).write_bytes(FORMS[name])
    assert tree(tmp_path / name) == tree(tmp_path / "plain.txt")


@pytest.mark.parametrize("kind", TEXTS)
def test_the_same_text_as_txt_docx_and_pdf_gives_the_same_tree(tmp_path: Path, kind: str) -> None:
    text = TEXTS[kind]
    (tmp_path / "a.txt").write_text(text.as_text(), encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(text.as_word())
    (tmp_path / "a.pdf").write_bytes(text.as_pdf())
    plain, word, printed = (tree(tmp_path / f"a.{suffix}") for suffix in ("txt", "docx", "pdf"))
    assert word == printed
    # The notes of a plain text stand at its end, and their marks are characters of the text.
    assert words_without_notes(plain) == words_without_notes(word)
    assert [words for kind, _, _, words in plain if kind == "sentence"][-1] == [words for kind, _, _, words in word if kind == "sentence"][
        -1
    ]


def words_without_notes(rows: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    """The units that are no footnote nor its sentence, without the marks that refer to notes."""
    of_notes = {anchor for kind, anchor, _, _ in rows if kind == "footnote"}
    kept = [row for row in rows if row[1] not in of_notes and row[1].rpartition("-")[0] not in of_notes]
    return [(kind, anchor, mark, "".join(char for char in words if not "①" <= char <= "⑳")) for kind, anchor, mark, words in kept]


@pytest.mark.parametrize("name", FORMS)
def test_every_format_is_added_built_and_proved_without_a_question(project: Project, name: str) -> None:
    project.add("mou-2024", SMALL)
    file = project.root / name
    file.write_bytes(FORMS[name])
    result = project.run("add", str(file))
    assert (result.status, result.err) == (0, "")
    assert project.run("build").status == 0
    assert "加快推进全县特色产业高质量发展" in (project.root / "docs/yunshan-2024/full.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "kept"), [("来文.docx", "text.docx"), ("来文.pdf", "text.pdf")])
def test_the_lines_read_of_a_container_are_kept_beside_it_and_a_reading_that_differs_is_a_fault(
    project: Project, name: str, kept: str
) -> None:
    project.add("mou-2024", SMALL)
    file = project.root / name
    file.write_bytes(FORMS[name])
    project.run("add", str(file))
    lines = project.root / "source/yunshan-2024/text.read.txt"
    assert (project.root / "source/yunshan-2024" / kept).read_bytes() == FORMS[name]
    assert lines.read_text(encoding="utf-8").splitlines()[0] == TITLE[0]
    changed = lines.read_text(encoding="utf-8").replace("培育主体", "培育新主体")
    lines.write_text(changed, encoding="utf-8")
    number = next(number for number, line in enumerate(changed.splitlines(), 1) if "培育新主体" in line)
    built = project.run("build")
    assert built.codes == [f"{number}:SRC008"]
    assert "source/yunshan-2024/text.read.txt" in built.err
    assert project.run("accept", "yunshan-2024").status == 0
    assert project.run("build").status == 0
    lines.unlink()
    assert project.run("build").codes == ["1:SRC008"]


_DAMAGE = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12)


@pytest.mark.parametrize("name", ["来文.docx", "来文.pdf"])
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DAMAGE, st.integers(0, 10**6))
def test_a_damaged_file_is_read_or_refused_and_never_a_traceback(
    tmp_path: Path, name: str, damage: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(FORMS[name])
    for place, byte in damage:
        data[place % len(data)] = byte
    file = tmp_path / name
    file.write_bytes(bytes(data[: len(data) - cut % 50]))
    raw, faults = read_raw(file, PurePosixPath(name))
    assert raw is not None or faults


def _replaced(part: str, old: str, new: str) -> bytes:
    """The Word file with words of one part replaced: what a damaged archive rarely lets through."""
    with zipfile.ZipFile(BytesIO(as_word())) as archive:
        members = {entry: archive.read(entry).decode() for entry in archive.namelist()}
    members[part] = members[part].replace(old, new)
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for entry, text in members.items():
            made.writestr(entry, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/numbering.xml", 'w:abstractNumId w:val="0"', 'w:abstractNumId w:val="9"'),
        ("word/numbering.xml", 'w:ilvl="0"', 'w:ilvl="x"'),
        ("word/numbering.xml", 'w:start w:val="1"', 'w:start w:val="999999999999"'),
        ("word/document.xml", 'w:ilvl w:val="1"', 'w:ilvl w:val="77"'),
        ("word/document.xml", "<w:p>", "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r>"),
        ("word/document.xml", "<w:body>", "<w:body>" + "<w:sdt>" * 5000),
        ("_rels/.rels", "word/document.xml", "word/nowhere.xml"),
    ],
)
def test_a_word_file_that_contradicts_itself_is_read_or_refused(tmp_path: Path, part: str, old: str, new: str) -> None:
    (tmp_path / "a.docx").write_bytes(_replaced(part, old, new))
    raw, faults = read_raw(tmp_path / "a.docx", PurePosixPath("a.docx"))
    assert raw is not None or [fault.code for fault in faults] in (["SRC006"], ["SRC004"])


def test_elements_that_nest_without_end_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx("<w:sdt>" * 3000 + p("甲") + "</w:sdt>" * 3000))
    _, faults = read_raw(tmp_path / "a.docx", PurePosixPath("a.docx"))
    assert [fault.code for fault in faults] == ["SRC006"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "# 中华人民共和国某法\n\n1979年7月1日 第五届全国人民代表大会第二次会议通过的《关于某事的决定》\n\n第一条　甲。\n",
            "中华人民共和国某法",
        ),
        ("---\ntitle: 某市处罚办法\n---\n\n第一条　甲。\n", "某市处罚办法"),
        ("<title>某市处罚办法_某市政府</title><p>第一条　甲。</p>", "某市处罚办法"),
    ],
)
def test_outline_and_add_know_a_title_by_what_the_file_calls_it(tmp_path: Path, text: str, title: str) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    read, _ = read_text(tmp_path / "a.md", PurePosixPath("a.md"))
    assert read is not None
    settled = titled(read, "", tmp_path / "a.md").settled
    assert settled.title == title


def test_outline_reports_what_could_not_be_read_for_sure(project: Project) -> None:
    file = project.root / "a.docx"
    file.write_bytes(docx(p("关于某事的决定") + p("要做好某事。", runs='<w:ins w:id="1"><w:r><w:t>抓好落实。</w:t></w:r></w:ins>')))
    result = project.run("outline", str(file))
    assert (result.status, result.codes) == (0, ["2:SRC009"])
    assert "警告：有 1 处修订插入的文字，按接受修订读入" in result.err
