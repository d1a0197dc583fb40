"""Bad input: a clear fault with its place, exit 1, nothing written; wrong calls exit 2."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests.projects import SMALL, Project

BODY = "一、甲\n甲的事。\n二、乙\n乙的事。\n"
TITLE = "关于某事的决定"


def sha(data: bytes) -> dict[str, object]:
    return {"file": "text.txt", "encoding": "utf-8", "sha256": hashlib.sha256(data).hexdigest()}


def first_fault(project: Project) -> str:
    result = project.run("build")
    assert result.status == 1
    assert not (project.root / "docs").exists()
    assert not list(project.root.rglob("anchors.tsv"))
    return result.err.splitlines()[0]


def test_bytes_that_are_not_the_declared_encoding_say_which_they_are(project: Project) -> None:
    project.add("mou-2024", f"{TITLE}\n{BODY}".encode("gb18030"), title=TITLE)
    fault = first_fault(project)
    assert fault.startswith("source/mou-2024/text.txt:1:1: SRC002 ")
    assert "认出的是 gb18030" in fault


def test_a_byte_order_mark_is_reported(project: Project) -> None:
    project.add("mou-2024", b"\xef\xbb\xbf" + f"{TITLE}\n{BODY}".encode(), title=TITLE)
    assert "认出的是 utf-8-sig" in first_fault(project)


def test_gb18030_declared_as_such_is_read(project: Project) -> None:
    data = f"{TITLE}\r\n{BODY}".encode("gb18030")
    project.add("mou-2024", data, title=TITLE, text={**sha(data), "encoding": "gb18030"})
    assert project.run("build").status == 0


def test_windows_line_ends_are_the_same_text(project: Project) -> None:
    project.add("mou-2024", SMALL)
    assert project.run("build").status == 0
    anchors = (project.root / "source/mou-2024/anchors.tsv").read_bytes()
    project.add("mou-2024", SMALL.replace("\n", "\r\n"))
    assert project.run("build").status == 0
    assert (project.root / "source/mou-2024/anchors.tsv").read_bytes() == anchors


def test_an_empty_file(project: Project) -> None:
    project.add("mou-2024", "\n \n")
    assert "text.txt:1:1: SRC004 原文是空的" in first_fault(project)


def test_a_control_character_has_its_place(project: Project) -> None:
    project.add("mou-2024", f"{TITLE}\n一、甲\n甲的\x02事。\n")
    assert "text.txt:3:3: SRC005 含有控制字符 U+0002" in first_fault(project)


def test_no_title_anywhere(project: Project) -> None:
    project.add("mou-2024", BODY, title=TITLE)
    assert "text.txt:1:1: OUT003 找不到标题" in first_fault(project)


def test_an_unknown_line_before_the_title_is_not_dropped_in_silence(project: Project) -> None:
    project.add("mou-2024", f"本报讯员某某\n\n来源:本站\n{TITLE}\n{BODY}", title=TITLE)
    assert "text.txt:1:1: OUT004 标题之前有不认识的行“本报讯员某某”" in first_fault(project)


def test_a_person_may_drop_that_line(project: Project) -> None:
    project.add("mou-2024", f"本报讯员某某\n\n来源:本站\n{TITLE}\n{BODY}", title=TITLE, lines={1: "drop"})
    assert project.run("build").status == 0
    assert "本报讯员某某 | 人工指定" in (project.root / "docs/about/texts.md").read_text()


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("一、甲\n甲事。\n三、丙\n丙事。\n", "4:1", "编号跳号：这里是“三、”，应为“二、”"),
        ("一、甲\n(一)乙一。乙的事很多。\n(三)丙三。丙的事很多。\n", "4:1", "编号跳号：这里是“(三)”，应为“（二）”"),
        ("第一条　甲事。\n第三条　丙事。\n", "3:1", "编号跳号：这里是“第三条”，应为“第二条”"),
        ("二、乙\n乙事。\n", "2:1", "编号跳号：这里是“二、”，应为“一、”"),
    ],
)
def test_numbering_that_skips(project: Project, body: str, place: str, message: str) -> None:
    project.add("mou-2024", f"{TITLE}\n{body}")
    fault = first_fault(project)
    assert f"text.txt:{place}: OUT002 {message}" in fault


def test_a_repeated_number_is_one_fault_and_accepting_it_leads_to_no_other(project: Project) -> None:
    text = f"{TITLE}\n一、甲\n甲事。\n一、乙\n乙事。\n"
    project.add("mou-2024", text)
    assert project.run("build").codes == ["4:OUT002"]
    project.add("mou-2024", text, accepted=["OUT002@4"])
    assert project.run("build").status == 0
    assert "h1a-p1-t1" in (project.root / "source/mou-2024/anchors.tsv").read_text()


def test_a_person_may_settle_a_range_of_lines(project: Project) -> None:
    project.add("mou-2024", f"{TITLE}\n一、甲\n甲事。\n一、乙\n\n一、丙\n", lines={"4-6": "paragraph"})
    assert project.run("build").status == 0
    assert "h1-p3-t1" in (project.root / "source/mou-2024/anchors.tsv").read_text()


def test_a_skip_that_is_the_texts_own_is_accepted(project: Project) -> None:
    project.add("mou-2024", f"{TITLE}\n一、甲\n甲事。\n三、丙\n丙事。\n", accepted=["OUT002@4"])
    assert project.run("build").status == 0


def test_an_acceptance_that_fits_nothing_is_a_warning(project: Project) -> None:
    project.add("mou-2024", f"{TITLE}\n{BODY}", accepted=["OUT002@4"])
    result = project.run("build")
    assert (result.status, result.codes) == (0, ["4:OUT008"])


def test_mixed_levels(project: Project) -> None:
    project.add("mou-2024", f"{TITLE}\n1.甲\n甲事。\n一、乙\n乙事。\n")
    assert "4:OUT001" in project.run("build").codes


def test_a_title_that_differs_from_document_yml(project: Project) -> None:
    project.add("mou-2024", f"{TITLE}\n{BODY}", title="关于别的事的决定")
    assert "OUT006" in first_fault(project)


def test_an_upper_document_that_is_later_than_what_implements_it_is_a_warning(project: Project) -> None:
    project.add("a-2024", SMALL, date="2024-05-01")
    project.add("b-2024", SMALL, date="2024-01-02", implements=["a-2024"])
    result = project.run("build")
    assert "所落实的 a-2024（2024-05-01）晚于本文件（2024-01-02）" in result.err


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"issuer": None}, "DOC002 缺少字段 issuer。补上 issuer：发文机关"),
        ({"isuer": "某市委"}, "DOC004 不认识的字段 isuer。是不是 issuer？"),
        ({"level": "citty"}, "DOC003 level 的值 'citty' 不在可用的值里。是不是 city？"),
        ({"implements": "sichuan-2024"}, "DOC003 implements 的类型不对：'sichuan-2024'。应为列表"),
        ({"date": "2024年1月"}, "DOC003 date 的值 '2024年1月' 不合要求。通过或成文日期，写作 2024-05-13"),
        ({"lines": {"x": "drop"}}, "DOC003"),
        ({"lines": {1: "dorp"}}, "是不是 drop？"),
        ({"implements": ["mou-2042"]}, "DOC006 所落实的 mou-2042 不在 corpus.yml 的目录里。是不是 mou-2024？"),
        ({"implements": ["mou-2024"]}, "DOC007 mou-2024 与 mou-2024 互相落实"),
        ({"text": {"file": "text.txt", "encoding": "utf-8", "sha256": "0" * 64}}, "SRC003 text.txt 的 sha256 是"),
        ({"text": {"file": "txt.txt", "encoding": "utf-8", "sha256": "0" * 64}}, "SRC001 找不到原文文件 txt.txt"),
        ({"lines": {99: "drop"}}, "OUT005 lines 所指的第 99 行不存在或是空行"),
        ({"lines": {3: "head"}}, "OUT005 第 3 行没有编号，不能指定为 head"),
        ({"date": "2024-02-31"}, "DOC003 date 的值 '2024-02-31' 不合要求"),
    ],
)
def test_document_yml(project: Project, changes: dict[str, object], expected: str) -> None:
    project.add("mou-2024", SMALL, **changes)
    fault = first_fault(project)
    assert expected in fault
    assert re.match(r"source/mou-2024/\S+:\d+:\d+: ", fault)


def test_yaml_that_is_none(project: Project) -> None:
    project.add("mou-2024", SMALL)
    (project.root / "source/mou-2024/document.yml").write_text("title: [a\nissuer: b\n")
    assert "source/mou-2024/document.yml:2:7: DOC001" in first_fault(project)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: 甲\ntitle: 乙\n", "2:1: DOC001 YAML 写法有误（字段 title 写了两次，前一次在第 1 行）"),
        ("? [a, b]\n: c\n", "1:3: DOC001 YAML 写法有误（字段名只能是一个词）"),
        ("title: a\x01b\n", "1:9: DOC001 含有不可见的控制字符"),
        ("title：甲\nplace: 乙\nissuer：丙\n", "1:6: DOC001 冒号是全角的。字段名后用半角冒号加一个空格"),
        ("title: 甲\nplace: 乙\nissuer：丙\nlevel: x\n", "3:7: DOC001 冒号是全角的"),
        ("text:\n\tfile: a\n", "2:1: DOC001 缩进里有制表符。缩进只用空格"),
        ("title: 甲\nplace:乙\nissuer: 丙\n", "2:6: DOC001 冒号后面缺空格"),
        ('title: "甲\nplace: 乙\n', "1:8: DOC001 引号没有配对"),
        ('title: "甲"乙"\nplace: 乙\n', "1:8: DOC001 引号之后还有文字"),
        ("title: 甲: 乙\n", "1:8: DOC001 文字里有冒号加空格。整段加半角引号"),
        ("title: @甲\n", "1:8: DOC001 文字以 @、` 或 % 开头"),
        ("implements: [a, b\ntitle: 甲\n", "DOC001 方括号或花括号没有配对"),
        ("title: 甲\n  place: 乙\n", "DOC001 这里不该有冒号"),
        ("title: &a [*a]\n", "DOC001 YAML 写法有误（不能用 & 和 * 引用别处，请直接写出来；文字以 & 或 * 开头的加引号）"),
        ("title: !!int abc\n", "1:8: DOC001 YAML 写法有误（不能用 ! 指定类型；文字以 ! 开头的加引号）"),
        ("a: &x {b: c}\nd:\n  <<: *x\n", "1:4: DOC001"),
    ],
)
def test_yaml_that_is_odd_is_a_fault_and_no_traceback(project: Project, text: str, place: str) -> None:
    project.add("mou-2024", SMALL)
    (project.root / "source/mou-2024/document.yml").write_text(text)
    assert place in first_fault(project)


def test_a_document_may_not_be_named_like_a_folder_of_the_site(project: Project) -> None:
    project.add("compare", SMALL)
    assert "DOC008 编号 compare 是保留的" in first_fault(project)


def test_a_folder_that_is_not_listed_and_a_listed_one_that_is_not_there(project: Project) -> None:
    project.add("mou-2024", SMALL)
    (project.root / "source/corpus.yml").write_text("format: 2\n\ndocuments: [mou-2042]\n")
    result = project.run("build")
    assert result.status == 1
    assert result.codes == ["3:DOC005", "3:DOC005"]
    assert "是不是 mou-2024？" in result.err


def test_two_documents_that_implement_each_other(project: Project) -> None:
    project.add("a-2024", SMALL, implements=["b-2024"])
    project.add("b-2024", SMALL, implements=["a-2024"])
    assert project.run("build").err.count("DOC007") == 2


def test_all_faults_of_a_run_are_listed_in_the_order_of_the_files(project: Project) -> None:
    project.add("a-2024", "一、甲\n甲事。\n三、丙\n丙事。\n", title=TITLE)
    project.add("b-2024", SMALL, issuer=None)
    result = project.run("build")
    assert result.codes == ["1:OUT003", "3:OUT002", "1:DOC002"]
    assert "共 3 处问题。" in result.err


def test_with_faults_nothing_that_was_written_changes(small: Project) -> None:
    before = small.snapshot()
    small.add("other-2024", "没有标题的一段。\n", title=TITLE)
    assert small.run("build").status == 1
    after = small.snapshot()
    assert {name: data for name, data in after.items() if not name.startswith(("source/other", "source/corpus"))} == {
        name: data for name, data in before.items() if not name.startswith("source/corpus")
    }
