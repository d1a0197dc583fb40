"""Siblings are treated alike: where most of a list are paragraphs, all are; where most are heads, short lines with text below are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.records import Kind
from ..text.fold import fold
from ..text.sentences import is_complete, opens_quote
from .heads import RUN_IN_LIMIT
from .nodes import Node, paragraph

_BRACKETED = re.compile(r"[（(].*[)）]", re.DOTALL)
"""A line below a head that says who is responsible: （责任单位：市水务局）."""
_LISTED = {Kind.SECTION, Kind.ITEM, Kind.SUBITEM, Kind.SUBSUBITEM, Kind.CIRCLE, Kind.LETTER, Kind.ROMAN, Kind.DECIMAL}


def treat_alike(nodes: Sequence[Node], *, in_article: bool = False) -> None:
    """Turn run-in heads among a majority of numbered paragraphs into paragraphs, at every level; or what may be a head into one."""
    lists: dict[Kind, list[Node]] = {}
    for node in nodes:
        if node.kind in _LISTED:
            lists.setdefault(node.kind, []).append(node)
        treat_alike(node.children, in_article=in_article or node.kind is Kind.ARTICLE)
    for siblings in lists.values():
        named = [node for node in siblings if _may_be_head(node)]
        whole = sum(_is_paragraph(node) for node in siblings)
        most = 2 * (whole - len(named)) + in_article  # of the items of an article half are enough
        if most > len(siblings) or (whole == len(siblings) and 2 * len(named) <= whole):
            for node in siblings:
                if not _is_paragraph(node):
                    _as_paragraph(node)
        else:
            for node in named:
                _as_head(node)


def _is_paragraph(node: Node) -> bool:
    return any(child.kind is Kind.SENTENCE for child in node.children)


def _may_be_head(node: Node) -> bool:
    """One short sentence with text below it: （二）基本原则。 and then ——坚持…… in the next line; or a question and its answer.

    The caption of a table is no text: 4.2.1　监测项目见表1。 / 表1　监测项目
    """
    sentences = [child.passage.text for child in node.children if child.kind is Kind.SENTENCE]
    if len(sentences) != 1 or len(node.children) == 1 or node.line_text is None:
        return False
    below = node.children[1].text if node.children[1].kind is Kind.PARAGRAPH else "。"
    if not is_complete(below) and not _BRACKETED.fullmatch(below):
        return False
    return sentences[0].endswith(("。", "？", "?")) and len(fold(sentences[0])) <= RUN_IN_LIMIT and not opens_quote(sentences[0])


def _as_head(node: Node) -> None:
    node.passage = node.children[0].passage
    node.children = node.children[1:]


def _as_paragraph(node: Node) -> None:
    """Only where text follows in the head's own line, or nothing is below it."""
    if node.line_text is None or node.marker is None:
        return
    run_in = len(fold(node.line_text.text)) > len(fold(node.marker.text + node.passage.text))
    if run_in or not node.children:
        whole = paragraph(node.kind, node.line_text, node.marker)
        node.passage = whole.passage
        node.children = whole.children + node.children[1:]
