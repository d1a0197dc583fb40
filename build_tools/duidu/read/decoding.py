"""Bytes → characters: as declared, or as detected; a damaged byte is told at its place, mojibake is told for what it is.

Every legacy encoding accepts nearly any bytes, so that being valid proves little: what decides is whether the result
reads like Chinese, measured by the share of common characters.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .synonyms import read_traditional

CODECS = {"utf-8-sig": "utf-8-sig", "utf-8": "utf-8", "utf-16": "utf-16", "gb18030": "gb18030", "big5": "big5hkscs"}
"""The encodings that are read, by their name in document.yml; Python's Big5 lacks the characters of Hong Kong."""
ENCODINGS = tuple(CODECS)

SAMPLE = 20_000
"""So many characters are enough to tell how a text reads."""
READS = 0.4
"""From this share of common characters on, a text reads like Chinese; of a real one it is 0.6 to 0.8 …"""
DOES_NOT_READ = 0.25
"""… and below this it does not."""
DAMAGED_SHARE = 0.02
"""No more of the characters may be broken for an encoding still to be recognised."""
FEWEST = 8
"""Fewer characters prove nothing."""

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等"
    "部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间与关各重新线内数正心"
    "反明看原又利比或但质气第向道命此变条只没结解问意建月公无系情者最立代已通并提直题党程展五果料员革位入常文总次品式活设及管特件长求基资边流路级少图"
    "统接知较将组见计别手期根论运农指几九区强放决西被干做必先回则任取据处队南给门即保治北造百规领七海口东导世金增争济阶思术极交受联认六共权收证改清再"
    "采转更单风切教速带安场身车例真务具万每目至达积示议报完类八离华名确才科张信节话整空元况今集传土许步群广记需段研界林律且究观越织装算低持众书布复容"
    "须际商非验连断深难近千周委素技备半办青省列习响约支般史劳便团历市何除消构府称准精值号率族维划选标写存效院查江型按格养易置派层片始专状育厂识适属包"
    "住调满县局照参细引该价严镇乡村州某甲乙丙项款章编附则违罚款依本令条例规定办"
    "。，、；：（）《》“”〔〕？！〇１２３４５６７８９０—…·"
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\s]")
LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes that are no character, and the encoding that all others are in."""

    encoding: str
    line: int
    column: int
    before: str


def decoded(data: bytes, encoding: str) -> str | None:
    """The text, or None where the bytes are not valid."""
    try:
        return data.decode(CODECS[encoding])
    except UnicodeDecodeError:
        return None


def detect(data: bytes, declared: str = "") -> str | None:
    """The encoding that the bytes are valid in and read like Chinese in, ``declared`` (by a web page) before others; None if none."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig" if decoded(data, "utf-8-sig") is not None else None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16" if decoded(data, "utf-16") is not None else None
    if decoded(data, "utf-8") is not None:
        return "utf-8"
    found = {name: text for name in _legacy(declared) if (text := decoded(data, name)) is not None}
    best = max(found, key=lambda name: reads(found[name]), default=None)
    if best and reads(found[best]) < READS and any(damage.encoding == "utf-8" for damage in damages(data)):
        return None
    return best


def _legacy(declared: str) -> tuple[str, ...]:
    """Big5 is tried first where a page says so: of two that read alike the first is taken."""
    return ("big5", "gb18030") if declared.lower().startswith("big5") else ("gb18030", "big5")


@cache
def _simplified() -> dict[int, str]:
    return {ord(char): simple for char, simple in read_traditional().items()}


def reads(text: str) -> float:
    """The share of common characters among all that are not ASCII, 0 to 1; 1 where there are none."""
    beyond = _BEYOND_ASCII.findall(text[:SAMPLE].translate(_simplified()))
    return sum(map(_COMMON.__contains__, beyond)) / len(beyond) if beyond else 1.0


def damages(data: bytes) -> list[Damage]:
    """Every damaged place, in the encoding in which nearly everything else is whole; none where there is no such encoding."""
    order = ("utf-16",) if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ("utf-8", "gb18030", "big5")
    for name in order:
        text = data.decode(CODECS[name], "replace").removeprefix("\ufeff")
        broken = text.count("\ufffd")
        beyond = len(_BEYOND_ASCII.findall(text))
        if broken and broken <= max(2, DAMAGED_SHARE * beyond) and broken * 2 < beyond and reads(text.replace("\ufffd", "")) >= READS:
            return list(_places(name, text))
    return []


def _places(encoding: str, text: str) -> Iterator[Damage]:
    sought = 0 if encoding in _ALIGNED else MOST_SOUGHT
    for number, line in enumerate(LINE_END.split(text), 1):
        for match in re.finditer("\ufffd+", line):
            start = _shifted_from(line[: match.start()], CODECS[encoding]) if sought else match.start()
            sought -= sought > 0
            yield Damage(encoding, number, start + 1, line[max(0, start - 8) : start])


