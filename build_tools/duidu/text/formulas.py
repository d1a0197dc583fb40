"""What a spreadsheet would take for a formula."""

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
"""A cell that begins so may be computed when the file is opened; the full-width forms are what Chinese input makes of the others."""
_SIGNS = frozenset(FORMULA)
GUARD = "'"
"""Written before such text, and taken away again on reading."""


def guarded(text: str) -> str:
    """The text as it goes into a cell.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    return GUARD + text if text[:1] in _SIGNS else text


def unguarded(text: str) -> str:
    """The text that went into a cell."""
    bare = text.removeprefix(GUARD)
    return bare if bare.startswith(FORMULA) else text
