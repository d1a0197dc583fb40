"""Raised and lowered figures, as the characters that Unicode has for them: 10² is not 102, and folds to it all the same."""

from __future__ import annotations

_FIGURES = {
    "superscript": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "subscript": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}


def raised(text: str, place: str) -> str:
    """The text with its figures raised (``superscript``) or lowered; as it is, if it has other characters than figures and signs.

    >>> raised("2", "superscript"), raised("[1]", "superscript")
    ('²', '[1]')
    """
    shown = text.translate(_FIGURES[place])
    return shown if all(ord(char) > 127 for char in shown) else text
