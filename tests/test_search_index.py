"""The search's files: every sentence is in them, every piece of one leads to it, and they are small."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from duidu.project.conversion.convert import convert
from duidu.read.make_traditional import table
from duidu.read.synonyms import read_traditional
from duidu.render.search import files as search_files
from duidu.render.search.files import SEARCH
from duidu.render.search.folding import END, fold, pairs
from duidu.render.search.postings import written as written_entries
from duidu.render.search.sounds import syllables
from tests.cases import CASES
from tests.projects import ROOT, Project, converted
from tests.search_answers import Asking, in_node, written
from tests.searching import decoded, entries_with, sentences
from tests.some import some


def test_every_sentence_and_head_is_an_entry() -> None:
    wanted = [
        (f"{document.id}#{anchor}", document.text(anchor))
        for document in converted().documents
        for anchor, unit in document.units.items()
        if unit.kind == "sentence" or (unit.passage.text and not unit.sentences)
    ]
    assert list(sentences()) == wanted


def test_every_pair_of_characters_and_so_every_piece_of_a_sentence_finds_it() -> None:
    for entry, (identity, text) in enumerate(sentences()):
        for pair in pairs(fold(text)):
            assert entry in entries_with(pair), (identity, pair)


def test_a_pair_leads_to_nothing_that_lacks_it() -> None:
    for pair in some({pair for _, text in sentences() for pair in pairs(fold(text)) if pair[1] != END}):
        assert all(pair in fold(sentences()[entry][1]) for entry in some(entries_with(pair)))


POSTINGS = json.loads((CASES / "scripts/postings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", POSTINGS, ids=lambda case: str(case["entries"]))
def test_entries_are_written_as_the_scripts_read_them(case: dict[str, Any]) -> None:
    """The same cases are read by scripts/tests/postings.test.js; what reads them for the tests here is held to them too."""
    assert written_entries(case["entries"]) == case["codes"]
    assert list(decoded(case["codes"])) == case["entries"]


def test_a_small_corpus_has_no_index_that_no_page_would_load() -> None:
    """The manifest says so, and a page asks it."""
    files = {page.path.name: page.text for page in converted().files if page.path.is_relative_to(SEARCH)}
    assert not [name for name in files if re.match(r"[ph]\d", name)]
    assert '"shards":""' in files["manifest.js"]


def test_without_an_index_a_page_looks_through_notes_and_terms_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_files, "SCANNED", 0)
    assert '"asides":false' in next(page.text for page in convert(ROOT).files if page.path.name == "manifest.js")
    monkeypatch.setattr(search_files, "WHOLE", 10)
    assert '"asides":true' in next(page.text for page in convert(ROOT).files if page.path.name == "manifest.js")


def test_the_whole_search_is_small() -> None:
    """Most of it is how people ask and everyday words, of which a query needs little; what it loads has its own limit below."""
    sizes = {page.path.stem: len(gzip.compress(page.text.encode(), 9)) for page in converted().files if page.path.is_relative_to(SEARCH)}
    assert sum(sizes.values()) <= 520_000, sizes


@in_node
@pytest.mark.parametrize(
    "query",
    [
        "低空经济",
        "看病贵怎么办",
        "外卖骑手有没有保障",
        "城里一下大雨就淹水",
        "銀髮經濟",
        "四川省委决定二（一）第2段",
        "wind power",
        "kanbing",
        "大学毕业找不到工作",
        "chip factory subsidies",
        "how will old people pay by phone in the countryside",
        "县里一层层往下压任务，我们三个人干不过来",
        "我都七十好几了，屋头厕所没得扶手，政府管不管嘛",
    ],
)
def test_a_first_query_loads_little(query: str, tmp_path: Path) -> None:
    """The texts of a small site are there then, so no index of them; everyday words only as far as the query may need them."""
    folder = written(((page.path, page.text) for page in converted().files), tmp_path)
    ask = Asking(folder)
    loaded = ask(query)["loaded"]
    ask.close()
    assert "names" in loaded
    sizes = {name: len(gzip.compress((folder / f"{name}.js").read_bytes(), 9)) for name in loaded}
    assert sum(sizes.values()) <= 110_000, sizes


def test_a_page_loads_little_and_what_is_loaded_later_stands_in_one_attribute_of_the_box() -> None:
    assets = ROOT / "overrides/assets"
    parts = re.findall(r"\{\{ 'assets/(search-\w+\.js)' \| url \}\}", (ROOT / "overrides/partials/search.html").read_text())
    assert sorted(parts) == sorted(path.name for path in assets.glob("search-*.js"))
    for name in parts:
        assert len(re.findall(r'__edition_search\("@\w+",', (assets / name).read_text())) == 1
    assert len(gzip.compress((assets / "search.js").read_bytes(), 9)) <= 3_500
    assert all(len((assets / name).read_text().splitlines()) <= 250 for name in some(parts))


def test_the_index_is_the_same_every_time() -> None:
    first = {page.path: page.text for page in converted().files if page.path.is_relative_to(SEARCH)}
    again = {page.path: page.text for page in convert(ROOT).files if page.path.is_relative_to(SEARCH)}
    assert first == again


def test_a_file_that_is_no_longer_made_is_removed(small: Project) -> None:
    stale = small.root / "docs/search/p99.js"
    stale.write_text("")
    assert "已删 docs/search/p99.js" in small.run("build").out


def test_folding() -> None:
    assert fold("“五良”融合，１+21+Ｎ　５Ｇ、\ud800〔2024〕") == "五良融合1+21+n5g2024"
    assert syllables("5G银行") == "5 g yin hang"


def test_traditional_characters_come_from_a_table() -> None:
    assert table("# 注\n經\t经\n乾\t干 乾\n一\t一\n").splitlines()[1] == "乾干 經经"
    assert read_traditional()["濟"] == "济"


def test_a_wrong_list_of_synonyms_is_a_fault(small: Project) -> None:
    (small.root / "source/synonyms.yml").write_text("楼市: [房地产]\n上网: 网\n")
    assert small.run("build").codes == ["2:DOC003"]


def test_a_synonym_that_reaches_no_text_is_a_warning(small: Project) -> None:
    (small.root / "source/synonyms.yml").write_text("活儿: [某事]\n楼市: [房地产, 住房]\n")
    result = small.run("build")
    assert result.status == 0
    assert result.codes == ["2:SYN001"]
    assert "搜“楼市”找不到东西：房地产、住房 在各份文件里都没有" in result.err
