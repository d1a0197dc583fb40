"""The terminal: what it cannot show is replaced, and no word of a file can move its cursor, colour it or turn its writing round."""

from __future__ import annotations

import io
import sys
from typing import Any, TextIO

_KEPT = "\n\r\t"
_TURNING = [*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Marks that turn the direction of writing (Unicode, annex 9)."""
_REPLACED = {code: "\ufffd" for code in [*range(0x20), *range(0x7F, 0xA0), *_TURNING] if chr(code) not in _KEPT}


def harmless(text: str) -> str:
    """Text as a terminal may see it.

    >>> harmless("甲\\x1b[31m乙")
    '甲�[31m乙'
    """
    return text.translate(_REPLACED)


class _Shown(io.TextIOBase):
    """A terminal that only sees what is harmless; everything else about it is as it was."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        return self.stream.write(harmless(text))

    def flush(self) -> None:
        self.stream.flush()

    def __getattribute__(self, name: str) -> Any:
        if name in ("stream", "write", "flush"):
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, "stream"), name)


def guard() -> None:
    """Let everything that is printed from now on be such."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
        if stream.isatty():
            setattr(sys, name, _Shown(stream))
