"""As much of a text as a message shows."""

from __future__ import annotations

from posixpath import commonprefix


def shortened(text: str, most: int) -> str:
    """The text, or so many of its characters that it has ``most`` with the sign that there is more.

    >>> shortened("甲乙丙丁", 4), shortened("甲乙丙丁戊", 4)
    ('甲乙丙丁', '甲乙丙…')
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def first_difference(one: str, other: str) -> int:
    """How many characters two texts begin with alike.

    >>> first_difference("甲乙丙", "甲乙丁"), first_difference("甲乙", "甲乙丙")
    (2, 2)
    """
    return len(commonprefix([one, other]))
