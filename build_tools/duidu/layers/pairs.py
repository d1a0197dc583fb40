"""Pairs of documents: the curated links of a file, and where nobody has read yet, the matcher's best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..align.propose import PUBLISH, propose
from ..anchors.document import Document
from ..model.faults import Fault
from ..read.glossary import Glossary
from ..read.links import LinkFile
from .extent import is_whole
from .links import Coverage, Link, Pair, Relation, State, compared_units, curated_links, link_faults, unreviewed_fault


def spellings(glossary: Glossary) -> Mapping[str, str]:
    """Forms of a term that are other words for it → the headword: 制造业智能化改造数字化转型 is read as 智改数转.

    Forms that only add to the headword, and whole enumerations, would make unlike sentences alike.
    """
    return {
        form: term.term
        for term in glossary.terms
        for form in term.forms
        if form != term.term and "、" not in form and term.term not in form and form not in term.term
    }


def make_pair(implementing: Document, implemented: Document, file: LinkFile | None, glossary: Glossary) -> Pair:
    """The pair with its curated links, and automatic ones for units of the implementing document that nobody has read.

    None of these leads to a unit that a person found without counterpart, or was refused by one.
    """
    curated = curated_links(implementing, implemented, file) if file else []
    none = {(document, anchor): Coverage(f"none-{kind}") for document, anchor, kind in file.none} if file else {}
    read = {link.source for link in curated} | {anchor for document, anchor in none if document == implementing.id}
    unread = {anchor for anchor in compared_units(implementing) if anchor not in read}
    refused = {target for document, target in none if document == implemented.id}
    rejected = frozenset(file.rejected) if file else frozenset()
    automatic = [
        link
        for link in (_automatic(implementing, implemented, spellings(glossary)) if unread else ())
        if link.source in unread and link.target not in refused and (link.source, link.target) not in rejected
    ]
    order = {anchor: position for position, anchor in enumerate(implementing.units)}
    other = {anchor: position for position, anchor in enumerate(implemented.units)}
    links = sorted([*curated, *automatic], key=lambda link: (order[link.source], other[link.target]))
    return Pair(implementing, implemented, tuple(links), none, rejected, file.precision if file else None)


def _automatic(implementing: Document, implemented: Document, variants: Mapping[str, str]) -> list[Link]:
    """Proposals that are sure enough to be shown."""
    return [
        Link(
            found.source,
            found.target,
            Relation(found.relation),
            found.relation == Relation.SAME and is_whole(implementing, found.source, implemented, found.target),
            found.evidence,
            state=State.UNREVIEWED,
            score=found.score,
        )
        for found in propose(implementing, implemented, variants, PUBLISH)
    ]


def pair_faults(pair: Pair, file: LinkFile | None) -> Iterator[Fault]:
    """Faults and warnings of a pair's curated file."""
    if file:
        yield from link_faults(pair.implementing, pair.implemented, file)
        yield from unreviewed_fault(pair, file)
        if file.precision and file.precision.right > file.precision.sample:
            said = f"抽了 {file.precision.sample} 条，对的却有 {file.precision.right} 条"
            yield file.yaml.fault(("precision", "right"), "LNK012", said, "改正写错的一个")
