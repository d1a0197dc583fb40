"""What is said of a text in chapters and articles, and of a pair that was read in part, below a pair that nobody has read.

The places are invented: 青屿 province, 白苇 city.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import Project

CENTRAL = """关于促进湿地保育的意见
（2023年2月8日）
为促进湿地保育，现提出如下意见。
一、总体要求
（一）指导思想。坚持保育优先、合理利用的方针。
二、严格保育
（二）加强补水。统筹河湖水量调度，保障湿地生态用水。
"""
PROVINCE = """青屿省人民政府关于促进湿地保育的实施意见
（2023年6月20日青屿省人民政府常务会议通过）
为促进湿地保育，提出如下意见。
一、总体要求
（一）基本方针。坚持保育优先、合理利用的方针。
二、严格保育
（二）加强补水。统筹河湖水量调度，保障湿地生态用水。
"""
CITY = """白苇市湿地管家管理办法
（2023年11月3日白苇市人民政府常务会议通过）
第一章　总则
第一条　湿地管家工作坚持保育优先、合理利用的方针。
第二条　湿地管家应当具备下列条件：
（一）年满十八周岁；
（二）熟悉当地湿地；
（三）身体健康。
第二章　附则
第三条　本办法自2024年1月1日起施行。
"""
LINKS = """\
links:
- {from: a1-p1-t1, to: k1-p1-t1, relation: same, evidence: [[坚持保育优先, 坚持保育优先]]}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("articles"))
    centre = {"level": "central", "place": "全国", "issuer": "国务院", "short_title": "湿地意见", "date": "2023-02-08"}
    province = {"level": "province", "place": "青屿", "issuer": "青屿省人民政府", "short_title": "青屿意见", "date": "2023-06-20"}
    city = {"place": "白苇", "issuer": "白苇市人民政府", "short_title": "白苇办法", "date": "2023-11-03"}
    project.add("guo", CENTRAL, **centre)
    project.add("qingyu", PROVINCE, implements=["guo"], **province)
    project.add("baiwei", CITY, implements=["qingyu"], **city)
    links = project.root / "source/baiwei/links/qingyu.yml"
    links.parent.mkdir()
    links.write_text(LINKS)
    result = project.run("build")
    assert result.status == 0, result.err
    return project.root / "docs"


def test_the_articles_are_counted_not_the_items_in_them(pages: Path) -> None:
    home = (pages / "index.md").read_text()
    assert "2章、3条、" in home
    assert "2部分、2条、" in home  # 一、 with （一）


def test_a_part_is_called_as_it_calls_itself(pages: Path) -> None:
    assert "第一章，共两章" in (pages / "baiwei/1.md").read_text()
    assert "第一部分，共两部分" in (pages / "qingyu/1.md").read_text()


def test_a_chapter_and_its_name_stand_apart(pages: Path) -> None:
    assert 'title: "第一章　总则 · 白苇办法"' in (pages / "baiwei/1.md").read_text()
    assert "第一章　总则</h" in (pages / "compare/baiwei/qingyu/lists.md").read_text()
    assert '<span class="marker">第一章</span>　总则' in (pages / "compare/baiwei/qingyu/by-baiwei.md").read_text()
    assert "一、总体要求</h" in (pages / "compare/qingyu/guo/lists.md").read_text()


def test_the_matrix_names_what_its_rows_are(pages: Path) -> None:
    assert "行是白苇办法的各部分，列是青屿意见的各条" in (pages / "compare/baiwei/qingyu/index.md").read_text()
    assert "行是青屿意见的各条，列是湿地意见的各条" in (pages / "compare/qingyu/guo/index.md").read_text()


def test_what_nobody_has_read_is_not_counted_as_a_counterpart(pages: Path) -> None:
    centre, city = (pages / "guo/2.md").read_text(), (pages / "baiwei/1.md").read_text()
    assert '<span class="of-links">自动匹配 1，未判读</span>' in centre
    assert ">对应 1<" not in centre
    assert '<span class="of-links">对应 1</span>' in city
    both = (pages / "qingyu/1.md").read_text()
    assert '<span class="of-links">对应 1 自动匹配 1，未判读</span>' in both


def test_what_was_read_in_part_says_so_where_a_list_is_empty(pages: Path) -> None:
    lists = (pages / "compare/baiwei/qingyu/lists.md").read_text()
    assert "<p>已判读的里没有。</p>" in lists
    assert "<p>没有。</p>" not in lists
    assert "判读了一部分：已判读的逐句列出" in lists
