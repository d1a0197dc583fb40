"""Characters that nobody sees and that do something."""

from __future__ import annotations

import re

CONTROL_CHARACTERS = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What no value of ours has: none shows, some break a line in one program only, some turn round what stands after them on a page, some
(halves of characters, and what Unicode keeps from being any) are in no file that other programs read, some are whole texts in invisible letters."""
