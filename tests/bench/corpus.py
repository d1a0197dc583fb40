"""A large corpus made up for measuring: documents of four levels whose clauses are those of the real texts, varied.

Deterministic. Every document is a raw text that goes through the project's own scan, outline and anchors, so that what is made of it
is made by the code that makes the site. Half the clauses are real ones in which a word or a number is exchanged, half are strung
together from the words of pypinyin's list, the common ones often and the rare ones seldom: about as many different characters
and pairs of them as in a national collection.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path, PurePosixPath

from pypinyin.phrases_dict import phrases_dict

from duidu.anchors.document import Document
from duidu.anchors.publishing import publish
from duidu.model.levels import DEFAULT
from duidu.model.meta import Meta
from duidu.model.records import RawText
from duidu.model.registry import Registry
from duidu.project.conversion.convert import convert
from duidu.read.corpus import Source
from duidu.read.yamldata import YamlFile
from duidu.text.numerals import to_han
from tests.projects import ROOT

SENTENCES = 200
"""Of a document, about."""
YEARS = 5
"""In which they were adopted, by turns."""
PLACES = (
    "成都 绵阳 德阳 南充 宜宾 自贡 乐山 泸州 达州 内江 攀枝花 眉山 广安 资阳 广元 雅安 巴中 重庆 贵阳 遵义 昆明 曲靖 西安 宝鸡 兰州 天水 武汉 宜昌 "
    "长沙 岳阳 南昌 九江 合肥 芜湖 南京 苏州 无锡 常州 南通 扬州 徐州 杭州 宁波 温州 嘉兴 绍兴 金华 台州 福州 厦门 泉州 漳州 广州 深圳 佛山 东莞 珠海 "
    "惠州 中山 南宁 桂林 柳州 海口 三亚 郑州 洛阳 开封 济南 青岛 烟台 潍坊 临沂 石家庄 唐山 保定 太原 大同 沈阳 大连 鞍山 长春 吉林 哈尔滨 大庆 呼和浩特 包头"
)
PROVINCES = "云南 贵州 陕西 甘肃 湖北 湖南 江西 安徽 江苏 浙江 福建 广东 广西 海南 河南 山东 河北 山西 辽宁 黑龙江"
VERBS = "推进 加强 支持 建设 完善 开展 鼓励 引导 落实 健全 提升 培育 打造 发展 规范 实施 探索 保障"
RANKS = {"province": "省", "city": "市", "county": ""}
JOINTS = ["的", "和", "与", "、", "、", "、", ""]


class Words:
    """What a document is made of: chance, real clauses, a list of words of which the first are the commonest."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = sorted(word for word in phrases_dict if 2 <= len(word) <= 4)
        random.Random(1).shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 60) for rank in range(len(self.words))))
        real = convert(ROOT).documents
        sentences = [document.text(unit.anchor) for document in real for unit in document.units.values() if unit.kind == "sentence"]
        self.clauses = [
            clause
            for text in sentences
            for clause in re.split("[，。；：、]", text)
            if 6 <= len(clause) <= 40 and not re.search("[“”（）]", clause)
        ]
        self.heads = [document.text(unit.anchor).rstrip("。") for document in real for unit in document.units.values() if unit.is_head]

    def word(self) -> str:
        """The first ones often, the last ones seldom."""
        return self.chance.choices(self.words, cum_weights=self.weights)[0]

    def clause(self) -> str:
        """A real one with something exchanged, or a new one."""
        if self.chance.random() < 0.5:
            words = (self.word() + self.chance.choice(JOINTS) for _ in range(self.chance.randint(1, 3)))
            return self.chance.choice(VERBS.split()) + "".join(words) + self.word()
        return self.varied(self.chance.choice(self.clauses))

    def varied(self, text: str) -> str:
        """Other numbers, and mostly another word somewhere."""
        text = re.sub(r"\d{1,3}(?!\d)", lambda _: str(self.chance.randint(2, 999)), text)
        word = self.word()
        if self.chance.random() < 0.7 and len(text) > len(word) + 2:
            start = self.chance.randrange(len(text) - len(word))
            text = text[:start] + word + text[start + len(word) :]
        return text

    def sentence(self) -> str:
        """Two to five clauses."""
        return ",".join(self.clause() for _ in range(self.chance.randint(2, 5))) + "。"

    def paragraph(self) -> str:
        """Three to eight sentences."""
        return "".join(self.sentence() for _ in range(self.chance.randint(3, 8)))


def _lines(words: Words, title: str, issuer: str) -> Iterator[str]:
    yield title
    yield f"(2024年{words.chance.randint(1, 12)}月2日{issuer}全体会议通过)"
    yield words.paragraph()
    sections = 6
    for section in range(1, sections + 1):
        yield f"{to_han(section)}、{words.varied(words.chance.choice(words.heads))}"
        for item in range(1, 4):
            yield f"({to_han(item)}){words.varied(words.chance.choice(words.heads))}。{words.paragraph()}"
            yield words.paragraph()


def documents(count: int) -> Iterator[Document]:
    """So many documents, about 200 sentences each."""
    words, places, provinces = Words(7), PLACES.split(), PROVINCES.split()
    for number in range(count):
        place, level = (
            (provinces[number // 10 % len(provinces)], "province") if number % 10 == 0 else (places[number % len(places)], "city")
        )
        if number % 3 == 1:
            place, level = words.word()[:2] + "县", "county"
        issuer = f"中共{place}{RANKS[level]}委"
        subject = words.varied(words.chance.choice(words.heads))
        title = f"{issuer}关于{subject}的决定"
        short = f"{place}{RANKS[level]}委{words.word()}决定"
        yield _document(f"d{number}-2024", title, short, place, level, tuple(_lines(words, title, issuer)))


def _document(identity: str, title: str, short: str, place: str, level: str, lines: tuple[str, ...]) -> Document:
    path = PurePosixPath("source", identity)
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    meta = Meta(
        identity,
        title,
        short,
        "",
        place,
        next(one for one in DEFAULT if one.id == level),
        f"{2020 + int(identity[1:].partition('-')[0]) % YEARS}-01-02",
        (),
        "text.txt",
        "utf-8",
        digest,
        "",
        "",
        {},
        frozenset(),
    )
    yaml = partial(YamlFile, data=None, marks={})
    raw = RawText(path / "text.txt", "utf-8", digest, lines)
    source = Source(
        meta, yaml(path / "document.yml"), raw, Registry(path / "anchors.tsv"), (), {"notes": yaml(path / "notes.yml")}, Path(), b""
    )
    published, _ = publish(source.raw, source.meta, source.registry)
    return Document(meta, published.outline, published.registry)
