"""Which words the pages speak: the corpus's while it is rendered, else the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..model.words import Words
from ..read.words import shipped_words

_WORDS: ContextVar[Words] = ContextVar("words")


def words() -> Words:
    """The words in use."""
    return _WORDS.get(shipped_words())


def say(key: str, **filling: object) -> str:
    """The words of a key with its gaps filled; what goes into the gaps is escaped by who puts it there."""
    return words().say(key, **filling)


@contextmanager
def using(chosen: Words) -> Iterator[None]:
    """Pages made inside speak these words."""
    token = _WORDS.set(chosen)
    try:
        yield
    finally:
        _WORDS.reset(token)
