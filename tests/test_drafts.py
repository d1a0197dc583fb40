"""A draft keeps out of the site and out of the way; suggestions that are taken work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import SMALL, Project, Result

SKIPPING = """来源：某网
首页面包屑
中共云杉县委关于培育特色产业的决定
（2024年9月12日中国共产党云杉县第十四届委员会第八次全体会议通过）
一、提高认识
产业很重要。各部门要抓好落实。
三、抓好落实
每年报告一次。
"""


@pytest.fixture
def corpus(project: Project) -> Project:
    project.add("mou-2024", SMALL)
    return project


def add(project: Project, text: str | bytes, *options: str, name: str = "来文.txt") -> Result:
    file = project.root / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return project.run("add", str(file), *options)


def yml(project: Project, document: str = "yunshan-2024") -> Path:
    return project.root / "source" / document / "document.yml"


def test_what_has_faults_becomes_a_draft_and_the_others_are_built(corpus: Project) -> None:
    result = add(corpus, SKIPPING)
    assert (result.status, result.codes) == (1, ["2:OUT004", "7:OUT002"])
    assert "status: draft" in yml(corpus).read_text(encoding="utf-8")
    built = corpus.run("build")
    assert built.status == 0
    assert built.codes == result.codes
    assert "警告：" in built.err
    assert not (corpus.root / "docs/yunshan-2024").exists()
    assert (corpus.root / "docs/mou-2024/index.md").exists()


def test_a_draft_that_cannot_even_be_read_stands_in_nobodys_way(corpus: Project) -> None:
    add(corpus, SKIPPING)
    yml(corpus).write_text("title：甲\nstatus: draft\nimplements: [", encoding="utf-8")
    built = corpus.run("build")
    assert (built.status, built.codes) == (0, ["1:DOC001"])


def test_a_document_may_implement_a_draft_until_that_is_ready(corpus: Project) -> None:
    add(corpus, SKIPPING)
    corpus.add("mou-2024", SMALL, implements=["yunshan-2024"])
    assert corpus.run("build").status == 0


def test_published_again_its_faults_stop_the_build(corpus: Project) -> None:
    add(corpus, SKIPPING)
    yml(corpus).write_text(re.sub("status: draft.*", "status: published", yml(corpus).read_text(encoding="utf-8")), encoding="utf-8")
    built = corpus.run("build")
    assert (built.status, built.codes) == (1, ["2:OUT004", "7:OUT002"])


def test_all_suggestions_come_in_one_list_and_work_as_they_are_written(corpus: Project) -> None:
    out = add(corpus, SKIPPING).out
    suggested = re.findall(r"^  ((?:lines|accepted): .*)$", out, re.MULTILINE)
    assert suggested == ["lines: {2: drop}", "accepted: [OUT002@7]"]
    text = yml(corpus).read_text(encoding="utf-8").replace("lines: {}", suggested[0]).replace("accepted: []", suggested[1])
    yml(corpus).write_text(re.sub("status: draft.*", "status: published", text), encoding="utf-8")
    built = corpus.run("build")
    assert (built.status, built.err) == (0, "")


def test_taken_at_once_or_later_they_leave_no_fault(corpus: Project) -> None:
    add(corpus, SKIPPING)
    later = add(corpus, SKIPPING, "--take")
    assert (later.status, later.err) == (0, "")
    assert "source/yunshan-2024 不再是草稿。" in later.out
    first = yml(corpus).read_text(encoding="utf-8")
    assert "lines: {2: drop}\naccepted: [OUT002@7]" in first
    assert corpus.run("build").status == 0
    assert (corpus.root / "docs/yunshan-2024/index.md").exists()


def test_lines_of_one_role_with_blank_ones_between_are_one_range(corpus: Project) -> None:
    names = "\n\n".join(["按地方查", "东河", "西河"])
    foot = "\n".join(["网站地图", "联系我们", "蜀ICP备1号"])
    result = add(corpus, SKIPPING.replace("三、", "二、").removeprefix("来源：某网\n首页面包屑\n") + f"{names}\n{foot}\n", "--take")
    assert result.status == 0, result.err
    assert 'lines: {"7-11": drop}' in (corpus.root / "source/yunshan-2024/document.yml").read_text(encoding="utf-8")


def test_taken_at_once_nothing_is_a_draft(corpus: Project) -> None:
    result = add(corpus, SKIPPING, "--take")
    assert (result.status, result.err) == (0, "")
    assert "照建议定了的：\n  lines: {2: drop}\n  accepted: [OUT002@7]" in result.out
    assert "status: published" in yml(corpus).read_text(encoding="utf-8")


def test_added_twice_a_draft_is_named(corpus: Project) -> None:
    add(corpus, SKIPPING)
    again = add(corpus, SKIPPING)
    assert again.status == 2
    assert "就是草稿 yunshan-2024。要采用全部建议，加上 --take" in again.err


def test_lines_that_were_left_out_are_shown_as_ranges(corpus: Project) -> None:
    text = "来源：某网\n【打印】【关闭】\n" + SKIPPING.partition("首页面包屑\n")[2].replace("三、", "二、")
    out = add(corpus, text).out
    assert "没有收入的行：\n  第 1 行　来源与时间　来源：某网\n  第 2 行　网页按钮　【打印】【关闭】" in out


def test_lines_takes_ranges_and_blank_lines_in_them_are_nothing(corpus: Project) -> None:
    text = SMALL.replace("二、抓好落实", "广告甲\n\n广告乙\n二、抓好落实")
    corpus.add("mou-2024", text, lines={"6-8": "drop"})
    assert corpus.run("build").status == 0
    assert "广告" not in (corpus.root / "docs/mou-2024/full.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "said"), [("8-", "行号"), ("0", "行号"), ("a", "行号"), ("99", "第 99 行不存在")])
def test_lines_that_are_none(corpus: Project, key: str, said: str) -> None:
    corpus.add("mou-2024", SMALL, lines={key: "drop"})
    result = corpus.run("build")
    assert result.status == 1
    assert said in result.err


def test_a_title_that_stands_nowhere_in_the_text_is_supplied_and_marked(corpus: Project) -> None:
    text = "第一条　为了加强管理，制定本办法。\n第二条　本办法自公布之日起施行。\n"
    given = add(corpus, text, "--title", "云杉县某事管理办法", "--issuer", "云杉县人民政府", "--date", "2024-07-01")
    assert (given.status, given.err) == (0, "")
    assert "title: 云杉县某事管理办法\nsupplied: [title]" in yml(corpus).read_text(encoding="utf-8")
    assert corpus.run("build").status == 0
    assert "云杉县某事管理办法" in (corpus.root / "docs/yunshan-2024/index.md").read_text(encoding="utf-8")


def test_the_name_of_the_file_is_the_last_that_is_asked_for_a_title(corpus: Project) -> None:
    text = "第一条　为了加强管理，制定本办法。\n第二条　本办法自公布之日起施行。\n"
    options = ("--issuer", "云杉县人民政府", "--date", "2024-07-01")
    result = add(corpus, text, *options, name="3.云杉县某事管理办法(1).txt")
    assert result.status == 0
    assert "正文里没有题名“云杉县某事管理办法”，是文件名里的" in result.out
    text = text.replace("管理", "保护")
    page = f"<html><head><title>云杉县别事管理办法_云杉县人民政府</title></head><body><p>{text}</p></body></html>"
    assert "是网页的标题栏里的" in add(corpus, page, *options, name="a.html").out


def test_what_the_page_knows_of_the_text_is_not_asked_again(corpus: Project) -> None:
    table = (
        "<table><tr><td>发文机关：<td>云杉县农业局<td>成文日期：<td>2024-06-11<tr><td>索引号：<td>1<td>文号：<td>云农〔2024〕1号</table>"
    )
    body = "<h1>关于做好春耕工作的通知</h1><div id=zoom><p>各乡镇：</p><p>现将有关事项通知如下。</p><p>一、抓好落实</p><p>各乡镇要抓好春耕生产。</p></div>"
    result = add(corpus, f"<html><body>{table}{body}</body></html>", name="a.html")
    assert result.err == ""
    assert "日期　2024-06-11　← 文件所附的信息" in result.out
    assert "发文机关　云杉县农业局　← 文件所附的信息" in result.out


def test_faults_of_every_kind_are_told_in_one_run(corpus: Project) -> None:
    folder = corpus.root / "source"
    corpus.add(
        "yunshan-2024",
        SKIPPING.replace("首页面包屑\n", "").replace("三、", "二、"),
        title="中共云杉县委关于培育特色产业的决定",
        implements=["mou-2024"],
        level="county",
    )
    (folder / "yunshan-2024/links").mkdir()
    (folder / "yunshan-2024/links/mou-2024.yml").write_text(
        "links:\n- {from: h1-p1-t1, to: h1-p1-t1, relation: adopt}\n- {from: h9-p1-t1, to: h1-p1-t1, relation: adapt}\n- {from: h2-p1-t1, to: h2-k1-p1-t9, relation: adapt}\n",
        encoding="utf-8",
    )
    result = corpus.run("build")
    assert sorted({code for code in result.codes if "LNK" not in code}) == ["2:DOC003", "3:ANC003", "4:ANC003"]
    assert "links 的第 1 条“h1-p1-t1”的 relation 的值 'adopt' 不在可用的值里" in result.err
