"""Fields of a Word file: what is shown of one whose result stands nowhere (EQ), and which one is a table of contents (ECMA-376, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.numerals import CIRCLED, nth

_EQUATION = re.compile(r"\s*eq\b(.*)", re.IGNORECASE | re.DOTALL)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_OPTION = re.compile(r"\\\*\s*(?:\"[^\"]*\"|\S+)|\\(?:a[clrd]|u[pm]\d*|d[io]\d*|[hv]\d+|s[upd]?\b)", re.IGNORECASE)
_FRAMES = "○〇◯□△◇"
_HAN_CIRCLES = dict(zip("一二三四五六七八九十", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", strict=True))
_RAISED = re.compile(r"\s*\\s\\up\s*\d*\s*\(", re.IGNORECASE)
DEEPEST = 20


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents."""
        return _CONTENTS.match(self.instruction) is not None


def equation(instruction: str) -> str:
    r"""What an EQ field shows, in one line; "" for any other field.

    >>> [equation(code) for code in ("eq \\o\\ac(○,11)", "EQ \\o\\ac(○,密)", "EQ \\f(1,2)", "EQ \\* jc2 \\o\\ad(\\s\\up 9(shè),畲)", "PAGE")]
    ['⑪', '密', '1/2', '畲', '']
    """
    found = _EQUATION.fullmatch(instruction)
    return _shown(found[1], 0).strip() if found else ""


def _shown(text: str, depth: int) -> str:
    """The text with every switch \\x(…) in it replaced by what it shows."""
    pieces: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "\\":
            pieces.append(text[at])
            at += 1
        elif option := _OPTION.match(text, at):
            at = option.end()
        elif text[at + 1 : at + 2].isalpha():
            opened = text.find("(", at)
            if opened < 0 or depth > DEEPEST:
                break
            arguments, end = _arguments(text, opened)
            pieces.append(_switch(text[at + 1].lower(), arguments, depth))
            at = end
        else:
            pieces.append(text[at + 1 : at + 2])
            at += 2
    return "".join(pieces)


def _arguments(text: str, opened: int) -> tuple[list[str], int]:
    """The arguments between the brackets that open there, and where the text goes on."""
    found = [""]
    depth = 0
    for at in range(opened, len(text)):
        char = text[at]
        if text[at - 1] == "\\":
            found[-1] += char
            continue
        depth += (char == "(") - (char == ")")
        if not depth:
            return found, at + 1
        if char in ",，;；" and depth == 1:
            found.append("")
        elif at > opened:
            found[-1] += char
    return found, len(text)


def _switch(name: str, arguments: list[str], depth: int) -> str:
    if name == "o" and len(arguments) == 2 and _RAISED.match(arguments[0]):
        # How a character is read stands above it.
        return _shown(arguments[1], depth + 1)
    shown = [_shown(argument, depth + 1) for argument in arguments]
    if name == "o":
        inner = "".join(part for part in shown if part.strip() not in _FRAMES)
        framed = len(shown) > 1 and len(inner) < sum(map(len, shown))
        return _circled(inner.strip()) if framed else inner
    return "/".join(shown) if name == "f" else "√" + shown[-1] if name == "r" else "".join(shown)


def _circled(text: str) -> str:
    if text.isascii() and text.isdecimal():
        return nth(CIRCLED, int(text)) if 1 <= int(text) <= len(CIRCLED) else f"({text})"
    return _HAN_CIRCLES.get(text, text)
