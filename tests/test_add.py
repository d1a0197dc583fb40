"""add FILE: what is sure is recognised with its line, what is not is marked, and nothing is done by halves."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml

from duidu.commands.cli import main
from tests.projects import SMALL, Project, Result

COUNTY = """中共云杉县委
关于培育特色产业的决定
（2024年9月12日中国共产党云杉县第十四届委员会第八次全体会议通过）
为落实《中共某市委关于加快某事的决定》,作出如下决定。
一、提高认识
产业很重要。各部门要抓好落实。
二、抓好落实
每年报告一次。
"""
FOUND = ("--found", "云杉县人民政府网站")


@pytest.fixture
def corpus(project: Project) -> Project:
    """A project with one city's document, its corpus.yml laid out by hand."""
    project.add("mou-2024", SMALL)
    (project.root / "source/corpus.yml").write_text("# 目录\nformat: 2\ndocuments:\n  - mou-2024  # 市\n", encoding="utf-8")
    return project


def file_of(project: Project, content: str | bytes, name: str = "来文.txt") -> Path:
    file = project.root / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def add(project: Project, content: str | bytes, *options: str, name: str = "来文.txt") -> Result:
    return project.run("add", str(file_of(project, content, name)), *options)


def document_of(project: Project, document: str) -> dict[str, object]:
    text = (project.root / "source" / document / "document.yml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def test_a_text_that_says_everything_needs_nothing_else(corpus: Project) -> None:
    result = add(corpus, COUNTY, *FOUND)
    assert (result.status, result.err) == (0, "")
    assert document_of(corpus, "yunshan-2024") == {
        "title": "中共云杉县委关于培育特色产业的决定",
        "short_title": "云杉县委决定",
        "issuer": "中共云杉县委",
        "place": "云杉",
        "level": "county",
        "date": "2024-09-12",
        "implements": ["mou-2024"],
        "text": {"file": "text.txt", "encoding": "utf-8", "sha256": hashlib.sha256(COUNTY.encode()).hexdigest()},
        "provenance": {"found": "云杉县人民政府网站"},
        "status": "published",
        "lines": {},
        "accepted": [],
    }
    assert corpus.run("build").status == 0


def test_it_says_which_line_each_thing_was_recognised_from_and_what_to_do_next(corpus: Project) -> None:
    out = add(corpus, COUNTY, *FOUND).out
    assert "日期　2024-09-12　← 第 3 行" in out
    assert "发文机关　中共云杉县委　← 第 1 行" in out
    assert "落实　mou-2024　← 第 4 行" in out
    assert "来源　云杉县人民政府网站　← 命令里写的" in out
    assert "outline --lines source/yunshan-2024/text.txt" in out


def test_the_catalogue_keeps_its_layout_and_comments(corpus: Project) -> None:
    add(corpus, COUNTY, *FOUND)
    expected = "# 目录\nformat: 2\ndocuments:\n  - mou-2024  # 市\n  - yunshan-2024\n"
    assert (corpus.root / "source/corpus.yml").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_raw_file_is_kept_byte_for_byte_in_whatever_encoding(corpus: Project, encoding: str) -> None:
    data = COUNTY.replace("\n", "\r\n").encode(encoding)
    assert add(corpus, data, *FOUND).status == 0
    assert (corpus.root / "source/yunshan-2024/text.txt").read_bytes() == data
    assert document_of(corpus, "yunshan-2024")["text"] == {
        "file": "text.txt",
        "encoding": encoding,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def test_what_is_not_sure_is_marked_and_the_build_says_what_is_missing_and_where(corpus: Project) -> None:
    text = "关于做好某项工作的通知\n各部门要做好工作。要及时报告。\n"
    result = add(corpus, text, "--id", "x-2024")
    assert result.status == 1
    named = re.findall(r"source/x-2024/document.yml:(\d+):\d+: DOC009 (\S+) 还没有填", result.err)
    assert named == [("4", "issuer"), ("5", "place"), ("6", "level"), ("7", "date")]
    lines = (corpus.root / "source/x-2024/document.yml").read_text(encoding="utf-8").splitlines()
    assert lines[6] == "date: 待填  # 通过或成文日期，写作 2024-05-13"
    assert lines[7] == "status: draft  # 草稿：不进网站；改好之后换成 published"
    built = corpus.run("build")
    assert built.status == 0
    assert sorted(set(built.codes)) == sorted(set(result.codes))


def test_faults_of_the_text_are_listed_beside_what_is_missing(corpus: Project) -> None:
    result = add(corpus, COUNTY.replace("二、", "三、"))
    assert result.codes == ["7:OUT002"]
    assert "source/yunshan-2024/text.txt:7:1" in result.err


def test_options_overrule_what_the_text_says(corpus: Project) -> None:
    options = (
        "--id",
        "ys",
        "--level",
        "市",
        "--place",
        "云杉岭",
        "--issuer",
        "云杉岭管委会",
        "--short-title",
        "云杉岭决定",
        "--date",
        "2024年9月13日",
    )
    assert add(corpus, COUNTY, *options, *FOUND, "--implements", "mou-2024").status == 0
    found = document_of(corpus, "ys")
    assert [found[name] for name in ("level", "place", "issuer", "short_title", "date", "implements")] == [
        "city", "云杉岭", "云杉岭管委会", "云杉岭决定", "2024-09-13", ["mou-2024"],
    ]  # fmt: skip


def test_a_value_that_yaml_would_read_as_something_else_is_quoted(corpus: Project) -> None:
    found = "某网站: 2024 #1"
    assert add(corpus, COUNTY, "--found", found).status == 0
    assert document_of(corpus, "yunshan-2024")["provenance"] == {"found": found}


def test_a_second_document_of_the_same_short_title_gets_its_year(corpus: Project) -> None:
    add(corpus, COUNTY, *FOUND)
    later = COUNTY.replace("2024年9月12日", "2025年3月1日").replace("特色产业", "人才")
    assert add(corpus, later, *FOUND).status == 0
    assert document_of(corpus, "yunshan-2025")["short_title"] == "云杉县委决定（2025）"


def test_what_is_doubtful_is_said(corpus: Project) -> None:
    city = COUNTY.replace("云杉县", "云杉市") + "云杉市人民政府\n2024年9月20日\n"
    out = add(corpus, city, *FOUND).out
    assert "第 1 行　“云杉市”当作地级市；若是县级市，把 level 改为 county" in out
    assert "第 9 行　署名“云杉市人民政府”与题名里的发文机关不同" in out
    assert "第 10 行　落款的日期与通过的日期不同，取了通过的日期" in out


def test_a_date_that_is_given_against_the_texts_own_is_said(corpus: Project) -> None:
    out = add(corpus, COUNTY, *FOUND, "--date", "2023/1/2", "--level", "City").out
    assert "命令里写的日期是 2023-01-02，第 3 行写的是 2024-09-12" in out
    assert "命令里写的层级是 city，照第 1 行的机关是 county" in out


def test_an_order_is_from_whom_it_is_called_by_and_its_officer_is_no_other_issuer(corpus: Project) -> None:
    order = "中华人民共和国交通运输部令\n2023年第8号\n《某办法》已通过，现予公布。\n部长　李某某\n2023年6月2日\n某办法\n第一条　为了节水，制定本办法。\n"
    result = add(corpus, order, "--id", "bu-2023")
    assert "署名" not in result.out
    assert {key: document_of(corpus, "bu-2023")[key] for key in ("issuer", "level", "date")} == {
        "issuer": "中华人民共和国交通运输部",
        "level": "central",
        "date": "2023-06-02",
    }


def test_a_title_that_is_spaced_out_is_closed_up_and_still_the_texts(corpus: Project) -> None:
    text = COUNTY.replace("特色产业的决定", "特色产业的决　　定").replace("中共云杉县委\n", "中共云杉县委 云杉县人民政府\n")
    result = add(corpus, text, *FOUND)
    assert document_of(corpus, "yunshan-2024")["title"] == "中共云杉县委 云杉县人民政府关于培育特色产业的决定"
    assert "第 1 行　发文机关不止一个，层级、地名和简称都按第一个" in result.out
    assert corpus.run("build").status == 0


def test_without_a_quoted_title_nothing_is_taken_to_be_implemented(corpus: Project) -> None:
    result = add(corpus, COUNTY.replace("《中共某市委关于加快某事的决定》", "市委决定"), *FOUND)
    assert document_of(corpus, "yunshan-2024")["implements"] == []
    assert "若有，在 document.yml 的 implements 里写上，如 implements: [mou-2024]" in result.out


UNUSABLE: list[tuple[str | bytes, tuple[str, ...], int, str]] = [
    ("\n \n", (), 1, "SRC004 原文是空的"),
    (b"\xff\xd8\x00\x01", (), 1, "不是文本"),
    (b"PK\x03\x04\x14\x00", (), 1, "SRC006 这是损坏的 Word"),
    (b"\x81\x20\xff\xff", (), 1, "SRC002 字节不是"),
    ("甲\x02乙。\n", (), 1, "1:2: SRC005 含有控制字符"),
    ("各部门要做好工作。\n", (), 1, "OUT003 找不到标题。用 --title 写出题名"),
    (COUNTY, ("--title", "关于别的事的决定"), 1, "与 --title 写的不同。照原文的标题写 --title，或去掉 --title"),
    ("中共云杉县委关于某事的决定\n", (), 1, "OUT007 标题之后没有正文"),
    (SMALL, (), 2, "这份文件已经有了，就是 mou-2024（某市委决定）。"),
    (SMALL.replace("\n", "\r\n\r\n"), (), 2, "这份文件已经有了，就是 mou-2024"),
    (COUNTY, ("--id", "mou-2024"), 2, "编号 mou-2024 已经用了。用 --id 另给一个，如 --id mou-2024-b。"),
    (COUNTY, ("--id", "云杉"), 2, "编号 云杉 不合用"),
    (COUNTY, ("--id", "guide"), 2, "编号 guide 是保留的"),
    (COUNTY, ("--level", "镇"), 2, "没有 镇 这个层级"),
    (COUNTY, ("--date", "2024-13-01"), 2, "2024-13-01 这一天不存在"),
    (COUNTY, ("--date", "24-5-13"), 2, "24-5-13 不是日期"),
    (COUNTY, ("--place", " "), 2, "--place 后面是空的"),
    (COUNTY, ("--short-title", "某" * 21), 2, "简称不能超过 20 字"),
    (COUNTY, ("--implements", "mou-2042"), 2, "没有文档 mou-2042。是不是 mou-2024？"),
]


@pytest.mark.parametrize(("content", "options", "status", "said"), UNUSABLE, ids=[row[3] for row in UNUSABLE])
def test_what_cannot_be_added_changes_nothing_and_says_why(
    corpus: Project, content: str | bytes, options: tuple[str, ...], status: int, said: str
) -> None:
    before = corpus.snapshot()
    result = add(corpus, content, *options)
    assert (result.status, result.out) == (status, "")
    assert said in result.err
    assert corpus.snapshot() == before
    assert [path.name for path in (corpus.root / "source").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(("name", "said"), [("nowhere.txt", "找不到文件 "), ("source", "这是一个文件夹。")])
def test_what_is_no_file(corpus: Project, name: str, said: str) -> None:
    result = corpus.run("add", str(corpus.root / name))
    assert result.status == 2
    assert said in result.err


def test_a_catalogue_that_cannot_be_read_is_said_first(corpus: Project) -> None:
    (corpus.root / "source/corpus.yml").write_text("format: 2\n", encoding="utf-8")
    result = add(corpus, COUNTY)
    assert result.status == 1
    assert "source/corpus.yml:1:1: DOC002" in result.err
    assert not (corpus.root / "source/yunshan-2024").exists()


def test_documents_with_faults_of_their_own_do_not_stand_in_the_way(corpus: Project) -> None:
    corpus.edit("mou-2024", "定期研究", "经常研究")
    assert add(corpus, COUNTY, *FOUND).status == 0
    assert [code.split(":")[1] for code in corpus.run("build").codes] == ["SRC003"]


def test_the_lines_command_shows_each_line_with_what_it_was_taken_for(corpus: Project) -> None:
    file = file_of(corpus, "来源:某网\n某某录入\n" + COUNTY)
    out = corpus.run("outline", "--lines", str(file)).out.splitlines()
    assert out[0] == "1　不收（来源与时间）　来源:某网"
    assert out[1] == "2　不认识　OUT004　某某录入"
    assert out[2] == "3　标题 title　中共云杉县委"
    assert out[3] == "4　接上行　关于培育特色产业的决定"
    assert out[6] == "7　小标题 h1　一、提高认识"


def test_a_call_from_the_projects_folder_needs_no_root(
    corpus: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file_of(corpus, COUNTY, "a.txt")
    monkeypatch.chdir(corpus.root)
    assert main(["add", "a.txt", *FOUND]) == 0
    assert "已加入 source/yunshan-2024/" in capsys.readouterr().out
    assert sorted(path.name for path in Path("source/yunshan-2024").iterdir()) == ["document.yml", "text.txt"]


def test_an_issuer_that_is_given_says_place_and_level(corpus: Project) -> None:
    file = corpus.root / "notice.txt"
    file.write_text("关于加快某事的通知\n\n各乡镇：\n一、提高认识\n某事很重要。各级要认真对待。\n2024年7月1日\n")
    assert corpus.run("add", str(file), "--issuer", "云杉县人民政府").status in (0, 1)
    written = next((corpus.root / "source").glob("yunshan-2024*/document.yml")).read_text()
    assert "place: 云杉\n" in written
    assert "level: county\n" in written


def test_a_law_is_known_by_who_passed_it_and_called_by_its_title(corpus: Project) -> None:
    text = "某省数据条例\n（2023年11月23日某省第十四届人民代表大会常务委员会第七次会议通过）\n第一条　为了规范数据，制定本条例。\n第二条　本条例适用于本省。\n"
    assert add(corpus, text, *FOUND, "--id", "shuju-2023").status == 0
    found = document_of(corpus, "shuju-2023")
    assert (found["issuer"], found["short_title"], found["level"]) == ("某省人民代表大会常务委员会", "某省数据条例", "province")


def test_the_help_is_in_chinese_throughout(corpus: Project) -> None:
    said = corpus.run("add", "--help").out
    assert said.startswith("用法：duidu add ")
    assert re.findall(r"\b(?:usage|options|positional|arguments|show)\b", said) == []
