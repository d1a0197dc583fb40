"""Writes ``traditional.txt`` from OpenCC's TSCharacters.txt: ``python -m duidu.read.make_traditional TSCharacters.txt``.

Only needed when OpenCC's table changes; its first choice is taken, characters that stay as they are are left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .synonyms import TRADITIONAL

HEADER = "# 繁体与简体，逐字；由 duidu/read/make_traditional.py 从 OpenCC（Apache-2.0）的 TSCharacters.txt 生成，请勿手改"
IN_A_LINE = 40


def table(text: str) -> str:
    """The pairs of a table of OpenCC, many in a line."""
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    pairs = sorted({old + new for old, new, *_ in rows if len(old) == len(new) == 1 and old != new})
    lines = (" ".join(pairs[start : start + IN_A_LINE]) for start in range(0, len(pairs), IN_A_LINE))
    return "\n".join([HEADER, *lines]) + "\n"


if __name__ == "__main__":
    TRADITIONAL.write_text(table(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")
