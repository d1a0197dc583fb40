"""The search in a corpus with articles and 款, annexes and boxes, and documents of two levels, places and years."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.projects import SMALL, Project
from tests.search_answers import Asking, in_node

pytestmark = in_node

LAW = """某县某事条例
(2019年3月1日某县人民代表大会常务委员会通过)
第一章 总则
第一条 为了加强某事,制定本条例。
第二条 本县的某事适用本条例。
第二章 管理
第三条 县人民政府应当建立就业服务制度。
有关部门应当每年报告某事情况。
第四条 单位应当登记某事。
登记应当符合下列规定:
(一)内容真实;
(二)期限合理。
第四条之一 违反规定的,责令改正。
附件1
某事清单
一、登记事项
单位名称和住所。
二、报告事项
每年的报告和核验材料。
专栏2 某事工程
实施某事登记工程。
"""

STATUTE = """某事法
(2015年5月1日某会议通过)
第一条 为了规范某事,制定本法。
第二条 本法所称某事,是指登记、报告和核验。
第三条 某事应当公开。
第四条 某事应当公平。
第五条 国家支持某事。
第六条 某事由主管部门管理。
第七条 主管部门应当编制目录。
第八条 目录每年公布一次。
第九条 单位可以申请核验。
第十条 核验应当在十日内完成。
核验结果应当书面告知。
第十一条 本法自公布之日起施行。
"""
"""Of a third level, above the other two."""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    project = Project(tmp_path_factory.mktemp("laws"))
    project.configure()
    project.add("mou-2024", SMALL)
    named = {"short_title": "某县某事条例", "issuer": "某县人大常委会", "place": "某县", "level": "county", "date": "2019-03-01"}
    project.add("tiaoli-2019", LAW, **named)
    above = {"short_title": "某事法", "issuer": "某会议", "place": "某国", "level": "central", "date": "2015-05-01"}
    project.add("fa-2015", STATUTE, **above)
    result = project.run("build")
    assert result.status == 0, result.err
    folder = project.root / "docs/search"
    asking = Asking(folder)
    yield asking
    asking.close()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("第四条第二款", "a4-p2"),
        ("第4条第2款", "a4-p2"),
        ("条例第3条", "a3"),
        ("某事条例第三条", "a3"),
        ("《某县某事条例》第四条第二款第（一）项", "a4-p2-k1"),
        ("第四条第二款第一项", "a4-p2-k1"),
        ("第四条之一", "a4-b1"),
        ("条例 第4-1条", "a4-b1"),
        ("附件1 二", "x1-h2"),
        ("附件一", "x1"),
        ("专栏2", "x1-h2-z2"),
        ("条例第二章", "c2"),
    ],
)
def test_a_place_cited_is_jumped_to(ask: Asking, query: str, first: str) -> None:
    hits = ask(query)["hits"]
    assert hits[0].startswith(f"tiaoli-2019#{first}"), hits[:3]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("第十条第二款", "a10-p2"),
        ("第10条第2款", "a10-p2"),
        ("某事法第八条", "a8"),
        ("《某事法》第8条", "a8"),
        ("某事法 第十一条", "a11"),
    ],
)
def test_a_place_in_a_law_above_is_jumped_to(ask: Asking, query: str, first: str) -> None:
    """A number that only one of the documents has needs no name before it; with a name it is that document's."""
    assert ask(query)["hits"][0].startswith(f"fa-2015#{first}")


@pytest.mark.parametrize(
    ("query", "only"),
    [
        ("2015年 目录", "fa-2015"),
        ("某国 核验", "fa-2015"),
        ("中央级 核验", "fa-2015"),
        ("全国 核验", "fa-2015"),
        ("2019年 报告", "tiaoli-2019"),
        ("县里 报告", "tiaoli-2019"),
        ("某县 登记", "tiaoli-2019"),
        ("2024年 政策", "mou-2024"),
        ("全市 政策", "mou-2024"),
    ],
)
def test_a_year_a_level_a_place_narrow(ask: Asking, query: str, only: str) -> None:
    assert {hit.partition("#")[0] for hit in ask(query)["hits"]} == {only}


def test_the_general_list_serves_a_corpus_without_a_list_of_its_own(ask: Asking) -> None:
    assert ask("找工作")["hits"] == ask("looking for jobs")["hits"] == ["tiaoli-2019#a3-p1-t1"]
