"""Characters that nobody sees, and that do something."""

from __future__ import annotations

import re

CONTROL_CHARACTERS = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What no value of ours has: none shows, some break a line in one program only, some turn round what stands after them on a page, some
(halves of characters, and what Unicode keeps from being any) are in no file that other programs read, some are whole texts in invisible letters."""
INVISIBLE = re.compile("[\x80-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"
                        "\ue000-\uf8ff\U000f0000-\U0010ffff\U000e0000-\U000e0fff]")  # fmt: skip
"""What a text may hold unseen: joiners, marks of direction, fillers, and the private characters that only one font draws."""
