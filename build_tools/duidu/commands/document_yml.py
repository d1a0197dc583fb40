"""What is known of a new document → its document.yml, with what is not known marked for a person to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..model.records import Role
from ..read.formats import Format
from ..read.schemas import BLANK
from .candidate import ranged
from .yaml_edit import scalar

DRAFT = "status: draft  # 草稿：不进网站；改好之后换成 published"
_SAID = {
    "title": "与原文标题一致",
    "short_title": "用于引注和页眉，不超过 20 字",
    "issuer": "发文机关",
    "place": "地名，如 云岭",
    "level": "central 中央、province 省级、city 地市级、county 县级",
    "date": "通过或成文日期，写作 2024-05-13",
    "found": "在何处、何时取得，如 某县人民政府网站，2024年9月20日",
}


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to be added. ``values`` has "" for what is not known."""

    id: str
    values: Mapping[str, str]
    """title, short_title, issuer, place, level, date, found."""
    implements: tuple[str, ...]
    file: str
    encoding: str
    sha256: str
    supplied: bool = False
    """Whether the title stands nowhere in the text."""
    roles: Mapping[int, Role] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()
    draft: bool = False


_NAMES = {Format.WEB: "page.html", Format.MARKDOWN: "text.md", Format.DOCX: "text.docx", Format.PDF: "text.pdf"}


def text_name(form: Format) -> str:
    """How a raw text is called in its folder, by its format."""
    return _NAMES.get(form, "text.txt")


def document_yml(entry: NewDocument, modeline: str) -> str:
    """The file's contents. By the modeline editors' programs know how to check and complete it."""
    return "\n".join([modeline, *_lines(entry), ""])


def _lines(entry: NewDocument) -> Iterator[str]:
    for name in ("title", "short_title", "issuer", "place", "level", "date"):
        yield _field(name, entry.values[name])
        if name == "title" and entry.supplied:
            yield "supplied: [title]  # 正文里没有这个题名"
    yield DRAFT if entry.draft else "status: published"
    yield f"implements: [{', '.join(entry.implements)}]"
    yield f"text:\n  file: {entry.file}\n  encoding: {entry.encoding}\n  sha256: {entry.sha256}"
    yield f"provenance:\n  {_field('found', entry.values['found'])}"
    yield from settled_lines(entry.roles, entry.accepted)


def settled_lines(roles: Mapping[int, Role], accepted: frozenset[str]) -> Iterator[str]:
    """What was settled of the text, as YAML."""
    yield f"lines: {lines_value(roles)}"
    yield f"accepted: {accepted_value(accepted)}"


def lines_value(roles: Mapping[int, Role]) -> str:
    """The value of ``lines``."""
    return f"{{{', '.join(f'{lines}: {role.value}' for lines, role in ranged(roles))}}}"


def accepted_value(accepted: frozenset[str]) -> str:
    """The value of ``accepted``, by line."""
    return f"[{', '.join(sorted(accepted, key=lambda key: (int(key.partition('@')[2]), key)))}]"


def _field(name: str, value: str) -> str:
    if not value:
        return f"{name}: {BLANK}  # {_SAID[name]}"
    return f"{name}: {value if name == 'date' else scalar(value)}"
