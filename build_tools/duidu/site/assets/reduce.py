"""A style sheet without what no page can use: rules, then animations and custom properties that nothing names any more.

A selector goes only if it asks for a class, id, element or attribute value that neither a page has nor a script mentions; a rule goes
with its last selector.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Declaration, IdentToken, Node, QualifiedRule

from .records import Asked, Vocabulary
from .selectors import foreign, needs, possible, selector, selectors, split

GROUPS = ("media", "supports", "layer", "container", "scope")
NAMED = re.compile(r"var\(\s*(--[\w-]+)")
Keep = Callable[[Node], bool]
Head = Callable[[QualifiedRule], str]


def asked(css: str) -> Asked:
    """What the selectors of a style sheet ask of pages."""
    found = frozenset(need for rule in _qualified(_parsed(css)) for one in selectors(rule.prelude) for need in needs(one))
    return Asked(found, frozenset(need[1:].partition("=")[0] for need in found if need.startswith("[")))


def reduced(css: str, words: Vocabulary) -> str:
    """The style sheet with what the words can meet."""
    css = _kept(_parsed(css), lambda node: not isinstance(node, QualifiedRule) or bool(_head(node, words)), lambda node: _head(node, words))
    while True:
        less = _kept(_parsed(css), _named_in(css, words), lambda node: tinycss2.serialize(node.prelude))
        if less == css:
            return css
        css = less


def _head(rule: QualifiedRule, words: Vocabulary) -> str:
    """The selectors of a rule that something may fit. One browser's own (``::-moz-…``) stays beside others: elsewhere it voids them."""
    lists = split(rule.prelude)
    kept = [tokens for tokens in lists if possible(selector(tokens), words)]
    return ",".join(tinycss2.serialize(tokens).strip() for tokens in lists if kept and (tokens in kept or foreign(tokens)))


def _named_in(css: str, words: Vocabulary) -> Keep:
    """Custom properties that a value or a script reads, animations that a value names."""
    properties = set(NAMED.findall(css))
    values = {token.value for rule in _qualified(_parsed(css)) for token in _tokens(rule.content) if isinstance(token, IdentToken)}

    def keep(node: Node) -> bool:
        if isinstance(node, Declaration) and node.name.startswith("--"):
            return node.name in properties or words.has(node.name)
        if isinstance(node, AtRule) and node.lower_at_keyword.endswith("keyframes"):
            return any(token.value in values for token in node.prelude if hasattr(token, "value"))
        return True

    return keep


def _parsed(css: str) -> list[Node]:
    nodes: list[Node] = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return nodes


def _inside(node: QualifiedRule | AtRule) -> list[Node]:
    nodes: list[Node] = tinycss2.parse_blocks_contents(node.content or (), skip_comments=True, skip_whitespace=True)
    return nodes


def _qualified(nodes: list[Node]) -> Iterator[QualifiedRule]:
    """All rules with selectors, also within groups and other rules."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield node
        if isinstance(node, QualifiedRule) or (isinstance(node, AtRule) and node.lower_at_keyword in GROUPS and node.content):
            yield from _qualified(_inside(node))


def _tokens(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _tokens(getattr(node, "content", None) or getattr(node, "arguments", None) or [])


def _kept(nodes: list[Node], keep: Keep, head: Head) -> str:
    """The nodes that are kept, as text; a rule or group that thereby becomes empty goes as well."""
    texts: list[str] = []
    for node in nodes:
        if not keep(node):
            continue
        if isinstance(node, QualifiedRule):
            texts.append(_block(head(node), node, keep, head))
        elif isinstance(node, AtRule) and node.lower_at_keyword in GROUPS and node.content is not None:
            texts.append(_block(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", node, keep, head))
        else:
            texts.append(node.serialize() + (";" if isinstance(node, Declaration) else ""))
    return "".join(texts)


def _block(opening: str, node: QualifiedRule | AtRule, keep: Keep, head: Head) -> str:
    inside = _inside(node)
    if any(one.type == "error" for one in inside):  # something that this parser does not know: left as it is
        return f"{opening}{{{tinycss2.serialize(node.content)}}}"
    text = _kept(inside, keep, head)
    return f"{opening}{{{text.removesuffix(';')}}}" if text else ""