_ALIGNED = ("utf-8", "utf-16")
"""Where a byte is lost in these, no character behind it is another one."""
FURTHEST_SHIFT = 100
MOST_SOUGHT = 50
"""Of so many places it is looked for where the characters begin to be wrong."""
CLEARLY = 2
"""By so many common characters one reading must be better than another."""


def _shifted_from(before: str, codec: str) -> int:
    """Where the characters of a line begin to be wrong: from a lost byte on each pair is made of the halves of two characters.

    That ends at the first byte that no pair can have, and only there the decoder stumbles. What is in between reads like Chinese
    again if one byte is left out at the right place.
    """
    end = len(before)
    first = end
    while first and end - first < FURTHEST_SHIFT and before[first - 1] > "\x7f" and before[first - 1] != "\ufffd":
        first -= 1
    tail = before[first:]

    def score(at: int) -> int:
        return _common(tail[:at]) + _common(_shifted(tail[at:], codec))

    best = max(range(len(tail), -1, -1), key=score)
    return first + best if score(best) >= _common(tail) + CLEARLY else end


def _shifted(text: str, codec: str) -> str:
    """How a text reads whose first byte is the second half of a character that is not there."""
    return text.encode(codec, "replace")[1:].decode(codec, "ignore")


def misread(text: str) -> list[Damage]:
    """The places of a GB18030 text from which on pairs are made of halves, though the decoder stumbled nowhere: a letter behind them was swallowed."""
    found: list[Damage] = []
    sought = 0
    for number, line in enumerate(LINE_END.split(text) if _ODD.search(text) else (), 1):
        for match in _ODD.finditer(line):
            sought += 1
            if sought > MOST_SOUGHT:
                return found
            before = line[: _swallows(line, match.end())]
            start = _shifted_from(before, CODECS["gb18030"])
            again = _shifted(before[start:], CODECS["gb18030"])
            if _common(again) >= max(FEWEST_COMMON, MOSTLY * len(again)) and _common(before[start:]) <= (1 - MOSTLY) * len(before[start:]):
                found.append(Damage("gb18030", number, start + 1, line[max(0, start - 8) : start]))
                break
    return found


FEWEST_COMMON = 5
MOSTLY = 0.75
"""By chance not one pair of halves in ten is a common character: five of six are no chance."""
_UNCOMMON = rf"(?![{re.escape(''.join(sorted(_COMMON)))}])[\u3400-\u9fff]"
_ODD = re.compile(f"(?:{_UNCOMMON}){{3}}")
"""Three Chinese characters side by side none of which is common."""


def _swallows(line: str, at: int) -> int:
    """The position behind the first character whose second half is a letter, or before the first that has no halves."""
    last = min(len(line), at + FURTHEST_SHIFT)
    for end in range(at, last):
        if line[end] <= "\x7f":
            return end
        if line[end].encode("gb18030", "replace")[-1] <= ord("\x7f"):
            return end + 1
    return last


def _common(text: str) -> int:
    return sum(char in _COMMON for char in text.translate(_simplified()))


def without_bom(data: bytes) -> bool:
    """Whether the bytes read like Chinese as UTF-16, whose first two bytes (the BOM) are missing."""
    even = data[: 2 * SAMPLE]
    texts = (even[: len(even) // 2 * 2].decode(name, "replace") for name in ("utf-16-le", "utf-16-be"))
    return any(len(_BEYOND_ASCII.findall(text)) >= FEWEST and "\ufffd" not in text[:-1] and reads(text) >= READS for text in texts)


@dataclass(frozen=True, slots=True)
class Mojibake:
    """A text that was once decoded wrongly: how, and what its first line would read."""

    was: str
    taken_for: str
    line: str


def mojibake(text: str) -> Mojibake | None:
    """How the text came to be what it is, if it is one encoding taken for another."""
    sample = text[:SAMPLE]
    if "锟斤拷" in sample:
        return Mojibake("utf-8", "gb18030", "")
    if len(_BEYOND_ASCII.findall(sample)) < FEWEST or reads(sample) >= DOES_NOT_READ:
        return None
    for was, taken_for in (
        ("utf-8", "gb18030"),
        ("utf-8", "cp1252"),
        ("utf-8", "latin-1"),
        ("gb18030", "latin-1"),
        ("gb18030", "big5hkscs"),
        ("big5hkscs", "gb18030"),
    ):
        again = sample.encode(taken_for, "replace").decode(was, "ignore").replace("?", "")
        if len(_BEYOND_ASCII.findall(again)) >= FEWEST // 2 and reads(again) >= READS:
            return Mojibake(
                was.removesuffix("hkscs"),
                taken_for.removesuffix("hkscs"),
                next((line for line in again.split("\n") if line.strip()), "").strip(),
            )
    return None
