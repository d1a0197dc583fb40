"""What a selector asks of a page. ``nav.md-tabs[dir=ltr] > li`` asks for ``nav``, ``.md-tabs``, ``[dir=ltr]``, ``li``.

Only what must be there: what stands in ``:not()`` and the like asks for nothing, and so do states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tinycss2.ast import FunctionBlock, HashToken, IdentToken, Node, SquareBracketsBlock, StringToken

from .records import Vocabulary

ONE_OF = ("is", "where", "matches")
Part = str | tuple["Selector", ...]
Selector = tuple[Part, ...]
"""All parts must be met; of a part that is itself a list of selectors, one."""


def selectors(prelude: Sequence[Node]) -> tuple[Selector, ...]:
    """The selectors of a list."""
    return tuple(map(selector, split(prelude)))


def selector(tokens: Sequence[Node]) -> Selector:
    """What one selector asks for."""
    return tuple(_parts(tokens))


def foreign(tokens: Sequence[Node]) -> bool:
    """Whether a selector has a state or part that only one maker's browsers know (``::-moz-focus-inner``)."""
    return any(one == ":" and getattr(other, "name", getattr(other, "value", "")).startswith("-") for one, other in pairwise(tokens))


def split(prelude: Sequence[Node]) -> list[list[Node]]:
    """The tokens of each selector of a list."""
    lists: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            lists.append([])
        else:
            lists[-1].append(token)
    return lists


def _parts(tokens: Sequence[Node]) -> Iterator[Part]:
    before = ""
    for token in tokens:
        if isinstance(token, IdentToken) and before == ".":
            yield f".{token.value}"
        elif isinstance(token, IdentToken) and before != ":":
            yield token.lower_value
        elif isinstance(token, HashToken):
            yield f"#{token.value}"
        elif isinstance(token, SquareBracketsBlock):
            yield from _attribute(token.content)
        elif isinstance(token, FunctionBlock) and token.lower_name in ONE_OF:
            yield selectors(token.arguments)
        before = token.value if token.type == "literal" else ""


def _attribute(content: Sequence[Node]) -> Iterator[str]:
    """``[name=value]``; other tests of attributes ask for nothing."""
    tokens = [token for token in content if token.type not in ("whitespace", "comment")]
    if len(tokens) == 3 and tokens[1] == "=" and isinstance(tokens[2], IdentToken | StringToken):
        yield f"[{tokens[0].lower_value}={tokens[2].value}]"


def needs(selector: Selector) -> Iterator[str]:
    """Everything that a selector mentions as asked for."""
    for part in selector:
        if isinstance(part, str):
            yield part
        else:
            for one in part:
                yield from needs(one)


def possible(selector: Selector, words: Vocabulary) -> bool:
    """Whether a page may have something that the selector fits."""
    return all(words.has(part) if isinstance(part, str) else any(possible(one, words) for one in part) for part in selector)
