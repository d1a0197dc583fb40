"""The words a reader sees: one table for Python, templates and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter


@dataclass(frozen=True)
class Words:
    """Key → words, with gaps in braces: ``none.only`` → ``仅见于{document}``."""

    entries: Mapping[str, str]

    def say(self, key: str, **filling: object) -> str:
        """The words of a key, its gaps filled. Raises KeyError for a key or a gap that is not known."""
        return self.entries[key].format(**filling)

    def group(self, name: str) -> Mapping[str, str]:
        """All keys below ``name``, without it; gaps as they are."""
        return {key.removeprefix(f"{name}."): words for key, words in self.entries.items() if key.startswith(f"{name}.")}

    def with_own(self, own: Mapping[str, str]) -> Words:
        """The same with some words replaced."""
        return Words({**self.entries, **own})


def gaps(words: str) -> set[str]:
    """The names of the gaps in some words. Raises ValueError where a brace is not closed."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def flattened(tables: Mapping[str, Mapping[str, str]]) -> Iterable[tuple[str, str]]:
    """``{"none": {"only": …}}`` → ``none.only``."""
    return ((f"{table}.{key}", words) for table, rows in tables.items() for key, words in rows.items())
