"""The list of everyday words that the tool brings: it serves any corpus, and names no place of one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from duidu.read.synonyms import ENDS_IN, GENERAL, TOGETHER, general_synonyms, merged
from duidu.render.search.folding import fold
from duidu.render.search.nearby import reaching
from duidu.render.search.postings import piece, postings
from tests.projects import ROOT, converted
from tests.some import some

FILES = sorted(GENERAL.glob("*.yml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_is_words_and_phrases(file: Path) -> None:
    for words, phrases in some(yaml.safe_load(file.read_text(encoding="utf-8")).items()):
        assert all(len(fold(word)) > 1 or word.startswith(ENDS_IN) for word in words.split(TOGETHER)), words
        assert phrases, words
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
