"""Files as accidents and attackers leave them: bytes changed, lines lost, doubled or swapped, values of another kind, halves, archives with other parts."""

from __future__ import annotations

import io
import random
import re
import zipfile

WORDS = (
    "null", "[]", "{}", "-1", "9" * 400, "9" * 5000, "0x1F", "true", "''", "2024-02-30", "!!python/object:os.system", "*a", "&a b", "\t", "\x00", "\x1b[2J",
    "\u202e", "\ufeff", "\u2028", "甲" * 3000, "h2-k1", "h999999999999999999-k1", "w2-x1", "../../etc/passwd", "%s%n", "{0}", "<b>", "=1+1", "第零条", "—",
    "二、", "（一）", "第一章", "附件", "🀄", "\ud7ff", "ｈ１", "|", "`", "$(x)",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file after one accident; an archive after one in one of its parts, or in itself."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _archive(data, chance)
    return chance.choice((_bytes, _lines, _lines, _words, _words, _words, _cut, _values, _values))(data, chance)


def _bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case _:
            lines[one] = b"  " + lines[one] if chance.random() < 0.5 else lines[one].lstrip()
    return b"\n".join(lines)


def _words(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    at = chance.randint(0, len(text))
    return (text[:at] + chance.choice(WORDS) + text[at + chance.choice((0, 0, 1, 5)) :]).encode("utf-8", "surrogateescape")


def _values(data: bytes, chance: random.Random) -> bytes:
    """Another value for a key, or another cell."""
    text = data.decode("utf-8", "surrogateescape")
    places = list(re.finditer(r"(?<=: )[^,}\n]+|(?<=\t)[^\t\n]*|(?<=- )[^\n]+|(?<=\[)[^\]\n]+", text))
    if not places:
        return _words(data, chance)
    place = chance.choice(places)
    return (text[: place.start()] + chance.choice(WORDS) + text[place.end() :]).encode("utf-8", "surrogateescape")


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _archive(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    if chance.random() < 0.2:
        del parts[name]
    else:
        parts[name] = mutated(parts[name], chance)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return written.getvalue()
