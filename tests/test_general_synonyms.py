"""The list of everyday words that the tool brings: it serves any corpus, and names no place of one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from duidu.read.synonyms import ENDS_IN, GENERAL, NEAR, TOGETHER, general_synonyms, merged
from duidu.render.search.folding import fold
from duidu.render.search.nearby import reaching
from duidu.render.search.postings import piece, postings
from tests.projects import ROOT, converted
from tests.some import some

FILES = sorted(GENERAL.glob("*.yml"))
FILLERS = "fillers"
"""What speakers add and no text has to have: words that stand for nothing."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_is_words_and_phrases(file: Path) -> None:
    for line, phrases in some(yaml.safe_load(file.read_text(encoding="utf-8")).items()):
        words = line.removeprefix(NEAR)
        assert all(len(fold(word)) > 1 or word.startswith(ENDS_IN) or fold(word).isascii() for word in words.split(TOGETHER)), words
        assert phrases or file.stem == FILLERS, words
        assert all(len(fold(phrase)) > 1 or phrase in "锂氢" for phrase in phrases), words


def test_it_names_no_place_and_no_document_of_this_corpus() -> None:
    places = {document.meta.place for document in converted().documents} | {document.meta.short_title for document in converted().documents}
    said = "".join(word + "".join(phrases) for word, phrases in general_synonyms().items())
    assert [place for place in places if place in said] == []


def test_of_a_word_in_both_lists_the_corpus_comes_first() -> None:
    assert merged({"楼市": ("住房",)}, {"楼市": ("房地产", "住房"), "看病": ("医疗",)}) == {"楼市": ("住房", "房地产"), "看病": ("医疗",)}


def test_only_what_reaches_the_texts_is_sent() -> None:
    index = postings(piece([(fold("促进房地产市场平稳健康发展"), "")]))
    found = reaching({"楼市": ("房地产", "住房"), "housing market": ("房地产",), "看病": ("医疗",)}, index)
    assert (found.phrases, "".join(found.han), "".join(found.latin)) == (("房地产",), "楼市:0", "housingmarket:0")


def test_no_word_is_found_and_only_near_at_once() -> None:
    words = merged(general_synonyms(), converted().corpus.synonyms.words)
    assert [word for word in words if NEAR + word in words] == []


def test_a_near_word_stands_in_no_text() -> None:
    """Where it stands itself, nothing near is looked for."""
    texts = " ".join(fold(document.text(anchor)) for document in converted().documents for anchor in document.units)
    words = merged(general_synonyms(), converted().corpus.synonyms.words)
    assert [word for word in words if word.startswith(NEAR) and fold(word.removeprefix(NEAR)) in texts] == []


def test_what_speakers_add_is_sent_without_phrases() -> None:
    index = postings(piece([(fold("促进房地产市场平稳健康发展"), "")]))
    found = reaching({"得很": (), "楼市": ("房地产",), "the": ()}, index)
    assert {*"\n".join(found.han).split()} == {"得很", "楼市:0"}
    assert "".join(found.latin) == "the"


def test_what_speakers_add_is_no_name() -> None:
    """A word that stands for something is no filler; longest matches go first, so fillers may be parts of names."""
    words = merged(general_synonyms(), converted().corpus.synonyms.words)
    fillers = yaml.safe_load((GENERAL / f"{FILLERS}.yml").read_text(encoding="utf-8"))
    assert [word for line in fillers for word in line.split(TOGETHER) if words[word] or NEAR + word in words] == []


def test_a_plural_is_not_sent() -> None:
    """The search takes the s away; a word that only looks like one is sent, and so is a plural that stands for something else."""
    index = postings(piece([(fold("工资和税费"), "")]))
    found = reaching(
        {"wage": ("工资",), "wages": ("工资",), "bus": ("工资",), "dutys": ("税费",), "duties": ("工资",), "duty": ("税费",)}, index
    )
    assert sorted(line.split(":")[0] for line in "\n".join(found.latin).split("\n") if line) == ["bus", "duties", "duty", "wage"]


def test_a_phrase_of_one_character_reaches_a_text_that_has_it() -> None:
    index = postings(piece([(fold("开发锂资源"), "")]))
    assert reaching({"碳酸锂": ("锂",), "加氢站": ("氢",)}, index).phrases == ("锂",)


def test_near_words_are_marked_in_what_is_sent() -> None:
    index = postings(piece([(fold("推动群众体育全面协调发展"), "")]))
    assert "".join(reaching({"≈足球": ("群众体育",), "健身": ("群众体育",)}, index).han) in {"≈足球:0健身:0", "健身:0≈足球:0"}


def test_a_phrase_that_says_too_much_is_only_near() -> None:
    """智能终端 and 智能 for 手机: an empty phrase keeps the second place, so that 智能 stands in the third, where it is near."""
    index = postings(piece([(fold("智能终端"), ""), *((fold(f"智能{char}"), "") for char in "制造装备医疗工厂交通物流")]))
    found = reaching({"手机": ("智能", "智能终端"), "智能化": ("智能",)}, index)
    assert dict(line.split(":") for line in "\n".join(found.han).split("\n") if line) == {"手机": "1 2 0", "智能化": "0"}
    assert found.phrases == ("智能", "智能终端", "")


def test_the_corpus_lists_only_what_is_its_own() -> None:
    """What the general list says as well stands there alone."""
    own = yaml.safe_load((ROOT / "source/synonyms.yml").read_text(encoding="utf-8"))
    general = general_synonyms()
    twice = [
        (word, phrase)
        for words, phrases in own.items()
        for word in words.split(TOGETHER)
        for phrase in phrases
        if phrase in general.get(word, ())
    ]
    assert twice == []
