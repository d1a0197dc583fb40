"""A style sheet without what no page can use: rules, then animations and custom properties that nothing names any more.

A selector goes only if it asks for a class, id, element or attribute value that neither a page has nor a script mentions; a rule goes
with its last selector. A sheet is parsed once, into pieces that are then only left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import tinycss2
from tinycss2.ast import AtRule, Declaration, IdentToken, Node, QualifiedRule

from .records import Asked, Vocabulary
from .selectors import Selector, foreign, needs, possible, selector, split

GROUPS = ("media", "supports", "layer", "container", "scope")
NAMED = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A declaration, or another statement with no pieces in it; ``custom`` is the property it gives a value, ``animation`` what it is called."""

    text: str
    reads: frozenset[str]
    names: frozenset[str]
    custom: str = ""
    animation: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Head:
    """One selector of a rule. One browser's own (``::-moz-…``) stays beside others: elsewhere it voids them."""

    text: str
    asks: Selector
    foreign: bool


@dataclass(frozen=True, slots=True)
class StyleRule:
    """Selectors, and what holds for them."""

    heads: tuple[Head, ...]
    inside: tuple[Piece, ...]

    @property
    def opening(self) -> str:
        """What stands before the brace."""
        return ",".join(head.text for head in self.heads)


@dataclass(frozen=True, slots=True)
class GroupRule:
    """``@media …`` and its like, with rules in it."""

    opening: str
    inside: tuple[Piece, ...]


Piece = Statement | StyleRule | GroupRule


def asked(css: str) -> Asked:
    """What the selectors of a style sheet ask of pages."""
    found = frozenset(need for rule in _rules(_pieces(css)) for head in rule.heads for need in needs(head.asks))
    return Asked(found, frozenset(need[1:].partition("=")[0] for need in found if need.startswith("[")))


def reduced(css: str, words: Vocabulary) -> str:
    """The style sheet with what the words can meet."""
    pieces = tuple(_possible(_pieces(css), words))
    while True:
        less = tuple(_named(pieces, _Named(pieces, words)))
        if less == pieces:
            return _text(pieces)
        pieces = less


def _possible(pieces: Iterable[Piece], words: Vocabulary) -> Iterator[Piece]:
    """The pieces, of rules the selectors that something may fit."""
    for piece in pieces:
        if isinstance(piece, Statement):
            yield piece
            continue
        inside = tuple(_possible(piece.inside, words))
        if isinstance(piece, GroupRule):
            kept: StyleRule | GroupRule = replace(piece, inside=inside)
        else:
            fit = [possible(head.asks, words) for head in piece.heads]
            heads = [head for head, fits in zip(piece.heads, fit, strict=True) if fits or (head.foreign and any(fit))]
            kept = StyleRule(tuple(heads), inside if heads else ())
        if kept.inside:
            yield kept


class _Named:
    """Custom properties that a value or a script reads, animations that a value names."""

    def __init__(self, pieces: Iterable[Piece], words: Vocabulary) -> None:
        self.words = words
        self.properties: set[str] = set()
        self.values: set[str] = set()
        for statement in _statements(pieces):
            self.properties |= statement.reads
            self.values |= statement.names

    def has(self, statement: Statement) -> bool:
        if statement.custom:
            return statement.custom in self.properties or self.words.has(statement.custom)
        return not statement.animation or not statement.animation.isdisjoint(self.values)


def _named(pieces: Iterable[Piece], named: _Named) -> Iterator[Piece]:
    """The pieces without the statements that nothing names; a rule or group that thereby becomes empty goes as well."""
    for piece in pieces:
        if isinstance(piece, Statement):
            if named.has(piece):
                yield piece
        elif inside := tuple(_named(piece.inside, named)):
            yield replace(piece, inside=inside)


def _statements(pieces: Iterable[Piece]) -> Iterator[Statement]:
    for piece in pieces:
        if isinstance(piece, Statement):
            yield piece
        else:
            yield from _statements(piece.inside)


def _rules(pieces: Iterable[Piece]) -> Iterator[StyleRule]:
    """All rules with selectors, also within groups and other rules."""
    for piece in pieces:
        if isinstance(piece, StyleRule):
            yield piece
        if not isinstance(piece, Statement):
            yield from _rules(piece.inside)


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(
        piece.text if isinstance(piece, Statement) else f"{piece.opening}{{{_text(piece.inside).removesuffix(';')}}}" for piece in pieces
    )


@lru_cache(maxsize=16)
def _pieces(css: str) -> tuple[Piece, ...]:
    """A style sheet as pieces; kept, since what it asks and what is left of it are two questions."""
    return tuple(map(_piece, tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _piece(node: Node) -> Piece:
    if isinstance(node, QualifiedRule):
        return StyleRule(tuple(map(_head, split(node.prelude))), _inside(node))
    if isinstance(node, AtRule) and node.lower_at_keyword in GROUPS and node.content is not None:
        return GroupRule(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", _inside(node))
    if isinstance(node, Declaration):
        custom = node.name if node.name.startswith("--") else ""
        return _statement(f"{node.serialize()};", node.value, custom)
    animation: frozenset[str] = frozenset()
    if isinstance(node, AtRule) and node.lower_at_keyword.endswith("keyframes"):
        animation = frozenset(token.value for token in node.prelude if hasattr(token, "value"))
    return _statement(node.serialize(), (), animation=animation)


def _head(tokens: list[Node]) -> Head:
    return Head(tinycss2.serialize(tokens).strip(), selector(tokens), foreign(tokens))


def _inside(node: QualifiedRule | AtRule) -> tuple[Piece, ...]:
    nodes: list[Node] = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    if any(one.type == "error" for one in nodes):  # something that this parser does not know: left as it is
        return (_statement(tinycss2.serialize(node.content), node.content),)
    return tuple(map(_piece, nodes))


def _statement(text: str, values: Iterable[Node], custom: str = "", animation: frozenset[str] = frozenset()) -> Statement:
    names = frozenset(token.value for token in _tokens(values) if isinstance(token, IdentToken))
    return Statement(text, frozenset(NAMED.findall(text)), names, custom, animation)


def _tokens(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _tokens(getattr(node, "content", None) or getattr(node, "arguments", None) or [])
