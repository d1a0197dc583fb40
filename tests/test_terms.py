"""Terms in the text and in the glossary: longest match, quotes, exclusions, the reverse index, and bad glossaries."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from duidu.layers.terms import _automaton, _mentions, searchable, without_overlaps
from duidu.project.conversion.convert import Conversion
from duidu.read.glossary import Glossary, Term
from duidu.read.yamldata import YamlFile
from duidu.text.fold import fold
from tests.html import parsed, values
from tests.projects import ROOT, Project, converted
from tests.some import some


def term(identity: str, *forms: str, not_in: Sequence[str] = ()) -> Term:
    return Term(identity, forms[0], forms, "口号", "某某。", (), "x", (), (), (), (), "common", "", tuple(not_in))


def found(text: str, *terms: Term) -> list[tuple[str, str]]:
    glossary = Glossary(YamlFile(Path("glossary.yml"), [], {}), terms)  # type: ignore[arg-type]
    mentions = list(_mentions(_automaton(glossary), text))
    return [(mention.term, text[mention.start : mention.end]) for mention in mentions]


ZHI = term("zhigai", "智改数转")
WULIANG = term("wuliang", "“五良”融合")
RONGHE = term("ronghe", "融合")
GONGCHENG = term("sihao", "四好农村路")


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("布局制造业“智改数转”赋能平台", (ZHI,), [("zhigai", "智改数转")]),
        ("推进“五良”融合，", (WULIANG,), [("wuliang", "“五良”融合")]),
        ("推进五良融合，", (WULIANG,), [("wuliang", "五良融合")]),
        ("推进“五良”融合和城乡融合", (WULIANG, RONGHE), [("wuliang", "“五良”融合"), ("ronghe", "融合")]),
        ("推动“四好农村路”建设", (GONGCHENG,), [("sihao", "四好农村路")]),
        ("（１＋２１＋Ｎ）", (term("n", "1+21+N"),), [("n", "１＋２１＋Ｎ")]),
        ("城乡融合，深度融合", (term("ronghe", "融合", not_in=["深度融合"]),), [("ronghe", "融合")]),
        ("智改，数转", (ZHI,), []),
        ("甲乙丙", (term("jy", "甲乙"), term("yb", "乙丙")), [("jy", "甲乙"), ("yb", "乙丙")]),
        ("没有", (ZHI,), []),
    ],
)
def test_terms_are_found(text: str, terms: Sequence[Term], expected: list[tuple[str, str]]) -> None:
    assert found(text, *terms) == expected


def test_overlapping_terms_are_not_both_marked() -> None:
    glossary = Glossary(YamlFile(Path("g"), [], {}), (term("jy", "甲乙"), term("ybd", "乙丙丁")))  # type: ignore[arg-type]
    assert [m.term for m in without_overlaps(list(_mentions(_automaton(glossary), "甲乙丙丁")))] == ["ybd"]


@given(st.text(alphabet="智改数转五良融合“”，", max_size=30))
def test_the_index_is_what_a_plain_search_finds_less_what_is_inside_longer_terms(text: str) -> None:
    terms = (ZHI, WULIANG, RONGHE)
    plain, _ = searchable(text)
    long = [(i, i + 4) for i in range(len(plain)) if plain.startswith("五良融合", i)]
    expected = sorted(
        [("zhigai", i) for i in range(len(plain)) if plain.startswith("智改数转", i)]
        + [("wuliang", a) for a, _ in long]
        + [("ronghe", i) for i in range(len(plain)) if plain.startswith("融合", i) and not any(a <= i < b for a, b in long)],
        key=lambda pair: pair[1],
    )
    assert [name for name, _ in found(text, *terms)] == [name for name, _ in expected]


# The real glossary


@pytest.fixture(scope="module")
def glossary() -> list[dict[str, object]]:
    entries: list[dict[str, object]] = yaml.safe_load((ROOT / "source/glossary.yml").read_text())
    return entries


@pytest.fixture(scope="module")
def conversion() -> Conversion:
    return converted()


@pytest.mark.corpus
def test_the_core_terms_are_there_and_all_occur(glossary: list[dict[str, object]], conversion: Conversion) -> None:
    assert len(glossary) >= 146
    terms = conversion.layers.terms
    assert [entry.term for entry in terms.glossary.terms if not [*terms.occurrences(entry.id), *terms.heads(entry.id)]] == []
    assert [str(fault) for fault in conversion.faults] == []


def test_the_reverse_index_of_every_form_is_a_plain_count_less_longer_terms(conversion: Conversion) -> None:
    terms = conversion.layers.terms
    keys = [(searchable(form)[0], entry.id) for entry in terms.glossary.terms for form in entry.forms]
    keys += [(searchable(context)[0], "") for entry in terms.glossary.terms for context in entry.not_in]
    for document in some(conversion.documents):
        for anchor in (a for a, unit in document.units.items() if unit.kind == "sentence"):
            text = searchable(document.text(anchor))[0]
            spans = [(i, i + len(key), name) for key, name in keys for i in range(len(text)) if text.startswith(key, i)]
            expected = {n for a, b, n in spans if n and not any(c <= a and b <= d and d - c > b - a for c, d, _ in spans)}
            assert {mention.term for mention in terms.mentions[document.id].get(anchor, ())} == expected, anchor


def test_a_form_that_is_in_no_longer_one_stands_where_a_search_of_the_folded_text_finds_it(conversion: Conversion) -> None:
    terms = conversion.layers.terms
    contexts = [fold(text) for entry in terms.glossary.terms for text in (*entry.forms, *entry.not_in)]
    for entry in some(terms.glossary.terms):
        found = set(terms.occurrences(entry.id))
        for form in map(fold, entry.forms):
            if not any(form in other and form != other for other in contexts):
                assert {
                    (document.id, anchor)
                    for document in conversion.documents
                    for anchor, unit in document.units.items()
                    if unit.kind == "sentence" and form in fold(document.text(anchor))
                } <= found, entry.term


def test_terms_are_marked_once_a_paragraph_never_in_heads_and_lead_to_the_glossary(built: Path) -> None:
    entries = set(values(parsed(built / "site/glossary/index.html"), "[id]", "id"))
    seen: set[str] = set()
    for file in sorted((built / "site").glob("*-2024/*/index.html")):
        page = parsed(file)
        assert page.css("article :is(h1,h2,h3,h4) .term") == []
        explained = {link for item in page.css(".glosses li") if item.css("a[href] + span") for link in values(item, "a[href]", "href")}
        marked = [values(paragraph, ".term", "href") for paragraph in page.css("article p") if paragraph.css(".sentence")]
        for targets in marked:
            assert len(targets) == len(set(targets))
        every = {target for targets in marked for target in targets}
        assert every <= {f"../../glossary/#{entry}" for entry in entries}
        assert {target.partition("#")[2] for target in every} <= {target.partition("#")[2] for target in explained}, file
        seen |= every
    assert len(seen) > 100


def test_the_data_of_the_glossary_fits_its_schema(built: Path) -> None:
    data = built / "site/data"
    for name in ("terms", "notes"):
        validator = Draft202012Validator(json.loads((data / f"{name}.schema.json").read_text()))
        validator.validate(json.loads((data / f"{name}.json").read_text()))


# Bad glossaries

ENTRY = {
    "id": "moushi",
    "term": "某事",
    "forms": ["某事"],
    "kind": "口号",
    "definition": "要办的一件事。",
    "english": "x",
    "certainty": "common",
}


def written(project: Project, *entries: Mapping[str, object]) -> None:
    (project.root / "source/glossary.yml").write_text(
        yaml.safe_dump([deepcopy(dict(entry)) for entry in entries], allow_unicode=True, sort_keys=False)
    )


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ({**ENTRY, "id": "other"}, "TRM001 写法“某事”已属于 某事"),
        ({**ENTRY, "forms": ["领导小组"]}, "TRM003 id moushi 与第 1 行重复"),
        ({**ENTRY, "id": "a", "forms": ["领导小组"], "related": ["mousi"]}, "TRM002 某事 的 related 里的 mousi 不存在。最接近的是 moushi"),
        ({**ENTRY, "id": "a", "forms": ["领导小组"], "distinct_from": ["a"]}, "TRM002"),
        (
            {**ENTRY, "id": "a", "forms": ["领导小组"], "definition": "　"},
            "DOC003 第 2 条“某事”的 definition 的值 '\\u3000' 不合要求。一两句平实的解释，不可空着",
        ),
        ({**ENTRY, "id": "a", "forms": ["领导小组"], "certainty": "uncertain"}, "TRM004 某事 不能确定，却没有说明"),
        ({**ENTRY, "id": "a", "forms": ["领导小组"], "certainty": "sourced"}, "TRM004 某事 标为有出处，却没有列出处"),
        ({**ENTRY, "id": "a", "forms": ["领导小组"], "defenition": "x"}, "DOC004 不认识的字段 defenition。是不是 definition？"),
    ],
)
def test_a_fault_in_the_glossary_has_its_place(small: Project, second: dict[str, object], expected: str) -> None:
    written(small, ENTRY, second)
    result = small.run("build")
    assert result.status == 1
    assert expected in result.err
    assert result.err.startswith("source/glossary.yml:")


def test_a_form_that_occurs_nowhere_is_a_warning(small: Project) -> None:
    written(small, ENTRY, {**ENTRY, "id": "wu", "term": "无", "forms": ["无此事"]})
    result = small.run("build")
    assert result.status == 0
    assert "TRM006 警告：无 的各种写法都没有出现" in result.err


def test_an_uncertain_term_says_so_wherever_it_is_explained(small: Project) -> None:
    written(small, {**ENTRY, "certainty": "uncertain", "remark": "没有公开解释。"})
    assert small.run("build").status == 0
    assert "（未能确定：没有公开解释。）" in (small.root / "docs/mou-2024/1.md").read_text()
    assert '<span class="cert">未能确定</span>：没有公开解释。' in (small.root / "docs/glossary/index.md").read_text()
