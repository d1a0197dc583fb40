"""A provincial and a municipal document with links that a person has read: the texts, and what tests change of them."""

from __future__ import annotations

from pathlib import Path

from duidu.layers.alignment import Alignment
from duidu.project.conversion.convert import convert
from tests.projects import Project

HIGHER = "某省委关于加快某事的决定\n一、提高认识\n某事很重要。全省各级要认真对待,抓好落实。\n二、抓好落实\n(一)加强领导。成立省领导小组。\n(二)加强保障。设立十亿元专项资金。\n"
LOWER = "某市委关于加快某事的决定\n一、提高认识\n某事很重要。全市各级要认真对待,抓好落实。\n二、抓好落实\n(一)加强领导。成立市领导小组。\n(二)本市特色。办好某节。\n"
LINKS = """\
links:
# mine
- {from: h1-p1-t1, to: h1-p1-t1, relation: same, evidence: [[某事很重要, 某事很重要]]}
- {from: h1-p1-t2, to: h1-p1-t2, relation: same, note: 级别不同。}
- {from: h1, to: h1, relation: same}
- {from: h2, to: h2, relation: same}
- {from: h2-k1, to: h2-k1, relation: same}
- {from: h2-k1-p1-t1, to: h2-k1-p1-t1, relation: adapt}
none:
  city: {h2-k2: open, h2-k2-p1-t1: open}
  province: {h2-k2: topic, h2-k2-p1-t1: other}
rejected:
- {from: h2-k2, to: h2-k2}
"""


def write_two(root: Path) -> None:
    project = Project(root)
    project.add("province", HIGHER, level="province", short_title="某省委决定", place="某省")
    project.add("city", LOWER, implements=["province"])
    write_links(project, LINKS)
    assert project.run("confirm", "city").status == 0
    assert project.run("build").status == 0


def write_links(project: Project, text: str, document: str = "city", target: str = "province") -> Path:
    file = project.root / "source" / document / "links" / f"{target}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    return file


def only_pair(project: Project) -> Alignment:
    (pair,) = convert(project.root).layers.links.alignments
    return pair
