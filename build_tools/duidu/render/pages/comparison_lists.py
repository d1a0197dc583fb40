"""The lists of a pair: its links by relation, what nobody has read, and what is only in one of the two documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...anchors.document import Document
from ...layers.alignment import Alignment, Closeness, Link
from ...layers.coverage import none_kinds, without_counterpart
from ..apparatus.relations import FORMS, none_name, none_title, place_link, relation_label, relation_name, row_id
from ..markdown import escape, link
from ..names import seal
from ..wording import say
from .reading_state import unread_remark

UP = "../../../"
"""From a pair's page to docs/."""


def lists_blocks(pair: Alignment) -> list[str]:
    """The links by relation, then what nobody has read, then what is only in one of the two."""
    read = (pair.implementing, pair.implemented) if pair.is_read else ()
    parts = [*_linked_lists(pair), *_unread_list(pair), *(_none_list(pair, document) for document in read)]
    ways = " · ".join(link(name, f"#{identity}") for identity, name, _ in parts)
    body = [f"# {say('compare.lists')} {{#lists}}", unread_remark(pair), f"{ways}\n{{ .meta }}"]
    return body + [block for _, _, blocks in parts for block in blocks]


ListPart = tuple[str, str, list[str]]
"""Id, name for the contents, blocks."""


def _linked_lists(pair: Alignment) -> Iterator[ListPart]:
    for closeness in Closeness if pair.is_read else ():
        found = [one for one in pair.counted if one.closeness is closeness]
        name, identity = relation_name(closeness), f"list-{FORMS[closeness]}"
        yield identity, name, [_list_head(say("compare.pairs", name=name, count=len(found)), identity), _pair_lines(pair, found)]


def _unread_list(pair: Alignment) -> Iterator[ListPart]:
    """The automatic links, and how much is left to read."""
    left = sum(map(len, pair.unread.values()))
    if not left:
        return
    name, identity = say("relation.automatic"), "list-automatic"
    rows = link(say("compare.rows"), f"by-{pair.implementing.id}.md")
    head = _list_head(say("compare.pairs", name=name, count=len(pair.automatic)), identity)
    yield identity, name, [head, _pair_lines(pair, pair.automatic), say("compare.left", count=left, rows=rows)]


def _none_list(pair: Alignment, document: Document) -> ListPart:
    """What is only in one document; of the implemented one by the kinds of none."""
    found = {kind: without_counterpart(pair, document, kind) for kind in none_kinds(pair, document)}
    identity, name = f"list-none-{document.id}", none_title(document)
    count = sum(len(sentences) for sentences, _ in found.values())
    blocks = [_list_head(say("compare.sentences", name=f"{seal(document)} {escape(name)}", count=count), identity)]
    for kind, (sentences, heads) in found.items():
        if document is pair.implemented:
            title = say("compare.sentences", name=say(f"none.{kind.value}"), count=len(sentences))
            blocks.append(f"### {title} {{#{identity}-{kind.value.removeprefix('none-')}}}")
        blocks.append("\n".join(_none_line(document, anchor) for anchor in sentences) or say("compare.nothing"))
        if heads:
            said = "；".join(_none_words(document, anchor) for anchor in heads)
            blocks.append(say("compare.heads", count=len(heads), heads=said))
    return identity, none_name(pair, document), blocks


def _list_head(name: str, identity: str) -> str:
    return f"## {name} {{#{identity}}}"


def _pair_lines(pair: Alignment, found: Sequence[Link]) -> str:
    return "\n".join(_pair_line(pair, one) for one in found) or say("compare.nothing")


def _pair_line(pair: Alignment, found: Link) -> str:
    ends = f"{seal(pair.implementing)} {place_link(pair.implementing, found.source, UP)} ↔ {seal(pair.implemented)} {place_link(pair.implemented, found.target, UP)}"
    row = link(say("compare.rows"), f"by-{pair.implementing.id}.md#{row_id(found)}")
    words = "".join(_quoted(first) for first in dict.fromkeys(first for first, _ in found.evidence))
    return f"- {ends}　{relation_label(found) if found.state != 'confirmed' else ''}{words}　{row}"


def _quoted(words: str) -> str:
    """Quotation marks inside a quotation are single ones (GB/T 15834)."""
    return f"“{escape(words.translate({ord('“'): '‘', ord('”'): '’'}))}”"


def _none_line(document: Document, anchor: str) -> str:
    return f"- {_none_words(document, anchor)}"


def _none_words(document: Document, anchor: str) -> str:
    return f"{place_link(document, anchor, UP)}　{escape(document.marker(anchor) + document.text(anchor)).rstrip('。')}"
